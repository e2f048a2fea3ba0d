"""Dates by the name of their month: "12 May 2022", "Sept. 8", "mid-May", "2022-05-12"."""

import calendar
from collections.abc import Sequence
from datetime import date

from mapapp.events.date_phrases import DatePhrase, one_day, phrase_of
from mapapp.model.event import DateRange

MONTHS = {name.lower(): at for at, name in enumerate(calendar.month_name) if name}
ABBREVIATED = {name.lower(): at for at, name in enumerate(calendar.month_abbr) if name}
ABBREVIATED["sept"] = 9
MONTHS |= ABBREVIATED
PARTS = {"early": (1, 10), "mid": (11, 20), "late": (21, 31), "end": (21, 31), "beginning": (1, 10)}
PART_LINKS = frozenset(("of", "-", "in"))
"""Between a part and its month: "end of May", "mid-May", "early in May"."""

_YEARS = range(1900, 2101)
_DAYS = range(1, 32)


def calendar_date(
    lowers: Sequence[str], at: int, last: int, published: date | None
) -> DatePhrase | None:
    """Return "12 May 2022", "May 12, 2022", "Sept. 8", "May 2022", "2022-05-12", "in June"."""
    iso = _iso(lowers, at, last)
    if iso is not None:
        return iso
    if lowers[at] in MONTHS:
        month, end = MONTHS[lowers[at]], at + 1
        pointed = end < last and lowers[end] == "." and lowers[at] in ABBREVIATED
        day = _number_in(lowers, end + pointed, last, _DAYS)
        end += (pointed + 1) * (day > 0)
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
        return phrase_of(at, end + comma + 1, exact_days(year, month, day))
    return phrase_of(at, end, _nearest(month, day, published)) if published else None


def part_of_month(
    lowers: Sequence[str], at: int, last: int, published: date | None
) -> DatePhrase | None:
    """Return "end of February", "mid-May", "early May 2022" as a part of that month."""
    month_at = at + 1
    while month_at < min(at + 3, last) and lowers[month_at] in PART_LINKS:
        month_at += 1
    if month_at >= last or lowers[month_at] not in MONTHS:
        return None
    month = calendar_date(lowers, month_at, last, published)
    if month is None and lowers[month_at] == "may" and published is not None:
        month = phrase_of(month_at, month_at + 1, _nearest(5, 0, published))
    if month is None or month.when.start is None or month.when.precision != "month":
        return None
    first, final = PARTS[lowers[at]]
    start = month.when.start
    length = calendar.monthrange(start.year, start.month)[1]
    when = DateRange(
        start=start.replace(day=first), end=start.replace(day=min(final, length)), precision="week"
    )
    return phrase_of(at, month.last, when)


def exact_days(year: int, month: int, day: int) -> DateRange | None:
    """Return a day, or the whole month for day 0 and impossible days; None for no month."""
    if not 1 <= month <= 12:  # noqa: PLR2004  (months of the year)
        return None
    length = calendar.monthrange(year, month)[1]
    if not day:
        return DateRange(
            start=date(year, month, 1), end=date(year, month, length), precision="month"
        )
    return one_day(date(year, month, day)) if day <= length else None


def _iso(lowers: Sequence[str], at: int, last: int) -> DatePhrase | None:
    if at + 4 >= last or lowers[at + 1] != "-" or lowers[at + 3] != "-":
        return None
    parts = [lowers[at], lowers[at + 2], lowers[at + 4]]
    if not all(part.isdigit() for part in parts):
        return None
    year, month, day = (int(part) for part in parts)
    if year not in _YEARS:
        return None
    return phrase_of(at, at + 5, exact_days(year, month, day))


def _number_in(lowers: Sequence[str], at: int, last: int, allowed: range) -> int:
    """Return a number written in digits ("5", "5th") when it lies in a range, else 0."""
    if at >= last:
        return 0
    digits = lowers[at]
    for ending in ("st", "nd", "rd", "th"):
        digits = digits.removesuffix(ending)
    value = int(digits) if digits.isascii() and digits.isdigit() and len(digits) < 5 else 0  # noqa: PLR2004
    return value if value in allowed else 0


def _nearest(month: int, day: int, published: date) -> DateRange | None:
    """Return the last such day or month up to publication, or the next within two months."""
    ahead = (month - published.month) % 12
    year = published.year + (month < published.month) if ahead <= 2 else published.year  # noqa: PLR2004
    if ahead > 2 and month > published.month:  # noqa: PLR2004
        year -= 1
    return exact_days(year, month, day)
