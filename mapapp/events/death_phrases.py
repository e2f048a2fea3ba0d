"""Deaths told by phrases: "lost their lives", "leaving him dead", "shot two men dead", totals."""

from collections.abc import Callable

from mapapp.events.death_nouns import counted_noun
from mapapp.events.listed import persons_after, pronouns_after
from mapapp.events.named import SHORTEST_NAME, name_after
from mapapp.events.objects import objects_after, pronoun_after
from mapapp.events.people import is_one_person
from mapapp.events.persons import Quantity
from mapapp.events.stretch import Stretch, can_count
from mapapp.events.subjects import adjacent_before, subjects_before, total_of
from mapapp.events.toll_words import (
    ADJECTIVE_REACH,
    FOUND_DEAD,
    LEFT,
    LEFT_REACH,
    LIVES_VERBS,
    LOSABLE,
    POSSESSIVES,
    SHOT_REACH,
    TOLD_DEATHS,
    TOTAL_LINKS,
    TOTAL_REACH,
)


def _adjective(stretch: Stretch, at: int, used: set[int]) -> list[Quantity]:
    if "shot" in stretch.lowers[max(stretch.first, at - ADJECTIVE_REACH) : at]:
        return []
    if stretch.lowers[max(at - 2, stretch.first) : at] == AMONG_THE:
        # "Two officers were among the dead": at least they, where no death is told before.
        told = stretch.told or not TOLD_DEATHS.isdisjoint(stretch.lowers[stretch.first : at])
        return [] if told else subjects_before(stretch, at - 2, used)
    chain = adjacent_before(stretch, at, used) or _lives(stretch, at, used)
    if chain or stretch.lowers[at] != "dead":
        return chain
    if stretch.lowers[at - 1] in FOUND_DEAD:
        # "14 soldiers of the army are reported dead": words stand between.
        return subjects_before(stretch, at, used)
    if stretch.lowers[at - 1] in ("are", "were"):
        chain = subjects_before(stretch, at, used)
        return chain if all(q.kind == "people" and q.high != 1 for q in chain) else []
    return _left_dead(stretch, at, used)


AMONG_THE = ["among", "the"]
FIGHTS = frozenset("ambush battle battles combat action fighting clash clashes defending".split())
TAKEN = frozenset("took take takes taking taken held".split())
BURNED = frozenset("burned burnt buried burning burn burying roasted".split())
"""Verbs that kill when "alive" follows."""


def _lives(stretch: Stretch, at: int, used: set[int]) -> list[Quantity]:
    """Return whom "claimed the lives of" and "12 people lost their lives" mean."""
    if stretch.lowers[at] not in ("life", "lives"):
        return []
    of = stretch.lowers[at + 1 : at + 2] == ["of"]
    if of and (stretch.lowers[at] == "lives" or _takes_life(stretch, at)):
        return objects_after(stretch, at + 1, used) or name_after(stretch, at + 2)
    if of or (stretch.lowers[at] == "life" and stretch.lowers[at - 1] not in POSSESSIVES):
        return []
    begin = max(stretch.first, at - SHOT_REACH)
    verb = next((i for i in range(at - 1, begin - 1, -1) if stretch.lowers[i] in LIVES_VERBS), None)
    if verb is None:
        return []
    inside = [q for q in stretch.quantities if verb < q.first < at and q.first not in used]
    return inside[:1] or subjects_before(stretch, verb, used)


def _shot_dead(stretch: Stretch, at: int, used: set[int]) -> list[Quantity]:
    """Return whom "shot dead two men", "two men were shot dead" and "shot two men dead" mean."""
    reach = stretch.lowers[at + 1 : min(at + SHOT_REACH, stretch.last)]
    if "dead" not in reach:
        return []
    if stretch.lowers[at + 1] == "dead" and (whole := total_of(stretch, at)):
        return [] if whole[0].first in used else whole
    chain = objects_after(stretch, at + 1, used) or pronouns_after(stretch, at + 1, used)
    after = at + 1 + (stretch.lowers[at + 1] == "dead")
    # "Shot Yadav, a driver, dead": between the two words even one name is a person's.
    shortest = SHORTEST_NAME if after > at + 1 else 1
    chain = chain or persons_after(stretch, after, used, shortest=shortest)
    return chain or subjects_before(stretch, at, used)


def _takes_life(stretch: Stretch, at: int) -> bool:
    """Return whether something "claimed the life of" somebody."""
    return not LIVES_VERBS.isdisjoint(stretch.lowers[max(stretch.first, at - 3) : at])


def _left_dead(stretch: Stretch, at: int, used: set[int]) -> list[Quantity]:
    """Return whom "leaving him dead" and "left Omar Hadi, an elder, dead" mean."""
    begin = max(stretch.first, at - LEFT_REACH)
    verb = next((i for i in range(at - 1, begin - 1, -1) if stretch.lowers[i] in LEFT), None)
    if verb is None:
        return []
    return pronoun_after(stretch, verb + 1, used) or name_after(
        stretch, verb + 1, shortest=SHORTEST_NAME if stretch.told else 1
    )


def _alive(stretch: Stretch, at: int, used: set[int]) -> list[Quantity]:
    """Return whom "burned alive two men" and "two men were buried alive" mean."""
    begin = max(stretch.first, at - SHOT_REACH)
    verb = next((i for i in range(at - 1, begin - 1, -1) if stretch.lowers[i] in BURNED), None)
    if verb is None:
        return []
    if verb == at - 1:
        return objects_after(stretch, at + 1, used) or subjects_before(stretch, verb, used)
    # "Burned nine villagers alive."
    chain = objects_after(stretch, verb + 1, used)
    return chain if chain and chain[-1].last == at else []


def _lost(stretch: Stretch, at: int, used: set[int]) -> list[Quantity]:
    """Return whom "lost 400 soldiers" means; "lost two villages" and "lost his son" none."""
    chain = objects_after(stretch, at + 1, used)
    counted = all(q.kind == "people" and q.head in LOSABLE for q in chain)
    return chain if chain and counted and stretch.lowers[at + 1] not in POSSESSIVES else []


def _hostage(stretch: Stretch, at: int, used: set[int]) -> list[Quantity]:
    """Return whom "took three nuns hostage" and "two guards were taken hostage" mean."""
    begin = max(stretch.first, at - SHOT_REACH)
    verb = next((i for i in range(at - 1, begin - 1, -1) if stretch.lowers[i] in TAKEN), None)
    if verb is None:
        return []
    chain = objects_after(stretch, verb + 1 if verb < at - 1 else at + 1, used)
    passive = stretch.lowers[verb] in ("taken", "held")
    return chain or (subjects_before(stretch, verb, used) if passive else [])


def _fell(stretch: Stretch, at: int, used: set[int]) -> list[Quantity]:
    """Return whom "two gendarmes fell in an ambush" means; who fell from a roof did not."""
    following = stretch.lowers[at + 1 : min(at + SHOT_REACH, stretch.last)]
    if following[:1] != ["in"] or FIGHTS.isdisjoint(following):
        return []
    chain = [q for q in stretch.quantities if q.last == at and q.first not in used]
    return [q for q in chain if q.head in LOSABLE or is_one_person(q.head)]


def _total(stretch: Stretch, at: int, used: set[int]) -> list[Quantity]:
    """Return the N of "death toll rose to N" and "brought the number of ... killed to N"."""
    lowers = stretch.lowers
    ahead = lowers[at : min(at + TOTAL_REACH, stretch.last)]
    if lowers[at] == "number" and not any(w in ("killed", "dead", "deaths") for w in ahead):
        return []
    if lowers[at] == "toll" and (at == stretch.first or lowers[at - 1] == "injury"):
        return []
    for quantity in stretch.quantities:
        if quantity.first in used:
            continue
        if at < quantity.first < at + TOTAL_REACH and lowers[quantity.first - 1] in TOTAL_LINKS:
            return [quantity] if can_count(quantity, strict=False) else []
    return []


SPECIAL_FORMS: dict[str, Callable[[Stretch, int, set[int]], list[Quantity]]] = {
    "total": _total,
    "adjective": _adjective,
    "noun": counted_noun,
    "shot": _shot_dead,
    "lost": _lost,
    "alive": _alive,
    "hostage": _hostage,
    "fell": _fell,
}
"""How a toll word stands to its people, to what finds them: sentence, token, phrases used."""
