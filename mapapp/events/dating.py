"""When an event was: the date phrase of its clause, else the day that the story is at."""

from bisect import bisect_left
from collections.abc import Sequence
from datetime import date
from itertools import pairwise

from mapapp.events.date_phrases import DatePhrase, days_before
from mapapp.events.datelines import past_dateline
from mapapp.events.dates import find_dates
from mapapp.events.scene import Scene, Segment
from mapapp.events.told_days import DAY_PARTS, DEEDS
from mapapp.model.event import UNKNOWN_DATE, DateRange

UNDATED_PRECISION = "week"
"""An event without a date phrase is taken for news of the days up to publication."""

TOLD_SENTENCES = 4
"""Sentences after a day in which "the same day" and "a day earlier" are counted from it."""


RUNNING_SENTENCES = 2
"""Sentences after an event in which one without a day goes on with it."""

NEWS_DAYS = 3
"""Before publication, the days of which an article that tells one of them gives the news."""

COUNTS = frozenset("toll number dead killed deaths died fatalities".split())
RISEN = frozenset("rose risen rises rising climbed climbs climbing increased".split())
KNOWN = ("now", "known", "to")
"""Words by which a toll is one of an event that was in the news before."""

OPENING = 4
"""First tokens of a sentence among which "the blast" stands."""

OTHER_TIME = frozenset(
    "is are has have now still elsewhere meanwhile separately another other so total "
    "continue continues remain remains often usually later since already recently ever never "
    "would will may could if war years months weeks year month week".split()
)
"""Words of a sentence that is of another time, or of another event."""

POINTING = DAY_PARTS | frozenset(("days", "nights"))
"""Words one of which is in each phrase that counts from a day told before."""


def dates_of(scene: Scene) -> list[DatePhrase]:
    """Return the date phrases of a sentence, left to right."""
    lowers, span = scene.lowers, scene.sentence
    pointing = not POINTING.isdisjoint(lowers[span.first : span.last])
    told = _told_before(scene) if pointing else None
    return find_dates(lowers, span.first, span.last, scene.published, told)


def _told_before(scene: Scene) -> date | None:
    """Return the day told last in the sentences before, one of deeds before one of words."""
    sentences = scene.document.sentences
    at = bisect_left(sentences, scene.sentence.start, key=lambda one: one.start)
    told = said = None
    for before in sentences[max(0, at - TOLD_SENTENCES) : at]:
        for phrase in find_dates(
            scene.lowers, before.first, before.last, scene.published, told or said
        ):
            if phrase.said:
                said = phrase.day or said
            else:
                told = phrase.day or told
    return told or said


def date_phrase_of(
    scene: Scene, segment: Segment, dates: Sequence[DatePhrase]
) -> DatePhrase | None:
    """Return the date phrase of a clause, else one of the rest of the sentence or its dateline.

    A day on which something was said counts last.
    """
    begin = past_dateline(scene.document, scene.sentence) if len(dates) > 1 else 0
    told = [date for date in dates if date.first >= begin]
    own = [date for date in told if segment.first <= date.first < segment.last]
    done = [date for date in own if not date.said]
    if not done:
        done = [date for date in told if not date.said and (date.day or not own)]
    return _finest(done) if done else next(iter(own or told or dates), None)


def _finest(phrases: Sequence[DatePhrase]) -> DatePhrase:
    """Return the first phrase, or one that tells the day in it: "last month, on October 14"."""
    first = phrases[0]
    return next((one for one in phrases[1:] if _lies_in(one, first)), first)


def _lies_in(phrase: DatePhrase, wide: DatePhrase) -> bool:
    start, end = wide.when.start, wide.when.end
    if phrase.day is None or wide.day is not None or start is None or end is None or wide.since:
        return False
    return start <= phrase.day <= end


class Running:
    """The day of the event told last, which a sentence that goes on with it has too."""

    def __init__(self) -> None:
        """Start with no event told."""
        self.day: date | None = None
        self._phrase: DatePhrase | None = None
        self._places: frozenset[str] = frozenset()
        self._end = self._sentence = -1

    def take(
        self, phrase: DatePhrase | None, scene: Scene, sentence: int, place_ids: Sequence[str]
    ) -> None:
        """Remember the day of an event.

        Args:
            phrase: Its date phrase; None when it has none of its own and goes on with none.
            scene: Its sentence.
            sentence: Number of that.
            place_ids: Where it was.
        """
        known = phrase is not None and phrase.day is not None and not phrase.said
        self._phrase = phrase if known else None
        if known and phrase is not None:
            self.day = phrase.day
        # One that is told without a place is where the one before it was.
        self._places = frozenset(place_ids) or self._places
        self._end, self._sentence = scene.sentence.end, sentence

    def phrase_for(self, scene: Scene, sentence: int) -> DatePhrase | None:
        """Return the date phrase of the event that a sentence without one goes on with.

        It stands in the same paragraph, or opens with "the blast", is near enough, names no other
        place and speaks of no time of its own.
        """
        span, lowers = scene.sentence, scene.lowers
        if self._phrase is None or sentence - self._sentence > RUNNING_SENTENCES:
            return None
        words = lowers[span.first : span.last]
        if not OTHER_TIME.isdisjoint(words):
            return None
        elsewhere = any(
            p.toponym.place is not None and p.toponym.place.id not in self._places
            for p in scene.places
        )
        parted = "\n" in scene.document.text[self._end : span.start]
        opens = words[0] in ("the", "that", "this") and not DEEDS.isdisjoint(words[1:OPENING])
        return None if elsewhere or (parted and not opens) else self._phrase


def date_range_of(scene: Scene, phrase: DatePhrase | None, told: date | None) -> DateRange:
    """Return the days of a phrase; without one those up to publication, if that is known.

    Args:
        scene: The sentence.
        phrase: The date phrase of the event; None without one.
        told: Day of an event told before: news of the days before publication begins with it.
    """
    published = scene.published
    if phrase is not None and (phrase.day is None or not phrase.said):
        return phrase.when
    if published is None:
        return UNKNOWN_DATE if phrase is None else phrase.when
    end = published if phrase is None else phrase.day or published
    start = end
    if told is not None and phrase is None and 0 < (published - told).days <= NEWS_DAYS:
        start = told
    elif _has_risen(scene):
        start = days_before(end, NEWS_DAYS)
    return DateRange(start=start, end=end, precision=UNDATED_PRECISION)


def _has_risen(scene: Scene) -> bool:
    """Return whether a toll has risen, which is that of an event of the days before."""
    words = scene.lowers[scene.sentence.first : scene.sentence.last]
    if COUNTS.isdisjoint(words):
        return False
    risen = any(one in RISEN and two == "to" for one, two in pairwise(words))
    return risen or any(
        triple == KNOWN for triple in zip(words, words[1:], words[2:], strict=False)
    )
