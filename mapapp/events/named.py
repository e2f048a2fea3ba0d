"""A person's name as the victim: "shot dead Adalat Khan", "Adalat Khan was killed"."""

from mapapp.events.people import is_one_person, is_people
from mapapp.events.persons import Quantity, one_person
from mapapp.events.stretch import Stretch
from mapapp.events.toll_words import DEATHBED, DYING

PARTICLES = frozenset("al el bin ibn de la van von abu".split())
SHORTEST_NAME = 2
"""Words in capitals that make a person's name; one alone may be a place or a group."""

LONGEST_NAME = 6
DEATHBED_REACH = 6
"""Tokens after "died" in which the wounds or the hospital stand."""

SINGULAR = frozenset(("was", "is", "been"))


def name_after(stretch: Stretch, at: int, *, shortest: int = SHORTEST_NAME) -> list[Quantity]:
    """Return one for a person's name of so many words in capitals that starts at a token."""
    end = at
    while end < min(stretch.last, at + LONGEST_NAME) and _is_name(stretch, end):
        end += 1
    following = stretch.lowers[end] if end < stretch.last else ""
    if is_one_person(following):
        return [one_person(at, end + 1, following)] if end > at else []
    if _length(stretch, at, end) < shortest or is_people(following):
        return []
    return [one_person(at, end)]


def name_before(
    stretch: Stretch, begin: int, end: int, verb: int, *, shortest: int = SHORTEST_NAME
) -> list[Quantity]:
    """Return one for a person's name before "was killed" or "died of his wounds".

    The singular tells that it is one; "died" has none, and needs words of a violent death.
    """
    dying = stretch.lowers[verb] in DYING and not DEATHBED.isdisjoint(
        stretch.lowers[verb : min(verb + DEATHBED_REACH, stretch.last)]
    )
    if end == begin or not (dying or not SINGULAR.isdisjoint(stretch.lowers[end:verb])):
        return []
    return name_ending(stretch, begin, end, shortest=shortest)


def name_ending(stretch: Stretch, begin: int, end: int, *, shortest: int) -> list[Quantity]:
    """Return one for a person's name of so many words in capitals that ends at a token."""
    at = end
    while at > max(begin, end - LONGEST_NAME) and _is_name(stretch, at - 1):
        at -= 1
    titled = at > begin and is_one_person(stretch.lowers[at - 1])
    return [one_person(at, end)] if _length(stretch, at, end) >= (1 if titled else shortest) else []


def _is_name(stretch: Stretch, at: int) -> bool:
    if not stretch.words or at in stretch.actors:
        return False
    word = stretch.words[at]
    capital = word[0].isupper() and word.isalpha() and not word.isupper()
    return capital or stretch.lowers[at] in PARTICLES or word == "-"


def _length(stretch: Stretch, first: int, last: int) -> int:
    """Return the words in capitals of a stretch."""
    return sum(stretch.words[at][0].isupper() for at in range(first, last))
