"""Who attacked, who was attacked: roles from voice, prepositions and word order."""

from collections.abc import Sequence

from mapapp.events.parties import ARMED_GROUP, Party
from mapapp.events.scene import Scene, Segment
from mapapp.events.segments import CONTEXT_WORDS
from mapapp.events.triggers import REMOTE, Form, Trigger
from mapapp.model.event import Participant

ATTACKER, TARGET, PARTY, BACKER, CLAIMANT = "attacker", "target", "party", "backer", "claimant"
NONE = ""

BE = frozenset("was were been being be is are got get gets".split())
HAVE = frozenset("have has had having".split())
PASSIVE_FOLLOWERS = frozenset(
    "by in as when during on near after while , . : ; outside inside amid from along "
    "between with over since".split()
)
AGAINST = frozenset("against on at targeting targeted hit upon toward towards onto".split())
BACKING_WORDS = frozenset("backed supported aided assisted joined accompanied".split())
FILLERS = frozenset(
    "the a an its their his her some several many suspected alleged unidentified unknown armed "
    "group groups of members member fighters forces militants gunmen soldiers troops two three "
    "four five six seven eight nine ten dozens hundreds at least about more than local "
    "positions position a heavily masked other both including elements who men warplanes "
    "convoy convoys vehicle vehicles base bases camp checkpoint patrol troops leader "
    "commander commanders unit units joint combined combatants villages village".split()
)
"""Words between a preposition and the name that it governs."""

PREPOSITIONS = frozenset("by from with of between near to for in among".split())
VERBLIKE = (
    BE
    | HAVE
    | frozenset(
        "said says that which who when while as after before and or but hit struck left entered "
        "launched carried fired planted used".split()
    )
)
"""Words that end the search for a preposition before a name."""

FIXED_ROLES = {"against": TARGET, "near": NONE, "among": NONE, "for": NONE, "in": NONE}
"""Prepositions that decide a role whatever the event."""

SUBJECT_MARKS = frozenset("launched carried conducted mounted staged opened perpetrated".split())
SUFFERING = frozenset("under hit struck targeted in by from during survived".split())
"""Between a subject and an event noun, words that make the subject the one who suffers."""

REVERSED_KEYS = frozenset(("loss", "withdrawal"))
PASSIVE_REACH = 4
PREPOSITION_REACH = 6
KILLED_WORDS = frozenset("killed wounded injured shot captured abducted kidnapped attacked".split())
REPELLING = frozenset(
    "repelled repels repelling repulsed repulses repulsing thwarted foiled fended".split()
)
"""Verbs whose subject is attacked and whose object attacks."""

VERBLESS_KINDS = frozenset(("talks", "agreement", "protest", "displacement"))


def find_participants(scene: Scene, segment: Segment, speakers: set[int]) -> list[Participant]:
    """Return the parties of an event with their roles, attackers first.

    Args:
        scene: The sentence.
        segment: The stretch that tells the event.
        speakers: First tokens of parties that only speak here.
    """
    roles: list[tuple[Party, str]] = []
    for party in segment.parties(scene):
        if party.first in speakers:
            continue
        role = _role(scene, segment, party)
        if role:
            roles.append((party, role))
    return _participants(_settled(segment, roles))


def is_passive(scene: Scene, segment: Segment, trigger: Trigger) -> bool:
    """Return whether a verb's subject is the one who suffers it."""
    lowers = scene.lowers
    verb = lowers[trigger.last - 1] if trigger.last - trigger.first == 1 else lowers[trigger.first]
    if trigger.form is not Form.VERB or not _participle(verb):
        return False
    begin = max(segment.first, trigger.first - PASSIVE_REACH)
    begin = max([begin, *(p.last for p in scene.parties if p.last <= trigger.first)])
    for word in reversed(lowers[begin : trigger.first]):
        if word in BE:
            return True
        if word in HAVE:
            return False
    following = lowers[trigger.last] if trigger.last < segment.last else "."
    if following == "by":
        return True
    for toll in scene.tolls:
        if toll.at == trigger.last - 1 or toll.at == trigger.first:
            # "killed 43 farmers" has its people after it, "43 farmers killed" before it.
            return toll.first < trigger.first
    # A headline leaves the auxiliary out: "Two soldiers killed in air strike".
    return verb in KILLED_WORDS and following in PASSIVE_FOLLOWERS


def _participle(verb: str) -> bool:
    return verb.endswith(("ed", "en", "un", "ot", "ain", "ld")) or verb in ("hit", "struck", "beat")


def _role(scene: Scene, segment: Segment, party: Party) -> str:
    """Return the role of a party in a segment; empty when it only stands near the event."""
    if any(_is_maker(party, trigger) for trigger in segment.triggers):
        return ATTACKER
    preposition = _preposition(scene, segment, party)
    if preposition == "between":
        return PARTY
    trigger = _governing(scene, segment, party)
    if trigger is None or _is_grieved(scene, segment, party):
        return NONE
    if trigger.form is Form.MUTUAL or _is_mutual_noun(scene, segment, trigger):
        return _mutual_role(preposition)
    by_preposition = _prepositional_role(scene, segment, party, preposition)
    if by_preposition is None:
        noun = trigger.form is Form.NOUN
        role = _noun_role(scene, party, trigger) if noun else None
        return role if role is not None else _verb_role(scene, segment, party, trigger)
    return by_preposition


def _is_maker(party: Party, trigger: Trigger) -> bool:
    """Return whether a party stands right before the attack that it made ("Russian shelling")."""
    makes = trigger.kind.type == REMOTE or trigger.kind.key == "attack"
    return trigger.form is Form.NOUN and makes and party.last == trigger.first


def _is_grieved(scene: Scene, segment: Segment, party: Party) -> bool:
    """Return whether a party is what a protest is about."""
    if segment.main.kind.key != "protest":
        return False
    between = scene.lowers[segment.main.last : party.first]
    return any(word in CONTEXT_WORDS for word in between)


def _mutual_role(preposition: str) -> str:
    return NONE if preposition == "near" else PARTY


def _is_mutual_noun(scene: Scene, segment: Segment, trigger: Trigger) -> bool:
    """Return whether a noun has two equal sides: "clashes between", "clashes with"."""
    if trigger.form is not Form.NOUN or trigger.kind.key not in ("clash", "talks", "agreement"):
        return False
    ahead = scene.lowers[trigger.last : min(trigger.last + 3, segment.last)]
    return "between" in ahead or "with" in ahead or trigger.kind.key != "clash"


def _preposition(scene: Scene, segment: Segment, party: Party) -> str:
    """Return the preposition that governs a party; empty when it is a subject or object."""
    lowers = scene.lowers
    for at in range(party.first - 1, max(segment.first, party.first - PREPOSITION_REACH) - 1, -1):
        word = lowers[at]
        if at in scene.trigger_tokens and _is_told(segment, at):
            return ""
        if word in PREPOSITIONS:
            if word == "of" and lowers[at - 1] in FILLERS:
                continue
            return "by" if word == "on" and lowers[at - 1] == "blamed" else word
        if word in AGAINST:
            return "by" if lowers[at - 1] == "blamed" else "against"
        joint = word in ("and", ",") and _is_passed(scene, at - 1)
        if not (_is_passed(scene, at) or joint or _is_filler(scene, at)):
            return ""
    return ""


def _is_told(segment: Segment, at: int) -> bool:
    return any(trigger.first <= at < trigger.last for trigger in segment.triggers)


def _is_passed(scene: Scene, at: int) -> bool:
    """Return whether a token is of a party or of a trigger that tells no event here."""
    return at in scene.party_tokens or at in scene.trigger_tokens


def _is_filler(scene: Scene, at: int) -> bool:
    """Return whether a word may stand between a preposition and the name that it governs."""
    word = scene.document.words[at]
    return word == "-" or (word.isalnum() and not word[0].isupper() and word not in VERBLIKE)


def _prepositional_role(
    scene: Scene, segment: Segment, party: Party, preposition: str
) -> str | None:
    """Return the role that a preposition decides, None when it decides nothing."""
    if preposition in FIXED_ROLES:
        # "Key for the rebels, who lost a town": the relative clause has them as its subject.
        relative = "who" in scene.lowers[party.last : party.last + 2]
        return None if relative else FIXED_ROLES[preposition]
    if preposition == "by":
        before = _word_before(scene, segment, party, "by")
        return BACKER if before in BACKING_WORDS else ATTACKER
    if preposition == "from" and party.first > segment.main.first:
        return TARGET if segment.main.kind.key in ("gain", "clash", "attack") else NONE
    if preposition == "to" and segment.main.kind.key == "gain":
        return ATTACKER
    if preposition == "with":
        return _with_role(segment)
    return None


def _with_role(segment: Segment) -> str:
    """Return the role of whom a clash was with; of whom an act was done with, none."""
    clashed = any(t.kind.key in ("clash", "talks", "agreement") for t in segment.triggers)
    return PARTY if clashed else NONE


def _word_before(scene: Scene, segment: Segment, party: Party, preposition: str) -> str:
    for at in range(party.first - 1, segment.first, -1):
        if scene.lowers[at] == preposition:
            return scene.lowers[at - 1]
    return ""


def _governing(scene: Scene, segment: Segment, party: Party) -> Trigger | None:
    """Return the trigger that decides a party's role: the nearest verb, else the nearest noun."""
    usable = [t for t in segment.triggers if not _inside(party, t)]
    if len(usable) < 2:  # noqa: PLR2004  (nothing to choose between)
        return usable[0] if usable else None
    return min(usable, key=lambda trigger: _distance(scene.lowers, party, trigger))


def _distance(lowers: Sequence[str], party: Party, trigger: Trigger) -> tuple[int, int]:
    """Return how far a trigger is from a party: in tokens, commas and far nouns heavier."""
    before = party.last <= trigger.first
    gap = trigger.first - party.last if before else party.first - trigger.last
    crossed = lowers[party.last : trigger.first] if before else lowers[trigger.last : party.first]
    commas = crossed.count(",") + crossed.count(";")
    weak = trigger.form is Form.NOUN and gap > 1
    trailing = before and lowers[trigger.first].endswith("ing")
    # In "killed a man and wounded two" the man is no subject of the second verb.
    joined = before and len(crossed) <= 2 and crossed[:1] in (["and"], [","])  # noqa: PLR2004
    return (4 * commas + 3 * weak + 9 * (trailing or joined) + gap, trigger.first)


def _inside(party: Party, trigger: Trigger) -> bool:
    return trigger.first <= party.first < trigger.last


def _noun_role(scene: Scene, party: Party, trigger: Trigger) -> str:
    """Return the role beside an event noun: "Taliban attack", "attack by X", "shelling of Y"."""
    if trigger.kind.key == "kill":
        return TARGET
    if party.last <= trigger.first:
        adjacent = trigger.first - party.last <= 1
        between = scene.lowers[party.last : trigger.first]
        if "," in between:
            between = between[len(between) - between[::-1].index(",") :]
        launches = any(word in SUBJECT_MARKS for word in between) or not between
        if adjacent or launches or trigger.kind.key in VERBLESS_KINDS:
            return ATTACKER
        return TARGET if any(word in SUFFERING for word in between) else ATTACKER
    if trigger.kind.key in VERBLESS_KINDS:
        return PARTY
    return TARGET


def _verb_role(scene: Scene, segment: Segment, party: Party, trigger: Trigger) -> str:
    subject = party.last <= trigger.first
    if scene.lowers[trigger.first] in REPELLING:
        return TARGET if subject else ATTACKER
    if trigger.form is Form.INTRANSITIVE:
        return ATTACKER if subject else TARGET
    attacks = subject != is_passive(scene, segment, trigger)
    if not subject and attacks and scene.lowers[trigger.last - 1] != "by":
        # After a passive verb only "by" names the attacker.
        return NONE if party.armed else TARGET
    if trigger.kind.key in REVERSED_KEYS:
        attacks = not attacks
    return ATTACKER if attacks else TARGET


def _settled(segment: Segment, roles: Sequence[tuple[Party, str]]) -> list[tuple[Party, str]]:
    """Return roles with what the kind of event rules out put right."""
    key = segment.main.kind.key
    if key in ("talks", "agreement"):
        return [(party, PARTY) for party, _ in roles]
    if key == "displacement":
        return [
            (party, TARGET if not party.armed else role)
            for party, role in roles
            if party.armed or role != ATTACKER or party.actor_id
        ]
    return list(roles)


def _participants(roles: Sequence[tuple[Party, str]]) -> list[Participant]:
    """Return each actor once per role, attackers before targets before the rest."""
    order = {ATTACKER: 0, TARGET: 1, PARTY: 2, BACKER: 3, CLAIMANT: 4}
    found: dict[str, str] = {}
    backers: list[str] = []
    for party, role in sorted(roles, key=lambda pair: order[pair[1]]):
        if party.actor_id and (party.actor_id not in found or party.actor_id == ARMED_GROUP):
            found.setdefault(party.actor_id, role)
        if party.backer_id:
            backers.append(party.backer_id)
    participants = [Participant(actor_id=a, role=r) for a, r in found.items()]
    return participants + [
        Participant(actor_id=backer, role=BACKER)
        for backer in dict.fromkeys(backers)
        if backer not in found
    ]
