"""Events and claims as rows: what, where, when, who, said by whom, and how far to trust it."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

import numpy as np

from mapapp.events.reports import TOLLS, Toll
from mapapp.store.columns import STATUS_NAMES
from mapapp.view.choose import Choice
from mapapp.view.corpus import Corpus, Flags, Ints, Rows, day_of
from mapapp.view.selection import Selection


@dataclass(frozen=True, kw_only=True, slots=True)
class Told:
    """An event as one article tells it.

    Attributes:
        article: Index of the article in the columns.
        number: Which of its article's events it is.
        type: Event type.
        sub_type: Event sub-type.
        start: First day; None when unknown.
        end: Last day; None when unknown.
        precision: day, week, month, year or unknown.
        status: A value of `mapapp.model.event.Status`.
        attitude: claims, denies, admits or reports.
        place_ids: Where, most exact first.
        actors: Actor ids with their roles.
        highway_ids: Highways and segments concerned.
        claimant: Actor id of who says so; empty when not a known actor.
        tolls: Lowest and highest numbers by kind; a highest of None is open.
    """

    article: int
    number: int
    type: str
    sub_type: str
    start: date | None
    end: date | None
    precision: str
    status: str
    attitude: str
    place_ids: tuple[str, ...]
    actors: tuple[tuple[str, str], ...]
    highway_ids: tuple[str, ...]
    claimant: str
    tolls: dict[str, Toll]


def ledger_rows(choice: Choice) -> Rows:
    """Return the rows of events that the selection shows, newest first, undated last.

    An event passes when its article does (source, days, words) and the event itself names one of
    the places, factions and types asked for.
    """
    corpus, selection = choice.corpus, choice.selection
    events = corpus.columns.events
    passing = choice.article_filters()[events.article]
    for mask in (_placed(corpus, selection), _party(corpus, selection), _typed(corpus, selection)):
        if mask is not None:
            passing &= mask
    rows = np.flatnonzero(passing)
    published = corpus.columns.article_day[events.article[rows]]
    day = np.where(events.day_start[rows] >= 0, events.day_start[rows], published)
    order = np.lexsort((events.number[rows], events.article[rows], -day))
    chosen: Rows = rows[order].astype(np.int64)
    return chosen


def _linked(size: int, event: object, wanted: object) -> Flags:
    passing = np.zeros(size, bool)
    passing[np.asarray(event)[np.asarray(wanted)]] = True
    return passing


def _placed(corpus: Corpus, selection: Selection) -> Flags | None:
    if not selection.places:
        return None
    events = corpus.columns.events
    ids = [n for n, id_ in enumerate(corpus.columns.place_ids) if id_ in selection.places]
    return _linked(len(events.article), events.place_event, np.isin(events.place, ids))


def _party(corpus: Corpus, selection: Selection) -> Flags | None:
    if not (selection.sides or selection.actors):
        return None
    events = corpus.columns.events
    wanted = np.array(
        [
            actor.id in selection.actors or actor.side in selection.sides
            for actor in corpus.columns.actors
        ],
        bool,
    )
    named = _linked(len(events.article), events.actor_event, wanted[events.actor])
    said = (events.claimant >= 0) & wanted[events.claimant]
    party: Flags = named | said
    return party


def _typed(corpus: Corpus, selection: Selection) -> Flags | None:
    if not selection.types:
        return None
    events = corpus.columns.events
    return np.isin(events.type, [n for n, t in enumerate(events.types) if t in selection.types])


def told(corpus: Corpus, rows: Iterable[int]) -> list[Told]:
    """Return these rows of events in words."""
    return [_told(corpus, int(row)) for row in rows]


def _told(corpus: Corpus, row: int) -> Told:
    columns, events = corpus.columns, corpus.columns.events
    places = events.place[events.place_event == row]
    mine = events.actor_event == row
    actors = zip(events.actor[mine], events.actor_role[mine], strict=True)
    return Told(
        article=int(events.article[row]),
        number=int(events.number[row]),
        type=events.types[events.type[row]],
        sub_type=events.sub_types[events.sub_type[row]],
        start=day_of(int(events.day_start[row])),
        end=day_of(int(events.day_end[row])),
        precision=events.precisions[events.precision[row]],
        status=STATUS_NAMES[events.status[row]],
        attitude=events.attitudes[events.attitude[row]],
        place_ids=tuple(columns.place_ids[index] for index in places if index >= 0),
        actors=tuple((columns.actor_ids[who], events.actor_roles[how]) for who, how in actors),
        highway_ids=tuple(
            columns.highway_ids[road] for road in events.highway[events.highway_event == row]
        ),
        claimant=columns.actor_ids[events.claimant[row]] if events.claimant[row] >= 0 else "",
        tolls=tolls_at(events.tolls, row),
    )


def tolls_at(numbers: Mapping[str, Ints | Sequence[int]], at: int) -> dict[str, Toll]:
    """Return the tolls of a row by kind.

    Args:
        numbers: Lowest and highest numbers, as in `EventColumns.tolls`, of some rows.
        at: The row among them.
    """
    found: dict[str, Toll] = {}
    for kind in TOLLS:
        low, high = int(numbers[f"{kind}_low"][at]), int(numbers[f"{kind}_high"][at])
        if low >= 0:
            found[kind] = (low, high if high >= 0 else None)
    return found


def toll_words(tolls: Mapping[str, Toll]) -> str:
    """Return tolls in words, each as its range."""
    made = []
    for kind, (low, high) in tolls.items():
        number = f"{low:,}+" if high is None else f"{low:,}" if high == low else f"{low:,}–{high:,}"
        made.append(f"{number} {kind}")
    return ", ".join(made)
