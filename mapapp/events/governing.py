"""Which event word of a clause decides the role of a party."""

from collections.abc import Sequence

from mapapp.events.parties import Party
from mapapp.events.scene import Scene, Segment
from mapapp.events.triggers import Form, Trigger

JOINTS = frozenset(", and the or of a an".split())
CLAUSE_OPENERS = frozenset(
    "when while as after before where because until once whereas although though".split()
)
"""Words that a subject and its verb both stand behind."""

COMMA_WEIGHT, CLAUSE_WEIGHT = 4, 6
"""How many tokens a comma and the border of a clause are as far as."""


def governing(scene: Scene, segment: Segment, party: Party) -> Trigger | None:
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
    # In "two were killed and a soldier was wounded" the soldier is no object of the first verb.
    joined = joined or (not before and crossed[:1] == ["and"])
    clauses = 0 if CLAUSE_OPENERS.isdisjoint(crossed) else CLAUSE_WEIGHT
    far = COMMA_WEIGHT * commas + 3 * weak + 9 * (trailing or joined) + clauses
    return (far + gap, trigger.first)


def _inside(party: Party, trigger: Trigger) -> bool:
    return trigger.first <= party.first < trigger.last


def is_outdone(scene: Scene, party: Party, trigger: Trigger) -> bool:
    """Return whether another party after a comma is the subject: "After a raid by X, Y fired"."""
    between = range(party.last, trigger.first)
    commas = [at for at in between if scene.lowers[at] == ","]
    if not commas or all(scene.lowers[at] in JOINTS or at in scene.party_tokens for at in between):
        return False
    return any(commas[-1] < other.first < trigger.first for other in scene.parties)
