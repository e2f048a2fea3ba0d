"""The same event in many articles: its reports linked, with their differences, never merged.

Reports are linked when they share event type and a side, lie within 5 km and within 2 days. Links
are computed from the reports each time; a reader's "not the same" is kept apart and always wins.
"""

import math
from collections.abc import Collection, Sequence
from itertools import islice, product

from mapapp.events.ledger import UNTOLD
from mapapp.events.nearby import NEAR_DAYS, NEAR_KM, Spots
from mapapp.events.reports import PROBATIVE, Key, Report, Toll
from mapapp.model.event import Status
from mapapp.model.place import LARGEST_SPOT_KM, SPOT_CLASSES, WIDEST_AREA_KM, Place

LONGEST_DAYS = 7
"""Days that a report may span; "this month" tells of many events."""

LIKE = 1.5
WEIGHTS = {
    "sub_type": 1.0, "place": 0.5, "side": 1.0,
    "same day": 1.5, "same days": 0.5, "day apart": -2.0,
    "same toll": 2.0, "close toll": 1.0, "other toll": -4.0,
}  # fmt: skip
"""What agreeing and differing reports score, and the score from which they tell one event.

Set by hand on one half of `tests/accuracy/events/linking_gold.jsonl`.
"""

SMALL_TOLL, CLOSE_TOLL, OTHER_TOLL = 2, 1.5, 2.5
"""Numbers up to the first are often the same by chance; then ratios of a higher to a lower one."""

MOST_RIVALS, MOST_COMPARED = 60, 4
"""Reports that one is held against, and those of a group that stand for all of it."""


def link_reports(
    reports: Sequence[Report], apart: Collection[frozenset[Key]] = ()
) -> list[list[Report]]:
    """Return the events that more than one report tells, each as its reports, fullest first.

    The pairs that agree most are linked first. An event is told by two articles at least; of one
    article it may have a headline and the lead, but no two attacks. What nobody says has just
    happened is never linked, nor what has no place or no day at all.

    Args:
        reports: Reports of any articles.
        apart: Pairs that a reader has said are not the same.
    """
    told = sorted(filter(_linkable, reports), key=lambda r: (_vagueness(r), r.first_day, r.key))
    groups = [[number] for number in range(len(told))]
    home = list(range(len(told)))
    for one, other in _pairs(told):
        first, second = home[one], home[other]
        if first == second or not _joins(told, groups[first], groups[second], apart):
            continue
        groups[first] = sorted(groups[first] + groups[second])
        for number in groups[second]:
            home[number] = first
        groups[second] = []
    return [[told[number] for number in group] for group in groups if len(group) > 1]


def _pairs(told: Sequence[Report]) -> list[tuple[int, int]]:
    """Return the pairs that may tell one event, the likeliest first."""
    spots = Spots(told)
    found = []
    for number, report in enumerate(told):
        for other in islice(spots.near(report), MOST_RIVALS):
            rival = told[other]
            score = likeness(report, rival)
            if score >= LIKE and rival.key[0] != report.key[0]:
                found.append((-score, other, number))
        spots.add(report, number)
    return [(other, number) for _, other, number in sorted(found)]


def _joins(
    told: Sequence[Report],
    group: Sequence[int],
    other: Sequence[int],
    apart: Collection[frozenset[Key]],
) -> bool:
    """Return whether two groups tell one event: no pair must not, and the fullest agree."""
    pairs = [(told[one], told[two]) for one in group for two in other]
    if not all(_restates(one, two) for one, two in pairs if one.key[0] == two.key[0]):
        return False
    if apart and any(frozenset((one.key, two.key)) in apart for one, two in pairs):
        return False
    fullest = product(group[:MOST_COMPARED], other[:MOST_COMPARED])
    return all(likeness(told[one], told[two]) >= LIKE for one, two in fullest)


def _restates(one: Report, other: Report) -> bool:
    """Return whether two reports of one article can tell one event: a headline and its lead."""
    dated = one.dated and other.dated
    if one.sub_type != other.sub_type or (dated and _days_apart(one, other)):
        return False
    shared = one.tolls.keys() & other.tolls.keys()
    return all(_overlap(one.tolls[kind], other.tolls[kind]) for kind in shared)


def likeness(one: Report, other: Report) -> float:
    """Return how far two reports agree; `LIKE` and more for what can be one event.

    Minus infinity where they do not share type, a side, place within 5 km and day within 2.
    """
    gap = _days_apart(one, other)
    if one.type != other.type or gap > NEAR_DAYS or not _share_side(one, other):
        return -math.inf
    if not _near(one, other):
        return -math.inf
    score = WEIGHTS["sub_type"] * (one.sub_type == other.sub_type)
    score += WEIGHTS["place"] * (one.place == other.place)
    score += WEIGHTS["side"] * bool(one.acting & other.acting)
    if one.dated and other.dated:
        score += WEIGHTS["same day"] if gap == 0 else WEIGHTS["day apart"] * gap
    elif gap == 0:
        score += WEIGHTS["same days"]
    for kind, weight in zip(PROBATIVE, (1.0, 0.6), strict=True):
        if kind in one.tolls and kind in other.tolls:
            score += weight * _toll_likeness(one.tolls[kind], other.tolls[kind])
    return score


def _toll_likeness(one: Toll, other: Toll) -> float:
    """Return how well two numbers can be of one event: first reports are often too low."""
    low, high = sorted((one[0], other[0]))
    if low == high:
        return WEIGHTS["same toll"] if high > SMALL_TOLL else WEIGHTS["same toll"] / 2
    ratio = high / max(low, 1)
    if ratio <= CLOSE_TOLL or high - low <= 1:
        return WEIGHTS["close toll"]
    return WEIGHTS["other toll"] if ratio > OTHER_TOLL and not _overlap(one, other) else 0.0


def _linkable(report: Report) -> bool:
    if report.status in UNTOLD or report.first_day is None or report.last_day is None:
        return False
    if report.last_day - report.first_day >= LONGEST_DAYS or report.place is None:
        return False
    # Small countries are no narrower than large provinces, and name no spot either.
    country = report.place.feature_code.startswith("PCL")
    return not country and report.place.radius_km <= WIDEST_AREA_KM


def _vagueness(report: Report) -> int:
    """Return how little a report tells: 0 with a day and a toll, more without, most if denied."""
    return (not report.dated) + (not report.tells_toll) + 2 * (report.status is Status.DENIED)


def _days_apart(one: Report, other: Report) -> int:
    (first, last), (other_first, other_last) = one.days, other.days
    return max(0, max(first, other_first) - min(last, other_last))


def _share_side(one: Report, other: Report) -> bool:
    """Return whether the sides known in both reports meet; unknown sides never part them."""
    for first, second in ((one.acting, other.acting), (one.suffering, other.suffering)):
        if first and second and not first & second:
            return False
    return True


def _near(one: Report, other: Report) -> bool:
    """Return whether two places may be one spot; inside a wider place only the toll can tell."""
    if one.place is None or other.place is None:
        return False
    apart = one.place.coordinates.distance_km(other.place.coordinates)
    if apart <= NEAR_KM and not (is_area(one.place) or is_area(other.place)):
        return True
    reach = max(one.place.radius_km, other.place.radius_km)
    return apart <= max(reach, NEAR_KM) and _same_toll(one, other)


def is_area(place: Place) -> bool:
    """Return whether a place is no spot: a unit, or as wide as one."""
    return place.feature_class not in SPOT_CLASSES and place.radius_km > LARGEST_SPOT_KM


def _same_toll(one: Report, other: Report) -> bool:
    """Return whether a number that is not often the same by chance can be the same in both."""
    return any(
        max(one.tolls[kind][0], other.tolls[kind][0]) > SMALL_TOLL
        and _overlap(one.tolls[kind], other.tolls[kind])
        for kind in PROBATIVE
        if kind in one.tolls and kind in other.tolls
    )


def _overlap(one: Toll, other: Toll) -> bool:
    highs = [high for _, high in (one, other) if high is not None]
    return not highs or max(one[0], other[0]) <= min(highs)
