"""Words before a number that make it a bound or an estimate: "at least 13", "up to 20"."""

from collections.abc import Sequence

from mapapp.events.persons import Quantity

LOWER_BOUNDS = (
    "at least",
    "more than",
    "over",
    "no fewer than",
    "no less than",
    "not less than",
    "upwards of",
    "in excess of",
    "a minimum of",
    "at the least",
    "well over",
    "above",
)
UPPER_BOUNDS = (
    "up to",
    "as many as",
    "fewer than",
    "less than",
    "at most",
    "a maximum of",
    "under",
    "not more than",
    "no more than",
)
APPROXIMATE = (
    "about",
    "around",
    "some",
    "nearly",
    "almost",
    "approximately",
    "an estimated",
    "estimated",
    "roughly",
    "close to",
    "just over",
    "just under",
    "reportedly",
    "circa",
)
NEUTRAL = (
    *("another", "an additional", "additional", "only", "just", "all", "the", "a total of"),
    *("his", "her", "their", "its", "other"),
)

_HEDGES: dict[str, str] = {
    **dict.fromkeys(LOWER_BOUNDS, "low"),
    **dict.fromkeys(UPPER_BOUNDS, "high"),
    **dict.fromkeys(APPROXIMATE, "about"),
    **dict.fromkeys(NEUTRAL, ""),
}
LONGEST_HEDGE = 4


def with_hedge(lowers: Sequence[str], quantity: Quantity, first: int) -> Quantity:
    """Return a quantity with the bounds that the words before it set.

    Args:
        lowers: Folded tokens.
        quantity: A counted phrase.
        first: First token of the sentence.
    """
    begin = quantity.first
    hedge, effect = "", ""
    for length in range(LONGEST_HEDGE, 0, -1):
        if begin - length < first:
            continue
        phrase = " ".join(lowers[begin - length : begin])
        if phrase in _HEDGES:
            begin -= length
            effect = _HEDGES[phrase]
            hedge = phrase if effect else ""
            break
    low, high = quantity.low, quantity.high
    if effect == "low":
        high = None
    elif effect == "high":
        low, high = 1, quantity.high or quantity.low
    return Quantity(
        first=begin,
        last=quantity.last,
        low=low,
        high=high,
        hedge=hedge,
        head=quantity.head,
        kind=quantity.kind,
    )
