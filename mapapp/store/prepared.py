"""A reading made ready for the database: pure work, done by whichever process read the article.

Rows carry ids in words; the writing process replaces them by the database's small keys.
"""

from bisect import bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date

from mapapp.model.actor import Actor, ActorMention
from mapapp.model.article import Article
from mapapp.model.document import Sentence
from mapapp.model.event import Count, Event
from mapapp.model.place import Place
from mapapp.model.reading import Correction, Reading
from mapapp.model.toponym import Toponym
from mapapp.store.record import pack

UNKNOWN = -1
"""Stands for no day, no place, no actor and no number in every integer column."""

_EPOCH = date(1970, 1, 1).toordinal()


@dataclass(frozen=True, kw_only=True, slots=True)
class Prepared:
    """What one article adds to the database.

    Attributes:
        article: The article itself.
        corrections: A person's corrections that it was read with; None when nobody says.
        record: The whole reading, compressed.
        mentions: start, end, sentence start, sentence end, place id, confidence, role, sure.
        links: number of the mention, id of an actor named in its sentence.
        events: one value for each field of `packed.EVENT`.
        event_links: number of the event, kind (place, actor or highway), id, role.
        highways: start, end, sentence start, sentence end, highway id.
    """

    article: Article
    corrections: tuple[Correction, ...] | None
    record: bytes
    mentions: list[tuple[int, int, int, int, str, float, str, bool]]
    links: list[tuple[int, str]]
    events: list[dict[str, int | str]]
    event_links: list[tuple[int, str, str, str]]
    highways: list[tuple[int, int, int, int, str]]


@dataclass(kw_only=True, slots=True)
class Batch:
    """Several prepared articles with the places and actors they speak of, each once."""

    prepared: list[Prepared] = field(default_factory=list)
    places: dict[str, Place] = field(default_factory=dict)
    actors: dict[str, Actor] = field(default_factory=dict)

    def add(self, reading: Reading, corrections: Iterable[Correction] | None = None) -> None:
        """Prepare one more reading, with the corrections that it was made with where known."""
        for toponym in reading.toponyms:
            if toponym.place:
                self.places[toponym.place.id] = toponym.place
            self.places.update((rival.place.id, rival.place) for rival in toponym.rivals)
        self.actors.update((mention.actor.id, mention.actor) for mention in reading.actors)
        used = None if corrections is None else tuple(corrections)
        self.prepared.append(_prepare(reading, used))


def prepare(readings: Iterable[Reading]) -> Batch:
    """Return readings made ready for `Store.put_prepared`."""
    batch = Batch()
    for reading in readings:
        batch.add(reading)
    return batch


def day_number(day: date | None) -> int:
    """Return days since 1970-01-01, or -1 for an unknown day."""
    return UNKNOWN if day is None else day.toordinal() - _EPOCH


def _prepare(reading: Reading, corrections: tuple[Correction, ...] | None) -> Prepared:
    sentences = _Sentences(reading.sentences)
    return Prepared(
        article=reading.article,
        corrections=corrections,
        record=pack(reading),
        mentions=[_mention(toponym, sentences) for toponym in reading.toponyms],
        links=_links(reading.toponyms, reading.actors, sentences),
        events=[_event(event) for event in reading.events],
        event_links=[
            link for number, event in enumerate(reading.events) for link in _of(number, event)
        ],
        highways=[
            (road.start, road.end, *sentences.around(road.start, road.end), highway_id)
            for road in reading.highways
            for highway_id in road.highway_ids or ("",)
        ],
    )


class _Sentences:
    """Which sentence a character stands in."""

    def __init__(self, sentences: Sequence[Sentence]) -> None:
        self._sentences = sentences
        self._starts = [sentence.start for sentence in sentences]

    def number(self, position: int) -> int:
        """Return the number of the sentence that holds a character, or -1."""
        number = bisect_right(self._starts, position) - 1
        return number if number >= 0 and position < self._sentences[number].end else UNKNOWN

    def around(self, start: int, end: int) -> tuple[int, int]:
        """Return start and end of the sentence about a span; the span itself without one."""
        number = self.number(start)
        if number == UNKNOWN:
            return start, end
        return self._sentences[number].start, self._sentences[number].end


def _mention(
    toponym: Toponym, sentences: _Sentences
) -> tuple[int, int, int, int, str, float, str, bool]:
    return (
        toponym.start,
        toponym.end,
        *sentences.around(toponym.start, toponym.end),
        toponym.place.id if toponym.place else "",
        toponym.confidence,
        toponym.role.value,
        toponym.sure,
    )


def _links(
    toponyms: Sequence[Toponym], actors: Sequence[ActorMention], sentences: _Sentences
) -> list[tuple[int, str]]:
    named: dict[int, dict[str, None]] = {}
    for mention in actors:
        named.setdefault(sentences.number(mention.start), {})[mention.actor.id] = None
    return [
        (number, actor_id)
        for number, toponym in enumerate(toponyms)
        if (sentence := sentences.number(toponym.start)) != UNKNOWN
        for actor_id in named.get(sentence, ())
    ]


def _event(event: Event) -> dict[str, int | str]:
    numbers: dict[str, int | str] = {
        "start": event.start,
        "end": event.end,
        "type": event.type,
        "sub_type": event.sub_type,
        "status": event.status.value,
        "attitude": event.attitude,
        "day_start": day_number(event.when.start),
        "day_end": day_number(event.when.end),
        "precision": event.when.precision,
        "claimant": event.claimant_id,
    }
    for name in ("killed", "injured", "displaced", "captured", "missing"):
        numbers[f"{name}_low"], numbers[f"{name}_high"] = _range(getattr(event, name))
    return numbers


def _range(count: Count | None) -> tuple[int, int]:
    if count is None:
        return UNKNOWN, UNKNOWN
    return count.low, UNKNOWN if count.high is None else count.high


def _of(number: int, event: Event) -> Iterable[tuple[int, str, str, str]]:
    yield from ((number, "place", place_id, "") for place_id in event.place_ids)
    yield from ((number, "actor", part.actor_id, part.role) for part in event.participants)
    yield from ((number, "highway", highway_id, "") for highway_id in event.highway_ids)
