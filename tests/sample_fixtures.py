"""Fixtures of the hand-made corpus, for the tests of view, maps, exports and the page."""

import pytest

from mapapp.store.columns import load_columns
from mapapp.store.database import Store
from mapapp.view.corpus import build_corpus
from tests import sample


@pytest.fixture(scope="session")
def sample_store(tmp_path_factory):
    store = Store(f"sqlite:///{tmp_path_factory.mktemp('sample') / 'sample.db'}")
    store.create()
    store.put(sample.readings(), parser="1")
    yield store
    store.close()


@pytest.fixture(scope="session")
def corpus(sample_store):
    columns = load_columns(sample_store)
    return build_corpus(columns, sample_store.places(), sample.SIDES, (sample.M5,))
