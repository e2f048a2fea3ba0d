"""Mentions per day; what has no date is counted apart and never given one."""

from dataclasses import dataclass
from datetime import date

import numpy as np

from mapapp.view.corpus import Corpus, Rows, day_of


@dataclass(frozen=True, kw_only=True, slots=True)
class Timeline:
    """Mentions by day of publication.

    Attributes:
        days: Days that have mentions, ascending.
        counts: Mentions on each of them.
        undated: Mentions of unknown date.
    """

    days: tuple[date, ...]
    counts: tuple[int, ...]
    undated: int


def timeline(corpus: Corpus, rows: Rows) -> Timeline:
    """Count the rows by day."""
    day = corpus.columns.day[rows]
    numbers, counts = np.unique(day[day >= 0], return_counts=True)
    return Timeline(
        days=tuple(known for number in numbers if (known := day_of(number))),
        counts=tuple(int(count) for count in counts),
        undated=int(np.count_nonzero(day < 0)),
    )
