"""The preposition that governs a party, and the role that it decides: "by", "against", "from"."""

from collections.abc import Callable

from mapapp.events.background import is_context
from mapapp.events.casting import ATTACKER, BACKER, PARTY, TARGET
from mapapp.events.parties import Party
from mapapp.events.scene import Scene, Segment
from mapapp.events.triggers import REMOTE, Form, Trigger

NONE = ""
BE = frozenset("was were been being be is are got get gets".split())
HAVE = frozenset("have has had having".split())
AGAINST = frozenset("against on at targeting targeted hit upon toward towards onto".split())
BACKING_WORDS = frozenset(
    "backed supported aided assisted joined accompanied sent hired paid funded".split()
)
OWNING_WORDS = frozenset(
    "controlled held used manned occupied owned operated run guarded escorted protected built up "
    "carrying transporting".split()
)
"""Before "by", words that make the party the owner of what was hit."""

FILLERS = frozenset(
    "the a an its their his her some several many suspected alleged unidentified unknown armed "
    "group groups of members member fighters forces militants gunmen soldiers troops two three "
    "four five six seven eight nine ten dozens hundreds at least about more than local "
    "personnel positions position a heavily masked other both including elements who men warplanes "
    "convoy convoys vehicle vehicles base bases camp checkpoint patrol troops leader "
    "commander commanders unit units joint combined combatants villages village post posts outpost "
    "outposts territory headquarters home homes house houses residence residences shop office "
    "offices car cars compound property farm farms number numbers scores thousands band bands "
    "squad squads cell cells contingent faction factions wave waves".split()
)
"""Words between a preposition and the name that it governs."""

PREPOSITIONS = frozenset("by from with of between near to for in among alongside".split())
VERBLIKE = (
    BE
    | HAVE
    | frozenset(
        "said says that which who when while as after before and or but hit struck left entered "
        "launched carried fired planted used".split()
    )
)
"""Words that end the search for a preposition before a name."""

NAME_PREPOSITIONS = frozenset("by with between against targeting targeted".split())
"""Prepositions that govern a party past a name before it: "with Kano police", not "in Kano police".
"""

FIXED_ROLES = {"against": TARGET, "among": NONE, "for": NONE, "in": NONE}
"""Prepositions that decide a role whatever the event."""

SHELTERS = frozenset("camp camps site sites shelter shelters center centre school".split())
"""Before "for", places whose people are hit with them: "a camp for displaced people"."""

CUSTODY = frozenset("prison prisons jail jails custody detention cells dungeons".split())
"""After a party, places where those who die have died by its hand: "in regime prisons"."""

CUSTODY_REACH = 3
CUSTODY_KINDS = frozenset(("kill", "attack"))
BELONGING = frozenset("belongs belonging belonged".split())
"""Before "to", words that make the party the owner of what was hit."""

SUFFERED = frozenset(("came", "comes"))
"""First words of verbs whose subject is attacked: "came under fire"."""

SHOOTING = frozenset("fired fire launched fires".split())
JOINING = frozenset(
    "cooperation coordination collaboration together along alongside jointly alliance "
    "conjunction concert support assistance backing help".split()
)
"""Before "with" and "of", words that make a party do what the party before it does."""

OWNED_KINDS = frozenset(("attack", "clash", "shelling", "air"))
PREPOSITION_REACH = 6
REPELLING = frozenset(
    "repelled repels repelling repulsed repulses repulsing thwarted foiled fended".split()
)
"""Verbs whose subject is attacked and whose object attacks."""


def preposition_of(scene: Scene, segment: Segment, party: Party) -> str:
    """Return the preposition that governs a party; empty when it is a subject or object."""
    at, named = _preposition_at(scene, segment, party)
    word = scene.lowers[at] if at >= 0 else ""
    if named and word not in NAME_PREPOSITIONS:
        return ""
    if word in AGAINST:
        return "by" if scene.lowers[at - 1] == "blamed" else "against"
    return word


def _preposition_at(scene: Scene, segment: Segment, party: Party) -> tuple[int, bool]:
    """Return the token of a party's preposition, -1 without one, and whether a name is between."""
    reach, named, owned = PREPOSITION_REACH, False, -1
    for at in range(party.first - 1, segment.first - 1, -1):
        reach -= at not in scene.party_tokens
        word = scene.lowers[at]
        if reach < 0 or (at in scene.trigger_tokens and _is_told(segment, at)):
            break
        if word == "at" and scene.lowers[at + 1] in ("least", "most"):
            continue
        if word in PREPOSITIONS or word in AGAINST:
            if word == "of" and scene.lowers[at - 1] in FILLERS:
                continue
            if word == "to" and scene.lowers[at - 1] in BELONGING:
                owned = at
                continue
            return (at, named) if owned < 0 or word in ("by", "from") else (owned, named)
        if (word == "," and _is_subject(segment, party)) or not _may_stand_between(scene, at):
            break
        capital = scene.document.words[at][0].isupper()
        named = named or (capital and at not in scene.party_tokens)
    return owned, named


def _may_stand_between(scene: Scene, at: int) -> bool:
    """Return whether a token may stand between a preposition and the name that it governs."""
    joint = scene.lowers[at] in ("and", ",") and _is_passed(scene, at - 1)
    return joint or _is_passed(scene, at) or _is_filler(scene, at)


def _is_subject(segment: Segment, party: Party) -> bool:
    """Return whether a verb follows a party right away: "After a raid by X, Y attacked"."""
    return any(t.first == party.last and t.form is not Form.NOUN for t in segment.triggers)


def _is_told(segment: Segment, at: int) -> bool:
    return any(trigger.first <= at < trigger.last for trigger in segment.triggers)


def _is_passed(scene: Scene, at: int) -> bool:
    """Return whether a token is of a party or of a trigger that tells no event here."""
    return at in scene.party_tokens or at in scene.trigger_tokens


def _is_filler(scene: Scene, at: int) -> bool:
    """Return whether a word is none that ends the search, a name's ("Kano police") included."""
    word = scene.document.words[at]
    return word == "-" or (word.isalnum() and word.lower() not in VERBLIKE)


def role_of_preposition(
    scene: Scene, segment: Segment, party: Party, preposition: str
) -> str | None:
    """Return the role that a preposition decides, None when it decides nothing."""
    if preposition in ("in", "of") and _in_custody(scene, segment, party):
        return ATTACKER
    if preposition in FIXED_ROLES:
        # "Key for the rebels, who lost a town": the relative clause has them as its subject.
        relative = "who" in scene.lowers[party.last : party.last + 2]
        shelter = preposition == "for" and _word_before(scene, segment, party, "for") in SHELTERS
        return None if relative or (shelter and not party.armed) else FIXED_ROLES[preposition]
    rule = PREPOSITION_RULES.get(preposition)
    return rule(scene, segment, party) if rule else None


def _in_custody(scene: Scene, segment: Segment, party: Party) -> bool:
    """Return whether somebody died in a party's prison: "under torture in regime prisons"."""
    around = scene.lowers[max(party.first - 4, segment.first) : party.first]
    beside = scene.lowers[party.last : party.last + CUSTODY_REACH] + around * ("of" in around)
    return not CUSTODY.isdisjoint(beside) and party.armed and segment.main.kind.key in CUSTODY_KINDS


def _by_role(scene: Scene, segment: Segment, party: Party) -> str:
    if _word_before(scene, segment, party, "by") in OWNING_WORDS:
        return TARGET
    maker = next((t for t in reversed(segment.triggers) if t.last <= party.first), None)
    if maker is not None and _is_of_another_act(scene, segment, party, maker):
        # "After a raid by X, Y fired": X has its part in the raid, not in this event.
        return NONE
    if maker is not None and scene.lowers[maker.first] in REPELLING:
        return TARGET
    return BACKER if _word_before(scene, segment, party, "by") in BACKING_WORDS else ATTACKER


def _is_of_another_act(scene: Scene, segment: Segment, party: Party, trigger: Trigger) -> bool:
    """Return whether who did one thing did not do what the clause tells: somebody else did."""
    main = segment.main
    if trigger is main or trigger.kind.key == "arrest":
        return trigger is not main
    leads = party.last <= main.first and trigger.kind.key == main.kind.key
    alone = not any(party.last <= other.first < main.first for other in scene.parties)
    return is_context(scene, segment.first, trigger) and not (leads and alone)


def _from_role(scene: Scene, segment: Segment, party: Party) -> str | None:
    """Return attacker for whom fire or an attack comes from, target for whom something is taken."""
    if party.first <= segment.main.first:
        return None
    maker = next((t for t in reversed(segment.triggers) if t.last <= party.first), segment.main)
    shot = maker.kind.type == REMOTE or maker.kind.key == "attack"
    verb = scene.lowers[maker.first]
    if verb in SUFFERED or (shot and (maker.form is Form.NOUN or verb in SHOOTING)):
        return ATTACKER
    return TARGET if segment.main.kind.key in ("gain", "clash", "attack") else NONE


def _to_role(scene: Scene, segment: Segment, party: Party) -> str | None:
    if _word_before(scene, segment, party, "to") in BELONGING:
        return TARGET
    if segment.main.kind.key in ("attack", "kill", "abduction", "mob", "riot"):
        return NONE
    return ATTACKER if segment.main.kind.key in ("gain", "loss") else None


def _of_role(scene: Scene, segment: Segment, party: Party) -> str | None:
    return ATTACKER if _is_repelled(scene, segment, party) else None


def _near_role(_: Scene, segment: Segment, party: Party) -> str:
    """Return target for those near whom a bomb went off: it was laid for them."""
    return TARGET if party.armed and segment.main.kind.type == REMOTE else NONE


def _is_repelled(scene: Scene, segment: Segment, party: Party) -> bool:
    """Return whether "of" names who attacked: "thwarted an attack of the rebels"."""
    trigger = next((t for t in reversed(segment.triggers) if t.last <= party.first), None)
    if trigger is None or trigger.form is not Form.NOUN or trigger.kind.key not in OWNED_KINDS:
        return False
    before = scene.lowers[segment.first : trigger.first]
    return any(word in REPELLING for word in before)


def joins(scene: Scene, segment: Segment, party: Party, preposition: str) -> bool:
    """Return whether a party does what the party before it does: "in cooperation with X"."""
    if preposition == "alongside":
        return True
    return preposition in ("with", "of") and (
        _word_before(scene, segment, party, preposition) in JOINING
    )


def _with_role(_: Scene, segment: Segment, __: Party) -> str:
    """Return the role of whom a clash was with; of whom an act was done with, none."""
    clashed = any(t.kind.key in ("clash", "talks", "agreement") for t in segment.triggers)
    return PARTY if clashed else NONE


PREPOSITION_RULES: dict[str, Callable[[Scene, Segment, Party], str | None]] = {
    "by": _by_role,
    "from": _from_role,
    "to": _to_role,
    "of": _of_role,
    "near": _near_role,
    "with": _with_role,
}


def _word_before(scene: Scene, segment: Segment, party: Party, preposition: str) -> str:
    for at in range(party.first - 1, segment.first, -1):
        if scene.lowers[at] == preposition:
            return scene.lowers[at - 1]
    return ""
