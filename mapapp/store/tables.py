"""The tables of ids and words that columns point into, in an order that never changes.

A table only grows at its end: an index that a column holds stays right when the columns are
brought up to a newer version of the database.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

import numpy as np
import numpy.typing as npt
from sqlalchemy import Connection, select

from mapapp.model.actor import Actor
from mapapp.store.keys import actor_of
from mapapp.store.prepared import UNKNOWN
from mapapp.store.schema import actors, places, terms

Ints = npt.NDArray[np.int32]


class Numbering:
    """Database keys in order of arrival, each with its index."""

    def __init__(self, index: Ints | None = None) -> None:
        """Start empty, or from the `index` of another one, which is shared until it grows."""
        self._index = np.full(1024, UNKNOWN, np.int32) if index is None else index
        self._count = 0 if index is None else int(index.max(initial=UNKNOWN)) + 1

    def __len__(self) -> int:
        """Return how many keys have an index."""
        return self._count

    @property
    def index(self) -> Ints:
        """The index of each key, by key; -1 where it has none."""
        return self._index

    def copy(self) -> "Numbering":
        """Return an independent copy."""
        return Numbering(self._index.copy())

    def extend(self, keys: Ints) -> None:
        """Give the next indexes to new keys; none of them may have one."""
        if not len(keys):
            return
        needed = int(keys.max()) + 1
        if needed > len(self._index):
            grown = np.full(max(needed, 2 * len(self._index)), UNKNOWN, np.int32)
            grown[: len(self._index)] = self._index
            self._index = grown
        self._index[keys] = np.arange(self._count, self._count + len(keys), dtype=np.int32)
        self._count += len(keys)

    def of(self, keys: Ints) -> Ints:
        """Return the index of each key; -1 for -1 and for keys without one."""
        inside = (keys >= 0) & (keys < len(self._index))
        return np.where(inside, self._index[np.where(inside, keys, 0)], UNKNOWN).astype(np.int32)


@dataclass(frozen=True, kw_only=True, slots=True)
class Tables:
    """Everything that columns point into, but the articles."""

    place_ids: tuple[str, ...] = ()
    place_numbers: Numbering = field(default_factory=Numbering)
    actors: tuple[Actor, ...] = ()
    actor_numbers: Numbering = field(default_factory=Numbering)
    words: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    word_numbers: Mapping[str, Numbering] = field(default_factory=dict)

    def kind(self, kind: str) -> tuple[str, ...]:
        """Return the words of one kind of term, by index."""
        return self.words.get(kind, ())

    def codes(self, kind: str, keys: Ints) -> Ints:
        """Return the index of each term key among the words of its kind."""
        numbering = self.word_numbers.get(kind)
        return np.full(len(keys), UNKNOWN, np.int32) if numbering is None else numbering.of(keys)

    def fixed_codes(self, kind: str, keys: Ints, names: Sequence[str]) -> npt.NDArray[np.int8]:
        """Return each term key's position in a fixed list of names; -1 for other names."""
        position = {name: number for number, name in enumerate(names)}
        lookup = [position.get(word, UNKNOWN) for word in self.kind(kind)]
        return np.array([*lookup, UNKNOWN], np.int8)[self.codes(kind, keys)]


def read_tables(connection: Connection, previous: Tables | None) -> Tables:
    """Return the database's tables, grown out of an older copy where there is one."""
    old = previous or Tables()
    place_ids, place_numbers = _grow(
        old.place_ids,
        old.place_numbers,
        [(key, id_) for key, id_ in connection.execute(select(places.c.key, places.c.id))],
    )
    actor_rows = connection.execute(select(actors).order_by(actors.c.key)).all()
    current = {row.key: actor_of(row) for row in actor_rows}
    actor_ids, actor_numbers = _grow(
        tuple(actor.id for actor in old.actors),
        old.actor_numbers,
        [(key, actor.id) for key, actor in current.items()],
    )
    by_id = {actor.id: actor for actor in current.values()}
    words, word_numbers = _grow_words(connection, old)
    return Tables(
        place_ids=place_ids,
        place_numbers=place_numbers,
        actors=tuple(by_id[id_] for id_ in actor_ids),
        actor_numbers=actor_numbers,
        words=words,
        word_numbers=word_numbers,
    )


def _grow_words(
    connection: Connection, old: Tables
) -> tuple[dict[str, tuple[str, ...]], dict[str, Numbering]]:
    by_kind: dict[str, list[tuple[int, str]]] = {}
    query = select(terms.c.key, terms.c.kind, terms.c.name).order_by(terms.c.key)
    for key, kind, name in connection.execute(query):
        by_kind.setdefault(kind, []).append((key, name))
    words, numbers = {}, {}
    for kind, rows in by_kind.items():
        numbering = old.word_numbers.get(kind) or Numbering()
        words[kind], numbers[kind] = _grow(old.kind(kind), numbering, rows)
    return words, numbers


def _grow(
    names: tuple[str, ...], numbering: Numbering, rows: Sequence[tuple[int, str]]
) -> tuple[tuple[str, ...], Numbering]:
    """Append the rows that have no index yet."""
    keys = np.array([key for key, _ in rows], np.int32)
    fresh = np.flatnonzero(numbering.of(keys) == UNKNOWN)
    if not len(fresh):
        return names, numbering
    grown = numbering.copy()
    grown.extend(keys[fresh])
    return names + tuple(rows[int(number)][1] for number in fresh), grown
