"""The same event in many articles: linked with its differences, never merged.

Reports are linked when they share event type and a side, lie within 5 km and within 2 days. Links
are computed from the reports each time; a reader's "not the same" is kept apart and always wins.
"""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass

from mapapp.events.ledger import UNTOLD
from mapapp.events.telling import Telling, days_apart, sides_acting, sides_suffering
from mapapp.model.actor import Actor
from mapapp.model.event import Status
from mapapp.model.place import Place

NEAR_KM = 5.0
NEAR_DAYS = 2
TOLLS = ("killed", "injured", "displaced", "captured", "missing")

Pair = frozenset[tuple[str, int]]
"""Keys of two tellings."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Linked:
    """Reports that tell one event.

    Attributes:
        tellings: Every report as it is, oldest first.
        sources: Outlets, each once.
        tolls: Lowest and highest figure over the reports, by kind; a highest of None is open.
        differences: What the reports do not agree on: tolls, sub_type, day, places.
    """

    tellings: tuple[Telling, ...]
    sources: tuple[str, ...]
    tolls: Mapping[str, tuple[int, int | None]]
    differences: tuple[str, ...]


def link_events(
    tellings: Sequence[Telling],
    places: Mapping[str, Place],
    actors: Mapping[str, Actor],
    apart: Collection[Pair] = (),
) -> tuple[Linked, ...]:
    """Return the events behind a set of reports, oldest first.

    Args:
        tellings: Reports of any articles. Two of one article are never linked.
        places: Places by id, for the distance.
        actors: Known actors by id, for their sides.
        apart: Pairs that a reader has said are not the same.
    """
    told = [telling for telling in tellings if telling.event.status not in UNTOLD]
    # Reports that tell the day and the toll find each other before headlines and denials do.
    told.sort(key=lambda t: (_vagueness(t), str(t.first_day), t.article_id, t.number))
    groups: list[list[Telling]] = []
    for telling in told:
        homes = [g for g in groups if _fits(telling, g, places, actors, apart)]
        if homes:
            max(homes, key=lambda group: _likeness(telling, group[0])).append(telling)
        else:
            groups.append([telling])
    for group in groups:
        group.sort(key=_order)
    return tuple(_linked(group) for group in sorted(groups, key=lambda g: _order(g[0])))


def _order(telling: Telling) -> tuple[str, str, int]:
    return (str(telling.first_day), telling.article_id, telling.number)


def _vagueness(telling: Telling) -> int:
    """Return how little a report tells: 0 with a day and a toll, more without, most if denied."""
    event = telling.event
    return (
        (event.when.precision != "day")
        + (event.killed is None and event.injured is None)
        + 2 * (event.status is Status.DENIED)
    )


def _likeness(one: Telling, other: Telling) -> tuple[bool, bool, bool]:
    """Return how alike two reports of what may be one event are: for choosing among events."""
    killed, others = one.event.killed, other.event.killed
    return (
        one.event.sub_type == other.event.sub_type,
        one.first_day == other.first_day,
        killed is not None and others is not None and killed.low == others.low,
    )


def _fits(
    telling: Telling,
    group: Sequence[Telling],
    places: Mapping[str, Place],
    actors: Mapping[str, Actor],
    apart: Collection[Pair],
) -> bool:
    """Return whether a report tells the event of every report of a group."""
    return all(
        other.article_id != telling.article_id
        and frozenset((telling.key, other.key)) not in apart
        and is_same(telling, other, places, actors)
        for other in group
    )


def is_same(
    one: Telling, other: Telling, places: Mapping[str, Place], actors: Mapping[str, Actor]
) -> bool:
    """Return whether two reports share type, side, place within 5 km and date within 2 days."""
    if one.event.type != other.event.type:
        return False
    days = days_apart(one, other)
    if days is None or days > NEAR_DAYS:
        return False
    return _share_side(one, other, actors) and _near(one, other, places)


def _share_side(one: Telling, other: Telling, actors: Mapping[str, Actor]) -> bool:
    """Return whether the sides known in both reports meet; unknown sides never part them."""
    for sides in (sides_acting, sides_suffering):
        first, second = sides(one.event, actors), sides(other.event, actors)
        if first and second:
            return bool(first & second)
    return True


def _near(one: Telling, other: Telling, places: Mapping[str, Place]) -> bool:
    first = [places[key] for key in one.event.place_ids if key in places]
    second = [places[key] for key in other.event.place_ids if key in places]
    return any(
        a.id == b.id or a.coordinates.distance_km(b.coordinates) <= NEAR_KM
        for a in first[:1]
        for b in second[:1]
    )


def _linked(group: Sequence[Telling]) -> Linked:
    tolls = {kind: found for kind in TOLLS if (found := _range(group, kind)) is not None}
    return Linked(
        tellings=tuple(group),
        sources=tuple(dict.fromkeys(t.source or t.article_id for t in group)),
        tolls=tolls,
        differences=tuple(_differences(group)),
    )


def _range(group: Sequence[Telling], kind: str) -> tuple[int, int | None] | None:
    counts = [count for t in group if (count := getattr(t.event, kind)) is not None]
    if not counts:
        return None
    highs = [count.high for count in counts]
    high = None if None in highs else max(high for high in highs if high is not None)
    return min(count.low for count in counts), high


def _differences(group: Sequence[Telling]) -> list[str]:
    found: list[str] = []
    for kind in TOLLS:
        counts = {
            (count.low, count.high) for t in group if (count := getattr(t.event, kind)) is not None
        }
        if len(counts) > 1:
            found.append(kind)
    if len({t.event.sub_type for t in group}) > 1:
        found.append("sub_type")
    if len({t.first_day for t in group}) > 1:
        found.append("day")
    if len({t.event.place_ids[:1] for t in group}) > 1:
        found.append("places")
    return found
