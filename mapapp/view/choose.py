"""Filters over the columns, and the counts beside each choice.

Every filter is a mask of its own; a choice's count is taken with all filters but its own, so that
it says what choosing it would show.
"""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from functools import reduce

import numpy as np

from mapapp.store.columns import ROLE_NAMES
from mapapp.view.corpus import Corpus, Flags, Ints, Rows, day_number
from mapapp.view.selection import Selection


@dataclass(frozen=True, kw_only=True, slots=True)
class Facets:
    """Mentions by choice, each counted with all filters but its own."""

    places: dict[str, int]
    sides: dict[str, int]
    actors: dict[str, int]
    roles: dict[str, int]
    sources: dict[str, int]
    types: dict[str, int]


class Choice:
    """A selection applied to a corpus; masks are computed once."""

    def __init__(
        self, corpus: Corpus, selection: Selection, found: Collection[str] | None = None
    ) -> None:
        """Apply the filters.

        Args:
            corpus: What to choose from.
            selection: The filters.
            found: Ids of the articles that hold the selection's words; None when it has none.
        """
        self.corpus = corpus
        self.selection = selection
        self.found = found
        masks = {
            "roles": _roles(corpus, selection),
            "places": _places(corpus, selection),
            "factions": _factions(corpus, selection),
            "sources": _sources(corpus, selection),
            "types": _types(corpus, selection),
            "days": _days_mask(corpus.columns.day, selection),
            "confidence": _confidence(corpus, selection),
            "words": _words(corpus, found),
        }
        self._masks: dict[str, Flags] = {k: m for k, m in masks.items() if m is not None}

    def rows(self, without: str = "") -> Rows:
        """Return the rows of mentions that pass every filter but one.

        Args:
            without: Name of the filter to leave out: roles, places, factions, sources, types,
                days, confidence or words; empty to apply all.
        """
        used = [mask for name, mask in self._masks.items() if name != without]
        if not used:
            return np.arange(len(self.corpus.columns.article), dtype=np.int64)
        return np.flatnonzero(reduce(np.logical_and, used)).astype(np.int64)

    def articles(self) -> Flags:
        """Return which articles have a mention that passes every filter."""
        passing = np.zeros(len(self.corpus.columns.article_ids), bool)
        passing[self.corpus.columns.article[self.rows()]] = True
        return passing

    def article_filters(self) -> Flags:
        """Return which articles pass the filters about articles: source, days and words."""
        columns, selection = self.corpus.columns, self.selection
        passing = np.ones(len(columns.article_ids), bool)
        if selection.sources:
            wanted = _index(columns.sources, selection.sources)
            passing &= np.isin(columns.article_source, wanted)
        if self.found is not None:
            passing &= np.isin(np.array(columns.article_ids, object), list(self.found))
        days = _days_mask(columns.article_day, selection)
        return passing if days is None else passing & days

    def facets(self) -> Facets:
        """Count the mentions behind every choice."""
        columns = self.corpus.columns
        by_faction = self.rows("factions")
        return Facets(
            places=_tally(columns.place[self.rows("places")], columns.place_ids),
            sides=_side_tally(self.corpus, by_faction),
            actors=_actor_tally(self.corpus, by_faction),
            roles=_tally(columns.role[self.rows("roles")], ROLE_NAMES),
            sources=_tally(columns.source[self.rows("sources")], columns.sources),
            types=_type_tally(self.corpus, self.rows("types")),
        )


def _index(names: Sequence[str], wanted: Collection[str]) -> list[int]:
    return [number for number, name in enumerate(names) if name in wanted]


def _roles(corpus: Corpus, selection: Selection) -> Flags:
    columns = corpus.columns
    wanted = _index(ROLE_NAMES, {role.value for role in selection.shown_roles})
    return np.isin(columns.role, wanted) & (columns.place >= 0)


def _places(corpus: Corpus, selection: Selection) -> Flags | None:
    if not selection.places:
        return None
    return np.isin(corpus.columns.place, _index(corpus.columns.place_ids, selection.places))


def _factions(corpus: Corpus, selection: Selection) -> Flags | None:
    if not (selection.sides or selection.actors):
        return None
    columns = corpus.columns
    sides = _index([side.id for side in corpus.sides], selection.sides)
    wanted = np.isin(corpus.actor_side, sides)
    wanted[_index(columns.actor_ids, selection.actors)] = True
    passing = np.zeros(len(columns.article), bool)
    passing[columns.mention_actor_mention[wanted[columns.mention_actor_actor]]] = True
    return passing


def _sources(corpus: Corpus, selection: Selection) -> Flags | None:
    if not selection.sources:
        return None
    return np.isin(corpus.columns.source, _index(corpus.columns.sources, selection.sources))


def _types(corpus: Corpus, selection: Selection) -> Flags | None:
    if not selection.types:
        return None
    events = corpus.columns.events
    wanted = np.isin(events.type, _index(events.types, selection.types))[events.place_event]
    spots = _spots(corpus, events.article[events.place_event[wanted]], events.place[wanted])
    return np.isin(_spots(corpus, corpus.columns.article, corpus.columns.place), spots)


def _spots(corpus: Corpus, article: object, place: object) -> Rows:
    """Return one number for each pair of an article and a place."""
    width = len(corpus.columns.place_ids) + 1
    pairs: Rows = np.asarray(article, np.int64) * width + np.asarray(place, np.int64)
    return pairs


def _days_mask(day: Ints, selection: Selection) -> Flags | None:
    if selection.start is None and selection.end is None:
        return None if selection.undated else day >= 0
    first = day_number(selection.start) if selection.start else 0
    last = day_number(selection.end) if selection.end else np.iinfo(np.int32).max
    inside: Flags = (day >= first) & (day <= last) & (day >= 0)
    return inside | (day < 0) if selection.undated else inside


def _confidence(corpus: Corpus, selection: Selection) -> Flags | None:
    if selection.confidence <= 0:
        return None
    return corpus.columns.confidence >= np.float32(selection.confidence)


def _words(corpus: Corpus, found: Collection[str] | None) -> Flags | None:
    if found is None:
        return None
    wanted = np.isin(np.array(corpus.columns.article_ids, object), list(found))
    passing: Flags = wanted[corpus.columns.article]
    return passing


def _tally(codes: object, names: Sequence[str]) -> dict[str, int]:
    numbers = np.asarray(codes)
    counts = np.bincount(numbers[numbers >= 0], minlength=len(names))
    return {names[int(code)]: int(counts[code]) for code in np.flatnonzero(counts)}


def _links(corpus: Corpus, rows: Rows) -> Flags:
    columns = corpus.columns
    passing = np.zeros(len(columns.article), bool)
    passing[rows] = True
    linked: Flags = passing[columns.mention_actor_mention]
    return linked


def _side_tally(corpus: Corpus, rows: Rows) -> dict[str, int]:
    """Count each mention once for every side that its sentence names."""
    columns = corpus.columns
    kept = _links(corpus, rows)
    sides = corpus.actor_side[columns.mention_actor_actor[kept]].astype(np.int64)
    width = len(corpus.sides) + 1
    pairs = np.unique(columns.mention_actor_mention[kept].astype(np.int64) * width + sides)
    return _tally(pairs % width, [side.id for side in corpus.sides])


def _actor_tally(corpus: Corpus, rows: Rows) -> dict[str, int]:
    columns = corpus.columns
    return _tally(columns.mention_actor_actor[_links(corpus, rows)], columns.actor_ids)


def _type_tally(corpus: Corpus, rows: Rows) -> dict[str, int]:
    """Count events, by type, at the places and in the articles of the rows."""
    columns, events = corpus.columns, corpus.columns.events
    shown = _spots(corpus, columns.article[rows], columns.place[rows])
    spots = _spots(corpus, events.article[events.place_event], events.place)
    happened = np.unique(events.place_event[np.isin(spots, shown)])
    return _tally(events.type[happened], events.types)
