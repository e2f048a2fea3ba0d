"""Counted people beside a noun of death: "13 deaths", "deaths of 13 people", "13 bodies found"."""

from mapapp.events.objects import objects_after
from mapapp.events.persons import Quantity, one_person
from mapapp.events.stretch import Stretch
from mapapp.events.subjects import subjects_before
from mapapp.events.toll_words import (
    ADJECTIVE_REACH,
    BODY_VERBS,
    DEADLY_REACH,
    DEADLY_VERBS,
    SUFFERED,
    THROAT_REACH,
)

BODIES = frozenset("bodies body corpses corpse".split())
"""Counted as dead only where they were found."""


def counted_noun(stretch: Stretch, at: int, used: set[int]) -> list[Quantity]:
    """Return "13 deaths", "deaths of 13 people", "13 bodies were found", "fatalities: 13"."""
    own = [q for q in stretch.quantities if q.first <= at < q.last and q.first not in used]
    word = stretch.lowers[at]
    if word == "death" and stretch.lowers[at - 1] == "to":
        return _to_death(stretch, at, used)
    if word in ("throat", "throats") and stretch.lowers[at + 1 : at + 2] in (["slit"], ["cut"]):
        return subjects_before(stretch, max(at - THROAT_REACH, stretch.first), used)
    for verb in range(max(stretch.first, at - ADJECTIVE_REACH), at):
        if stretch.lowers[verb] in SUFFERED:
            return subjects_before(stretch, verb, used)
    if own:
        bodies = word in BODIES and not _is_found(stretch)
        return own[:1] if word == "injuries" or (own[0].kind == "dead" and not bodies) else []
    return _noun_of(stretch, at, used)


def _noun_of(stretch: Stretch, at: int, used: set[int]) -> list[Quantity]:
    """Return whom "the death of two men" means; a body that was found is one, whoever it was."""
    following = stretch.lowers[at + 1] if at + 1 < stretch.last else ""
    if following not in ("of", ":"):
        return []
    chain = objects_after(stretch, at + 1, used)
    if not chain and stretch.lowers[at] in ("body", "corpse") and _is_found(stretch):
        return [one_person(at, at + 1, stretch.lowers[at])]
    return chain


def _is_found(stretch: Stretch) -> bool:
    """Return whether a sentence tells that bodies were found."""
    return not BODY_VERBS.isdisjoint(stretch.lowers[stretch.first : stretch.last])


def _to_death(stretch: Stretch, at: int, used: set[int]) -> list[Quantity]:
    """Return whom "beat a man to death" and "a man was beaten to death" mean."""
    begin = max(stretch.first, at - DEADLY_REACH)
    for verb in range(at - 2, begin - 1, -1):
        if stretch.lowers[verb] in DEADLY_VERBS:
            chain = objects_after(stretch, verb + 1, used) or objects_after(stretch, at + 1, used)
            return chain or subjects_before(stretch, verb, used)
    return []
