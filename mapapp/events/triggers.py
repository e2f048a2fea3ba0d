"""Trigger words and phrases: which words give an event away, and of which type it is.

Types and sub-types are ACLED's own words where ACLED has one (codebook, 2023 and later).
"""

from collections.abc import Sequence
from dataclasses import replace
from enum import StrEnum

from mapapp.events.idle_words import is_idle
from mapapp.events.toll_words import OBJECT_PRONOUNS
from mapapp.events.trigger_table import TABLE
from mapapp.model.record import record


class Form(StrEnum):
    """How a trigger stands in its clause, which tells where its participants are."""

    VERB = "verb"
    INTRANSITIVE = "intransitive"
    MUTUAL = "mutual"
    NOUN = "noun"


@record
class Kind:
    """A kind of event.

    Attributes:
        key: Short name used by the rules.
        type: Event type.
        sub_type: Sub-event type.
        rank: In one clause the kind of the highest rank names the event.
    """

    key: str
    type: str
    sub_type: str
    rank: int


AMBIGUOUS = frozenset(
    "attack attacks raid raids ambush storm murder murders shelling execution kidnapping "
    "killing shells targets".split()
)
"""Words that are noun or verb: "Gunmen attack village", "the attack on the village"."""

NOUN_LEADS = frozenset(
    "the a an this that these those of in during by from after for his its their suspected "
    "deadly alleged separate recent air drone armed militant jihadist bomb rocket gun cattle "
    "coordinated similar heavy artillery two three four five several multiple under no another "
    "any more such against over following major series cross terror terrorist".split()
)
SHELLING_LEADS = frozenset("was were is are been began started kept , and".split())
"""Before "shelling", words that make it a verb; elsewhere it names the event."""

CHARGING = frozenset("accused accuses accuse accusing".split())
CHARGE_REACH = 8
"""Tokens after "accused" in which "of killing" tells a deed."""

NOUN_FOLLOWERS = frozenset(
    "on by against between has have had was were is are took broke erupted continued left "
    "near at that which came targeting".split()
)

BATTLES = "Battles"
REMOTE = "Explosions/Remote violence"
AGAINST_CIVILIANS = "Violence against civilians"
PROTESTS = "Protests"
RIOTS = "Riots"
STRATEGIC = "Strategic developments"
ROAD = "Road"

KINDS = {
    key: Kind(key=key, type=kind, sub_type=sub_type, rank=rank)
    for key, kind, sub_type, rank in (
        ("suicide", REMOTE, "Suicide bomb", 97),
        ("chemical", REMOTE, "Chemical weapon", 96),
        ("grenade", REMOTE, "Grenade", 94),
        ("strike", REMOTE, "Shelling/artillery/missile attack", 58),
        ("ied", REMOTE, "Remote explosive/landmine/IED", 92),
        ("air", REMOTE, "Air/drone strike", 93),
        ("shelling", REMOTE, "Shelling/artillery/missile attack", 86),
        ("sexual", AGAINST_CIVILIANS, "Sexual violence", 84),
        ("abduction", AGAINST_CIVILIANS, "Abduction/forced disappearance", 82),
        ("crude", AGAINST_CIVILIANS, "Attack", 80),
        ("riot", RIOTS, "Violent demonstration", 78),
        ("mob", RIOTS, "Mob violence", 79),
        ("protest", PROTESTS, "Peaceful protest", 77),
        ("dispersal", PROTESTS, "Protest with intervention", 76),
        ("gain", BATTLES, "Armed clash", 74),
        ("loss", BATTLES, "Armed clash", 73),
        ("clash", BATTLES, "Armed clash", 72),
        ("road_cut", ROAD, "Road cut", 55),
        ("road_open", ROAD, "Road reopened", 55),
        ("doubt", BATTLES, "Armed clash", 71),
        ("attack", AGAINST_CIVILIANS, "Attack", 60),
        ("kill", AGAINST_CIVILIANS, "Attack", 50),
        ("disarm", STRATEGIC, "Disrupted weapons use", 95),
        ("cache", STRATEGIC, "Disrupted weapons use", 43),
        ("arrest", STRATEGIC, "Arrests", 45),
        ("looting", STRATEGIC, "Looting/property destruction", 46),
        ("agreement", STRATEGIC, "Agreement", 44),
        ("transfer", STRATEGIC, "Non-violent transfer of territory", 43),
        ("peaceful", STRATEGIC, "Non-violent transfer of territory", 76),
        ("base", STRATEGIC, "Headquarters or base established", 42),
        ("change", STRATEGIC, "Change to group/activity", 41),
        ("displacement", "Displacement", "Displacement", 30),
        ("movement", "Troop movement", "Deployment", 32),
        ("withdrawal", "Troop movement", "Withdrawal", 33),
        ("talks", "Diplomacy", "Talks", 28),
        ("threat", "Threat", "Threat or ultimatum", 34),
        ("none", "", "", 0),
    )
}


@record
class Trigger:
    """A trigger at tokens ``first`` up to but not ``last``."""

    first: int
    last: int
    kind: Kind
    form: Form


Entry = tuple[tuple[str, ...], Kind, Form]


def read_table(table: str) -> dict[str, list[Entry]]:
    """Return for each first word the phrases that start with it, long before short.

    Raises:
        KeyError: A line names an unknown kind.
        ValueError: A line names an unknown form or has no colon.
    """
    entries: dict[str, list[Entry]] = {}
    for line in table.replace("\n ", " ").splitlines():
        label, _, cells = line.partition(":")
        key, form = label.split()
        for cell in cells.split(","):
            words = tuple(cell.split())
            entries.setdefault(words[0], []).append((words, KINDS[key], Form(form)))
    for phrases in entries.values():
        phrases.sort(key=lambda entry: -len(entry[0]))
    return entries


TRIGGERS = read_table(TABLE)
"""First word to the phrases that start with it; read-only."""


def find_triggers(lowers: Sequence[str], first: int, last: int) -> list[Trigger]:
    """Return the triggers of a sentence, left to right, longest first, none overlapping."""
    found: list[Trigger] = []
    free = first
    for at in [at for at, word in enumerate(lowers[first:last], first) if word in TRIGGERS]:
        trigger = _match(lowers, at, last, TRIGGERS[lowers[at]]) if at >= free else None
        if trigger is None:
            continue
        free = trigger.last
        if trigger.kind.rank and not is_idle(lowers, at, trigger.last, first, last):
            if _is_charged(lowers, at, first):
                trigger = replace(trigger, form=Form.VERB)
            elif lowers[at] in AMBIGUOUS and _is_noun(lowers, at, first, last):
                trigger = replace(trigger, form=Form.NOUN)
            found.append(trigger)
    return found


def _is_charged(lowers: Sequence[str], at: int, first: int) -> bool:
    """Return whether somebody is accused of doing it: "accused the army of killing civilians".

    "Accused it of killing him" tells of a death told before.
    """
    gerund = lowers[at].endswith("ing") and lowers[at - 1] == "of"
    gerund = gerund and OBJECT_PRONOUNS.isdisjoint(lowers[at + 1 : at + 2])
    return gerund and not CHARGING.isdisjoint(lowers[max(first, at - CHARGE_REACH) : at])


def _is_noun(lowers: Sequence[str], at: int, first: int, last: int) -> bool:
    """Return whether an ambiguous word names an event ("the attack on") and tells none."""
    before = lowers[at - 1] if at > first else ""
    following = lowers[at + 1] if at + 1 < last else ""
    if lowers[at] == "shelling":
        return before not in SHELLING_LEADS
    if lowers[at] == "killing" and following == "of":
        return True
    return at == first or before in NOUN_LEADS or following in NOUN_FOLLOWERS


def _match(lowers: Sequence[str], at: int, last: int, entries: Sequence[Entry]) -> Trigger | None:
    for words, kind, form in entries:
        size = len(words)
        if size == 1:
            return Trigger(first=at, last=at + 1, kind=kind, form=form)
        end = at + size
        if end <= last and lowers[at + 1] == words[1] and tuple(lowers[at:end]) == words:
            return Trigger(first=at, last=end, kind=kind, form=form)
    return None
