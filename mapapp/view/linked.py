"""Which reports tell one event, over all articles: worked out once for a database version."""

from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass

import numpy as np

from mapapp.events.casting import ATTACKER, PARTY, TARGET
from mapapp.events.linking import link_reports
from mapapp.events.reports import Comparison, Key, Report, compare
from mapapp.events.telling import own_side
from mapapp.model.event import Event, Status
from mapapp.model.reading import EventSpan, Separation
from mapapp.store.columns import STATUS_NAMES
from mapapp.view.corpus import Corpus, Flags, Ints, Rows
from mapapp.view.crossings import flagged
from mapapp.view.ledger import tolls_at

ID_LENGTH = 16
"""Characters of an article's hash in ids: 64 bits, no two of a billion articles alike."""

_NO_SIDES: frozenset[str] = frozenset()
_STATUSES = tuple(Status(name) for name in STATUS_NAMES)


@dataclass(frozen=True, kw_only=True, slots=True)
class Links:
    """Reports that tell one event, as rows of the columns' events.

    Attributes:
        groups: The rows of each event that several reports tell, the fullest report first.
        group: Index into `groups` of each row; -1 for a report that stands alone.
    """

    groups: tuple[tuple[int, ...], ...]
    group: Ints

    def of(self, row: int) -> tuple[int, ...]:
        """Return the rows that tell what a row tells, the fullest first; at least itself."""
        number = int(self.group[row])
        return self.groups[number] if number >= 0 else (row,)


@dataclass(frozen=True, kw_only=True, slots=True)
class LinkedRows:
    """An event as rows of its reports.

    Attributes:
        rows: Those that pass the selection, the fullest first.
        hidden: Those that the selection leaves out.
    """

    rows: tuple[int, ...]
    hidden: tuple[int, ...] = ()


def link(corpus: Corpus, separations: Collection[Separation] = ()) -> Links:
    """Link the reports of a corpus.

    Args:
        corpus: All articles.
        separations: Pairs that readers have said are not the same.
    """
    events = corpus.columns.events
    rows = np.arange(len(events.article))
    told = list(reports(corpus, rows))
    row_of = dict(zip((report.key for report in told), rows.tolist(), strict=True))
    apart = _apart(corpus, separations)
    groups = tuple(
        tuple(row_of[report.key] for report in group) for group in link_reports(told, apart)
    )
    number = np.full(len(rows), -1, np.int32)
    for at, group in enumerate(groups):
        number[list(group)] = at
    return Links(groups=groups, group=number)


def linked_rows(links: Links, rows: Rows, most: int | None = None) -> list[LinkedRows]:
    """Return the events that some rows tell, in the order of their first rows.

    Args:
        links: Of all reports.
        rows: Reports that pass the selection.
        most: Events to return at most; None for all.
    """
    passing = flagged(len(links.group), rows)
    firsts = rows[_is_first(links, rows)][:most].tolist()
    return [split(links.of(row), passing) for row in firsts]


def count_events(links: Links, rows: Rows) -> int:
    """Return how many events some rows tell."""
    return int(np.count_nonzero(_is_first(links, rows)))


def _is_first(links: Links, rows: Rows) -> Flags:
    """Return which rows are the first of their event."""
    group = links.group[rows]
    event = np.where(group >= 0, group, len(links.groups) + rows)
    first = np.zeros(len(rows), np.bool_)
    first[np.unique(event, return_index=True)[1]] = True
    return first


def split(event: Sequence[int], passing: Flags) -> LinkedRows:
    """Return an event's rows as those that pass the selection and those that it leaves out."""
    return LinkedRows(
        rows=tuple(row for row in event if passing[row]),
        hidden=tuple(row for row in event if not passing[row]),
    )


def comparison(corpus: Corpus, rows: Sequence[int]) -> Comparison:
    """Return the ranges of some reports of one event, and what they do not agree on."""
    return comparisons(corpus, [rows])[0]


def comparisons(corpus: Corpus, events: Sequence[Sequence[int]]) -> list[Comparison]:
    """Return the comparison of each event, given as the rows of its reports."""
    rows = [row for event in events for row in event]
    told = dict(zip(rows, reports(corpus, np.array(rows, np.int64)), strict=True))
    return [compare([told[row] for row in event]) for event in events]


def record_id(corpus: Corpus, row: int) -> str:
    """Return the id of a report in files and links: its article and its number there."""
    events = corpus.columns.events
    article_id = corpus.columns.article_ids[events.article[row]]
    return f"{article_id[:ID_LENGTH]}-e{events.number[row]}"


def row_of_record(corpus: Corpus, id_: str) -> int | None:
    """Return the row behind an id of a report; None when no article tells it."""
    article_id, number = find_record(corpus.columns.article_ids, id_)
    rows = rows_of_article(corpus, article_id)
    return rows[number] if number < len(rows) else None


def find_record(article_ids: Sequence[str], id_: str) -> Key:
    """Return the article and the number that an id of a report names; an empty id for none."""
    head, _, number = id_.rpartition("-e")
    if len(head) == ID_LENGTH and number.isdecimal():
        for article_id in article_ids:
            if article_id.startswith(head):
                return article_id, int(number)
    return "", 0


def row_of_event(corpus: Corpus, article_id: str, event: Event) -> int | None:
    """Return the row of an event of an article; None when the columns do not show it yet."""
    events = corpus.columns.events
    for row in rows_of_article(corpus, article_id):
        named = (events.types[events.type[row]], events.sub_types[events.sub_type[row]])
        spot = (int(events.start[row]), int(events.end[row]))
        if (*spot, *named) == (event.start, event.end, event.type, event.sub_type):
            return row
    return None


def event_spans(corpus: Corpus, rows: Sequence[int]) -> list[EventSpan]:
    """Return what names the events of some rows beyond this database version."""
    columns, events = corpus.columns, corpus.columns.events
    places = _first_place(corpus, np.array(rows, np.int64)).tolist()
    return [
        EventSpan(
            article_id=columns.article_ids[events.article[row]],
            start=int(events.start[row]),
            end=int(events.end[row]),
            type=events.types[events.type[row]],
            place_id=columns.place_ids[place] if place >= 0 else "",
        )
        for row, place in zip(rows, places, strict=True)
    ]


def rows_at(corpus: Corpus, span: EventSpan) -> list[int]:
    """Return the rows that a span names: none where a parser reads its article otherwise now."""
    rows = rows_of_article(corpus, span.article_id)
    return [row for row, own in zip(rows, event_spans(corpus, rows), strict=True) if own == span]


def rows_of_article(corpus: Corpus, article_id: str) -> list[int]:
    """Return the rows of an article's events, in the order of its reading."""
    columns, events = corpus.columns, corpus.columns.events
    if article_id not in columns.article_ids:
        return []
    rows = np.flatnonzero(events.article == columns.article_ids.index(article_id))
    found: list[int] = rows[np.argsort(events.number[rows])].tolist()
    return found


def _apart(corpus: Corpus, separations: Iterable[Separation]) -> set[frozenset[Key]]:
    events, ids = corpus.columns.events, corpus.columns.article_ids

    def keys(span: EventSpan) -> list[Key]:
        return [
            (ids[events.article[row]], int(events.number[row])) for row in rows_at(corpus, span)
        ]

    return {
        frozenset((one, other))
        for separation in separations
        for one in keys(separation.one)
        for other in keys(separation.other)
    }


def reports(corpus: Corpus, rows: Rows) -> Iterator[Report]:
    """Yield the reports of some rows, in their order."""
    columns, events = corpus.columns, corpus.columns.events
    acting, suffering = _sides(corpus, rows)
    published = columns.article_day[events.article[rows]]
    known = events.day_start[rows] >= 0
    days = [code for code, precision in enumerate(events.precisions) if precision == "day"]
    exact = np.isin(events.precision[rows], days)
    first = np.where(known, events.day_start[rows], published).tolist()
    last = np.where(known, np.maximum(events.day_end[rows], events.day_start[rows]), published)
    numbers = {name: values[rows].tolist() for name, values in events.tolls.items()}
    values = zip(
        rows.tolist(),
        events.article[rows].tolist(),
        events.number[rows].tolist(),
        events.type[rows].tolist(),
        events.sub_type[rows].tolist(),
        events.status[rows].tolist(),
        first,
        last.tolist(),
        (known & exact).tolist(),
        _first_place(corpus, rows).tolist(),
        strict=True,
    )
    for at, (row, article, number, type_, sub_type, status, start, end, dated, place) in enumerate(
        values
    ):
        yield Report(
            key=(columns.article_ids[article], number),
            type=events.types[type_],
            sub_type=events.sub_types[sub_type],
            status=_STATUSES[status],
            first_day=start if start >= 0 else None,
            last_day=end if end >= 0 else None,
            dated=dated,
            place=corpus.places.get(columns.place_ids[place]) if place >= 0 else None,
            acting=acting.get(row, _NO_SIDES),
            suffering=suffering.get(row, _NO_SIDES),
            tolls=tolls_at(numbers, at),
        )


def _first_place(corpus: Corpus, rows: Rows) -> Ints:
    """Return the most exact place of each row, an index of the columns; -1 for none."""
    events = corpus.columns.events
    place = np.full(len(events.article), -1, np.int32)
    kept = flagged(len(place), rows)[events.place_event]
    # Backwards: of an event's places the first one is written last, and stays.
    place[events.place_event[kept][::-1]] = events.place[kept][::-1]
    first: Ints = place[rows]
    return first


def _sides(corpus: Corpus, rows: Rows) -> tuple[dict[int, frozenset[str]], ...]:
    """Return the sides that act in the events of some rows, and those that are attacked."""
    events = corpus.columns.events
    side_of = [own_side(actor) for actor in corpus.columns.actors]
    wanted = flagged(len(events.article), rows)
    found = []
    for roles in ((ATTACKER, PARTY), (TARGET,)):
        codes = [n for n, role in enumerate(events.actor_roles) if role in roles]
        kept = wanted[events.actor_event] & np.isin(events.actor_role, codes)
        sides: dict[int, frozenset[str]] = {}
        pairs = zip(events.actor_event[kept].tolist(), events.actor[kept].tolist(), strict=True)
        for row, actor in pairs:
            if side_of[actor]:
                sides[row] = sides.get(row, _NO_SIDES) | {side_of[actor]}
        found.append(sides)
    return tuple(found)
