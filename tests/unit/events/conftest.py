from pathlib import Path

import pytest

from mapapp.actors.lexicon import load_lexicon
from mapapp.actors.recognize import recognize_actors, recognize_voices
from mapapp.events.extract import extract_events
from mapapp.model.geometry import Coordinates
from mapapp.model.place import Place
from mapapp.model.toponym import Role, Toponym
from mapapp.text.sentences import build_document

LEXICON = load_lexicon(Path(__file__).resolve().parents[3] / "data" / "actors")


def make_place(name, country="SY", code="PPL", lat=0.0, lon=0.0, **more):
    return Place(
        id=name,
        name=name,
        coordinates=Coordinates(lat=lat, lon=lon),
        feature_class="A" if code.startswith(("ADM", "PCL")) else "P",
        feature_code=code,
        country=country,
        **more,
    )


@pytest.fixture(scope="session")
def place():
    return make_place


@pytest.fixture(scope="session")
def read():
    """Return the events of a text; toponyms are given as places, found by their names."""

    def run(text, *places, published=None, highways=(), parts=None):
        toponyms = []
        for item in places:
            start = text.find(item.name)
            while start >= 0:
                toponyms.append(
                    Toponym(
                        start=start,
                        end=start + len(item.name),
                        text=item.name,
                        role=Role.EVENT_PLACE,
                        place=item,
                        confidence=0.9,
                    )
                )
                start = text.find(item.name, start + 1)
        document = build_document(text, parts, published=published)
        actors = recognize_actors(document, LEXICON, toponyms)
        voices = recognize_voices(document, LEXICON, toponyms)
        return extract_events(document, toponyms, actors, highways, voices)

    return run


@pytest.fixture(scope="session")
def actors():
    return LEXICON.actors
