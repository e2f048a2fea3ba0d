"""What a parser found in articles: written whole, replaced whole, never added to."""

from collections.abc import Mapping, Sequence
from typing import Any

from sqlalchemy import Connection, bindparam, delete, insert, select, update

from mapapp.store.keys import chunks
from mapapp.store.packed import EMPTY_COLUMNS, KeyTables, pack_columns
from mapapp.store.prepared import UNKNOWN, Prepared, day_number
from mapapp.store.schema import DERIVED, articles, batches, mentions, packed, readings


def replace(
    connection: Connection, prepared: Sequence[Prepared], keys: KeyTables, parser: str
) -> None:
    """Replace everything derived of these articles; all of them must be stored already."""
    found = {one.article.id: one for one in prepared}
    article_keys = lock(connection, found)
    ordered = {key: found[id_] for id_, key in article_keys.items()}
    clear(connection, list(ordered))
    batch = add_batch(connection, parser, len(ordered))
    _insert(connection, ordered, keys, batch)
    rows = [{"done": key, **_summary(one, parser)} for key, one in ordered.items()]
    if rows:
        connection.execute(update(articles).where(articles.c.key == bindparam("done")), rows)


def lock(connection: Connection, ids: Mapping[str, object]) -> dict[str, int]:
    """Return the keys of articles, in order, locked against other writers of the same ones."""
    found: dict[str, int] = {}
    for chunk in chunks(ids):
        query = select(articles.c.id, articles.c.key).where(articles.c.id.in_(chunk))
        rows = connection.execute(query.order_by(articles.c.key).with_for_update())
        found.update((id_, key) for id_, key in rows)
    return found


def clear(connection: Connection, keys: Sequence[int]) -> None:
    """Drop what was derived of these articles."""
    for chunk in chunks(keys):
        for table in DERIVED:
            connection.execute(delete(table).where(table.c.article.in_(chunk)))


def add_batch(connection: Connection, parser: str, count: int) -> int:
    """Note that a batch landed, and return its number: what readers watch for."""
    statement = insert(batches).values(parser=parser, articles=count).returning(batches.c.key)
    return int(connection.execute(statement).scalar_one())


def fail(connection: Connection, reasons: Mapping[str, str], parser: str) -> None:
    """Mark articles as tried in vain by a parser, with the reason, and drop what was derived."""
    keys = lock(connection, reasons)
    clear(connection, list(keys.values()))
    batch = add_batch(connection, parser, len(keys))
    for id_, key in keys.items():
        values = {"parser": parser, "error": reasons[id_], "mentions": 0, "places": 0, "events": 0}
        connection.execute(update(articles).where(articles.c.key == key), values)
        row = {"article": key, "batch": batch, "day": UNKNOWN, **EMPTY_COLUMNS}
        connection.execute(insert(packed), row)  # tells columns in memory to drop the old rows


def retry(connection: Connection) -> int:
    """Mark articles that could not be read as unread; return how many."""
    failed = update(articles).where(articles.c.error.is_not(None))
    return connection.execute(failed.values(parser=None, error=None)).rowcount


def _insert(
    connection: Connection, ordered: Mapping[int, Prepared], keys: KeyTables, batch: int
) -> None:
    records = [{"article": key, "record": one.record} for key, one in ordered.items()]
    columns = [_packed_row(key, batch, one, keys) for key, one in ordered.items()]
    rows = [row for key, one in ordered.items() for row in _mention_rows(key, one, keys)]
    for table, content in ((readings, records), (packed, columns), (mentions, rows)):
        if content:
            connection.execute(insert(table), content)


def _packed_row(key: int, batch: int, one: Prepared, keys: KeyTables) -> dict[str, Any]:
    day = day_number(one.article.published)
    return {"article": key, "batch": batch, "day": day, **pack_columns(one, keys)}


def _mention_rows(key: int, one: Prepared, keys: KeyTables) -> list[dict[str, Any]]:
    day = day_number(one.article.published)
    return [
        {
            "article": key,
            "number": number,
            "start": start,
            "end": end,
            "sentence_start": sentence_start,
            "sentence_end": sentence_end,
            "place": keys.places.get(place_id),
            "role": role,
            "day": day,
            "confidence": confidence,
            "sure": sure,
        }
        for number, (
            start,
            end,
            sentence_start,
            sentence_end,
            place_id,
            confidence,
            role,
            sure,
        ) in enumerate(one.mentions)
    ]


def _summary(one: Prepared, parser: str) -> dict[str, Any]:
    return {
        "parser": parser,
        "error": None,
        "mentions": len(one.mentions),
        "places": len({mention[4] for mention in one.mentions} - {""}),
        "events": len(one.events),
    }
