"""From the tolls of a clause to one count per kind, history and hearsay left out."""

from collections.abc import Sequence
from itertools import pairwise

from mapapp.events.background import CONTEXT_WORDS, FAR_WORDS, is_charge
from mapapp.events.scene import Scene, Segment
from mapapp.events.segments import PROTEST_KEYS
from mapapp.events.tolls import Toll
from mapapp.model.event import Count

HISTORY_REACH = 6
CONTEXT_REACH = 6
NOUNS_OF_DEATH = frozenset("killing death deaths murder killings bodies body wounding".split())
NOT_VIOLENT_TYPES = frozenset(("Protests", "Strategic developments", "Diplomacy", "Threat"))
YEAR_LEADS = frozenset("in since between from by of during".split())
YEARS_ON = frozenset("since after ago on".split())
"""After "five years", words that put what follows into the past."""

LONG_SPANS = frozenset("year years decade decades".split())
EARLIER = frozenset("following after over against for since".split())
COURT_WORDS = FAR_WORDS - {"wanted"}
RELATIVES = frozenset("who that which whom whose".split())


def counts_of(scene: Scene, segment: Segment) -> dict[str, Count]:
    """Return the counts of a segment by kind: killed, injured, displaced, captured, missing.

    Several tolls of one kind in one clause are different people and add up; a running total
    ("to 19 this month") stands only where no fresh toll does. Deaths that a protest is about,
    deaths of other years and deaths that somebody is accused of are no toll of this event.
    """
    inside = [
        toll
        for toll in scene.tolls
        if segment.first <= toll.at < segment.last and not _is_other(scene, segment, toll)
    ]
    counts: dict[str, Count] = {}
    for kind in dict.fromkeys(toll.kind for toll in inside):
        tolls = [toll for toll in inside if toll.kind == kind]
        fresh = [toll for toll in tolls if not toll.count.cumulative]
        counts[kind] = _sum(fresh or tolls[:1])
    return counts


def _sum(tolls: Sequence[Toll]) -> Count:
    highs = [toll.count.high for toll in tolls]
    whos = [toll.count.who for toll in tolls if toll.count.who]
    return Count(
        low=sum(toll.count.low for toll in tolls),
        high=None if None in highs else sum(high for high in highs if high is not None),
        hedge=next((toll.count.hedge for toll in tolls if toll.count.hedge), ""),
        who=", ".join(dict.fromkeys(whos)),
        cumulative=tolls[0].count.cumulative,
    )


def _is_other(scene: Scene, segment: Segment, toll: Toll) -> bool:
    """Return whether a toll belongs to another event than the one that its clause tells."""
    if toll.kind == "killed" and _is_history(scene, segment, toll):
        return True
    if toll.kind == "killed" and _is_earlier(scene, segment, toll):
        return True
    if segment.main.kind.key in PROTEST_KEYS and _is_grievance(scene, segment, toll):
        return True
    if segment.main.kind.type in NOT_VIOLENT_TYPES and _is_relative(scene, segment, toll):
        return True
    named = scene.lowers[toll.at] in NOUNS_OF_DEATH
    return named and segment.main.kind.key != "kill" and _has_context(scene, segment, toll)


def _is_earlier(scene: Scene, segment: Segment, toll: Toll) -> bool:
    """Return whether a death is of what came before ("following a raid in which two died")."""
    before = scene.lowers[segment.first : toll.first]
    if "which" not in before:
        return False
    at = len(before) - 1 - before[::-1].index("which")
    return any(word in EARLIER for word in before[max(at - CONTEXT_REACH, 0) : at])


def _has_context(scene: Scene, segment: Segment, toll: Toll) -> bool:
    begin = max(segment.first, toll.first - CONTEXT_REACH)
    return any(word in CONTEXT_WORDS for word in scene.lowers[begin : toll.first])


def _is_grievance(scene: Scene, segment: Segment, toll: Toll) -> bool:
    """Return whether people protest about a death and did not die at the protest."""
    if toll.at < segment.main.first or toll.kind not in ("killed", "injured", "captured"):
        return False
    between = scene.lowers[segment.main.last : toll.at]
    if any(word in CONTEXT_WORDS or word in RELATIVES for word in between):
        return True
    return scene.lowers[toll.at + 1] == "of" if toll.at + 1 < segment.last else False


def _is_relative(scene: Scene, segment: Segment, toll: Toll) -> bool:
    """Return whether a toll stands in a relative clause ("a man who killed three")."""
    before = scene.lowers[max(segment.first, toll.at - 4) : toll.at]
    after_main = toll.at > segment.main.first
    return after_main and toll.kind == "killed" and any(word in RELATIVES for word in before)


def _is_history(scene: Scene, segment: Segment, toll: Toll) -> bool:
    """Return whether a toll is of another year or of many years ("since 2015")."""
    before = scene.lowers[segment.first : toll.at]
    in_court = (at for at, word in enumerate(before, segment.first) if word in COURT_WORDS)
    if any(not is_charge(scene, at) for at in in_court):
        return True
    if any(one in LONG_SPANS and other in YEARS_ON for one, other in pairwise(before)):
        return True
    after = scene.lowers[toll.last : min(toll.last + HISTORY_REACH, segment.last)]
    for at, word in enumerate(after):
        if word in LONG_SPANS and at and after[at - 1] in ("last", "past", "recent", "previous"):
            return True
        year = len(word) == 4 and word.isdigit() and word[:2] in ("19", "20")  # noqa: PLR2004
        if year and at and after[at - 1] in YEAR_LEADS:
            return scene.published is None or str(scene.published.year) != word
    return False
