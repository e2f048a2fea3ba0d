"""A coder's remarks about deaths, which are of the note and tell no event of their own.

Coded notes end with remarks such as "Unknown fatalities coded as 10", "10 fatalities split across
two events" or a bare "2 fatalities." They restate the toll of what the note told before, or set it
where the note gives no number; the share of "this event" outranks the total.
"""

from collections.abc import Sequence

from mapapp.events.amounts import Number, read_number
from mapapp.model.record import record

DEATHS = frozenset("fatalities fatality deaths".split())
MARKS = DEATHS | {"coded"}
"""Words without one of which a sentence holds no remark."""

SPLIT = frozenset("split spread distributed divided shared".split())
LINKS = frozenset("as at to with a total of".split())
HERE = frozenset(("this", "here"))
HURT = frozenset("injured wounded injuries".split())
NOT_DEATHS = frozenset("events event locations location km days separate".split())
BREAKS = frozenset(",;([")
CLOSERS = frozenset(")]")
REACH = 6
LONGEST_TOTAL = 8
"""Tokens of a sentence that only restates a total: "At least 12 fatalities were reported."""

TOTAL_WORDS = DEATHS | frozenset(
    "at least reported total in were was with a of and no more than over up to about around . "
    "approximately confirmed overall there [ ] ( ) , ;".split()
)


@record
class Remark:
    """A remark about deaths at tokens ``first`` up to but not ``last``.

    Attributes:
        first: First token.
        last: One past the last token.
        deaths: The number that it gives; None when it only says that deaths are split.
        own: Whether the number is the share of this event among several.
    """

    first: int
    last: int
    deaths: int | None
    own: bool


def find_remark(lowers: Sequence[str], first: int, last: int) -> Remark | None:
    """Return the remark of a sentence; None when it has none.

    Args:
        lowers: Folded tokens.
        first: First token of the sentence.
        last: One past its last token.
    """
    deaths = [at for at in range(first, last) if lowers[at] in DEATHS]
    if deaths and last - first <= LONGEST_TOTAL:
        number = _restated(lowers, first, last)
        if number is not None:
            return Remark(first=first, last=last, deaths=number.low, own=False)
    remark = _coded(lowers, first, last)
    if remark is not None:
        return remark
    for at in deaths:
        if any(lowers[i] in SPLIT for i in range(at, min(at + REACH, last))):
            number = _number_before(lowers, at, first)
            return _remark(lowers, first, last, at, number.low if number else None, own=False)
    return None


def _coded(lowers: Sequence[str], first: int, last: int) -> Remark | None:
    """Return "coded as 10" and "3 fatalities coded to this event"; a share before a total."""
    best: Remark | None = None
    for at in range(first, last):
        if lowers[at] != "coded":
            continue
        number = _number_after(lowers, at + 1, last)
        after = number.last if number else at
        if number is None and _deaths_before(lowers, at, first):
            number = _number_before(lowers, at, first)
        if number is None:
            continue
        own = any(lowers[i] in HERE for i in range(after, min(after + REACH, last)))
        if best is None or own:
            best = _remark(lowers, first, last, at, number.low, own=own)
    return best


def _number_after(lowers: Sequence[str], at: int, last: int) -> Number | None:
    while at < last and lowers[at] in LINKS:
        at += 1
    number = read_number(lowers, at, last) if at < last else None
    if number is None or (number.last < last and lowers[number.last] in NOT_DEATHS):
        return None
    return number


def _deaths_before(lowers: Sequence[str], at: int, first: int) -> bool:
    return any(lowers[i] in DEATHS for i in range(first, at))


def _number_before(lowers: Sequence[str], at: int, first: int) -> Number | None:
    """Return the number nearest before a token in its clause."""
    for begin in range(at - 1, max(first, at - REACH) - 1, -1):
        if lowers[begin] in BREAKS:
            return None
        number = read_number(lowers, begin, at)
        if number is not None:
            return number
    return None


def _restated(lowers: Sequence[str], first: int, last: int) -> Number | None:
    """Return the number of a sentence that holds nothing but a total of deaths."""
    found: Number | None = None
    at = first
    while at < last:
        number = read_number(lowers, at, last) if lowers[at] != "a" else None
        if number is not None and not HURT.isdisjoint(lowers[number.last : number.last + 1]):
            at = number.last + 1
        elif number is not None and found is None:
            found, at = number, number.last
        elif lowers[at] in TOTAL_WORDS:
            at += 1
        else:
            return None
    return found


def _remark(
    lowers: Sequence[str], first: int, last: int, at: int, deaths: int | None, *, own: bool
) -> Remark:
    """Return a remark from the mark before it to the bracket that closes it."""
    begin = at
    while begin > first and lowers[begin - 1] not in BREAKS:
        begin -= 1
    end = at
    while end < last and lowers[end] not in CLOSERS:
        end += 1
    return Remark(first=begin, last=end, deaths=deaths, own=own)
