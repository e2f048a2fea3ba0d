"""All that the page is about: the columns in memory with the tables that give them meaning."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from types import MappingProxyType

import numpy as np
import numpy.typing as npt

from mapapp.model.actor import Actor, Side
from mapapp.model.highway import Highway
from mapapp.model.place import Place
from mapapp.store.columns import MentionColumns
from mapapp.view.crossings import Crossings, cross

Ints = npt.NDArray[np.int32]
Rows = npt.NDArray[np.int64]
Flags = npt.NDArray[np.bool_]

UNKNOWN_SIDE = "unknown"

_EPOCH = date(1970, 1, 1).toordinal()


@dataclass(frozen=True, kw_only=True, slots=True)
class Corpus:
    """Mentions with the places, sides and highways they speak of.

    Attributes:
        columns: Mentions, events and roads as numbers.
        places: Places by id.
        sides: Sides in the order of the legend.
        actor_side: Index into `sides` for each actor of the columns.
        crossings: Which of them meet, for counting.
        highways: All highways.
    """

    columns: MentionColumns
    places: Mapping[str, Place]
    sides: tuple[Side, ...]
    actor_side: Ints
    crossings: Crossings
    highways: tuple[Highway, ...] = ()

    def place(self, index: int) -> Place:
        """Return the place behind an index of the columns."""
        return self.places[self.columns.place_ids[index]]

    def actor(self, actor_id: str) -> Actor | None:
        """Return an actor that the articles name, or None."""
        ids = self.columns.actor_ids
        return self.columns.actors[ids.index(actor_id)] if actor_id in ids else None

    def side(self, side_id: str) -> Side | None:
        """Return a side by id, or None."""
        return next((side for side in self.sides if side.id == side_id), None)


def build_corpus(
    columns: MentionColumns,
    places: Mapping[str, Place],
    sides: Sequence[Side],
    highways: Sequence[Highway] = (),
    *,
    known: Mapping[str, Actor] = MappingProxyType({}),
) -> Corpus:
    """Join columns with places, sides and highways; actors of a side not listed are unknown.

    Args:
        columns: Mentions, events and roads as numbers.
        places: Places by id.
        sides: Sides in the order of the legend.
        highways: All highways.
        known: Actors by id, for those that an event names by id only: a state's news agency.
    """
    bare = {actor.id for actor in columns.actors if not actor.kind}
    if not bare.isdisjoint(known):
        actors = (
            known.get(actor.id, actor) if actor.id in bare else actor for actor in columns.actors
        )
        columns = replace(columns, actors=tuple(actors))
    numbers = {side.id: number for number, side in enumerate(sides)}
    unknown = numbers.get(UNKNOWN_SIDE, -1)
    sides_of_actors = [numbers.get(actor.side, unknown) for actor in columns.actors]
    actor_side = np.array(sides_of_actors, np.int32)
    return Corpus(
        columns=columns,
        places=places,
        sides=tuple(sides),
        actor_side=actor_side,
        crossings=cross(columns, actor_side),
        highways=tuple(highways),
    )


def day_number(day: date) -> int:
    """Return days since 1970-01-01."""
    return day.toordinal() - _EPOCH


def day_of(number: int) -> date | None:
    """Return the day behind a number of days since 1970-01-01; None for -1, unknown."""
    return None if number < 0 else date.fromordinal(int(number) + _EPOCH)
