"""Feeds that a person follows."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import delete, func, select, update
from sqlalchemy.dialects import postgresql, sqlite

from mapapp.store.database import Store
from mapapp.store.keys import chunks
from mapapp.store.schema import articles, feeds


@dataclass(frozen=True, kw_only=True, slots=True)
class Feed:
    """A feed: `fetched` is None before the first fetch, `error` empty when that went well."""

    url: str
    title: str
    fetched: datetime | None
    error: str


def add_feed(store: Store, url: str) -> bool:
    """Follow a feed; return whether it is new."""
    with store.database.write() as connection:
        make = sqlite.insert if connection.dialect.name == "sqlite" else postgresql.insert
        statement = make(feeds).values(url=url, title="").on_conflict_do_nothing()
        return connection.execute(statement.returning(feeds.c.url)).first() is not None


def remove_feed(store: Store, url: str) -> bool:
    """Stop following a feed; its articles stay. Return whether it was followed."""
    with store.database.write() as connection:
        return bool(connection.execute(delete(feeds).where(feeds.c.url == url)).rowcount > 0)


def list_feeds(store: Store) -> list[Feed]:
    """Return all feeds in the order in which they were added."""
    with store.database.read() as connection:
        rows = connection.execute(select(feeds).order_by(feeds.c.added, feeds.c.url))
        return [
            Feed(url=row.url, title=row.title, fetched=row.fetched, error=row.error or "")
            for row in rows
        ]


def note_fetch(store: Store, url: str, *, title: str = "", error: str = "") -> None:
    """Note that a feed was fetched now, and how it went."""
    values: dict[str, Any] = {"fetched": func.now(), "error": error}
    if title:
        values["title"] = title
    with store.database.write() as connection:
        connection.execute(update(feeds).where(feeds.c.url == url).values(values))


def known_urls(store: Store, urls: Iterable[str]) -> set[str]:
    """Return those addresses that a stored article came from."""
    found: set[str] = set()
    with store.database.read() as connection:
        for chunk in chunks(urls):
            found.update(
                connection.scalars(select(articles.c.url).where(articles.c.url.in_(chunk)))
            )
    return found
