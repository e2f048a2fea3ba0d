"""An event together with the article that tells it: what ledger and linking compare."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from mapapp.events.casting import ATTACKER, PARTY, TARGET
from mapapp.model.actor import Actor
from mapapp.model.event import Event


@dataclass(frozen=True, kw_only=True, slots=True)
class Telling:
    """One event as one article tells it.

    Attributes:
        article_id: The article's content hash.
        number: Position of the event among those of its article, from 0.
        event: What is told.
        source: Outlet; empty when unknown.
        published: Day of publication; None when unknown.
        text: The sentence or clause that tells it.
    """

    article_id: str
    number: int
    event: Event
    source: str = ""
    published: date | None = None
    text: str = ""

    @property
    def key(self) -> tuple[str, int]:
        """Article and position: names the telling for as long as its article is not reread."""
        return self.article_id, self.number

    @property
    def first_day(self) -> date | None:
        """First day of the event; the day of publication when the text does not say."""
        return self.event.when.start or self.published

    @property
    def last_day(self) -> date | None:
        """Last day of the event; the day of publication when the text does not say."""
        return self.event.when.end or self.published


def own_side(actor: Actor | None) -> str:
    """Return the side of an actor; empty for unknown ones and those who take none."""
    return "" if actor is None or actor.side in ("unknown", "civilian") else actor.side


def side_of(actor_id: str, actors: Mapping[str, Actor]) -> str:
    """Return the side of an actor by id; empty for unknown ones and those who take none."""
    return own_side(actors.get(actor_id))


def sides_acting(event: Event, actors: Mapping[str, Actor]) -> frozenset[str]:
    """Return the sides that act in an event: attackers, or both sides of a clash."""
    acting = (p.actor_id for p in event.participants if p.role in (ATTACKER, PARTY))
    return frozenset(side for actor_id in acting if (side := side_of(actor_id, actors)))


def sides_suffering(event: Event, actors: Mapping[str, Actor]) -> frozenset[str]:
    """Return the sides that are attacked in an event."""
    targets = (p.actor_id for p in event.participants if p.role == TARGET)
    return frozenset(side for actor_id in targets if (side := side_of(actor_id, actors)))
