"""Everything that was found in one article."""

from dataclasses import dataclass

from mapapp.model.actor import ActorMention
from mapapp.model.article import Article, Part
from mapapp.model.document import Sentence
from mapapp.model.event import Event
from mapapp.model.highway import HighwayMention
from mapapp.model.toponym import Toponym


@dataclass(frozen=True, kw_only=True, slots=True)
class Reading:
    """An article with what the stages found, every list in text order."""

    article: Article
    parts: tuple[Part, ...]
    sentences: tuple[Sentence, ...]
    toponyms: tuple[Toponym, ...]
    actors: tuple[ActorMention, ...]
    highways: tuple[HighwayMention, ...]
    events: tuple[Event, ...]


@dataclass(frozen=True, kw_only=True, slots=True)
class Correction:
    """A person's word about one mention; it outranks every rule.

    Attributes:
        article_id: The article's content hash.
        start: First character of the mention.
        end: One past its last character.
        place_id: The right place; empty when the mention is no place at all.
        note: Why, in the person's words.
    """

    article_id: str
    start: int
    end: int
    place_id: str
    note: str = ""


@dataclass(frozen=True, slots=True, order=True)
class EventSpan:
    """Names an event that an article tells, whatever a later parser finds before it.

    Attributes:
        article_id: The article's content hash.
        start: First character of the words that tell it.
        end: One past their last character.
        type: Event type.
        place_id: Its most exact place; empty when not said.
    """

    article_id: str
    start: int
    end: int
    type: str
    place_id: str = ""


def span_of(article_id: str, event: Event) -> EventSpan:
    """Return what names an event of an article."""
    place_id = event.place_ids[0] if event.place_ids else ""
    return EventSpan(article_id, event.start, event.end, event.type, place_id)


@dataclass(frozen=True, kw_only=True, slots=True)
class Separation:
    """A person's word that two reports do not tell the same event; it outranks every rule.

    Attributes:
        one: A report.
        other: Another report.
    """

    one: EventSpan
    other: EventSpan

    @property
    def ordered(self) -> "Separation":
        """The same two reports, the lesser first: what is kept."""
        return self if self.one < self.other else Separation(one=self.other, other=self.one)
