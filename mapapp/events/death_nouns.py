"""Counted people beside a noun of death: "13 deaths", "deaths of 13 people", "13 bodies found"."""

from mapapp.events.antecedents import antecedent
from mapapp.events.objects import killed_one, objects_after
from mapapp.events.people import is_one_person
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

SLIT = frozenset("slit cut slitting cutting slashed slashing".split())
PASSIVE = frozenset("was were been is".split())
OWNERS = frozenset("his her the a whose their dead".split())
STANDING = frozenset("stand stands stood".split())
FOUND_REACH = 7
"""Tokens after a body in which it is found."""

BODIES = frozenset("bodies body corpses corpse remains".split())
"""Counted as dead only where they were found."""


def counted_noun(stretch: Stretch, at: int, used: set[int]) -> list[Quantity]:
    """Return "13 deaths", "deaths of 13 people", "13 bodies were found", "fatalities: 13"."""
    word = stretch.lowers[at]
    # "Four injuries": the noun is none of people, so that the number ends before it.
    edge = at - (word in ("injury", "injuries"))
    own = [q for q in stretch.quantities if q.first <= edge < q.last and q.first not in used]
    if word == "death" and stretch.lowers[at - 1] == "to":
        return _to_death(stretch, at, used)
    if word in ("throat", "throats"):
        return _throats(stretch, at, used)
    for verb in range(max(stretch.first, at - ADJECTIVE_REACH), at):
        if stretch.lowers[verb] in SUFFERED and word not in BODIES:
            return subjects_before(stretch, verb, used)
    if _is_only(stretch, at):
        return [] if stretch.told else subjects_before(stretch, at - 3, used)
    if own:
        found = word in BODIES and _is_found(stretch)
        dead = own[0].kind == "dead" and word not in BODIES
        counted = word == "injuries" or found or dead
        return [*_kinds_before(stretch, own[0], used), own[0]] if counted else []
    return _noun_of(stretch, at, used) or _owned(stretch, at)


def _is_only(stretch: Stretch, at: int) -> bool:
    """Return whether a noun tells who died: "a girl was *the only* fatality"."""
    before = stretch.lowers[max(stretch.first, at - 3) : at]
    return before[1:] == ["the", "only"] and before[0] in PASSIVE


def _kinds_before(stretch: Stretch, last: Quantity, used: set[int]) -> list[Quantity]:
    """Return the "two rebel" of "two rebel and one military fatality"."""
    before = [q for q in stretch.quantities if q.last == last.first - 1 and q.first not in used]
    linked = stretch.lowers[last.first - 1] in ("and", ",")
    plain = [q for q in before if q.low > 1 and is_one_person(q.head)]
    return plain if linked else []


def _owned(stretch: Stretch, at: int) -> list[Quantity]:
    """Return one for "his bullet-riddled body was found" and "the corpse was recovered"."""
    lowers = stretch.lowers
    if lowers[at] not in BODIES:
        return []
    before = lowers[max(stretch.first, at - ADJECTIVE_REACH - 1) : at]
    after = lowers[at + 1 : min(at + FOUND_REACH, stretch.last)]
    found = not BODY_VERBS.isdisjoint(after) and not PASSIVE.isdisjoint(after)
    if lowers[at] not in ("body", "corpse"):
        # "Their bodies were found": whom the sentence before counted.
        return antecedent(stretch, at - 1) if found and before[-1:] == ["their"] else []
    return [one_person(at, at + 1, lowers[at])] if found and not OWNERS.isdisjoint(before) else []


def _throats(stretch: Stretch, at: int, used: set[int]) -> list[Quantity]:
    """Return whom "with their throats cut" and "slitting his throat" mean."""
    lowers = stretch.lowers
    if not SLIT.isdisjoint(lowers[at + 1 : min(at + 2, stretch.last)]):
        return subjects_before(stretch, max(at - THROAT_REACH, stretch.first), used)
    if SLIT.isdisjoint(lowers[max(stretch.first, at - THROAT_REACH) : at]):
        return []
    if lowers[at - 1] in ("his", "her"):
        return [one_person(at - 1, at, lowers[at - 1])]
    return objects_after(stretch, at + 1, used) if lowers[at + 1 : at + 2] == ["of"] else []


def _noun_of(stretch: Stretch, at: int, used: set[int]) -> list[Quantity]:
    """Return whom "the death of two men" means; a body that was found is one, whoever it was."""
    word, following = stretch.lowers[at], stretch.lowers[at + 1 : at + 2]
    if following and following[0] in STANDING and stretch.lowers[at + 2 : at + 3] == ["at"]:
        return objects_after(stretch, at + 3, used)
    if following == ["to"] and word in ("injuries", "injury"):
        return objects_after(stretch, at + 2, used)
    if following not in (["of"], [":"]) or (word in BODIES and not _is_found(stretch)):
        return []
    return objects_after(stretch, at + 1, used) or _one_of(stretch, at)


def _one_of(stretch: Stretch, at: int) -> list[Quantity]:
    """Return one for "the death of an emir" and "the body of Musa Ali", whatever the noun."""
    if stretch.lowers[at] == "death":
        return killed_one(stretch, at + 2)
    body = stretch.lowers[at] in ("body", "corpse")
    return [one_person(at, at + 1, stretch.lowers[at])] if body else []


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
