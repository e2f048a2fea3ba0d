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
COURT_WORDS = FAR_WORDS - {"wanted", "attempted"}
COURT_BREAKS = frozenset("when while as but ; before until".split())
"""Words after which a death is no longer what the court is about."""

WARS = frozenset("war wars conflict conflicts insurgency uprising rebellion genocide".split())
WAR_REACH = 12
WAR_TOLL = 500
"""Deaths from which a toll that is said of a war is not that of one event."""

SINCE_REACH = 6
"""Tokens in which "since" comes to the beginning of a war."""

TURNS = frozenset(("gain", "loss", "withdrawal"))
"""Kinds of events that the deaths before them belong to: a town falls after ten were killed."""

SPANS = frozenset("days weeks months day week month hours".split())
PRIOR = frozenset(("after", "following", "since"))
BE = frozenset("was were been being".split())
LEADING_REACH = 3
"""Tokens before a toll in which "leading to" makes it a result."""

MOURNING = frozenset(
    "funeral funerals burial burials memory tribute homage silence candles prayers vigil vigils "
    "mourning monument graves condolences".split()
)
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
    if _is_earlier(scene, segment, toll) or _is_prior(scene, segment, toll):
        return True
    if _is_mourned(scene, segment, toll):
        return True
    if segment.main.kind.key in PROTEST_KEYS and _is_grievance(scene, segment, toll):
        return True
    if segment.main.kind.type in NOT_VIOLENT_TYPES and _is_relative(scene, segment, toll):
        return True
    named = scene.lowers[toll.at] in NOUNS_OF_DEATH and not _is_result(scene, toll)
    return named and segment.main.kind.key != "kill" and _has_context(scene, segment, toll)


def _is_earlier(scene: Scene, segment: Segment, toll: Toll) -> bool:
    """Return whether a death is of what came before ("following a raid in which two died")."""
    if toll.kind != "killed":
        return False
    before = scene.lowers[segment.first : toll.first]
    if "which" not in before or segment.main.kind.key in TURNS:
        return False
    at = len(before) - 1 - before[::-1].index("which")
    lead = before[max(at - CONTEXT_REACH, 0) : at]
    # "Claimed responsibility for the attack, which killed 28": that is the attack.
    return not EARLIER.isdisjoint(lead) and "responsibility" not in before


def _is_prior(scene: Scene, segment: Segment, toll: Toll) -> bool:
    """Return whether people died before an event ("attacked police after two were killed")."""
    main = segment.main
    if toll.kind not in ("killed", "injured"):
        return False
    span = scene.lowers[max(segment.first, toll.first - 2) : toll.first]
    if len(span) == 2 and span[0] in SPANS and span[1] in PRIOR:  # noqa: PLR2004
        # "A day after 14 died in a strike."
        return True
    if toll.at < main.first or main.kind.key in TURNS:
        return False
    between = scene.lowers[main.last : toll.first]
    if between[-1:] and between[-1] in PRIOR and main.kind.key != "kill":
        return scene.lowers[toll.at - 1] in BE
    last = max((at for at, word in enumerate(between) if word in PRIOR), default=0)
    return last > 0 and between[last - 1] in SPANS and "," not in between[last:]


def _has_context(scene: Scene, segment: Segment, toll: Toll) -> bool:
    begin = max(segment.first, toll.first - CONTEXT_REACH)
    # The "over" of "ran over a landmine" is a part of the event.
    return any(
        scene.lowers[at] in CONTEXT_WORDS and at not in scene.trigger_tokens
        for at in range(begin, toll.first)
    )


def _is_grievance(scene: Scene, segment: Segment, toll: Toll) -> bool:
    """Return whether people protest about a death and did not die at the protest."""
    if toll.at < segment.main.first or toll.kind not in ("killed", "injured", "captured"):
        return False
    if _is_result(scene, toll):
        return False
    between = scene.lowers[segment.main.last : toll.at]
    if scene.lowers[toll.first - 1] == "for" or any(word in CONTEXT_WORDS for word in between):
        return True
    relative = [at for at in range(segment.main.last, toll.at) if scene.lowers[at] in RELATIVES]
    if relative and not _is_of_force(scene, relative[-1]):
        return True
    return scene.lowers[toll.at + 1] == "of" if toll.at + 1 < segment.last else False


def _is_mourned(scene: Scene, segment: Segment, toll: Toll) -> bool:
    """Return whether the dead are those of a funeral or memory: "the funeral of two killed"."""
    lead = scene.lowers[max(segment.first, toll.first - 2) : toll.first]
    return len(lead) == 2 and lead[0] in MOURNING and lead[1] in ("of", "for", "to")  # noqa: PLR2004


def _is_result(scene: Scene, toll: Toll) -> bool:
    """Return whether a death is what a clause comes to: "opened fire, killing a boy"."""
    lowers = scene.lowers
    if "leading" in lowers[max(toll.first - LEADING_REACH, scene.sentence.first) : toll.first]:
        return True
    gerund = lowers[toll.at].endswith("ing") and lowers[toll.at + 1 : toll.at + 2] != ["of"]
    return gerund and lowers[toll.at - 1] == ","


def _is_of_force(scene: Scene, at: int) -> bool:
    """Return whether "who" at a token means an armed party: "with troops who killed four"."""
    return any(party.last == at and party.armed for party in scene.parties)


def _is_relative(scene: Scene, segment: Segment, toll: Toll) -> bool:
    """Return whether a toll stands in a relative clause ("a man who killed three")."""
    before = scene.lowers[max(segment.first, toll.at - 4) : toll.at]
    after_main = toll.at > segment.main.first
    return after_main and toll.kind == "killed" and any(word in RELATIVES for word in before)


def _is_in_court(scene: Scene, segment: Segment, toll: Toll) -> bool:
    """Return whether a death is what a court or a memorial is about.

    "Two men accused of theft were killed" and "a crowd tried a man, when police killed two" have
    the word of the court in what is said of the dead, or in another clause.
    """
    for at in range(toll.first - 1, segment.first - 1, -1):
        word = scene.lowers[at]
        if word in COURT_BREAKS:
            return False
        if word in COURT_WORDS and not is_charge(scene, at):
            return True
    return False


def _is_of_war(scene: Scene, toll: Toll, before: Sequence[str], after: Sequence[str]) -> bool:
    """Return whether deaths are those of a whole war: "the conflict has killed thousands"."""
    if any(one == "since" and _is_long_ago(scene, other) for one, other in pairwise(before)):
        return True
    if toll.count.low >= WAR_TOLL:
        return not (WARS.isdisjoint(before) and WARS.isdisjoint(after))
    spans = (words[at : at + SINCE_REACH] for words in (before, after) for at in _since(words))
    return any(not WARS.isdisjoint(span) for span in spans)


def _since(words: Sequence[str]) -> list[int]:
    return [at for at, word in enumerate(words) if word == "since"]


def _is_long_ago(scene: Scene, word: str) -> bool:
    """Return whether a word is a year, but not that of the article."""
    year = len(word) == 4 and word.isdigit() and word[:2] in ("19", "20")  # noqa: PLR2004
    return year and (scene.published is None or str(scene.published.year) != word)


def _is_history(scene: Scene, segment: Segment, toll: Toll) -> bool:
    """Return whether a toll is of another year or of many years ("since 2015")."""
    if _is_in_court(scene, segment, toll):
        return True
    before = scene.lowers[segment.first : toll.at]
    if any(one in LONG_SPANS and other in YEARS_ON for one, other in pairwise(before)):
        return True
    after = scene.lowers[toll.last : min(toll.last + HISTORY_REACH, segment.last)]
    rest = scene.lowers[toll.last : min(toll.last + WAR_REACH, segment.last)]
    if _is_of_war(scene, toll, before, rest):
        return True
    for at, word in enumerate(after):
        if word in LONG_SPANS and at and after[at - 1] in ("last", "past", "recent", "previous"):
            return True
        if at and after[at - 1] in YEAR_LEADS and _is_long_ago(scene, word):
            return True
    return False
