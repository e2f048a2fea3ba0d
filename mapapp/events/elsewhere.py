"""Numbers that share a verb: "two people were killed in Gao, three in Kidal and one in Menaka"."""

from collections.abc import Sequence

from mapapp.events.persons import Quantity
from mapapp.events.stretch import Stretch
from mapapp.events.toll_words import AUXILIARIES, BREAKS, TOLL_WORDS

AT = frozenset("in at near outside".split())
JOINTS = frozenset((",", "and", ";"))
ENDS = JOINTS | {"."}


def elsewhere_after(stretch: Stretch, at: int, used: set[int]) -> list[Quantity]:
    """Return the bare numbers that a verb counts in further places.

    Args:
        stretch: The sentence.
        at: Token of the verb, whose own people are counted.
        used: First tokens of phrases counted before.
    """
    found: list[Quantity] = []
    for quantity in stretch.quantities:
        if quantity.first <= at or quantity.first in used:
            continue
        between = stretch.lowers[at + 1 : quantity.first]
        if AT.isdisjoint(between) or between[-1] not in JOINTS or _tells(between):
            break
        if quantity.kind != "bare" or not _is_placed(stretch, quantity):
            break
        found.append(quantity)
        at = quantity.last - 1
    return found


def _is_placed(stretch: Stretch, quantity: Quantity) -> bool:
    """Return whether a place follows a number, and no verb of its own."""
    lowers, last = stretch.lowers, stretch.last
    if quantity.last >= last or lowers[quantity.last] not in AT:
        return False
    end = next((at for at in range(quantity.last, last) if lowers[at] in ENDS), last)
    return not _tells(lowers[quantity.last : end])


def _tells(words: Sequence[str]) -> bool:
    """Return whether words hold a verb or begin another clause."""
    return any(
        word in TOLL_WORDS or word in BREAKS or word in AUXILIARIES or word.endswith("ed")
        for word in words
        if word not in JOINTS
    )
