"""The lexicon: every known party of every war, from one CSV file per conflict."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from mapapp.actors.names import Alias, NameTree, words_of
from mapapp.actors.rows import (
    ACTOR_COLUMNS,
    SIDE_COLUMNS,
    STATE_COLUMNS,
    Row,
    actor_of,
    aliases_of,
    countries_of,
    read_rows,
    side_of,
    state_of,
)
from mapapp.actors.states import State, generated_actors, state_aliases
from mapapp.actors.words import GENERIC_REBELS, GENERIC_STATE
from mapapp.errors import DataError
from mapapp.model.actor import Actor, Side

SIDES_FILE = "sides.csv"
STATES_FILE = "states.csv"

SEATS = frozenset({"AT", "BE", "CH", "FR", "GB", "US"})
"""Where bodies sit that watch the wars of other countries: their seat says nothing of the place."""

GENERIC_ACTORS = tuple(
    Actor(id=key, name=name, short_name=name, kind=kind, side=side)
    for key, name, kind, side in (
        ("civilians", "Civilians", "civilian", "civilian"),
        ("protesters", "Protesters", "civilian", "civilian"),
        ("rioters", "Rioters", "civilian", "civilian"),
        ("unidentified_armed_group", "Unidentified armed group", "militia", "unknown"),
    )
)
"""Parties that events name by their part and no lexicon can know by name."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Lexicon:
    """Known parties and how they are named.

    Attributes:
        actors: By id; generated governments and rebels of each country included.
        sides: By id, in the order of ``sides.csv``.
        states: Countries by code.
        names: Aliases of actors, voices, demonyms, countries, capitals and unnamed forces.
        governments: State actors by country, the one that a demonym means first.
        reach: Countries in which an actor fights by its id, the home country first.
    """

    actors: Mapping[str, Actor]
    sides: Mapping[str, Side]
    states: Mapping[str, State]
    names: NameTree
    governments: Mapping[str, tuple[Actor, ...]]
    reach: Mapping[str, tuple[str, ...]]

    def government_of(self, country: str, day: date | None) -> Actor | None:
        """Return the government of a country on a day; None for an unknown country."""
        actors = self.governments.get(country, ())
        for actor in actors:
            if day is None or _holds(actor, day):
                return actor
        return actors[0] if actors else None


def load_lexicon(folder: Path) -> Lexicon:
    """Load sides, states and every conflict's file of a folder.

    Args:
        folder: Holds ``sides.csv``, ``states.csv`` and one further CSV file per conflict.

    Raises:
        DataError: A file breaks its format; the message names file, line, column, value, rule.
    """
    sides = _sides(folder / SIDES_FILE)
    states = _states(folder / STATES_FILE, sides)
    actors: dict[str, Actor] = {actor.id: actor for actor in GENERIC_ACTORS}
    aliases: list[Alias] = []
    reach: dict[str, tuple[str, ...]] = {}
    for path in sorted(folder.glob("*.csv")):
        if path.name not in (SIDES_FILE, STATES_FILE):
            for row in read_rows(path, ACTOR_COLUMNS):
                actor = _add(row, sides, actors)
                aliases.extend(aliases_of(row))
                reach[actor.id] = () if _is_seat(actor) else countries_of(row)
    generated = generated_actors(states, actors)
    reach.update({key: (actor.home_country,) for key, actor in generated.items()})
    actors.update(generated)
    aliases.extend(state_aliases(states))
    aliases.extend(_generic_aliases())
    return Lexicon(
        actors=actors,
        sides=sides,
        states=states,
        names=NameTree(aliases),
        governments={country: _governments(country, actors) for country in states},
        reach=reach,
    )


def _generic_aliases() -> Iterator[Alias]:
    for kind, texts in (("state_noun", GENERIC_STATE), ("rebel_noun", GENERIC_REBELS)):
        for text in texts:
            yield Alias(text=text, kind=kind, key="", shapes=("",) * len(words_of(text)))


def _governments(country: str, actors: Mapping[str, Actor]) -> tuple[Actor, ...]:
    """Return the state actors of a country, its plain government before rival ones."""
    states = (a for a in actors.values() if a.kind == "state" and a.home_country == country)
    return tuple(sorted(states, key=lambda actor: not actor.id.endswith("_gov")))


def _holds(actor: Actor, day: date) -> bool:
    return (actor.valid_from or date.min) <= day <= (actor.valid_to or date.max)


def _is_seat(actor: Actor) -> bool:
    return actor.kind == "monitor" and actor.home_country in SEATS


def _sides(path: Path) -> dict[str, Side]:
    sides: dict[str, Side] = {}
    for row in read_rows(path, SIDE_COLUMNS):
        side = side_of(row)
        if side.id in sides:
            raise row.error("side", "each side stands once")
        sides[side.id] = side
    missing = {actor.side for actor in GENERIC_ACTORS} | {"government", "opposition"}
    missing -= sides.keys()
    if missing:
        message = (
            f"{path.name} lacks the sides {', '.join(sorted(missing))}, which every war needs. "
            "Add a line for each."
        )
        raise DataError(message)
    return sides


def _states(path: Path, sides: dict[str, Side]) -> dict[str, State]:
    states: dict[str, State] = {}
    for row in read_rows(path, STATE_COLUMNS):
        state = state_of(row, sides)
        if state.country in states:
            raise row.error("country", "each country stands once")
        states[state.country] = state
    return states


def _add(row: Row, sides: dict[str, Side], actors: dict[str, Actor]) -> Actor:
    actor = actor_of(row, sides)
    if actor.id in actors:
        raise row.error("actor_id", "each actor stands once over all files of the folder")
    actors[actor.id] = actor
    return actor
