"""Small integer keys for the places, actors and terms that rows point to."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import asdict
from itertools import islice
from typing import Any, TypeVar

from sqlalchemy import Connection, Table, or_, select
from sqlalchemy.dialects import postgresql, sqlite

from mapapp.model.actor import Actor
from mapapp.model.geometry import Coordinates
from mapapp.model.place import Place
from mapapp.store.connection import Database
from mapapp.store.packed import KeyTables, Term, actor_ids_of, terms_of
from mapapp.store.prepared import Batch
from mapapp.store.schema import actors, places, terms

Item = TypeVar("Item")

IN_LIST = 500
"""Values in one ``IN (...)``; well under the limit of every SQLite that Python ships with."""


def chunks(items: Iterable[Item], size: int = IN_LIST) -> Iterable[list[Item]]:
    """Yield the items in lists of at most `size`."""
    iterator = iter(items)
    while chunk := list(islice(iterator, size)):
        yield chunk


def upsert(connection: Connection, table: Table, rows: Sequence[Mapping[str, Any]]) -> None:
    """Insert rows by their id; rows that are there and differ are brought up to date."""
    make = sqlite.insert if connection.dialect.name == "sqlite" else postgresql.insert
    statement: Any = make(table)
    others = [column.name for column in table.columns if column.name not in {"key", "id"}]
    fresh = {name: statement.excluded[name] for name in others}
    differs = or_(*(table.c[name].is_distinct_from(fresh[name]) for name in others))
    statement = statement.on_conflict_do_update(index_elements=["id"], set_=fresh, where=differs)
    connection.execute(statement, list(rows))


class Keys:
    """Keys of one database, remembered once they are committed."""

    def __init__(self, database: Database) -> None:
        """Start with nothing known."""
        self._database = database
        self._places: dict[str, int] = {}
        self._actors: dict[str, int] = {}
        self._terms: dict[Term, int] = {}
        self._seen_places: dict[str, Place] = {}
        self._seen_actors: dict[str, Actor] = {}

    def of(self, batch: Batch) -> KeyTables:
        """Return the keys that a batch needs, after giving keys to whatever is new.

        A transaction of its own: a place without mentions does no harm, and keys that are
        remembered are thereby always keys that exist.
        """
        new_places = _changed(batch.places, self._seen_places)
        new_actors = _changed(batch.actors, self._seen_actors)
        needed = {term for prepared in batch.prepared for term in terms_of(prepared)}
        new_terms = needed - self._terms.keys()
        named = {id_ for prepared in batch.prepared for id_ in actor_ids_of(prepared)}
        bare = named - self._actors.keys() - new_actors.keys()
        if new_places or new_actors or new_terms or bare:
            self._store(new_places, new_actors, bare, new_terms)
        return KeyTables(places=self._places, actors=self._actors, terms=self._terms)

    def _store(
        self,
        new_places: Mapping[str, Place],
        new_actors: Mapping[str, Actor],
        bare: set[str],
        new_terms: set[Term],
    ) -> None:
        # Sorted, so that two processes lock rows in the same order and never wait in a circle.
        with self._database.write() as connection:
            for place_chunk in chunks(sorted(new_places)):
                upsert(connection, places, [place_row(new_places[id_]) for id_ in place_chunk])
            for actor_chunk in chunks(sorted(new_actors)):
                upsert(connection, actors, [asdict(new_actors[id_]) for id_ in actor_chunk])
            _insert_bare(connection, bare)
            _insert_terms(connection, new_terms)
            place_keys = _keys(connection, places, new_places)
            actor_keys = _keys(connection, actors, new_actors.keys() | bare)
            rows = connection.execute(select(terms.c.kind, terms.c.name, terms.c.key)).all()
        self._places.update(place_keys)
        self._actors.update(actor_keys)
        self._terms.update({(kind, name): key for kind, name, key in rows})
        self._seen_places.update(new_places)
        self._seen_actors.update(new_actors)


def _changed(items: Mapping[str, Item], seen: Mapping[str, Item]) -> dict[str, Item]:
    return {
        id_: item
        for id_, item in items.items()
        if (known := seen.get(id_)) is not item and known != item
    }


def _insert_bare(connection: Connection, ids: set[str]) -> None:
    """Give rows to actors that an event names by id only; a full row is never overwritten."""
    make = sqlite.insert if connection.dialect.name == "sqlite" else postgresql.insert
    rows = [
        asdict(Actor(id=id_, name=id_, short_name=id_, kind="", side="")) for id_ in sorted(ids)
    ]
    if rows:
        connection.execute(make(actors).on_conflict_do_nothing(), rows)


def _insert_terms(connection: Connection, new: set[Term]) -> None:
    make = sqlite.insert if connection.dialect.name == "sqlite" else postgresql.insert
    rows = [{"kind": kind, "name": name} for kind, name in sorted(new)]
    if rows:
        connection.execute(make(terms).on_conflict_do_nothing(), rows)


def _keys(connection: Connection, table: Table, ids: Iterable[str]) -> dict[str, int]:
    found: dict[str, int] = {}
    for chunk in chunks(ids):
        rows = connection.execute(select(table.c.id, table.c.key).where(table.c.id.in_(chunk)))
        found.update((id_, key) for id_, key in rows)
    return found


def place_row(place: Place) -> dict[str, Any]:
    """Return a place as a row of `places`."""
    row = {name: getattr(place, name) for name in _PLAIN}
    return {**row, "lat": place.coordinates.lat, "lon": place.coordinates.lon}


def place_of(row: Any) -> Place:  # noqa: ANN401 (a SQLAlchemy row)
    """Return the place that a row of `places` holds."""
    plain = {name: getattr(row, name) for name in _PLAIN}
    return Place(coordinates=Coordinates(lat=row.lat, lon=row.lon), **plain)


def actor_of(row: Any) -> Actor:  # noqa: ANN401 (a SQLAlchemy row)
    """Return the actor that a row of `actors` holds."""
    return Actor(**{name: getattr(row, name) for name in Actor.__dataclass_fields__})


_PLAIN = [name for name in Place.__dataclass_fields__ if name != "coordinates"]
