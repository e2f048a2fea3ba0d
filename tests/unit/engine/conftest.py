"""A quick stand-in for the pipeline, and stores to drive it over."""

import re

import pytest

from mapapp.articles.article import make_article
from mapapp.engine import task
from mapapp.errors import ReadingError
from mapapp.model.reading import Reading
from mapapp.model.toponym import Role, Toponym
from mapapp.store.database import Store
from tests import sample
from tests.postgresql import server

__all__ = ["server"]


@pytest.fixture
def store(tmp_path):
    store = Store(f"sqlite:///{tmp_path / 'engine.db'}")
    store.create()
    yield store
    store.close()


@pytest.fixture
def quick(monkeypatch):
    """Read articles at once: every "Saraqib" is a place, "POISON" cannot be read."""
    monkeypatch.setattr(task, "read_or_refuse", read)
    task.knowledge_of.cache_clear()


def read(article, _knowledge, *, corrections=(), prior=None):  # noqa: ARG001 (as the real one)
    if "POISON" in article.text:
        raise ReadingError("it is poisoned")
    rejected = {one.start for one in corrections if not one.place_id}
    return Reading(
        article=article,
        parts=(),
        sentences=(),
        toponyms=tuple(
            Toponym(
                start=match.start(),
                end=match.end(),
                text="Saraqib",
                role=Role.EVENT_PLACE,
                place=sample.SARAQIB,
                confidence=0.9,
            )
            for match in re.finditer("Saraqib", article.text)
            if match.start() not in rejected
        ),
        actors=(),
        highways=(),
        events=(),
    )


@pytest.fixture
def articles():
    def make(count, words="Rebels took Saraqib, article"):
        return [make_article(f"{words} {number}.") for number in range(count)]

    return make
