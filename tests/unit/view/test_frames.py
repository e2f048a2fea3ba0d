from datetime import date, timedelta
from itertools import pairwise

import pytest

from mapapp.view.choose import Choice
from mapapp.view.frames import frames
from mapapp.view.selection import EVERYTHING, Selection
from mapapp.view.timeline import MOST_STEPS, steps
from tests import sample


def test_a_frame_holds_what_its_days_alone_say(corpus):
    (frame,) = frames(Choice(corpus, EVERYTHING))
    assert (frame.first, frame.last) == (sample.DAY, sample.DAY)
    # Saraqib has a fourth mention without a date: it belongs to no step.
    assert {mark.place.id: mark.mentions for mark in frame.marks} == {
        "t:saraqib": 3,
        "t:idlib": 1,
        "t:nayrab~near": 1,
    }


def test_frames_follow_the_filters(corpus):
    assert frames(Choice(corpus, Selection(start=date(2021, 1, 1)))) == ()
    (frame,) = frames(Choice(corpus, Selection(sides=("turkey",))))
    assert [mark.place.id for mark in frame.marks] == ["t:idlib"]


@pytest.mark.parametrize(
    ("last", "count", "second"),
    [
        (date(2024, 1, 10), 8, (date(2024, 1, 4), date(2024, 1, 4))),
        (date(2024, 12, 31), 53, (date(2024, 1, 8), date(2024, 1, 14))),
        (date(2032, 6, 30), 102, (date(2024, 2, 1), date(2024, 2, 29))),
        (date(2060, 1, 1), 37, (date(2025, 1, 1), date(2025, 12, 31))),
    ],
)
def test_a_longer_span_is_cut_into_longer_steps(last, count, second):
    first = date(2024, 1, 3)
    found = steps(first, last)
    assert len(found) == count <= MOST_STEPS
    assert found[0][0] == first
    assert found[1] == second
    assert found[-1][1] == last
    day = timedelta(days=1)
    assert all(a[1] + day == b[0] for a, b in pairwise(found))
