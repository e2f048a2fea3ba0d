from datetime import date

import numpy as np

from mapapp.view.choose import Choice
from mapapp.view.selection import EVERYTHING
from mapapp.view.timeline import timeline


def test_days_are_counted_and_undated_mentions_kept_apart(corpus):
    found = timeline(corpus, Choice(corpus, EVERYTHING).rows())
    assert found.days == (date(2020, 2, 27),)
    assert found.counts == (5,)
    assert found.undated == 2


def test_nothing_gives_nothing(corpus):
    found = timeline(corpus, np.empty(0, np.int64))
    assert (found.days, found.counts, found.undated) == ((), (), 0)
