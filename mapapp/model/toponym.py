"""A place mention in text, what it was resolved to, and why."""

from dataclasses import dataclass
from enum import StrEnum

from mapapp.model.place import Place


class Role(StrEnum):
    """What a place name does in its sentence."""

    EVENT_PLACE = "event_place"
    AREA = "area"
    DATELINE = "dateline"
    METONYM = "metonym"
    AFFILIATION = "affiliation"


PLOTTED_ROLES = frozenset({Role.EVENT_PLACE, Role.AREA})
"""Roles drawn on the map unless the reader asks for more."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Clue:
    """One named reason for or against a candidate; scores of a candidate add up."""

    score: float
    reason: str


@dataclass(frozen=True, kw_only=True, slots=True)
class Rival:
    """A candidate that was not chosen, with its probability (0-1)."""

    place: Place
    confidence: float


@dataclass(frozen=True, kw_only=True, slots=True)
class Toponym:
    """A place mention.

    Attributes:
        start: First character in the article's text.
        end: One past the last character.
        text: The mention as written.
        role: What it does in the sentence.
        place: What it means; None when it is known to be a place but not where.
        confidence: Probability that `place` is right, 0-1, calibrated; 0 without a place.
        clues: Why this place, strongest first.
        rivals: Other candidates, likeliest first.
        sure: Whether the confidence clears the threshold; a map shows a doubt when not.
    """

    start: int
    end: int
    text: str
    role: Role
    place: Place | None
    confidence: float
    clues: tuple[Clue, ...] = ()
    rivals: tuple[Rival, ...] = ()
    sure: bool = True

    @property
    def plotted(self) -> bool:
        """Whether the mention stands on the map by default."""
        return self.place is not None and self.role in PLOTTED_ROLES
