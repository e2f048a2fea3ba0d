"""What only stands behind an event: purposes, reasons, comments, and stories of other days."""

from itertools import pairwise

from mapapp.events.labels import LABEL_RANK
from mapapp.events.people import is_people
from mapapp.events.scene import Scene, Segment
from mapapp.events.triggers import Form, Trigger

FAR_WORDS = frozenset(
    "accused sentenced jailed charged convicted commemorate commemorating commemorated "
    "anniversary attempted remembering remembered honor honour marking trial tried "
    "wanted acquitted served memorial remembrance commemoration".split()
)
"""Words that keep a death in another story: a court's, a memorial's."""

CONTEXT_WORDS = (
    frozenset(
        "after following since amid despite backdrop because hours days over connection response "
        "reaction reprisal "
        "retaliation revenge denouncing condemning condemned denounced against backed supported "
        "participating participation involved involvement organizing organising attending "
        "demanding demanded demand fear fearing threat threatened due avoid prevent possible ahead "
        "until".split()
    )
    | FAR_WORDS
)
"""Words before a noun that make it the background of another event."""

CONTEXT_REACH = 4
CHARGES = {"accused": "of", "accuses": "of", "blamed": "for", "blames": "for"}
"""Verbs that charge a party, with the word that leads to the deed."""

CHARGE_REACH = 8
"""Tokens after such a verb in which that word follows the accused."""

COURT = frozenset("court trial judge sentenced jailed convicted charged prosecutors".split())
MOTIVES = frozenset("revenge retaliation reprisal avenge response retaliating avenging".split())
ANSWERS = frozenset("attack kill arrest clash protest riot looting mob dispersal".split())
CROWD_IDS = frozenset(("civilians", "protesters", "rioters"))
BEFORE_REACH = 8
"""Tokens before a verb in which "after" opens its clause."""

COMMENT_VERBS = frozenset(
    "caused causes marks is are comes remains eases raises raised was were would could "
    "may might has will aims sparked prompted drew led follows highlights underscores "
    "shows threatens poses continue brought represents".split()
)
"""After an event noun as subject, verbs that comment on it and do not tell it."""

AIMED = frozenset("aimed directed".split())
"""After "was", words that tell whom a strike was meant for."""

RELATIVE = frozenset("who whom which that where".split())
"""Before a verb of comment, words after which it is about somebody else."""

REMARKING = frozenset("comes came follows highlights underscores eases raises marks".split())
"""Verbs after an event noun that tell nothing of it, whatever happens later in the sentence."""

HAPPENING = frozenset(
    "erupted broke occurred happened continued took raged flared resumed began started ended "
    "reported carried launched conducted hit struck targeted mounted heard witnessed escalated "
    "intensified killed left claimed staged held underway ongoing rocked injured wounded dead "
    "killing destroyed destroying perpetrated thrown hurled lobbed tossed exploded detonated fired "
    "planted heard went hitting landed fell suffered sustained threw throwing throw conduct "
    "conducts carry carries "
    "launch launches launching established installed built erected set opened used using "
    "use".split()
)
"""Words that tell that an event noun did happen."""

RELEASED = frozenset("released freed rescued liberated releasing freeing rescuing".split())
RELEASED_REACH = 8
"""Tokens before "kidnapped" in which its people are set free."""

ATTRIBUTIVE_LEADS = frozenset("for of the those these alleged some all".split())
PURPOSE_LEADS = frozenset(
    "managed began started continued forced able helped used proceeded went came set resorted "
    "continue continues".split()
)
"""Before "to" and a verb, words after which the verb did happen."""


FORCING = frozenset(
    "forced forces forcing compelled compelling prompted prompting caused causing pushed pushing "
    "driven driving drove led leading".split()
)
FORCING_REACH = 9
"""Tokens before "to flee" in which people are made to: "forced some 40,000 people to flee"."""


def is_purpose(scene: Scene, trigger: Trigger) -> bool:
    """Return whether a verb only tells a purpose ("in their bid to retake Idlib")."""
    at = trigger.first
    if trigger.form is Form.NOUN or at <= scene.sentence.first or scene.lowers[at - 1] != "to":
        return False
    if trigger.kind.key in ("protest", "dispersal"):
        # "Gathered to demonstrate": whoever gathers for it does it.
        return False
    if trigger.kind.key == "displacement":
        begin = max(scene.sentence.first, at - FORCING_REACH)
        return FORCING.isdisjoint(scene.lowers[begin:at])
    lead = scene.lowers[at - 2] if at - 2 >= scene.sentence.first else ""
    return lead not in PURPOSE_LEADS


def is_attributive(scene: Scene, trigger: Trigger) -> bool:
    """Return whether a participle only tells which people are meant ("for abducted residents")."""
    at = trigger.first
    if trigger.form is not Form.VERB or trigger.last != at + 1 or at <= scene.sentence.first:
        return False
    before = scene.lowers[max(scene.sentence.first, at - RELEASED_REACH) : at]
    if trigger.kind.key in ("abduction", "arrest") and not RELEASED.isdisjoint(before):
        return True
    if scene.lowers[at - 1 : at + 1] == ["the", "disappeared"]:
        return True
    if scene.lowers[at - 1] not in ATTRIBUTIVE_LEADS or not scene.lowers[at].endswith("ed"):
        return False
    following = scene.lowers[trigger.last] if trigger.last < scene.sentence.last else ""
    counted = any(toll.at == at for toll in scene.tolls)
    return is_people(following) and not counted


def is_aid(scene: Scene, trigger: Trigger) -> bool:
    """Return whether an event noun only tells what a party was backed by."""
    if trigger.form is not Form.NOUN:
        return False
    before = scene.lowers[max(trigger.first - CONTEXT_REACH, scene.sentence.first) : trigger.first]
    return "by" in before and any(
        word in ("backed", "supported") and by == "by" for word, by in pairwise(before)
    )


def _in_court(scene: Scene) -> bool:
    words = scene.lowers[scene.sentence.first : scene.sentence.last]
    return not COURT.isdisjoint(words)


def is_charge(scene: Scene, at: int) -> bool:
    """Return whether a party is accused, not in court: "blamed the rebels for the shelling"."""
    link = CHARGES.get(scene.lowers[at])
    if link is None or link not in scene.lowers[at : at + CHARGE_REACH]:
        return False
    if scene.lowers[at - 1] in ("is", "are") and not _in_court(scene):
        return any(party.armed and party.last <= at for party in scene.parties)
    mutual = scene.lowers[at + 1 : at + 3] == ["each", "other"]
    return mutual or not scene.party_tokens.isdisjoint((at + 1, at + 2))


def is_context(scene: Scene, first: int, trigger: Trigger) -> bool:
    """Return whether an event noun only gives the background ("hours after the seizure of")."""
    gerund = scene.lowers[trigger.first].endswith("ing")
    if trigger.form is not Form.NOUN and not gerund:
        return False
    begin = max(first, trigger.first - CONTEXT_REACH)
    for at in range(trigger.first - 1, begin - 1, -1):
        word = scene.lowers[at]
        if is_charge(scene, at):
            return False
        if word in CONTEXT_WORDS or (word == "suspected" and scene.lowers[at + 1] == "of"):
            return True
        if word in (",", "and", "as"):
            return False
    return False


def is_motive(scene: Scene, first: int, trigger: Trigger) -> bool:
    """Return whether an event noun is why another was done: "in revenge for an attack"."""
    before = scene.lowers[max(first, trigger.first - CONTEXT_REACH) : trigger.first]
    return trigger.form is Form.NOUN and not MOTIVES.isdisjoint(before)


def is_before(scene: Scene, first: int, trigger: Trigger) -> bool:
    """Return whether a verb tells what somebody answered: "killed four after a truck was bombed".

    What people were killed by stays the event: "killed after their car was bombed".
    """
    begin = max(first, trigger.first - BEFORE_REACH)
    before = scene.lowers[begin : trigger.first]
    if trigger.form is Form.NOUN or "after" not in before or before[-1] not in ("was", "were"):
        return False
    at = trigger.first - 1 - before[::-1].index("after")
    return any(
        t.form is not Form.NOUN
        and t.kind.key in ANSWERS
        and scene.lowers[t.first - 1] not in ("was", "were", "been", "being")
        and any((p.armed or p.actor_id in CROWD_IDS) and p.last <= t.first for p in scene.parties)
        and not any(toll.at == t.last - 1 and toll.first < t.first for toll in scene.tolls)
        for t in scene.triggers
        if first <= t.first < at
    )


def _is_other(word: str) -> bool:
    """Return whether a verb after a word is no comment: "which is", "on 9 May"."""
    return word in RELATIVE or word.isdigit()


def is_comment(scene: Scene, segment: Segment) -> bool:
    """Return whether a clause only comments on an event ("Attacks have caused tensions")."""
    if segment.main.form is not Form.NOUN or segment.main.kind.rank in (0, LABEL_RANK):
        return False
    if any(segment.first <= toll.at < segment.last for toll in scene.tolls):
        return False
    if any(t.form is not Form.NOUN for t in segment.triggers):
        return False
    words = scene.lowers[segment.first : segment.last]
    after = scene.lowers[segment.main.last - 1 : segment.last]
    told = next((word for word in after if word in HAPPENING or word in REMARKING), "")
    if told not in REMARKING and any(word in HAPPENING for word in words):
        return False
    pairs = zip(after, after[1:], [*after[2:], ""], strict=False)
    if any(
        two in COMMENT_VERBS and not _is_other(one) and end not in AIMED for one, two, end in pairs
    ):
        return True
    return is_context(scene, segment.first, segment.main)
