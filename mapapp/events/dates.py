"""When: day and month names, weekdays and relative words resolved against the publication date.

Without a publication date only dates with a year are resolved; the rest stays unknown.
A weekday means its last occurrence up to the publication date, the day itself included, which is
how news uses it; "next Thursday" and weekdays after a word of planning mean the next one.
"""

import calendar
from collections.abc import Sequence
from datetime import date, timedelta

from mapapp.events.amounts import UNITS, read_number
from mapapp.model.event import DateRange
from mapapp.model.record import record

WEEKDAYS = {name.lower(): at for at, name in enumerate(calendar.day_name)}
MONTHS = {name.lower(): at for at, name in enumerate(calendar.month_name) if name}
MONTHS |= {name.lower(): at for at, name in enumerate(calendar.month_abbr) if name}
MONTHS["sept"] = 9
RELATIVE_DAYS = {"today": 0, "tonight": 0, "yesterday": -1, "tomorrow": 1, "overnight": -1}
UNIT_DAYS = {"day": 1, "week": 7, "month": 30, "year": 365}
PARTS = {"early": (1, 10), "mid": (11, 20), "late": (21, 31), "end": (21, 31), "beginning": (1, 10)}

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
)
"""Words other than digits with which a date phrase starts."""

ENDED_DAYS = 14
"""Background begins this many days before publication."""

_ANY_DAY = date(2000, 1, 1)
_YEARS = range(1900, 2101)
_DAYS = range(1, 32)


@record
class DatePhrase:
    """A date phrase at tokens ``first`` up to but not ``last``."""

    first: int
    last: int
    when: DateRange
    since: bool = False


def find_dates(
    lowers: Sequence[str], first: int, last: int, published: date | None
) -> list[DatePhrase]:
    """Return the date phrases of a sentence, left to right.

    Args:
        lowers: Folded tokens.
        first: First token of the sentence.
        last: One past its last token.
        published: Day of publication; None leaves everything without a year unknown.
    """
    found: list[DatePhrase] = []
    free = first
    for at in [
        at for at in range(first, last) if lowers[at] in STARTERS or lowers[at][0] in DIGITS
    ]:
        phrase = _phrase(lowers, at, last, published) if at >= free else None
        if phrase is not None:
            before = lowers[at - 1] if at > first else ""
            found.append(_since(phrase, published) if before == "since" else phrase)
            free = phrase.last
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


def _phrase(lowers: Sequence[str], at: int, last: int, published: date | None) -> DatePhrase | None:
    word = lowers[at]
    if word in MONTHS or (word[0].isdigit() and len(word) <= 4):  # noqa: PLR2004  (day or year)
        phrase = _calendar(lowers, at, last, published)
        if phrase is not None:
            return phrase
    if word in PARTS:
        return _part_of_month(lowers, at, last, published)
    return None if published is None else _counted_back(lowers, at, last, published)


def _counted_back(lowers: Sequence[str], at: int, last: int, published: date) -> DatePhrase | None:
    """Return a phrase that only the publication date gives a meaning."""
    word = lowers[at]
    if word in WEEKDAYS:
        return _made(at, at + 1, _weekday(lowers, at, published))
    if word in RELATIVE_DAYS:
        return _made(at, at + 1, _day(published + timedelta(days=RELATIVE_DAYS[word])))
    if word in RELATIVE_WORDS:
        return _relative(lowers, at, last, published)
    return _ago(lowers, at, last, published)


def _calendar(
    lowers: Sequence[str], at: int, last: int, published: date | None
) -> DatePhrase | None:
    """Return "12 May 2022", "May 12, 2022", "12 May", "May 2022", "2022-05-12", "in May"."""
    iso = _iso(lowers, at, last)
    if iso is not None:
        return iso
    if lowers[at] in MONTHS:
        month, end = MONTHS[lowers[at]], at + 1
        day = _number_in(lowers, end, last, _DAYS)
        end += day > 0
    else:
        day = _number_in(lowers, at, last, _DAYS)
        end = at + 2 if at + 1 < last and lowers[at + 1] == "of" else at + 1
        if not day or end >= last or lowers[end] not in MONTHS:
            return None
        month, end = MONTHS[lowers[end]], end + 1
    if lowers[end - 1] == "may" and not day and not _number_in(lowers, end, last, _YEARS):
        return None
    comma = end + 1 < last and lowers[end] == ","
    year = _number_in(lowers, end + comma, last, _YEARS)
    if year:
        return _made(at, end + comma + 1, _exact(year, month, day))
    return _made(at, end, _nearest(month, day, published)) if published else None


def _iso(lowers: Sequence[str], at: int, last: int) -> DatePhrase | None:
    if at + 4 >= last or lowers[at + 1] != "-" or lowers[at + 3] != "-":
        return None
    parts = [lowers[at], lowers[at + 2], lowers[at + 4]]
    if not all(part.isdigit() for part in parts):
        return None
    year, month, day = (int(part) for part in parts)
    if year not in _YEARS:
        return None
    return _made(at, at + 5, _exact(year, month, day))


def _number_in(lowers: Sequence[str], at: int, last: int, allowed: range) -> int:
    """Return a number written in digits ("5", "5th") when it lies in a range, else 0."""
    if at >= last:
        return 0
    digits = lowers[at]
    for ending in ("st", "nd", "rd", "th"):
        digits = digits.removesuffix(ending)
    value = int(digits) if digits.isascii() and digits.isdigit() and len(digits) < 5 else 0  # noqa: PLR2004
    return value if value in allowed else 0


def _exact(year: int, month: int, day: int) -> DateRange | None:
    if not 1 <= month <= 12:  # noqa: PLR2004  (months of the year)
        return None
    length = calendar.monthrange(year, month)[1]
    if not day:
        return DateRange(
            start=date(year, month, 1), end=date(year, month, length), precision="month"
        )
    return _day(date(year, month, day)) if day <= length else None


def _nearest(month: int, day: int, published: date) -> DateRange | None:
    """Return the last such day or month up to publication, or the next within two months."""
    ahead = (month - published.month) % 12
    year = published.year + (month < published.month) if ahead <= 2 else published.year  # noqa: PLR2004
    if ahead > 2 and month > published.month:  # noqa: PLR2004
        year -= 1
    return _exact(year, month, day)


def _part_of_month(
    lowers: Sequence[str], at: int, last: int, published: date | None
) -> DatePhrase | None:
    """Return "end of February", "end-February", "early May 2022" as a part of that month."""
    month_at = at + 1
    while month_at < min(at + 3, last) and lowers[month_at] in ("of", "-"):
        month_at += 1
    if month_at >= last or lowers[month_at] not in MONTHS:
        return None
    month = _calendar(lowers, month_at, last, published)
    if month is None or month.when.start is None or month.when.precision != "month":
        return None
    first, final = PARTS[lowers[at]]
    start = month.when.start
    length = calendar.monthrange(start.year, start.month)[1]
    when = DateRange(
        start=start.replace(day=first), end=start.replace(day=min(final, length)), precision="week"
    )
    return _made(at, month.last, when)


def _weekday(lowers: Sequence[str], at: int, published: date) -> DateRange:
    back = (published.weekday() - WEEKDAYS[lowers[at]]) % 7
    before = lowers[at - 1] if at else ""
    if before == "next" and back != 0:
        back -= 7
    if before == "last" and back == 0:
        back = 7
    return _day(published - timedelta(days=back))


def _relative(lowers: Sequence[str], at: int, last: int, published: date) -> DatePhrase | None:
    """Return "this month", "last week", "last night", "past three days", "recent weeks"."""
    number = read_number(lowers, at + 1, last) if at + 1 < last else None
    unit_at = number.last if number else at + 1
    if unit_at >= last:
        return None
    unit = lowers[unit_at].removesuffix("'s")
    if unit in ("morning", "afternoon", "evening", "night"):
        return _made(at, unit_at + 1, _day(published - timedelta(days=lowers[at] == "last")))
    single = unit.removesuffix("s")
    if single not in UNIT_DAYS:
        return None
    count = number.low if number else 1
    if unit.endswith("s") or lowers[at] == "past":
        days = UNIT_DAYS[single] * (count if number else 3 if unit.endswith("s") else 1)
        when = DateRange(start=_back(published, days), end=published, precision=_precision(days))
        return _made(at, unit_at + 1, when)
    return _made(at, unit_at + 1, _period(lowers[at], single, published))


def _period(which: str, unit: str, published: date) -> DateRange:
    """Return this, last or next day, week, month or year as the calendar has it."""
    step = {"this": 0, "last": -1, "earlier": 0, "recent": 0, "past": -1, "next": 1}[which]
    if unit == "year":
        year = published.year + step
        return DateRange(start=date(year, 1, 1), end=date(year, 12, 31), precision="year")
    if unit == "month":
        month = published.year * 12 + published.month - 1 + step
        exact = _exact(month // 12, month % 12 + 1, 0)
        return exact or _day(published)
    if unit == "week":
        monday = published - timedelta(days=published.weekday() - 7 * step)
        return DateRange(start=monday, end=monday + timedelta(days=6), precision="week")
    return _day(published + timedelta(days=step))


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
    day = _back(published, count * UNIT_DAYS[single])
    precision = single if exact else "month"
    half = {"day": 0, "week": 3, "month": 15, "year": 183}[single]
    when = DateRange(
        start=_back(day, half), end=min(day + timedelta(days=half), published), precision=precision
    )
    return _made(at, unit_at + 2, when)


def _since(phrase: DatePhrase, published: date | None) -> DatePhrase:
    """Return a phrase after "since" as the span up to publication."""
    when = phrase.when
    if when.start is None or published is None or when.start > published:
        return phrase
    days = (published - when.start).days
    open_range = DateRange(start=when.start, end=published, precision=_precision(days + 1))
    return DatePhrase(first=phrase.first, last=phrase.last, when=open_range, since=True)


def _precision(days: int) -> str:
    """Return the precision of a span of days, as ACLED and UCDP cut it."""
    bounds = ((1, "day"), (7, "week"), (31, "month"))
    return next((name for bound, name in bounds if days <= bound), "year")


def _back(day: date, days: int) -> date:
    return date.fromordinal(max(day.toordinal() - days, 1))


def _day(day: date) -> DateRange:
    return DateRange(start=day, end=day, precision="day")


def _made(first: int, last: int, when: DateRange | None) -> DatePhrase | None:
    return None if when is None else DatePhrase(first=first, last=last, when=when)
