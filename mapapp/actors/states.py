"""State actors of every country, made from the table of demonyms."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from mapapp.actors.names import Alias, shape_of, words_of
from mapapp.model.actor import Actor

KIND_NAMES = (
    *(("demonyms", "demonym"), ("names", "country")),
    *(("capitals", "capital"), ("terms", "term")),
)


@dataclass(frozen=True, kw_only=True, slots=True)
class State:
    """A country as the lexicon knows it.

    Attributes:
        country: ISO 3166-1 alpha-2 code.
        names: Names of the country, the usual one first.
        demonyms: Adjectives and words for its people.
        capitals: Capitals and other words for its government.
        side: Side of its government; empty for the default.
        terms: Words that are said of this country ("upazila"), such as units and peoples.
    """

    country: str
    names: tuple[str, ...]
    demonyms: tuple[str, ...]
    capitals: tuple[str, ...]
    side: str = ""
    terms: tuple[str, ...] = ()


def state_actor(state: State) -> Actor:
    """Return the government and forces of a country that no lexicon describes."""
    return Actor(
        id=f"{state.country.lower()}_gov",
        name=state.names[0],
        short_name=state.names[0],
        kind="state",
        side=state.side or "government",
        home_country=state.country,
    )


def rebels_of(state: State) -> Actor:
    """Return the unspecified rebels of a country."""
    return Actor(
        id=f"{state.country.lower()}_rebels",
        name=f"Unspecified rebels ({state.names[0]})",
        short_name="Rebels",
        kind="rebel",
        side="opposition",
        home_country=state.country,
    )


def generated_actors(states: Mapping[str, State], known: Mapping[str, Actor]) -> dict[str, Actor]:
    """Return government and rebels of each country, less those a lexicon has."""
    made = (actor for s in states.values() for actor in (state_actor(s), rebels_of(s)))
    return {actor.id: actor for actor in made if actor.id not in known}


def state_aliases(states: Mapping[str, State]) -> Iterator[Alias]:
    """Yield demonyms, country names, capitals and terms as aliases keyed by country code."""
    for state in states.values():
        for attribute, kind in KIND_NAMES:
            for text in getattr(state, attribute):
                yield Alias(
                    text=text,
                    kind=kind,
                    key=state.country,
                    shapes=tuple(shape_of(word) for word in words_of(text)),
                )
