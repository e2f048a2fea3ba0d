"""What an export writes: exactly what the selection shows, read from the database in pieces."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property, partial
from itertools import groupby
from pathlib import Path

import numpy as np

from mapapp.events.reports import Comparison
from mapapp.model.actor import Actor
from mapapp.model.article import Article
from mapapp.model.event import Event
from mapapp.model.place import Place
from mapapp.model.reading import Reading
from mapapp.model.toponym import Toponym
from mapapp.store.excerpts import Excerpt, excerpt
from mapapp.view.choose import Choice
from mapapp.view.corpus import Rows
from mapapp.view.ledger import ledger_rows
from mapapp.view.linked import ID_LENGTH, Links, comparisons, link, linked_rows, record_id
from mapapp.view.summaries import PlaceSummary, summarize

PIECE = 200
"""Articles that are held in memory at once."""

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
        event_id: Id of the event that it tells: that of the event's fullest report.
    """

    id: str
    article: Article
    event: Event
    places: tuple[Place, ...]
    actors: tuple[tuple[Actor, str], ...]
    event_id: str

    @property
    def evidence(self) -> str:
        """The words that tell it."""
        return self.article.text[self.event.start : self.event.end]


@dataclass(frozen=True, kw_only=True, slots=True)
class LinkedRecord:
    """An event with every report of it that passes the selection.

    Attributes:
        reports: What each article tells, the fullest first; one at least.
        comparison: Ranges of tolls, and what the reports do not agree on.
    """

    reports: tuple[EventRecord, ...]
    comparison: Comparison

    @property
    def id(self) -> str:
        """Stable while its fullest report is, whatever the filters."""
        return self.reports[0].event_id

    @property
    def sources(self) -> tuple[str, ...]:
        """The outlets that tell it, each once."""
        names = (record.article.source or record.article.origin for record in self.reports)
        return tuple(dict.fromkeys(names))


class Extract:
    """A selection ready to be written out."""

    def __init__(
        self,
        choice: Choice,
        readings: Readings,
        *,
        links: Callable[[], Links] | None = None,
        basemap: Path | None = None,
        countries: Mapping[str, str] | None = None,
    ) -> None:
        """Take a selection.

        Args:
            choice: The selection.
            readings: Returns what was found in articles, by id; ids it does not know are missing.
            links: Returns which reports tell one event; None links with nothing set apart.
            basemap: Folder of the bundled base map, for formats that draw a map.
            countries: Names of countries by code; a code without one stands for itself.
        """
        self._countries = countries or {}
        self.basemap = basemap
        self.choice = choice
        self.corpus = choice.corpus
        self._readings = readings
        self._links = links or partial(link, choice.corpus)

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
        for (_, number), reading in self._with_readings(list(spots)):
            found = excerpt(reading, number)
            place = found.toponym.place
            if place is not None:
                id_ = f"{reading.article.id[:ID_LENGTH]}-{found.toponym.start}"
                yield MentionRecord(id=id_, excerpt=found, place=place)

    @cached_property
    def links(self) -> Links:
        """Which reports tell one event."""
        return self._links()

    def events(self) -> Iterator[EventRecord]:
        """Yield every report of an event in the selection, newest first, undated last."""
        return self._records(ledger_rows(self.choice))

    def linked_events(self) -> Iterator[LinkedRecord]:
        """Yield every event of the selection with its reports, newest first, undated last."""
        events = linked_rows(self.links, ledger_rows(self.choice))
        compared = comparisons(self.corpus, [event.rows for event in events])
        comparison_of = {
            record_id(self.corpus, self.links.of(event.rows[0])[0]): comparison
            for event, comparison in zip(events, compared, strict=True)
        }
        rows = np.array([row for event in events for row in event.rows], np.int64)
        for id_, records in groupby(self._records(rows), key=lambda record: record.event_id):
            yield LinkedRecord(reports=tuple(records), comparison=comparison_of[id_])

    def _records(self, rows: Rows) -> Iterator[EventRecord]:
        events = self.corpus.columns.events
        spots = list(zip(events.article[rows].tolist(), events.number[rows].tolist(), strict=True))
        own = dict(zip(spots, rows.tolist(), strict=True))
        for (article, number), reading in self._with_readings(spots):
            event = reading.events[number]
            actors = [(self.corpus.actor(p.actor_id), p.role) for p in event.participants]
            yield EventRecord(
                id=record_id(self.corpus, own[article, number]),
                article=reading.article,
                event=event,
                places=tuple(
                    self.corpus.places[id_] for id_ in event.place_ids if id_ in self.corpus.places
                ),
                actors=tuple((actor, role) for actor, role in actors if actor is not None),
                event_id=record_id(self.corpus, self.links.of(own[article, number])[0]),
            )

    def _with_readings(
        self, spots: list[tuple[int, int]]
    ) -> Iterator[tuple[tuple[int, int], Reading]]:
        ids = self.corpus.columns.article_ids
        at = 0
        while at < len(spots):
            wanted: dict[int, None] = {}
            end = at
            while end < len(spots) and (spots[end][0] in wanted or len(wanted) < PIECE):
                wanted[spots[end][0]] = None
                end += 1
            found = self._readings([ids[article] for article in wanted])
            for spot in spots[at:end]:
                if ids[spot[0]] in found:
                    yield spot, found[ids[spot[0]]]
            at = end
