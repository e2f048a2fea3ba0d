"""Which mentions, places, articles, events and sides meet: worked out once for a database version.

Every filter asks how many articles name a place, which sides its sentences name and which events
happened where it stands. Sorting millions of pairs anew each time takes seconds; with each pair
numbered once, an answer is a few passes over small integers.
"""

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from mapapp.store.columns import MentionColumns

Ints = npt.NDArray[np.int32]
Longs = npt.NDArray[np.int64]
Flags = npt.NDArray[np.bool_]


@dataclass(frozen=True, kw_only=True, slots=True)
class Crossings:
    """Pairs of an article and a place that it names, numbered from 0, and sides of mentions.

    Attributes:
        pair: The pair of each mention; mentions without a place share one in each article.
        pair_place: The place of each pair, an index of the columns; -1 for none.
        event_pair: The pair at which an event happened, for each row of ``events.place_event``;
            -1 where its article does not name the place.
        side_mention: A mention, for each side that its sentence names, once.
        side: That side, beside it.
        by_day: Mentions of known day, the earliest first.
    """

    pair: Ints
    pair_place: Ints
    event_pair: Ints
    side_mention: Ints
    side: Ints
    by_day: Ints


def cross(columns: MentionColumns, actor_side: Ints) -> Crossings:
    """Number the pairs of a corpus.

    Args:
        columns: The mentions and events.
        actor_side: The side of each actor of the columns; -1 for none.
    """
    width = len(columns.place_ids) + 1
    keys = _keys(columns.article, columns.place + 1, width)
    # Stable: mentions come article by article, and what is nearly in order is sorted at once.
    order = np.argsort(keys, kind="stable")
    ordered = keys[order]
    fresh = _firsts(ordered)
    pair = np.empty(len(keys), np.int32)
    pair[order] = np.cumsum(fresh) - 1
    distinct = ordered[fresh]
    events = columns.events
    wanted = _keys(events.article[events.place_event], events.place + 1, width)
    side_mention, side = _sides(columns, actor_side)
    return Crossings(
        pair=pair,
        pair_place=(distinct % width - 1).astype(np.int32),
        event_pair=_positions(distinct, wanted),
        side_mention=side_mention,
        side=side,
        by_day=_by_day(columns.day),
    )


def _by_day(day: Ints) -> Ints:
    dated = np.flatnonzero(day >= 0)
    since = day[dated] - day[dated].min(initial=0)
    # In as few bits as will do: numbers of 16 bits are counted into order, not compared.
    small = since.astype(np.min_scalar_type(int(since.max(initial=0))))
    return dated[np.argsort(small, kind="stable")].astype(np.int32)


def _sides(columns: MentionColumns, actor_side: Ints) -> tuple[Ints, Ints]:
    sides = actor_side[columns.mention_actor_actor]
    known = sides >= 0
    width = int(actor_side.max(initial=0)) + 1
    keys = np.sort(_keys(columns.mention_actor_mention[known], sides[known], width), kind="stable")
    keys = keys[_firsts(keys)]
    return (keys // width).astype(np.int32), (keys % width).astype(np.int32)


def _keys(major: Ints, minor: Ints, width: int) -> Longs:
    return np.asarray(major.astype(np.int64) * width + minor, np.int64)


def _firsts(ordered: Longs) -> Flags:
    """Return which of some ordered numbers differ from the one before."""
    fresh = np.ones(len(ordered), np.bool_)
    np.not_equal(ordered[1:], ordered[:-1], out=fresh[1:])
    return fresh


def _positions(ordered: Longs, wanted: Longs) -> Ints:
    """Return where each wanted number stands among ordered ones; -1 where it is missing."""
    if not len(ordered):
        return np.full(len(wanted), -1, np.int32)
    at = np.minimum(np.searchsorted(ordered, wanted), len(ordered) - 1)
    return np.where(ordered[at] == wanted, at, -1).astype(np.int32)


def flagged(size: int, numbers: npt.NDArray[np.integer]) -> Flags:
    """Return flags from 0 to below `size`, set at some numbers, and one more, unset, for -1."""
    flags = np.zeros(size + 1, np.bool_)
    flags[numbers] = True
    flags[size] = False
    return flags
