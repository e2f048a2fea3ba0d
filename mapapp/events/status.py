"""How far an event can be taken for a fact: said, denied, planned, threatened, long past."""

from collections.abc import Sequence
from datetime import timedelta
from itertools import pairwise

from mapapp.events.claims import Voice
from mapapp.events.date_phrases import DatePhrase
from mapapp.events.dates import ENDED_DAYS, is_long_ago
from mapapp.events.people import is_people
from mapapp.events.scene import Scene, Segment
from mapapp.model.event import Status

NEGATIONS = frozenset("no not never without neither nor n't cannot".split())
CONDITIONS = frozenset("if unless whether could may might would should wants hopes".split())
PLANS = frozenset(
    "will plans planned plan planning scheduled expected preparing prepares prepared intends "
    "shall".split()
)
PLANNED_TO = frozenset("set about ready going".split())
"""Words that tell a plan only with "to" after them: "about to attack", "about 20 people"."""

CARRIED_OUT = frozenset("carried launched conducted mounted staged executed".split())
"""Before "a planned attack", words that tell that it took place."""

THREATS = frozenset("vowed vows vow threatened threatens threaten threatening pledged".split())
FIXED_STATUS = {"threat": Status.THREATENED, "doubt": Status.HYPOTHETICAL}
"""Kinds of event that never tell a fact."""

MODAL_REACH = 5
LEAD = 5
"""First tokens of a sentence, whose date holds for all of it."""


def status_of(
    scene: Scene, segment: Segment, voice: Voice | None, date: DatePhrase | None
) -> Status:
    """Return how far the event of a segment can be taken for a fact."""
    modal = _modal(scene, segment)
    if modal is not None:
        return modal
    if voice is not None and voice.attitude == "denies":
        return Status.DENIED
    if _is_past(scene, segment, date):
        return Status.BACKGROUND
    if voice is not None and voice.attitude == "admits":
        return Status.ACKNOWLEDGED
    # Medics, residents and monitors have no side: what they say is reported.
    partial = voice is not None and voice.attitude == "claims"
    return Status.CLAIMED if partial else Status.REPORTED


def _modal(scene: Scene, segment: Segment) -> Status | None:
    """Return threat, negation, condition or plan when one stands before the trigger."""
    at = segment.main.first
    if segment.main.kind.key in FIXED_STATUS:
        return FIXED_STATUS[segment.main.kind.key]
    begin = max(segment.first, at - MODAL_REACH)
    # What an aside in brackets negates is not what is told.
    begin = next((n + 1 for n in range(at - 1, begin - 1, -1) if scene.lowers[n] == ")"), begin)
    before = scene.lowers[begin:at]
    if _has(before, THREATS):
        return Status.THREATENED
    if _is_nobody(before) or any(word in NEGATIONS or word.endswith("n't") for word in before[-3:]):
        return Status.NEGATED
    if _has(before, CONDITIONS) and any(
        word in CONDITIONS and not _is_no_modal(scene, begin + n) for n, word in enumerate(before)
    ):
        return Status.HYPOTHETICAL
    planned = _has(before, PLANS) and not ("a" in before and _has(before, CARRIED_OUT))
    return Status.PLANNED if planned or _set_to(before) else None


def _is_nobody(before: Sequence[str]) -> bool:
    """Return whether nobody suffers: "no people were reported injured"."""
    return any(
        before[at : at + 1] == ["no"]
        and (before[at + 1] == "one" or is_people(before[at + 1]))
        and before[at + 2] in ("was", "were")
        for at in range(len(before) - 2)
    )


def _is_no_modal(scene: Scene, at: int) -> bool:
    """Return whether "May" is the month, by a capital within a sentence, or "would" a would-be."""
    month = scene.document.words[at] == "May" and at > scene.sentence.first
    return month or scene.lowers[at : at + 3] == ["would", "-", "be"]


def _has(words: Sequence[str], wanted: frozenset[str]) -> bool:
    return not wanted.isdisjoint(words)


def _set_to(words: Sequence[str]) -> bool:
    return any(one in PLANNED_TO and other == "to" for one, other in pairwise(words))


def _is_past(scene: Scene, segment: Segment, phrase: DatePhrase | None) -> bool:
    """Return whether a date lies so far back that the event is only background."""
    if scene.published is None and phrase is None:
        # "Three weeks ago, fighters lost the town": it leads all that follows.
        first = scene.sentence.first
        spans = ((segment.first, segment.last), (first, min(first + LEAD, scene.sentence.last)))
        return any(is_long_ago(scene.lowers, begin, end) for begin, end in spans)
    if phrase is None or scene.published is None or phrase.when.start is None:
        return False
    bound = scene.published - timedelta(days=ENDED_DAYS)
    if phrase.since:
        return phrase.when.start < bound
    return phrase.when.end is not None and phrase.when.end < bound
