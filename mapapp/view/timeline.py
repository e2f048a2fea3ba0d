"""Mentions per day; what has no date is counted apart and never given one."""

from dataclasses import dataclass
from datetime import date, timedelta

import numpy as np

from mapapp.view.corpus import Corpus, Rows, day_of

MOST_STEPS = 120
"""Steps in which a timeline is played; a longer one is played by weeks, months or years."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Timeline:
    """Mentions by day of publication.

    Attributes:
        days: Days that have mentions, ascending.
        counts: Mentions on each of them.
        undated: Mentions of unknown date.
    """

    days: tuple[date, ...] = ()
    counts: tuple[int, ...] = ()
    undated: int = 0


def timeline(corpus: Corpus, rows: Rows) -> Timeline:
    """Count the rows by day."""
    day = corpus.columns.day[rows]
    counts = np.bincount(day[day >= 0])
    numbers = np.flatnonzero(counts)
    return Timeline(
        days=tuple(known for number in numbers if (known := day_of(int(number)))),
        counts=tuple(counts[numbers].tolist()),
        undated=int(np.count_nonzero(day < 0)),
    )


def steps(first: date, last: date) -> list[tuple[date, date]]:
    """Cut a span into days, else weeks from Monday, else months, else years: `MOST_STEPS` at most.

    Args:
        first: First day, inclusive.
        last: Last day, inclusive.

    Returns:
        First and last day of each step, both inclusive, cut to the span.
    """
    found: list[tuple[date, date]] = []
    for start_of, next_of in _UNITS:
        found, start = [], start_of(first)
        while start <= last and len(found) <= MOST_STEPS:
            after = next_of(start)
            found.append((max(start, first), min(after - timedelta(days=1), last)))
            start = after
        if len(found) <= MOST_STEPS:
            break
    return found


def _same(day: date) -> date:
    return day


def _tomorrow(day: date) -> date:
    return day + timedelta(days=1)


def _monday(day: date) -> date:
    return day - timedelta(days=day.weekday())


def _next_monday(start: date) -> date:
    return start + timedelta(days=7)


def _first_of_month(day: date) -> date:
    return day.replace(day=1)


def _next_month(start: date) -> date:
    return (start + timedelta(days=31)).replace(day=1)


def _first_of_year(day: date) -> date:
    return day.replace(month=1, day=1)


def _next_year(start: date) -> date:
    return start.replace(year=start.year + 1)


_UNITS = (
    (_same, _tomorrow),
    (_monday, _next_monday),
    (_first_of_month, _next_month),
    (_first_of_year, _next_year),
)
"""First day of the unit that holds a day, and first day of the next unit; shortest unit first."""
