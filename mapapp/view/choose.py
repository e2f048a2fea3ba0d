"""Filters over the columns, and the counts beside each choice.

Every filter is a mask of its own; a choice's count is taken with all filters but its own, so that
it says what choosing it would show.
"""

from collections.abc import Collection, Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from mapapp.store.columns import ROLE_NAMES
from mapapp.view.corpus import Corpus, Flags, Ints, Rows, day_number
from mapapp.view.crossings import flagged
from mapapp.view.selection import Selection

Codes = npt.NDArray[np.int32] | npt.NDArray[np.int8]


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
        self._passing: dict[str, Flags] = {}
        self._rows: dict[str, Rows] = {}

    def rows(self, without: str = "") -> Rows:
        """Return the rows of mentions that pass every filter but one.

        Args:
            without: Name of the filter to leave out: roles, places, factions, sources, types,
                days, confidence or words; empty to apply all.
        """
        left_out = without if without in self._masks else ""
        if left_out not in self._rows:
            self._rows[left_out] = np.flatnonzero(self.passing(left_out))
        return self._rows[left_out]

    def passing(self, without: str = "") -> Flags:
        """Return which mentions pass every filter but one; see `rows`. Not to be changed."""
        left_out = without if without in self._masks else ""
        if left_out not in self._passing:
            passing = np.ones(len(self.corpus.columns.article), np.bool_)
            for name, mask in self._masks.items():
                if name != left_out:
                    passing &= mask
            self._passing[left_out] = passing
        return self._passing[left_out]

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
            passing &= _among(columns.article_source, columns.sources, selection.sources)
        if self.found is not None:
            passing &= _holding(columns.article_ids, self.found)
        days = _days_mask(columns.article_day, selection)
        return passing if days is None else passing & days

    def facets(self) -> Facets:
        """Count the mentions behind every choice."""
        columns = self.corpus.columns
        by_faction = self.passing("factions")
        return Facets(
            places=_tally(columns.place[self.passing("places")], columns.place_ids),
            sides=_side_tally(self.corpus, by_faction),
            actors=_actor_tally(self.corpus, by_faction),
            roles=_tally(columns.role[self.passing("roles")], ROLE_NAMES),
            sources=_tally(columns.source[self.passing("sources")], columns.sources),
            types=_type_tally(self.corpus, self.passing("types")),
        )


def _index(names: Sequence[str], wanted: Collection[str]) -> list[int]:
    return [number for number, name in enumerate(names) if name in wanted]


def _among(codes: Codes, names: Sequence[str], wanted: Collection[str]) -> Flags:
    """Return which codes, indexes into names or -1, stand for one of the wanted names."""
    return flagged(len(names), np.array(_index(names, wanted), np.int64))[codes]


def _roles(corpus: Corpus, selection: Selection) -> Flags:
    columns = corpus.columns
    wanted = {role.value for role in selection.shown_roles}
    return _among(columns.role, ROLE_NAMES, wanted) & (columns.place >= 0)


def _places(corpus: Corpus, selection: Selection) -> Flags | None:
    if not selection.places:
        return None
    return _among(corpus.columns.place, corpus.columns.place_ids, selection.places)


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
    return _among(corpus.columns.source, corpus.columns.sources, selection.sources)


def _types(corpus: Corpus, selection: Selection) -> Flags | None:
    if not selection.types:
        return None
    events, crossings = corpus.columns.events, corpus.crossings
    wanted = _among(events.type, events.types, selection.types)[events.place_event]
    happened = flagged(len(crossings.pair_place), crossings.event_pair[wanted])
    return happened[crossings.pair]


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
    passing: Flags = _holding(corpus.columns.article_ids, found)[corpus.columns.article]
    return passing


def _holding(article_ids: Sequence[str], found: Collection[str]) -> Flags:
    wanted = frozenset(found)
    return np.fromiter((id_ in wanted for id_ in article_ids), np.bool_, len(article_ids))


def _tally(codes: object, names: Sequence[str]) -> dict[str, int]:
    numbers = np.asarray(codes)
    counts = np.bincount(numbers[numbers >= 0], minlength=len(names))
    return {names[int(code)]: int(counts[code]) for code in np.flatnonzero(counts)}


def _side_tally(corpus: Corpus, passing: Flags) -> dict[str, int]:
    """Count each mention once for every side that its sentence names."""
    crossings = corpus.crossings
    kept = passing[crossings.side_mention]
    return _tally(crossings.side[kept], [side.id for side in corpus.sides])


def _actor_tally(corpus: Corpus, passing: Flags) -> dict[str, int]:
    columns = corpus.columns
    kept = passing[columns.mention_actor_mention]
    return _tally(columns.mention_actor_actor[kept], columns.actor_ids)


def _type_tally(corpus: Corpus, passing: Flags) -> dict[str, int]:
    """Count events, by type, at the places and in the articles of the mentions that pass."""
    events, crossings = corpus.columns.events, corpus.crossings
    shown = flagged(len(crossings.pair_place), crossings.pair[passing])
    happened = flagged(len(events.type), events.place_event[shown[crossings.event_pair]])[:-1]
    return _tally(events.type[happened], events.types)
