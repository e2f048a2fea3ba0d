"""When an event was: the date phrase of its clause, else the days up to publication."""

from collections.abc import Sequence

from mapapp.events.datelines import past_dateline
from mapapp.events.dates import DatePhrase
from mapapp.events.scene import Scene, Segment
from mapapp.model.event import UNKNOWN_DATE, DateRange

UNDATED_PRECISION = "week"
"""An event without a date phrase is taken for news of the days up to publication."""


def date_phrase_of(
    scene: Scene, segment: Segment, dates: Sequence[DatePhrase]
) -> DatePhrase | None:
    """Return the date phrase of a clause, else one of the rest of the sentence or its dateline."""
    begin = past_dateline(scene.document, scene.sentence) if len(dates) > 1 else 0
    told = [date for date in dates if date.first >= begin]
    own = [date for date in told if segment.first <= date.first < segment.last]
    return next(iter(own or told or dates), None)


def date_range_of(scene: Scene, phrase: DatePhrase | None) -> DateRange:
    """Return the days of a phrase; without one those up to publication, if that is known."""
    if phrase is not None:
        return phrase.when
    if scene.published is None:
        return UNKNOWN_DATE
    return DateRange(start=scene.published, end=scene.published, precision=UNDATED_PRECISION)
