"""Cutting a sentence into the stretches that tell one event each."""

from collections.abc import Sequence
from dataclasses import replace

from mapapp.events.background import (
    CONTEXT_REACH,
    is_aid,
    is_attributive,
    is_before,
    is_comment,
    is_context,
    is_motive,
    is_purpose,
)
from mapapp.events.scene import Scene, Segment
from mapapp.events.territory import is_about_ground
from mapapp.events.triggers import Form, Trigger

CONNECTIVES = frozenset("as while and but whereas before after when though although".split())
HARD_CONNECTIVES = frozenset((";", "adding", "saying", "added"))
TELLING = frozenset("said says claimed claims reported denied stated announced".split())
SUBJECT_REACH = 5
"""Tokens after a connective in which the next clause's subject stands."""

WEAPON_REACH = 3
"""Tokens from "and" to a weapon, and from it to the verb: "and tank shells had killed two"."""

PRONOUNS = frozenset("they it he she who".split())
APART = frozenset("gain loss displacement talks movement threat arrest withdrawal".split())
"""Kinds that deaths told beside them do not belong to."""

PROTEST_KEYS = frozenset(("protest", "riot", "mob"))
WHOSE = frozenset("who whose claim claims say says".split())
RELATIVE_REACH = 8
"""Tokens before a verb in which "whose" opens its clause."""

STRIKE_DAYS = frozenset("hartal bandh blockade".split())
"""Protests that are only the time of other violence: "on the ninth day of the hartal"."""

KILL_ONLY_RANK = 50


def find_segments(scene: Scene) -> list[Segment]:
    """Return the stretches of a sentence that tell an event, left to right."""
    triggers = [
        t
        for t in scene.triggers
        if not (is_purpose(scene, t) or is_aid(scene, t) or is_attributive(scene, t))
    ]
    if not triggers:
        return []
    pieces = _pieces(scene, triggers)
    segments: list[Segment] = []
    for first, last in pieces:
        inside = [t for t in triggers if first <= t.first < last]
        segment = _segment(scene, first, last, inside)
        if segment is not None:
            segments.append(segment)
    return _merged(scene, segments)


def is_bare(scene: Scene, segment: Segment) -> bool:
    """Return whether a stretch tells no more than the toll of an event told before.

    Its words are of death, wounds and what was taken, or nouns that point back: "in the attack".
    """
    if all(trigger.kind.key != "kill" for trigger in segment.triggers):
        return False
    return all(_is_aftermath(scene, segment, trigger) for trigger in segment.triggers)


def _is_aftermath(scene: Scene, segment: Segment, trigger: Trigger) -> bool:
    if trigger.kind.key == "gain":
        return not is_about_ground(scene, segment.first, segment.last, trigger)
    if trigger.form is Form.NOUN and _points_back(scene, trigger.first - 1):
        return True
    return trigger.kind.key in ("kill", "arrest")


def _points_back(scene: Scene, at: int) -> bool:
    return at >= scene.sentence.first and scene.lowers[at] in ("the", "this", "these", "same")


def _pieces(scene: Scene, triggers: Sequence[Trigger]) -> list[tuple[int, int]]:
    """Return token ranges that each hold a clause with its own subject and event verb."""
    sentence = scene.sentence
    cuts = [sentence.first]
    # A cut lies between two triggers; the others are not looked at.
    first, last = triggers[0].first + 1, min(triggers[-1].first, sentence.last - 1)
    for at, word in enumerate(scene.lowers[first:last], first):
        if word not in CONNECTIVES and word not in HARD_CONNECTIVES:
            continue
        told = any(cuts[-1] <= t.first < at for t in triggers)
        if told and (word in HARD_CONNECTIVES or _opens_clause(scene, triggers, at)):
            cuts.append(at)
    return list(zip(cuts, [*cuts[1:], sentence.last], strict=True))


def _opens_clause(scene: Scene, triggers: Sequence[Trigger], at: int) -> bool:
    """Return whether a connective is followed by a subject and an event verb of its own."""
    if _speaks(scene, at) or _kills_too(scene, triggers, at):
        return True
    subject_end = 0
    for party in scene.parties:
        if at < party.first <= at + SUBJECT_REACH:
            subject_end = party.last
            break
    if not subject_end and scene.lowers[at + 1] in PRONOUNS:
        subject_end = at + 2
    if not subject_end:
        return False
    verbs = (t for t in triggers if t.form is not Form.NOUN and t.first >= subject_end)
    verb = next(verbs, None)
    if verb is None or verb.first - subject_end > CONTEXT_REACH + 2:
        return False
    between = scene.lowers[subject_end : verb.first]
    return not any(word in CONNECTIVES or word in (",", "in", "by", "who") for word in between)


def _kills_too(scene: Scene, triggers: Sequence[Trigger], at: int) -> bool:
    """Return whether another deed takes its own toll: "a raid killed two and shells killed one"."""
    weapon = next((t for t in triggers if at < t.first <= at + WEAPON_REACH), None)
    if weapon is None or weapon.form is not Form.NOUN or weapon.kind.rank <= KILL_ONLY_RANK:
        return False
    kill = next((t for t in triggers if t.first >= weapon.last and t.form is not Form.NOUN), None)
    if kill is None or kill.kind.key != "kill" or kill.first > weapon.last + WEAPON_REACH:
        return False
    tolls = [toll.at for toll in scene.tolls if toll.kind == "killed"]
    loud = any(t.first < at and t.kind.rank > KILL_ONLY_RANK for t in triggers)
    return loud and kill.first in tolls and any(toll < at for toll in tolls)


def _speaks(scene: Scene, at: int) -> bool:
    """Return whether somebody else speaks after a connective: "while state media claimed"."""
    if scene.lowers[at] not in ("while", "but", "whereas"):
        return False
    reach = scene.lowers[at + 1 : min(at + 1 + SUBJECT_REACH, scene.sentence.last)]
    return not TELLING.isdisjoint(reach)


def _segment(scene: Scene, first: int, last: int, triggers: Sequence[Trigger]) -> Segment | None:
    """Return a stretch with the trigger that names its event; None when none does."""
    told = [t for t in triggers if not (is_context(scene, first, t) or is_before(scene, first, t))]
    killed = any(toll.kind == "killed" and first <= toll.at < last for toll in scene.tolls)
    loud = [
        t
        for t in triggers
        if t.kind.rank > KILL_ONLY_RANK
        and (t.kind.key != "gain" or _gains(scene, first, last, t, triggers))
        and not (killed and t.kind.key == "abduction")
    ]
    told_at = {t.first for t in told}
    strong = [t for t in loud if t.first in told_at]
    forced = _is_forced(scene, first, last, told)
    if forced is not None:
        strong = [forced]
    elif _flees_first(told) or (told and told[0].kind.key == "threat"):
        strong = told[:1]
    if strong and not killed and all(_raids(scene, t) for t in strong):
        # "Raided the town and arrested five": the raid was made to arrest.
        strong = [t for t in told if t.kind.key == "arrest" and t.form is not Form.NOUN] or strong
    if not strong:
        causes = [t for t in loud if not (is_motive(scene, first, t) or is_before(scene, first, t))]
        strong = causes if _kills(told) else told
    candidates = strong or [t for t in told if t.kind.rank <= KILL_ONLY_RANK] or told
    if not candidates:
        return None
    main = _protest_first(scene, candidates) or _strongest(candidates)
    segment = Segment(first=first, last=last, triggers=list(triggers), main=main)
    return None if is_comment(scene, segment) else segment


def _raids(scene: Scene, trigger: Trigger) -> bool:
    return scene.lowers[trigger.first].startswith(("raid", "storm"))


def _gains(
    scene: Scene, first: int, last: int, trigger: Trigger, triggers: Sequence[Trigger]
) -> bool:
    """Return whether ground changes hands; who enters a village to kill there gains none."""
    if scene.lowers[trigger.first] == "entered" and any(
        t.kind.key in ("kill", "attack", "abduction", "looting") for t in triggers
    ):
        return False
    return is_about_ground(scene, first, last, trigger)


def _strongest(triggers: Sequence[Trigger]) -> Trigger:
    """Return the trigger of the highest rank; nouns of conquest only when no verb is left."""
    verbs = any(t.form is not Form.NOUN for t in triggers)
    left = [t for t in triggers if not (verbs and t.form is Form.NOUN and t.kind.key == "gain")]
    strongest = max(left, key=lambda t: (t.kind.rank, t.form is not Form.NOUN))
    kills = [t for t in left if t.kind.key == "kill" and t.form is not Form.NOUN]
    return kills[0] if kills and strongest.kind.key == "abduction" else strongest


def _flees_first(triggers: Sequence[Trigger]) -> bool:
    """Return whether people flee what the other triggers only name ("have fled fighting")."""
    if not triggers or triggers[0].kind.key != "displacement":
        return False
    return all(_names(trigger) for trigger in triggers[1:])


def _is_forced(scene: Scene, first: int, last: int, triggers: Sequence[Trigger]) -> Trigger | None:
    """Return the flight that nobody's fighting causes: "clashes forced 300 people to flee"."""
    if any(party.armed and first <= party.first < last for party in scene.parties):
        return None
    if len(triggers) < 2 or triggers[-1].kind.key != "displacement":  # noqa: PLR2004 (two told)
        return None
    return triggers[-1] if all(t.form is Form.MUTUAL for t in triggers[:-1]) else None


def _names(trigger: Trigger) -> bool:
    """Return whether a trigger names an event without telling it: noun or "fighting"."""
    return trigger.form in (Form.NOUN, Form.MUTUAL) or trigger.kind.key == "displacement"


def _kills(triggers: Sequence[Trigger]) -> bool:
    return any(t.kind.key == "kill" for t in triggers)


def _protest_first(scene: Scene, triggers: Sequence[Trigger]) -> Trigger | None:
    """Return the protest of a clause, unless violence by or against others stands before it."""
    triggers = [t for t in triggers if not _is_of_others(scene, t, triggers)] or triggers
    first = min(triggers, key=lambda t: t.first)
    protests = [t for t in triggers if t.kind.key in PROTEST_KEYS]
    if any(t.kind.key not in PROTEST_KEYS and t.kind.rank > KILL_ONLY_RANK for t in triggers):
        protests = [t for t in protests if scene.lowers[t.last - 1] not in STRIKE_DAYS]
    if not protests or (first.kind.key not in PROTEST_KEYS and first.kind.rank > KILL_ONLY_RANK):
        return None
    return max(protests, key=lambda t: t.kind.rank)


def _is_of_others(scene: Scene, trigger: Trigger, triggers: Sequence[Trigger]) -> bool:
    """Return whether violence is what protesters suffered: "families whose sons were taken"."""
    before = scene.lowers[max(scene.sentence.first, trigger.first - RELATIVE_REACH) : trigger.first]
    if trigger.kind.key in PROTEST_KEYS or WHOSE.isdisjoint(before):
        return False
    protested = any(t.kind.key == "protest" and t.first >= trigger.first for t in triggers)
    return protested and not any(
        party.armed and party.last <= trigger.first for party in scene.parties
    )


def _merged(scene: Scene, segments: list[Segment]) -> list[Segment]:
    """Return segments with those that only tell a toll joined to their neighbor."""
    merged: list[Segment] = []
    for segment in segments:
        if merged and _is_grievance(scene, merged[-1], segment):
            continue
        if merged and _belongs(scene, merged[-1], segment):
            merged[-1] = _join(merged[-1], segment)
        else:
            merged.append(segment)
    return merged


def _is_grievance(scene: Scene, before: Segment, segment: Segment) -> bool:
    """Return whether a clause tells what people protest about: "marched after one was killed"."""
    protest = before.main.kind.key == "protest"
    return protest and scene.lowers[segment.first] == "after"


def _belongs(scene: Scene, before: Segment, segment: Segment) -> bool:
    """Return whether two neighboring segments tell one event."""
    if scene.lowers[segment.first] in HARD_CONNECTIVES - {";"} or _speaks(scene, segment.first):
        return False
    toll_only = min(before.main.kind.rank, segment.main.kind.rank) <= KILL_ONLY_RANK
    toll_only = toll_only and not {before.main.kind.key, segment.main.kind.key} & APART
    armed = before.main.kind.type == segment.main.kind.type
    pronoun = scene.lowers[min(segment.first + 1, segment.last - 1)] in PRONOUNS
    same = armed and pronoun and scene.lowers[segment.first] in ("as", "when", "while", "and")
    return toll_only or same


def _join(before: Segment, segment: Segment) -> Segment:
    main = max(before.main, segment.main, key=lambda t: t.kind.rank)
    triggers = [*before.triggers, *segment.triggers]
    return replace(before, last=segment.last, triggers=triggers, main=main)
