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
