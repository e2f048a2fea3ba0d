"""Armed and political parties, the sides they fight on, and their mentions."""

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, kw_only=True, slots=True)
class Side:
    """A coalition as the map draws it: color as ``#rrggbb``, shape as a name of the palette."""

    id: str
    name: str
    color: str
    shape: str


@dataclass(frozen=True, kw_only=True, slots=True)
class Actor:
    """A named party.

    Attributes:
        id: Stable, such as ``sy_gov``; ``unknown:`` plus a slug for groups no lexicon has.
        name: Full name.
        short_name: What fits on a marker.
        kind: state, rebel, jihadist, militia, foreign, org, monitor, media or civilian.
        side: Id of its `Side`.
        home_country: ISO 3166-1 alpha-2 code; empty when none.
        valid_from: First day on which the actor existed; None when open.
        valid_to: Last day; None when open.
    """

    id: str
    name: str
    short_name: str
    kind: str
    side: str
    home_country: str = ""
    valid_from: date | None = None
    valid_to: date | None = None


@dataclass(frozen=True, kw_only=True, slots=True)
class ActorMention:
    """A party named in text; offsets into the article's text.

    Attributes:
        start: First character.
        end: One past the last character.
        text: The mention as written.
        actor: The party.
        rule: Name of the rule that found it.
        backer_id: Id of the party that the words call its backer ("Turkey-backed rebels").
    """

    start: int
    end: int
    text: str
    actor: Actor
    rule: str = ""
    backer_id: str = ""
