"""The columns in memory that filters and timelines run on: small integers, a row a mention."""

from dataclasses import dataclass, field

import numpy as np
import numpy.typing as npt

from mapapp.model.actor import Actor
from mapapp.model.event import Status
from mapapp.model.toponym import Role

Ints = npt.NDArray[np.int32]
Bytes = npt.NDArray[np.int8]
Floats = npt.NDArray[np.float32]
Flags = npt.NDArray[np.bool_]

ROLE_NAMES = tuple(role.value for role in Role)
"""What the codes in `MentionColumns.role` stand for."""

STATUS_NAMES = tuple(status.value for status in Status)
"""What the codes in `EventColumns.status` stand for."""


@dataclass(frozen=True, kw_only=True, slots=True)
class EventColumns:
    """Events, a row each, in no order that means anything; -1 is unknown throughout.

    Attributes:
        article: Index into `MentionColumns.article_ids`.
        number: Which of its article's events it is: ``store.reading(id).events[number]``.
        start: First character of the evidence.
        end: One past the last character of the evidence.
        type: Index into `types`.
        sub_type: Index into `sub_types`.
        status: Index into `STATUS_NAMES`.
        attitude: Index into `attitudes`.
        precision: Index into `precisions`.
        day_start: First day, in days since 1970-01-01.
        day_end: Last day, in days since 1970-01-01.
        claimant: Index into `MentionColumns.actor_ids`.
        tolls: Lowest and highest numbers, as ``killed_low``, ``killed_high`` and so on for
            injured, displaced, captured and missing; a high of -1 beside a known low is open.
        place_event, place: Which event is linked to which index into `place_ids`, row by row.
        actor_event, actor, actor_role: Which event, actor and index into `actor_roles`.
        highway_event, highway: Which event, and index into `MentionColumns.highway_ids`.
    """

    article: Ints
    number: Ints
    start: Ints
    end: Ints
    type: Ints
    sub_type: Ints
    status: Bytes
    attitude: Ints
    precision: Ints
    day_start: Ints
    day_end: Ints
    claimant: Ints
    tolls: dict[str, Ints]
    place_event: Ints
    place: Ints
    actor_event: Ints
    actor: Ints
    actor_role: Ints
    highway_event: Ints
    highway: Ints
    types: tuple[str, ...]
    sub_types: tuple[str, ...]
    attitudes: tuple[str, ...]
    precisions: tuple[str, ...]
    actor_roles: tuple[str, ...]


@dataclass(frozen=True, kw_only=True, slots=True)
class HighwayColumns:
    """Mentions of roads, a row for each road that a mention means.

    Attributes:
        article: Index into `MentionColumns.article_ids`.
        start: First character of the mention.
        end: One past its last character.
        sentence_start: First character of its sentence.
        sentence_end: One past the last character of its sentence.
        highway: Index into `MentionColumns.highway_ids`; -1 for a generic "the highway".
    """

    article: Ints
    start: Ints
    end: Ints
    sentence_start: Ints
    sentence_end: Ints
    highway: Ints


@dataclass(frozen=True, kw_only=True, slots=True)
class MentionColumns:
    """Mentions, a row each, in no order that means anything, with the tables they point into.

    Attributes:
        version: The database version that the columns show.
        article: Index into `article_ids`, `titles`, `article_day`, `article_source`, `story`.
        number: Which of its article's mentions it is: ``reading.toponyms[number]``.
        place: Index into `place_ids`; -1 for a place that no gazetteer row was found for.
        start: First character of the mention in its article's text.
        end: One past its last character.
        sentence_start: First character of its sentence.
        sentence_end: One past the last character of its sentence.
        role: Index into `ROLE_NAMES`.
        day: Publication day in days since 1970-01-01; -1 when unknown.
        source: Index into `sources`.
        confidence: Probability that the place is right, 0-1.
        sure: Whether the confidence clears the resolver's threshold.
        mention_actor_mention: Row of a mention, for each actor named in its sentence.
        mention_actor_actor: Index into `actor_ids`, beside it.
        article_ids: Content hashes.
        titles: Headlines.
        article_day: Publication day of each article; -1 when unknown.
        article_source: Index into `sources` of each article.
        story: Index of the article that an article repeats; its own where it repeats none.
        place_ids: Ids of places; `Store.places` has the rest.
        actors: Actors, by the index that the other columns use.
        actor_ids: Their ids.
        highway_ids: Ids of highways and segments.
        sources: Outlets; the empty name is an unknown one.
        state: What `load_columns` needs to reach a newer version from this one.
    """

    version: tuple[int, int]
    article: Ints
    number: Ints
    place: Ints
    start: Ints
    end: Ints
    sentence_start: Ints
    sentence_end: Ints
    role: Bytes
    day: Ints
    source: Ints
    confidence: Floats
    sure: Flags
    mention_actor_mention: Ints
    mention_actor_actor: Ints
    events: EventColumns
    highways: HighwayColumns
    article_ids: tuple[str, ...]
    titles: tuple[str, ...]
    article_day: Ints
    article_source: Ints
    story: Ints
    place_ids: tuple[str, ...]
    actors: tuple[Actor, ...]
    actor_ids: tuple[str, ...]
    highway_ids: tuple[str, ...]
    sources: tuple[str, ...]
    state: object = field(repr=False, compare=False)

    @property
    def nbytes(self) -> int:
        """Bytes of memory that the numbers take, without the tables of words."""
        return _nbytes(self) + _nbytes(self.events) + _nbytes(self.highways)


def _nbytes(columns: object) -> int:
    values = [getattr(columns, name) for name in getattr(columns, "__slots__", ())]
    return sum(value.nbytes for value in values if isinstance(value, np.ndarray))
