"""The geoparser over the bundled gazetteer, as a function of a text."""

import pytest

from mapapp.geoparse.parse import geoparse
from mapapp.geoparse.weights import load_weights
from mapapp.text.sentences import build_document


@pytest.fixture(scope="session")
def parse(knowledge):
    def run(text, **options):
        weights = load_weights()
        return geoparse(build_document(text), knowledge.gazetteer, weights=weights, **options)

    return run


@pytest.fixture(scope="session")
def names(parse):
    def run(text):
        return [toponym.text for toponym in parse(text)]

    return run
