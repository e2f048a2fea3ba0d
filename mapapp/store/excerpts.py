"""The sentences behind a marker: what was said, where it stands, and why it stands there."""

from bisect import bisect_right
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection, Select, func, select, tuple_

from mapapp.model.actor import ActorMention
from mapapp.model.article import Article
from mapapp.model.document import Sentence
from mapapp.model.event import Event
from mapapp.model.reading import Reading
from mapapp.model.toponym import Toponym
from mapapp.store.keys import chunks
from mapapp.store.listing import build_readings
from mapapp.store.schema import articles, mentions, places


@dataclass(frozen=True, kw_only=True, slots=True)
class Excerpt:
    """One mention in its sentence; every offset points into the article's text.

    Attributes:
        article: The article, with its text, title, source and date.
        number: Which of the article's mentions it is, counted from 0.
        toponym: The mention with span, role, place, confidence, clues and rivals.
        sentence_start: First character of the sentence.
        sentence_end: One past the last character of the sentence.
        context_start: First character of the sentence before, or of this one.
        context_end: One past the last character of the sentence after, or of this one.
        actors: Parties named in the sentence.
        events: Events whose evidence shares a character with the sentence.
    """

    article: Article
    number: int
    toponym: Toponym
    sentence_start: int
    sentence_end: int
    context_start: int
    context_end: int
    actors: tuple[ActorMention, ...]
    events: tuple[Event, ...]

    @property
    def sentence(self) -> str:
        """The sentence as written."""
        return self.article.text[self.sentence_start : self.sentence_end]


def of_place(
    connection: Connection,
    place_id: str,
    *,
    limit: int,
    offset: int,
    roles: Collection[str] | None,
) -> list[Excerpt]:
    """Return a page of a place's mentions, newest article first, undated last."""
    query = _of_place(select(articles.c.id, mentions.c.number), place_id, roles).join(
        articles, articles.c.key == mentions.c.article
    )
    newest = (mentions.c.day.desc(), mentions.c.article.desc(), mentions.c.number)
    page = connection.execute(query.order_by(*newest).limit(limit).offset(offset)).all()
    return _build(connection, [(id_, number) for id_, number in page])


def count(connection: Connection, place_id: str, *, roles: Collection[str] | None) -> int:
    """Return how many mentions a place has."""
    query = _of_place(select(func.count()).select_from(mentions), place_id, roles)
    return int(connection.execute(query).scalar_one())


def _of_place(query: Select[Any], place_id: str, roles: Collection[str] | None) -> Select[Any]:
    key = select(places.c.key).where(places.c.id == place_id).scalar_subquery()
    query = query.where(mentions.c.place == key)
    return query if roles is None else query.where(mentions.c.role.in_(roles))


def at(connection: Connection, spots: Sequence[tuple[str, int]]) -> list[Excerpt]:
    """Return the mentions that start at these characters, as (article id, start), in order."""
    numbers: dict[tuple[str, int], int] = {}
    for chunk in chunks(spots):
        query = select(articles.c.id, mentions.c.start, mentions.c.number).join(
            mentions, mentions.c.article == articles.c.key
        )
        wanted = tuple_(articles.c.id, mentions.c.start).in_(chunk)
        for id_, start, number in connection.execute(query.where(wanted)):
            numbers[id_, start] = number
    found = [(id_, numbers[id_, start]) for id_, start in spots if (id_, start) in numbers]
    return _build(connection, found)


def _build(connection: Connection, wanted: Sequence[tuple[str, int]]) -> list[Excerpt]:
    readings = build_readings(connection, list(dict.fromkeys(id_ for id_, _ in wanted)))
    return [excerpt(readings[id_], number) for id_, number in wanted if id_ in readings]


def excerpt(reading: Reading, number: int) -> Excerpt:
    """Return one mention of a reading with its sentence and what else stands there."""
    toponym = reading.toponyms[number]
    start, end, context_start, context_end = _around(reading.sentences, toponym)
    return Excerpt(
        article=reading.article,
        number=number,
        toponym=toponym,
        sentence_start=start,
        sentence_end=end,
        context_start=context_start,
        context_end=context_end,
        actors=tuple(one for one in reading.actors if start <= one.start < end),
        events=tuple(one for one in reading.events if one.start < end and start < one.end),
    )


def _around(sentences: Sequence[Sentence], toponym: Toponym) -> tuple[int, int, int, int]:
    index = bisect_right(sentences, toponym.start, key=lambda sentence: sentence.start) - 1
    if index < 0 or sentences[index].end <= toponym.start:
        return toponym.start, toponym.end, toponym.start, toponym.end
    before = sentences[max(index - 1, 0)]
    after = sentences[min(index + 1, len(sentences) - 1)]
    return sentences[index].start, sentences[index].end, before.start, after.end
