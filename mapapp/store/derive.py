"""What a parser found in articles: written whole, replaced whole, never added to."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from sqlalchemy import Connection, bindparam, delete, insert, select, update

from mapapp.store import corrections
from mapapp.store.keys import chunks
from mapapp.store.packed import EMPTY_COLUMNS, KeyTables, pack_columns
from mapapp.store.prepared import UNKNOWN, Prepared, day_number
from mapapp.store.rows import Row, insert_rows
from mapapp.store.schema import DERIVED, articles, batches, mentions, packed, readings


def replace(
    connection: Connection, prepared: Sequence[Prepared], keys: KeyTables, parser: str
) -> None:
    """Replace everything derived of these articles; all of them must be stored already.

    A reading that was made without corrections that came meanwhile is dropped: its article is
    marked unread, and whoever corrected it may have read it again already.
    """
    found = {one.article.id: one for one in prepared}
    article_keys = lock(connection, found)
    late = _overtaken(connection, prepared)
    ordered = {key: found[id_] for id_, key in article_keys.items() if id_ not in late}
    if not ordered:
        return
    clear(connection, list(ordered))
    batch = add_batch(connection, parser, len(ordered))
    _insert(connection, ordered, keys, batch)
    rows = [{"done": key, **_summary(one, parser)} for key, one in ordered.items()]
    connection.execute(update(articles).where(articles.c.key == bindparam("done")), rows)


def _overtaken(connection: Connection, prepared: Sequence[Prepared]) -> set[str]:
    """Return the articles whose corrections are others than those they were read with."""
    used = {one.article.id: one.corrections for one in prepared if one.corrections is not None}
    now: dict[str, set[object]] = {id_: set() for id_ in used}
    for chunk in chunks(used):
        for correction in corrections.of(connection, chunk):
            now[correction.article_id].add(correction)
    return {id_ for id_, known in used.items() if set(known) != now[id_]}


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
    empty = [(key, batch, UNKNOWN, *EMPTY_COLUMNS.values()) for key in keys.values()]
    insert_rows(connection, packed, empty)  # tells columns in memory to drop the old rows


def retry(connection: Connection) -> int:
    """Mark articles that could not be read as unread; return how many."""
    failed = update(articles).where(articles.c.error.is_not(None))
    return connection.execute(failed.values(parser=None, error=None)).rowcount


def _insert(
    connection: Connection, ordered: Mapping[int, Prepared], keys: KeyTables, batch: int
) -> None:
    insert_rows(connection, readings, [(key, one.record) for key, one in ordered.items()])
    columns = [(key, batch, _day(one), *pack_columns(one, keys)) for key, one in ordered.items()]
    insert_rows(connection, packed, columns)
    rows = [row for key, one in ordered.items() for row in _mention_rows(key, one, keys)]
    insert_rows(connection, mentions, rows)


def _day(one: Prepared) -> int:
    return day_number(one.article.published)


def _mention_rows(key: int, one: Prepared, keys: KeyTables) -> Iterator[Row]:
    """Yield an article's rows of `mentions`, in the order of its columns."""
    day, places = _day(one), keys.places
    for number, (start, end, from_, to, place, confidence, role, sure) in enumerate(one.mentions):
        where = places.get(place)
        yield key, number, start, end, from_, to, where, role, day, confidence, sure


def _summary(one: Prepared, parser: str) -> dict[str, Any]:
    return {
        "parser": parser,
        "error": None,
        "mentions": len(one.mentions),
        "places": len({mention[4] for mention in one.mentions} - {""}),
        "events": len(one.events),
    }
