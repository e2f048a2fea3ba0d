"""What people put right: primary data, kept by article and span, outliving every parser."""

from collections.abc import Iterable
from typing import Any

from sqlalchemy import Connection, delete, select, update
from sqlalchemy.dialects import postgresql, sqlite

from mapapp.model.reading import Correction
from mapapp.store.schema import articles, corrections

_NAMES = tuple(Correction.__dataclass_fields__)


def add(connection: Connection, correction: Correction) -> None:
    """Store a correction in place of an older one of the same span; the article is to be reread."""
    make = sqlite.insert if connection.dialect.name == "sqlite" else postgresql.insert
    values = {name: getattr(correction, name) for name in _NAMES}
    fresh = {"place_id": correction.place_id, "note": correction.note}
    connection.execute(
        make(corrections)
        .values(values)
        .on_conflict_do_update(index_elements=["article_id", "start", "end"], set_=fresh)
    )
    _forget(connection, correction.article_id)


def remove(connection: Connection, article_id: str, start: int, end: int) -> bool:
    """Withdraw a correction; return whether there was one."""
    table = corrections.c
    same = (table.article_id == article_id, table.start == start, table.end == end)
    _forget(connection, article_id)
    return connection.execute(delete(corrections).where(*same)).rowcount > 0


def of(connection: Connection, article_ids: Iterable[str] | None) -> list[Correction]:
    """Return the corrections of some articles, or all, in order of article and span."""
    query = select(corrections)
    if article_ids is not None:
        query = query.where(corrections.c.article_id.in_(list(article_ids)))
    table = corrections.c
    rows = connection.execute(query.order_by(table.article_id, table.start, table.end))
    return [_correction(row) for row in rows]


def _forget(connection: Connection, article_id: str) -> None:
    """Mark an article as unread, so that the next run applies its corrections."""
    change = update(articles).where(articles.c.id == article_id)
    connection.execute(change.values(parser=None))


def _correction(row: Any) -> Correction:  # noqa: ANN401 (a SQLAlchemy row)
    return Correction(**{name: getattr(row, name) for name in _NAMES})
