"""Who is said to be behind an act: "X claimed responsibility", "police suspect X"."""

from itertools import pairwise

from mapapp.events.parties import ARMED_GROUP, Party
from mapapp.events.prepositions import BE
from mapapp.events.reporting import DENIALS
from mapapp.events.scene import Scene, Segment
from mapapp.events.toll_words import OBJECT_PRONOUNS
from mapapp.events.triggers import Form
from mapapp.model.document import Sentence

BLAME = frozenset("responsibility responsible attributed".split())
SUSPICION = frozenset(
    "suspected suspects blamed behind believed believe believes accused claimed planted "
    "laid".split()
)
"""Words of a later sentence that name the attacker: "Al Shabaab suspected."."""

CLAIMED = frozenset("it the this credit both".split())
"""After "claimed", words for an act told before."""

THOSE = frozenset("assailants attackers gunmen perpetrators culprits killers bombers".split())
"""Who did it; "were" and a name after them tell who they are."""

MODALS = frozenset("would could may might will plan planned planning".split())
MODAL_REACH = 4
RESPONSIBLE_REACH = 6
SUSPECTED_REACH = 3


def find_blamed(scene: Scene) -> str:
    """Return the id of who is blamed, or claims responsibility, in a sentence; empty for none."""
    for party in scene.parties:
        if party.armed and party.actor_id and party.actor_id != ARMED_GROUP:
            blamed = is_responsible(scene, scene.sentence, party)
            if blamed or _is_suspected(scene, party) or _claims(scene, party):
                return party.actor_id
    return ""


def points_back(scene: Scene, segment: Segment) -> bool:
    """Return whether a stretch only names what was told before: "the attack", "killing him".

    What may happen yet ("they would launch attacks") is no more than the reason to think so.
    """
    at = segment.main.first
    if not MODALS.isdisjoint(scene.lowers[max(at - MODAL_REACH, segment.first) : at]):
        return True
    return all(
        (t.form is Form.NOUN and scene.lowers[t.first - 1] in ("the", "this"))
        or not OBJECT_PRONOUNS.isdisjoint(scene.lowers[t.last : t.last + 1])
        for t in segment.triggers
    )


def _is_suspected(scene: Scene, party: Party) -> bool:
    """Return whether an act told before is laid to a party: "X suspected", "police blamed X"."""
    lowers, last = scene.lowers, scene.sentence.last
    after = lowers[party.last : min(party.last + RESPONSIBLE_REACH, last)]
    accused = not {"suspected", "blamed", "accused"}.isdisjoint(after[:SUSPECTED_REACH])
    passive = not BE.isdisjoint(after[:SUSPECTED_REACH]) or after[:2] == ["suspected", "."]
    if (accused and passive) or "behind" in after:
        return "not" not in after
    before = lowers[max(party.first - SUSPECTED_REACH, scene.sentence.first) : party.first]
    if not {"blamed", "suspects", "suspect", "accused"}.isdisjoint(before):
        return True
    wide = lowers[max(party.first - RESPONSIBLE_REACH, scene.sentence.first) : party.first]
    # "Blamed the shooting on separatists", "believe the assailants were separatists".
    laid = "blamed" in wide and "on" in before
    return laid or (not THOSE.isdisjoint(wide) and not {"were", "was"}.isdisjoint(before))


def _claims(scene: Scene, party: Party) -> bool:
    """Return whether an act told before is a party's: "X claimed it", "it was planted by X"."""
    after = scene.lowers[party.last : party.last + 2]
    before = scene.lowers[max(party.first - SUSPECTED_REACH, 0) : party.first]
    if ("planted", "by") in pairwise(before) or ("laid", "by") in pairwise(before):
        return True
    own = after[:1] == ["claimed"] and not CLAIMED.isdisjoint(after)
    return own or ("claimed", "by") in pairwise(before)


def is_responsible(scene: Scene, segment: Segment | Sentence, party: Party) -> bool:
    """Return whether an act is laid to a party: "X claimed responsibility", "attributed to X"."""
    after = scene.lowers[party.last : min(party.last + RESPONSIBLE_REACH, segment.last)]
    at = next((at for at, word in enumerate(after) if word.startswith("responsib")), -1)
    if at >= 0:
        # "Police believe insurgents were responsible": who stands nearer is.
        between = range(party.last, party.last + at)
        rivals = {p.actor_id for p in scene.parties if p.first in between} - {party.actor_id}
        return DENIALS.isdisjoint(after) and not rivals
    before = scene.lowers[max(segment.first, party.first - RESPONSIBLE_REACH) : party.first]
    return "attributed" in before or "responsible" in before
