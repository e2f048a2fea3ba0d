"""Every test of the store runs on SQLite and on a real PostgreSQL server."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from mapapp.store.database import Store
from tests.postgresql import empty, server

__all__ = ["server"]


@pytest.fixture(params=["sqlite", "postgresql"])
def url(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[str]:
    """The URL of an empty database."""
    if request.param == "sqlite":
        yield f"sqlite:///{tmp_path / 'test.db'}"
        return
    address = f"{request.getfixturevalue('server')}/postgres"
    empty(address)
    yield address


@pytest.fixture
def reopen(url: str) -> Iterator[Callable[..., Store]]:
    """Open the same database once more; closed after the test."""
    opened: list[Store] = []

    def open_again(**options: bool) -> Store:
        opened.append(Store(url, **options))
        return opened[-1]

    yield open_again
    for store in opened:
        store.close()


@pytest.fixture
def store(url: str) -> Iterator[Store]:
    """An open store with its tables made."""
    store = Store(url)
    store.create()
    yield store
    store.close()
