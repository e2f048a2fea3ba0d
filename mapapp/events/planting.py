"""Whose a bomb or mine is: "a Taliban-planted mine", "mines set up by rebels"."""

from mapapp.events.parties import Party
from mapapp.events.passive import RELATIVES
from mapapp.events.scene import Scene, Segment
from mapapp.events.triggers import REMOTE

PLANTING = frozenset("planted laid placed buried fired launched dropped detonated threw".split())
PLANTED = PLANTING | frozenset("set sent installed emplaced deployed hidden mailed".split())
"""Before "by", verbs of who laid a bomb or sent it."""

OWNED = PLANTING | {"claimed"}
ARTICLES = frozenset(("the", "a", "an"))
BELONGING = ["belonging", "to"]
PLANTING_REACH = 3


def plants(scene: Scene, segment: Segment, party: Party) -> bool:
    """Return whether a weapon is a party's: "Taliban-planted", "a mine that rebels had planted"."""
    after = scene.lowers[party.last : min(party.last + PLANTING_REACH, segment.last)]
    if after[:1] == ["-"] and not OWNED.isdisjoint(after[1:2]):
        return True
    if segment.main.kind.type != REMOTE:
        return False
    if PLANTING.isdisjoint(after):
        return _is_planted_by(scene, segment, party)
    return not RELATIVES.isdisjoint(scene.lowers[max(party.first - 2, 0) : party.first])


def _is_planted_by(scene: Scene, segment: Segment, party: Party) -> bool:
    """Return whether a weapon is a party's: "mines set up *by*", "a bomb *belonging to* rebels"."""
    end = party.first
    while end > segment.first and scene.lowers[end - 1] in ARTICLES:
        end -= 1
    before = scene.lowers[max(end - PLANTING_REACH, segment.first) : end]
    if before[-2:] == BELONGING:
        return end - PLANTING_REACH in scene.trigger_tokens
    return before[-1:] == ["by"] and not PLANTED.isdisjoint(before)
