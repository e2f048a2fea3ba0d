import pytest

from mapapp.errors import StoreError
from mapapp.store.database import Store
from mapapp.store.unplaced import unplaced_names
from tests import sample


def test_names_without_a_place_come_by_number_of_mentions(store):
    text = (
        "Fighting\n\n\U0001f4a5 Tell\nTuqan and Kafr Zorba fell. Saraqib held. Tell Tuqan burned."
    )
    article = sample.article(text, "Fighting")
    toponyms = [
        sample.toponym(text, "Tell\nTuqan", None, confidence=0.0),
        sample.toponym(text, "Kafr Zorba", None, confidence=0.0),
        sample.toponym(text, "Saraqib", sample.SARAQIB),
        sample.toponym(text, "Tell Tuqan", None, confidence=0.0),
    ]
    assert unplaced_names(store) == []
    store.put([sample.reading(article, toponyms), *sample.readings()], parser="1")
    assert unplaced_names(store) == [("Tell Tuqan", 2), ("Kafr Zorba", 1)]


def test_a_missing_database_is_said_so(tmp_path):
    with pytest.raises(StoreError, match="mapapp ingest"):
        unplaced_names(Store(f"sqlite:///{tmp_path / 'none.db'}", readonly=True))
