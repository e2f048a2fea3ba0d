"""Counted people in a sentence: "at least 13 people", "a woman and two children"."""

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import compress

from mapapp.events.amounts import PAIRS, TENS, UNITS, VAGUE, Number, read_number
from mapapp.events.calendar_dates import MONTHS
from mapapp.events.hedges import with_hedge
from mapapp.events.people import DEATH_NOUNS, FAMILY_WORDS, NOT_PEOPLE, SELVES, is_people
from mapapp.events.persons import (
    DETERMINERS,
    LONGEST_PHRASE,
    PARENTS,
    STOPPERS,
    Quantity,
    find_person,
    past_bracket,
)
from mapapp.text.remembered import Remembered

STARTERS = DETERMINERS | SELVES | VAGUE.keys() | UNITS.keys() | TENS.keys() | {"half", "both"}
"""Words other than digits with which a counted phrase starts."""

COUNTED_DEATHS = DEATH_NOUNS - {"dead"}
HURT = frozenset("wounded injured victims dead deceased slain".split())
STATES = frozenset("hostage captive prisoner hostages".split())
"""What people are after "took", no noun that the number counts."""

WOULD_BE = ["would", "-", "be"]
SAME_FAMILY = frozenset("a an the one same his her single".split())
TAKEN = frozenset("kidnapped abducted captured detained arrested missing".split())
PARTITIVES = frozenset("them whom these those which".split())
_AGE_OR_UNIT = re.compile(r"\d+(?:st|nd|rd|th|mm|km|kg|am|pm|s)")
_YEAR_LOW, _YEAR_HIGH = 1900, 2100


_OPENS = Remembered(lambda word: word in STARTERS or word[0].isdigit())


def find_quantities(
    lowers: Sequence[str], words: Sequence[str], first: int, last: int
) -> list[Quantity]:
    """Return the counted noun phrases of a sentence, left to right, none overlapping.

    Ages, dates, times, years, ordinals and numbers of units are never counted.
    """
    found: list[Quantity] = []
    free = first
    for at in compress(range(first, last), map(_OPENS.__getitem__, lowers[first:last])):
        if at < free:
            continue
        quantity = _numbered(lowers, words, at, last) or find_person(lowers, words, at, last)
        if quantity is not None:
            found.append(with_hedge(lowers, quantity, first))
            # "Five members of one family" and "the wife of a soldier" are counted once.
            whose = quantity.kind == "people" and lowers[quantity.last : quantity.last + 1] == [
                "of"
            ]
            free = quantity.last + 2 * whose
    return found


def _numbered(lowers: Sequence[str], words: Sequence[str], at: int, last: int) -> Quantity | None:
    number = read_number(lowers, at, last)
    if number is None or (at > 0 and lowers[at - 1] == "how"):
        return None
    number = _range(lowers, number, last)
    if _is_no_count(lowers, number, last):
        return None
    if at < last and lowers[number.last : number.last + 1] == ["who"]:
        return None
    part = _past_partitive(lowers, number.last, last)
    if part:
        return _counted(number, part, lowers[part - 1], "part")
    of_family = _past_family(lowers, number.last, last)
    if of_family:
        return _counted(number, of_family, "members", "people")
    head, end = _head(lowers, words, _past_whole(lowers, number, last), last)
    if not head:
        end = max(_past_name(words, number.last, last), _past_more(lowers, number.last, last))
    if head in PAIRS:
        high = None if number.high is None else 2 * number.high
        number = replace(number, low=2 * number.low, high=high)
    # "A couple travelling on a motorcycle": two people, whatever follows.
    pair = lowers[number.last - 1] in PAIRS
    kind = "people" if pair and not head else _kind(head)
    return _counted(number, max(end, number.last), head, kind)


def _counted(number: Number, last: int, head: str, kind: str) -> Quantity:
    return Quantity(
        first=number.first,
        last=last,
        low=number.low,
        high=number.high,
        hedge="",
        head=head,
        kind=kind,
    )


def _past_partitive(lowers: Sequence[str], at: int, last: int) -> int:
    """Return one past "of them" after a number, which counts a part of people named before."""
    if at + 1 < last and lowers[at] == "of" and lowers[at + 1] in PARTITIVES:
        return at + 2
    hurt = lowers[at : at + 2] == ["of", "the"] and at + 2 < last and lowers[at + 2] in HURT
    return at + 3 if hurt else 0


def _past_family(lowers: Sequence[str], at: int, last: int) -> int:
    """Return one past "of a family" and "of the same family" after a number; 0 without it."""
    if lowers[at : at + 1] != ["of"]:
        return 0
    for end in range(at + 2, min(at + 5, last)):
        if lowers[end] in FAMILY_WORDS:
            return end + 1
        if lowers[end - 1] not in SAME_FAMILY:
            return 0
    return 0


def _past_whole(lowers: Sequence[str], number: Number, last: int) -> int:
    """Return where the noun of "two out of three people" and "two of the three men" begins."""
    at = number.last
    at += lowers[at : at + 2] == ["out", "of"]
    if lowers[at : at + 1] != ["of"]:
        return number.last
    at += 1 + (lowers[at + 1 : at + 2] in (["the"], ["their"], ["his"], ["its"]))
    whole = read_number(lowers, at, last) if at < last else None
    if whole is None or number.low > whole.low:
        return number.last
    # "One of three kidnapped workers."
    taken = whole.last < last and lowers[whole.last] in TAKEN
    following = lowers[whole.last + 1 : min(whole.last + 4, last)]
    return whole.last + (taken and any(is_people(word) for word in following))


def _past_name(words: Sequence[str], at: int, last: int) -> int:
    """Return one past the name that a number counts ("15 Taliban", "34 Tigers")."""
    stop = min(at + 2, last)
    while at < stop and words[at][0].isupper():
        at += 1
    return at


def _range(lowers: Sequence[str], number: Number, last: int) -> Number:
    """Return "10 to 15", "10-15", "10 or 15" and "between 10 and 15" as one number."""
    at = number.last
    between = number.first > 0 and lowers[number.first - 1] == "between"
    joints = ("to", "-", "–", "or", "and") if between else ("to", "-", "–", "or")
    if at + 1 >= last or lowers[at] not in joints or number.high is None:
        return number
    upper = read_number(lowers, at + 1, last)
    if upper is None or upper.high is None or upper.low <= number.low:
        return number
    first = number.first - between
    return Number(first=first, last=upper.last, low=number.low, high=upper.high)


def _is_no_count(lowers: Sequence[str], number: Number, last: int) -> bool:
    """Return whether a number is an age, date, time, year, unit number or amount of money."""
    before = lowers[number.first - 1] if number.first else ""
    following = lowers[number.last] if number.last < last else ""
    digits = lowers[number.first][0].isdigit()
    parent = before == "of" and number.first > 1 and lowers[number.first - 2] in PARENTS
    dated = before in MONTHS and not (_is_day(lowers, number.first - 2) and is_people(following))
    if parent or dated or following in MONTHS or (digits and "/" in (before, following)):
        return True
    if before in ("$", "€", "£", "aged", "age", "no", "number", "route", "highway", "unit", "#"):
        return True
    if following in ("%", "percent", "th", "s", ":", "years") or _AGE_OR_UNIT.fullmatch(following):
        return True
    if following == "-" and number.last + 1 < last and lowers[number.last + 1] == "year":
        return True
    if digits and before == "," and following in (",", ")"):
        return True
    year = digits and number.low == number.high and _YEAR_LOW <= number.low < _YEAR_HIGH
    plain_year = year and "," not in lowers[number.first]
    return plain_year and not is_people(following)


def _is_day(lowers: Sequence[str], at: int) -> bool:
    """Return whether a token is a day of the month: "on 24 July 5 civilians were killed"."""
    return at >= 0 and lowers[at].isdigit() and 1 <= int(lowers[at]) <= 31  # noqa: PLR2004 (days)


def _head(lowers: Sequence[str], words: Sequence[str], at: int, last: int) -> tuple[str, int]:
    """Return the noun that a number counts and one past its last token."""
    if at < last and lowers[at] == "of" and at + 1 < last:
        at += 2 if lowers[at + 1] in ("the", "their", "his", "its", "them", "whom") else 1
    at = _past_more(lowers, at, last)
    head, end = "", at
    index, stop = at - 1, min(at + LONGEST_PHRASE, last)
    while (index := index + 1) < stop:
        word = lowers[index]
        doing = word.endswith("ing") and is_people(head)
        if head and (doing or word[0].isdigit() or word in STATES):
            # "3 fatalities - 2 rebels and a soldier", "took three nuns hostage".
            break
        if word == "(" and (end_of := past_bracket(lowers, index, last)) > index:
            index = end_of - 1
            continue
        name = len(word) > 1 and words[index].isupper()
        if lowers[index : index + 3] == WOULD_BE:
            index += 2
            continue
        stops = word in STOPPERS and not name and not _is_hearsay(lowers, index, last)
        stops |= word == "of" and is_people(head)
        if stops or not (word[0].isalnum() or word in "-'/"):
            break
        if _kind(word) != "bare":
            head, end = word, index + 1
    return head, end


def _past_more(lowers: Sequence[str], at: int, last: int) -> int:
    """Return one past the "more" of "six more wounded"; of "ten more than" none."""
    more = at + 1 < last and lowers[at] == "more" and lowers[at + 1] != "than"
    return at + more


def _is_hearsay(lowers: Sequence[str], at: int, last: int) -> bool:
    """Return whether "reported" stands between a number and its deaths ("5 reported deaths")."""
    return lowers[at] == "reported" and at + 1 < last and lowers[at + 1] in COUNTED_DEATHS


def _kind(head: str) -> str:
    if head in DEATH_NOUNS:
        return "dead"
    if head in PAIRS:
        return "people"
    if head in FAMILY_WORDS:
        return "family"
    if head in NOT_PEOPLE:
        return "other"
    return "people" if is_people(head) else "bare"
