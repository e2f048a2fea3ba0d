"""One sentence with everything found in it, before its events are told apart."""

from collections.abc import Sequence
from datetime import date

from mapapp.events.parties import Party
from mapapp.events.tolls import Toll
from mapapp.events.triggers import Trigger
from mapapp.model.document import Document, Sentence
from mapapp.model.highway import HighwayMention
from mapapp.model.record import record
from mapapp.model.toponym import Toponym


@record
class PlaceAt:
    """A toponym at tokens ``first`` up to but not ``last``."""

    first: int
    last: int
    toponym: Toponym


@record
class RoadAt:
    """A highway mention at tokens ``first`` up to but not ``last``."""

    first: int
    last: int
    mention: HighwayMention


@record
class Scene:
    """A sentence and its parts, all by token.

    Attributes:
        document: The document; `lowers` are its folded tokens.
        lowers: The folded tokens of the whole document.
        sentence: Where in it.
        triggers: Event words.
        parties: Who is named.
        tolls: Counted victims.
        places: Toponyms at which something may have happened.
        roads: Highway mentions.
        party_tokens: Tokens of the parties.
        trigger_tokens: Tokens of the triggers.
    """

    document: Document
    lowers: list[str]
    sentence: Sentence
    triggers: Sequence[Trigger]
    parties: Sequence[Party]
    tolls: Sequence[Toll]
    places: Sequence[PlaceAt]
    roads: Sequence[RoadAt]
    party_tokens: frozenset[int]
    trigger_tokens: frozenset[int]

    @property
    def published(self) -> date | None:
        """Day of publication; None when unknown."""
        return self.document.published


@record
class Segment:
    """The tokens of one event within a sentence, and the trigger that names it."""

    first: int
    last: int
    triggers: Sequence[Trigger]
    main: Trigger

    def parties(self, scene: Scene) -> list[Party]:
        """Return the parties inside the segment."""
        return [p for p in scene.parties if self.first <= p.first < self.last]
