"""What an export writes: exactly what the selection shows, read from the database in pieces."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

import numpy as np

from mapapp.model.actor import Actor
from mapapp.model.article import Article
from mapapp.model.event import Event
from mapapp.model.place import Place
from mapapp.model.reading import Reading
from mapapp.model.toponym import Toponym
from mapapp.store.excerpts import Excerpt, excerpt
from mapapp.view.choose import Choice
from mapapp.view.ledger import ledger_rows
from mapapp.view.summaries import PlaceSummary, summarize

PIECE = 200
"""Articles that are held in memory at once."""

ID_LENGTH = 16
"""Characters of an article's hash in ids: 64 bits, no two of a billion articles alike."""

Readings = Callable[[Sequence[str]], Mapping[str, Reading]]


@dataclass(frozen=True, kw_only=True, slots=True)
class MentionRecord:
    """A mention with its place, sentence and article.

    Attributes:
        id: Stable: article and first character.
        excerpt: The mention in its sentence.
        place: Where; never None in a selection.
    """

    id: str
    excerpt: Excerpt
    place: Place

    @property
    def article(self) -> Article:
        """The article it stands in."""
        return self.excerpt.article

    @property
    def toponym(self) -> Toponym:
        """The mention itself."""
        return self.excerpt.toponym


@dataclass(frozen=True, kw_only=True, slots=True)
class EventRecord:
    """An event with its places, actors and article.

    Attributes:
        id: Stable: article and the event's number in it.
        article: The article that tells it.
        event: The event.
        places: Where, most exact first; those that the corpus knows.
        actors: Actors with their roles, in the order of the event.
    """

    id: str
    article: Article
    event: Event
    places: tuple[Place, ...]
    actors: tuple[tuple[Actor, str], ...]

    @property
    def evidence(self) -> str:
        """The words that tell it."""
        return self.article.text[self.event.start : self.event.end]


class Extract:
    """A selection ready to be written out."""

    def __init__(
        self,
        choice: Choice,
        readings: Readings,
        *,
        basemap: Path | None = None,
        countries: Mapping[str, str] | None = None,
    ) -> None:
        """Take a selection.

        Args:
            choice: The selection.
            readings: Returns what was found in articles, by id; ids it does not know are missing.
            basemap: Folder of the bundled base map, for formats that draw a map.
            countries: Names of countries by code; a code without one stands for itself.
        """
        self._countries = countries or {}
        self.basemap = basemap
        self.choice = choice
        self.corpus = choice.corpus
        self._readings = readings

    def country(self, place: Place) -> str:
        """Return the name of a place's country, else its code."""
        return self._countries.get(place.country, place.country)

    @cached_property
    def summaries(self) -> list[PlaceSummary]:
        """Places, most mentioned first."""
        return summarize(self.corpus, self.choice.rows())

    def mentions(self) -> Iterator[MentionRecord]:
        """Yield every mention of the selection, newest article first, undated last."""
        columns = self.corpus.columns
        rows = self.choice.rows()
        order = np.lexsort((columns.start[rows], columns.article[rows], -columns.day[rows]))
        rows = rows[order]
        spots = zip(columns.article[rows].tolist(), columns.number[rows].tolist(), strict=True)
        for reading, number in self._with_readings(list(spots)):
            found = excerpt(reading, number)
            place = found.toponym.place
            if place is not None:
                id_ = f"{reading.article.id[:ID_LENGTH]}-{found.toponym.start}"
                yield MentionRecord(id=id_, excerpt=found, place=place)

    def events(self) -> Iterator[EventRecord]:
        """Yield every event of the selection, newest first, undated last."""
        events = self.corpus.columns.events
        rows = ledger_rows(self.choice)
        spots = zip(events.article[rows].tolist(), events.number[rows].tolist(), strict=True)
        for reading, number in self._with_readings(list(spots)):
            event = reading.events[number]
            actors = [(self.corpus.actor(p.actor_id), p.role) for p in event.participants]
            yield EventRecord(
                id=f"{reading.article.id[:ID_LENGTH]}-e{number}",
                article=reading.article,
                event=event,
                places=tuple(
                    self.corpus.places[id_] for id_ in event.place_ids if id_ in self.corpus.places
                ),
                actors=tuple((actor, role) for actor, role in actors if actor is not None),
            )

    def _with_readings(self, spots: list[tuple[int, int]]) -> Iterator[tuple[Reading, int]]:
        ids = self.corpus.columns.article_ids
        at = 0
        while at < len(spots):
            wanted: dict[int, None] = {}
            end = at
            while end < len(spots) and (spots[end][0] in wanted or len(wanted) < PIECE):
                wanted[spots[end][0]] = None
                end += 1
            found = self._readings([ids[article] for article in wanted])
            for article, number in spots[at:end]:
                if ids[article] in found:
                    yield found[ids[article]], number
            at = end
