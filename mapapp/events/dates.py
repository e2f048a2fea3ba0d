"""When: day and month names, weekdays and relative words resolved against the publication date.

Without a publication date only dates with a year are resolved; the rest stays unknown.
A weekday means its last occurrence up to the publication date, the day itself included, which is
how news uses it; "next Thursday" and weekdays after a word of planning mean the next one.
"""

import calendar
from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta

from mapapp.events.amounts import UNITS, read_number
from mapapp.events.calendar_dates import MONTHS, PARTS, calendar_date, exact_days, part_of_month
from mapapp.events.date_phrases import (
    DatePhrase,
    days_before,
    one_day,
    phrase_of,
    precision_of,
    span,
)
from mapapp.events.said_days import is_said
from mapapp.events.told_days import DAY_PARTS, EARLIER, LATER, counted_days, told_day
from mapapp.model.event import DateRange

WEEKDAYS = {name.lower(): at for at, name in enumerate(calendar.day_name)}
WEEKDAYS |= {f"{name}'s": at for name, at in WEEKDAYS.items()}
SATURDAY = 5
RELATIVE_DAYS = {"today": 0, "tonight": 0, "yesterday": -1, "tomorrow": 1, "overnight": -1}
RELATIVE_DAYS |= {f"{name}'s": days for name, days in RELATIVE_DAYS.items()}
WEEKENDS = frozenset(("weekend", "weekend's"))
WEEKEND_LEADS = frozenset("the this last past same that".split())
TO = frozenset("to into - – and".split())
"""Between two days in a row: "overnight Thursday to Friday"."""

UNIT_DAYS = {"day": 1, "week": 7, "month": 30, "year": 365}

DIGITS = frozenset("0123456789")
RELATIVE_WORDS = frozenset("this last past recent earlier next".split())
COUNT_WORDS = frozenset(("a", "an", "few", "several"))
STARTERS = (
    WEEKDAYS.keys()
    | MONTHS.keys()
    | RELATIVE_DAYS.keys()
    | PARTS.keys()
    | UNITS.keys()
    | RELATIVE_WORDS
    | COUNT_WORDS
    | WEEKENDS
    | DAY_PARTS
)
"""Words other than digits with which a date phrase starts."""

COUNTED = EARLIER | LATER | frozenset(("ago",))
COUNTED_REACH = 7
"""Tokens from a number to a word that counts days from it: "one hundred and fifty days ago"."""

ENDED_DAYS = 14
"""Background begins this many days before publication."""

_ANY_DAY = date(2000, 1, 1)


def find_dates(
    lowers: Sequence[str],
    first: int,
    last: int,
    published: date | None,
    told: date | None = None,
) -> list[DatePhrase]:
    """Return the date phrases of a sentence, left to right.

    Args:
        lowers: Folded tokens.
        first: First token of the sentence.
        last: One past its last token.
        published: Day of publication; None leaves everything without a year unknown.
        told: Day told last in the sentences before, for "the same day"; None when none was.
    """
    found: list[DatePhrase] = []
    free = first
    for at in [
        at for at in range(first, last) if lowers[at] in STARTERS or lowers[at][0] in DIGITS
    ]:
        phrase = _phrase(lowers, at, last, published, told) if at >= free else None
        if phrase is None:
            continue
        free = phrase.last
        if phrase.first > first and lowers[phrase.first - 1] == "since":
            phrase = _since(phrase, published)
        phrase = replace(phrase, said=is_said(lowers, first, phrase.first))
        told = phrase.day or told
        before = found[-1] if found else None
        joined = _joined(lowers, before, phrase) if before is not None else None
        if joined is None:
            found.append(phrase)
        else:
            found[-1] = joined
    return found


def is_long_ago(lowers: Sequence[str], first: int, last: int) -> bool:
    """Return whether tokens hold "three weeks ago" or the like, from before any recent news.

    Needs no publication date, as what it counts back from does not matter.
    """
    if "ago" not in lowers[first:last]:
        return False
    phrases = find_dates(lowers, first, last, _ANY_DAY)
    ends = (phrase.when.end for phrase in phrases if lowers[phrase.last - 1] == "ago")
    return any(end is not None and (_ANY_DAY - end).days > ENDED_DAYS for end in ends)


def _phrase(
    lowers: Sequence[str], at: int, last: int, published: date | None, told: date | None
) -> DatePhrase | None:
    word = lowers[at]
    if word in MONTHS or (word[0].isdigit() and len(word) <= 4):  # noqa: PLR2004  (day or year)
        phrase = calendar_date(lowers, at, last, published)
        if phrase is not None:
            return phrase
    if word in PARTS:
        return part_of_month(lowers, at, last, published)
    return None if published is None else _counted_back(lowers, at, last, published, told)


def _counted_back(
    lowers: Sequence[str], at: int, last: int, published: date, told: date | None
) -> DatePhrase | None:
    """Return a phrase that only the publication date gives a meaning."""
    word = lowers[at]
    if word in WEEKDAYS:
        return phrase_of(at, at + 1, _weekday(lowers, at, published))
    if word in RELATIVE_DAYS:
        return phrase_of(at, at + 1, one_day(published + timedelta(days=RELATIVE_DAYS[word])))
    if word in WEEKENDS:
        return phrase_of(at, at + 1, _weekend(lowers, at, published))
    if word in DAY_PARTS:
        return told_day(lowers, at, last, told, published)
    if word in RELATIVE_WORDS:
        return _relative(lowers, at, last, published)
    counted = not COUNTED.isdisjoint(lowers[at + 2 : min(at + COUNTED_REACH, last)])
    days = counted_days(lowers, at, last, told, published) if counted else None
    return _ago(lowers, at, last, published) if counted and days is None else days


def _joined(lowers: Sequence[str], before: DatePhrase, phrase: DatePhrase) -> DatePhrase | None:
    """Return two phrases as one: "Thursday, 13 August", "the night of Thursday to Friday".

    Of "Thursday, 13 August" the calendar day counts.
    """
    between = lowers[before.last : phrase.first]
    if before.day is None or phrase.day is None or len(between) > 1:
        return None
    named = lowers[before.first].removesuffix("'s") in WEEKDAYS
    lead = lowers[phrase.first]
    exact = lead in MONTHS or lead[0] in DIGITS
    if named and exact and between in ([], [","]):
        return replace(phrase, first=before.first, said=before.said)
    if between and between[0] in TO and (phrase.day - before.day).days == 1:
        return replace(phrase, first=before.first, when=span(before.day, phrase.day))
    return None


def _weekend(lowers: Sequence[str], at: int, published: date) -> DateRange | None:
    """Return the last Saturday and Sunday up to publication; None for "weekend market"."""
    lead = lowers[at - 1] if at else ""
    if lead not in WEEKEND_LEADS:
        return None
    saturday = days_before(published, (published.weekday() - SATURDAY) % 7)
    if lead == "last" and published.weekday() >= SATURDAY:
        saturday = days_before(saturday, 7)
    return span(saturday, min(saturday + timedelta(days=1), published))


def _weekday(lowers: Sequence[str], at: int, published: date) -> DateRange:
    back = (published.weekday() - WEEKDAYS[lowers[at]]) % 7
    before = lowers[at - 1] if at else ""
    if before == "next" and back != 0:
        back -= 7
    if before == "last" and back == 0:
        back = 7
    return one_day(published - timedelta(days=back))


def _relative(lowers: Sequence[str], at: int, last: int, published: date) -> DatePhrase | None:
    """Return "this month", "last week", "last night", "past three days", "recent weeks"."""
    number = read_number(lowers, at + 1, last) if at + 1 < last else None
    unit_at = number.last if number else at + 1
    if unit_at >= last:
        return None
    unit = lowers[unit_at].removesuffix("'s")
    if unit in ("morning", "afternoon", "evening", "night"):
        return phrase_of(at, unit_at + 1, one_day(published - timedelta(days=lowers[at] == "last")))
    single = unit.removesuffix("s")
    if single not in UNIT_DAYS:
        return None
    count = number.low if number else 1
    if unit.endswith("s") or lowers[at] == "past":
        days = UNIT_DAYS[single] * (count if number else 3 if unit.endswith("s") else 1)
        when = DateRange(
            start=days_before(published, days), end=published, precision=precision_of(days)
        )
        return phrase_of(at, unit_at + 1, when)
    return phrase_of(at, unit_at + 1, _period(lowers[at], single, published))


def _period(which: str, unit: str, published: date) -> DateRange:
    """Return this, last or next day, week, month or year as the calendar has it."""
    step = {"this": 0, "last": -1, "earlier": 0, "recent": 0, "past": -1, "next": 1}[which]
    if unit == "year":
        year = published.year + step
        return DateRange(start=date(year, 1, 1), end=date(year, 12, 31), precision="year")
    if unit == "month":
        month = published.year * 12 + published.month - 1 + step
        exact = exact_days(month // 12, month % 12 + 1, 0)
        return exact or one_day(published)
    if unit == "week":
        monday = published - timedelta(days=published.weekday() - 7 * step)
        return DateRange(start=monday, end=monday + timedelta(days=6), precision="week")
    return one_day(published + timedelta(days=step))


def _ago(lowers: Sequence[str], at: int, last: int, published: date) -> DatePhrase | None:
    """Return "three weeks ago", "two days earlier" and "a month ago"."""
    word = lowers[at]
    if word in ("a", "an"):
        count, unit_at, exact = 1, at + 1, True
    else:
        number = read_number(lowers, at, last)
        if number is None:
            return None
        count, unit_at, exact = number.low, number.last, number.high is not None
    if unit_at + 1 >= last or lowers[unit_at + 1] not in ("ago", "earlier", "before"):
        return None
    single = lowers[unit_at].removesuffix("s")
    if single not in UNIT_DAYS or not 0 < count < 1000:  # noqa: PLR2004  (no count of years is so large)
        return None
    day = days_before(published, count * UNIT_DAYS[single])
    precision = single if exact else "month"
    half = {"day": 0, "week": 3, "month": 15, "year": 183}[single]
    when = DateRange(
        start=days_before(day, half),
        end=min(day + timedelta(days=half), published),
        precision=precision,
    )
    return phrase_of(at, unit_at + 2, when)


def _since(phrase: DatePhrase, published: date | None) -> DatePhrase:
    """Return a phrase after "since" as the span up to publication."""
    when = phrase.when
    if when.start is None or published is None or when.start > published:
        return phrase
    return replace(phrase, when=span(when.start, published), since=True)
