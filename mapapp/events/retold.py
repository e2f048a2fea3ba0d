"""Tolls told again: the same number of the same dead in a later sentence is no second toll."""

import re
from collections.abc import Collection
from dataclasses import replace

from mapapp.events.casting import ATTACKER
from mapapp.events.parties import ARMED_GROUP
from mapapp.events.reports import range_of
from mapapp.model.event import Count, Event

FURTHER = re.compile(r"\b(?:also|another|additional(?:ly)?|further)\b", re.IGNORECASE)
"""Words that make a toll one beside the toll before, though the number be the same."""

RIVAL = re.compile(
    r"\b(?:(?:other|another|later|separate|different|conflicting|some) (?:news |media )?"
    r"(?:reports?|sources?|accounts?|media|outlets?|estimates?)|estimates? (?:put|range)\w*"
    r"|\w+ (?:reported|put|placed) (?:the (?:death )?toll |at least |over |more than |up to )?"
    r"(?:at |to )?\d+)\b",
    re.IGNORECASE,
)
"""Words of another source's number: "other reports said", "a later report", "AFP put it at 34"."""

WEEKDAY = re.compile(r"\b(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day\b")

ANYBODY = frozenset(
    "people persons person victim victims others dead deaths death fatalities fatality bodies body "
    "lives one individuals".split()
)
STATE = frozenset(
    "soldier soldiers troops policeman policemen police officer officers personnel servicemen "
    "serviceman guards gendarmes gendarme jawans jawan troopers trooper marines marine".split()
)
REBELS = frozenset(
    "militant militants rebel rebels fighter fighters terrorist terrorists insurgent insurgents "
    "gunman gunmen attacker attackers bandits bandit elements guerrillas extremists".split()
)


def are_same_dead(text: str, before: Event, later: Event) -> bool:
    """Return whether a later sentence tells again of the dead of an event.

    The number, the kind of people, place, day and attacker must not differ, and no other party
    claims it. One dead is the same only with a definite article: "a guard ... the guard".

    Args:
        text: The article.
        before: The event told first.
        later: The event of the later sentence.
    """
    first, second = before.killed, later.killed
    if first is None or second is None or not is_same_number(first, second):
        return False
    if FURTHER.search(text, later.start, later.end) or not is_same_kind(first, second):
        return False
    if _differ({*before.place_ids}, {*later.place_ids}) or _other_day(text, before, later):
        return False
    if _differ(_attackers(before), _attackers(later)):
        return False
    if len({before.claimant_id, later.claimant_id} - {""}) > 1:
        return False
    return second.low > 1 or _is_definite(text, later, second)


def rival_count(text: str, before: Event, later: Event) -> Count | None:
    """Return the toll of an event with another source's number as a range; None for another toll.

    Args:
        text: The article.
        before: The event told first.
        later: What a later sentence tells: a toll and nothing else.
    """
    first, second = before.killed, later.killed
    if first is None or second is None or later.claimant_id or not is_same_kind(first, second):
        return None
    if RIVAL.search(text, before.end, later.end) is None or FURTHER.search(
        text, later.start, later.end
    ):
        return None
    if second.low < first.low and second.low != second.high:
        return None  # "as many as five" says nothing against eight
    low, high = range_of([(first.low, first.high), (second.low, second.high)])
    return replace(first, low=low, high=high)


def is_same_number(first: Count, second: Count) -> bool:
    """Return whether two counts tell one number: their lowest, or their highest, is the same."""
    return first.low == second.low or (first.high is not None and first.high == second.high)


def is_same_kind(first: Count, second: Count) -> bool:
    """Return whether two counts can be of the same people: not soldiers here, rebels there."""
    mine, theirs = _kinds(first), _kinds(second)
    return not mine or not theirs or bool(mine & theirs)


def _kinds(count: Count) -> frozenset[str]:
    """Return whether a count is of a state's, of rebels, of others; empty for anybody."""
    heads = frozenset(count.who.split(", ")) - ANYBODY - {""}
    kinds = {"state" if h in STATE else "rebels" if h in REBELS else "others" for h in heads}
    return frozenset(kinds)


def _attackers(event: Event) -> set[str]:
    parts = event.participants
    return {p.actor_id for p in parts if p.role == ATTACKER and p.actor_id != ARMED_GROUP}


def _differ(mine: Collection[str], theirs: Collection[str]) -> bool:
    return bool(mine) and bool(theirs) and set(mine).isdisjoint(theirs)


def _other_day(text: str, before: Event, later: Event) -> bool:
    """Return whether two events are of different days, or weekdays where no date is known."""
    mine, theirs = before.when, later.when
    if mine.precision == theirs.precision == "day":
        return mine.start != theirs.start
    days = [{*WEEKDAY.findall(text[event.start : event.end])} for event in (before, later)]
    return _differ(*days)


def _is_definite(text: str, event: Event, count: Count) -> bool:
    """Return whether one dead is told of as known: "the guard", "the young guard"."""
    head = re.escape(count.who) if count.who and ", " not in count.who else ""
    told = text[event.start : event.end]
    return bool(head and re.search(rf"\bthe (?:\w+ )?{head}\b", told, re.IGNORECASE))
