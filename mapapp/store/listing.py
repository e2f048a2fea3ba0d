"""Articles and readings out of the database, one by one and by the page."""

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from sqlalchemy import ColumnElement, Connection, Select, and_, func, or_, select

from mapapp.errors import StoreError
from mapapp.model.article import Article
from mapapp.model.reading import Reading
from mapapp.store import record
from mapapp.store.keys import actor_of, chunks, place_of
from mapapp.store.schema import actors, articles, places, readings, texts


@dataclass(frozen=True, kw_only=True, slots=True)
class ArticleRow:
    """An article in a list: everything but its text.

    Attributes:
        copy_of: Id of the older article that this one repeats; empty when none.
        copies: How many later articles repeat this one.
        mentions: Place mentions found.
        places: Different places found.
        events: Events found.
        read: Whether a parser has read it.
        error: Why it could not be read; empty when nothing failed.
    """

    id: str
    title: str
    source: str
    url: str
    origin: str
    author: str
    published: date | None
    language: str
    copy_of: str
    copies: int
    mentions: int
    places: int
    events: int
    read: bool
    error: str


def article(connection: Connection, article_id: str) -> Article:
    """Return one article.

    Raises:
        StoreError: No article has this id.
    """
    row = connection.execute(_whole().where(articles.c.id == article_id)).one_or_none()
    if row is None:
        raise StoreError(f"No article {article_id!r} in the database; `mapapp search` finds ids.")
    return article_of(row)


def by_keys(connection: Connection, keys: Iterable[int]) -> list[Article]:
    """Return the articles with these keys, in the order of the keys in the database."""
    found = []
    for chunk in chunks(keys):
        query = _whole().where(articles.c.key.in_(chunk)).order_by(articles.c.key)
        found += [article_of(row) for row in connection.execute(query)]
    return found


def by_ids(connection: Connection, ids: Iterable[str]) -> dict[str, Article]:
    """Return the articles with these ids."""
    found: dict[str, Article] = {}
    for chunk in chunks(ids):
        rows = connection.execute(_whole().where(articles.c.id.in_(chunk)))
        found.update({row.id: article_of(row) for row in rows})
    return found


def _whole() -> Select[Any]:
    return select(articles, texts.c.text).join(texts, texts.c.article == articles.c.key)


def article_of(row: Any) -> Article:  # noqa: ANN401 (a SQLAlchemy row)
    """Return the article that a joined row holds."""
    return Article(**{name: getattr(row, name) for name in Article.__dataclass_fields__})


def todo_keys(
    connection: Connection,
    parser: str,
    limit: int,
    after: int = 0,
    ids: Collection[str] | None = None,
) -> list[int]:
    """Return keys of articles that this parser version has not read, above `after`, ascending."""
    query = select(articles.c.key).where(articles.c.key > after, _unread(parser, ids))
    return list(connection.scalars(query.order_by(articles.c.key).limit(limit)))


def count_todo(connection: Connection, parser: str, ids: Collection[str] | None = None) -> int:
    """Return how many articles this parser version has not read."""
    query = select(func.count()).select_from(articles).where(_unread(parser, ids))
    return int(connection.execute(query).scalar_one())


def _unread(parser: str, ids: Collection[str] | None) -> ColumnElement[bool]:
    unread = or_(articles.c.parser.is_(None), articles.c.parser != parser)
    return unread if ids is None else and_(unread, articles.c.id.in_(ids))


def rows(
    connection: Connection,
    *,
    limit: int,
    offset: int,
    ids: Sequence[str] | None,
    failed: bool,
) -> list[ArticleRow]:
    """Return a page of articles, newest first, undated last."""
    later = articles.alias("later")
    older = articles.alias("older")
    copies = select(func.count()).where(later.c.copy_of == articles.c.key).scalar_subquery()
    query = select(articles, older.c.id.label("older_id"), copies.label("copies")).outerjoin(
        older, older.c.key == articles.c.copy_of
    )
    query = _chosen(query, ids=ids, failed=failed)
    newest = (articles.c.published.desc().nulls_last(), articles.c.key.desc())
    page = connection.execute(query.order_by(*newest).limit(limit).offset(offset))
    return [_article_row(row) for row in page]


def count(connection: Connection, *, ids: Sequence[str] | None, failed: bool) -> int:
    """Return how many articles the list would have in all."""
    query = _chosen(select(func.count()).select_from(articles), ids=ids, failed=failed)
    return int(connection.execute(query).scalar_one())


def _chosen(query: Select[Any], *, ids: Sequence[str] | None, failed: bool) -> Select[Any]:
    if ids is not None:
        query = query.where(articles.c.id.in_(ids))
    return query.where(articles.c.error.is_not(None)) if failed else query


def _article_row(row: Any) -> ArticleRow:  # noqa: ANN401 (a SQLAlchemy row)
    special = {
        "copy_of": row.older_id or "",
        "copies": row.copies,
        "read": row.parser is not None and row.error is None,
        "error": row.error or "",
    }
    names = [name for name in ArticleRow.__dataclass_fields__ if name not in special]
    return ArticleRow(**{name: getattr(row, name) for name in names}, **special)


def build_readings(connection: Connection, ids: Sequence[str]) -> dict[str, Reading]:
    """Return the readings of those articles that have one."""
    found = by_ids(connection, ids)
    plains: dict[str, record.Plain] = {}
    for chunk in chunks(found):
        query = select(articles.c.id, readings.c.record).join(
            readings, readings.c.article == articles.c.key
        )
        for id_, packed in connection.execute(query.where(articles.c.id.in_(chunk))):
            plains[id_] = record.unpack(packed)
    known = _known(connection, plains.values())
    return {id_: record.build(plain, found[id_], known) for id_, plain in plains.items()}


def _known(connection: Connection, plains: Iterable[record.Plain]) -> record.Known:
    place_ids: set[str] = set()
    actor_ids: set[str] = set()
    for plain in plains:
        place_ids |= record.place_ids(plain)
        actor_ids |= record.actor_ids(plain)
    found_places, found_actors = {}, {}
    for chunk in chunks(place_ids):
        for row in connection.execute(select(places).where(places.c.id.in_(chunk))):
            found_places[row.id] = place_of(row)
    for chunk in chunks(actor_ids):
        for row in connection.execute(select(actors).where(actors.c.id.in_(chunk))):
            found_actors[row.id] = actor_of(row)
    return record.Known(places=found_places, actors=found_actors)


def known_ids(connection: Connection, ids: Iterable[str]) -> set[str]:
    """Return those of the ids that the database has."""
    found: set[str] = set()
    for chunk in chunks(ids):
        found.update(connection.scalars(select(articles.c.id).where(articles.c.id.in_(chunk))))
    return found
