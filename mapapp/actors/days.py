"""Of which day a sentence speaks, as far as the government of that day is concerned.

"In 2015, Syrian forces" were another government's than those of the day of publication. Only years
written out count; what "last May" means does not change who governed.
"""

import calendar
from datetime import date
from itertools import compress

from mapapp.model.document import Document

YEAR_LENGTH = 4
YEARS = range(1945, 2101)
BEFORE_YEARS = frozenset("in since during until of by from early mid late".split())
MONTHS = {name.lower(): at for at, name in enumerate(calendar.month_name) if name}
MONTHS |= {name.lower(): at for at, name in enumerate(calendar.month_abbr) if name}
REACH = 3
"""Tokens before a year among which its month stands: "August 3, 2012"."""

StatedDay = tuple[int, int, date]
"""First token of a sentence, one past its last, and the day that it states."""


def stated_days(document: Document) -> tuple[StatedDay, ...]:
    """Return the sentences that state a year, with its month or middle; empty when none does."""
    lowers = document.lowers
    years = [
        at
        for at in compress(range(len(lowers)), map(str.isdigit, lowers))
        if len(lowers[at]) == YEAR_LENGTH and int(lowers[at]) in YEARS
    ]
    if not years:
        return ()
    found: list[StatedDay] = []
    for sentence in document.sentences:
        inside = (at for at in years if sentence.first <= at < sentence.last)
        days = [day for at in inside if (day := _day(document, at, sentence.first))]
        if days:
            found.append((sentence.first, sentence.last, days[0]))
    return tuple(found)


def day_at(days: tuple[StatedDay, ...], index: int, published: date | None) -> date | None:
    """Return the day that a token's sentence speaks of.

    That is the day that it states, else that of publication, else the first that the document
    states; None when nothing tells.
    """
    stated = next((day for first, last, day in days if first <= index < last), None)
    return stated or published or (days[0][2] if days else None)


def _day(document: Document, at: int, first: int) -> date | None:
    """Return the day of a year's token; None for a number that is no year ("2015 people")."""
    before = document.lowers[max(at - REACH, first) : at]
    month = next((MONTHS[word] for word in reversed(before) if word in MONTHS), 0)
    if not month and not (before and before[-1] in BEFORE_YEARS):
        return None
    return date(int(document.lowers[at]), month or 7, 1)
