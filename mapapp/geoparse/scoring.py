"""Scoring toponyms against gold: recognition, resolution, both together, and calibration.

Defined as in the published scorers: spans are paired one to one, exact pairs first, then by the
largest overlap; a toponym is right end to end when its span is paired and its point lies within
161 km (100 miles) of the gold point. Gold toponyms without a point count for recognition only.
"""

import statistics
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from mapapp.model.geometry import Coordinates
from mapapp.model.toponym import Toponym

WIDE_KM, CLOSE_KM = 161.0, 25.0
BINS = 10


@dataclass(frozen=True, kw_only=True, slots=True)
class GoldToponym:
    """An annotated place mention.

    Attributes:
        start: First character.
        end: One past the last character.
        point: Where it is; None when the annotator gave no point.
        ignored: Neither required nor wrong: adjectives, and coarse names when they are left out.
        coarse: Whether it is a country, a continent or an ocean.
    """

    start: int
    end: int
    point: Coordinates | None
    ignored: bool = False
    coarse: bool = False


@dataclass(frozen=True, kw_only=True, slots=True)
class Answer:
    """A predicted place mention.

    Attributes:
        start: First character.
        end: One past the last character.
        point: Where it is; None when unplaced.
        confidence: Probability that it is right, 0-1.
        radius_km: Extent of the answer: for calibration, a gold point inside it is right too,
            because sources put the one point of a country hundreds of kilometers apart.
    """

    start: int
    end: int
    point: Coordinates | None
    confidence: float = 0.0
    radius_km: float = 0.0


@dataclass(slots=True)
class Tally:
    """Counts over documents; `add` takes one document at a time."""

    gold: int = 0
    predicted: int = 0
    exact: int = 0
    overlap: int = 0
    gold_placed: int = 0
    judged: int = 0
    right: int = 0
    unplaced: int = 0
    distances: list[float] = field(default_factory=list)
    outcomes: list[tuple[float, bool]] = field(default_factory=list)

    def add(self, gold: Iterable[GoldToponym], answers: Iterable[Answer]) -> None:
        """Count one document."""
        wanted = [toponym for toponym in gold if not toponym.ignored]
        ignored = [toponym for toponym in gold if toponym.ignored]
        given = list(answers)
        exact = pair(wanted, given, exact_only=True)
        pairs = pair(wanted, given)
        used = {at for _, at in pairs}
        dropped = {
            at
            for at, answer in enumerate(given)
            if at not in used and any(_overlap(answer, other) > 0 for other in ignored)
        }
        self.gold += len(wanted)
        self.gold_placed += sum(toponym.point is not None for toponym in wanted)
        self.predicted += len(given) - len(dropped)
        self.exact += len(exact)
        self.overlap += len(pairs)
        meant = {at: wanted[number] for number, at in pairs}
        for at, answer in enumerate(given):
            if at not in dropped:
                self._judge(answer, meant.get(at))

    def _judge(self, answer: Answer, meant: GoldToponym | None) -> None:
        if meant is not None and meant.point is None:
            return
        if answer.point is None:
            self.unplaced += meant is not None
            return
        self.judged += 1
        held = False
        if meant is not None and meant.point is not None:
            distance = answer.point.distance_km(meant.point)
            self.distances.append(distance)
            self.right += distance <= WIDE_KM
            held = distance <= max(WIDE_KM, answer.radius_km)
        self.outcomes.append((answer.confidence, held))

    def metrics(self) -> dict[str, float]:
        """Return all figures; shares are 0-1, distances kilometers."""
        near = [distance for distance in self.distances if distance <= WIDE_KM]
        close = sum(distance <= CLOSE_KM for distance in self.distances)
        placed = len(self.distances)
        strict = placed + self.unplaced
        return {
            **_prf("exact", self.exact, self.predicted, self.gold),
            **_prf("overlap", self.overlap, self.predicted, self.gold),
            **_prf("end_to_end", self.right, self.judged, self.gold_placed),
            "acc161": _share(len(near), placed),
            "acc25": _share(close, placed),
            "strict_acc161": _share(len(near), strict),
            "strict_acc25": _share(close, strict),
            "mean_km": statistics.fmean(self.distances) if self.distances else 0.0,
            "median_km": statistics.median(self.distances) if self.distances else 0.0,
            "calibration_error": calibration_error(self.outcomes),
            "gold": self.gold,
            "predicted": self.predicted,
            "unplaced": self.unplaced,
        }


def pair(
    gold: Sequence[GoldToponym], answers: Sequence[Answer], *, exact_only: bool = False
) -> list[tuple[int, int]]:
    """Return pairs of indexes, one to one: equal spans first, then the largest overlaps."""
    by_span = {(answer.start, answer.end): at for at, answer in enumerate(answers)}
    pairs = [
        (number, by_span[toponym.start, toponym.end])
        for number, toponym in enumerate(gold)
        if (toponym.start, toponym.end) in by_span
    ]
    if exact_only:
        return pairs
    taken_gold = {number for number, _ in pairs}
    taken = {at for _, at in pairs}
    overlaps = [
        (-shared, toponym.start, number, at)
        for number, toponym in enumerate(gold)
        if number not in taken_gold
        for at, answer in enumerate(answers)
        if at not in taken and (shared := _overlap(answer, toponym)) > 0
    ]
    for _, _, number, at in sorted(overlaps):
        if number not in taken_gold and at not in taken:
            pairs.append((number, at))
            taken_gold.add(number)
            taken.add(at)
    return pairs


def reliability(outcomes: Sequence[tuple[float, bool]]) -> list[Mapping[str, float]]:
    """Return a reliability table: per bin its mean confidence, the share right and the count."""
    rows: list[Mapping[str, float]] = []
    for low in range(BINS):
        inside = [pair for pair in outcomes if min(int(pair[0] * BINS), BINS - 1) == low]
        if inside:
            rows.append(
                {
                    "from": low / BINS,
                    "confidence": statistics.fmean(confidence for confidence, _ in inside),
                    "right": statistics.fmean(right for _, right in inside),
                    "count": len(inside),
                }
            )
    return rows


def calibration_error(outcomes: Sequence[tuple[float, bool]]) -> float:
    """Return the expected calibration error (0-1) over ten equal bins; 0 without answers."""
    if not outcomes:
        return 0.0
    gaps = (row["count"] * abs(row["confidence"] - row["right"]) for row in reliability(outcomes))
    return sum(gaps) / len(outcomes)


def answer_of(toponym: Toponym) -> Answer:
    """Return a toponym as an answer to be scored."""
    place = toponym.place
    return Answer(
        start=toponym.start,
        end=toponym.end,
        point=place.coordinates if place is not None else None,
        confidence=toponym.confidence,
        radius_km=place.radius_km if place is not None else 0.0,
    )


def _overlap(answer: Answer, toponym: GoldToponym) -> int:
    return min(answer.end, toponym.end) - max(answer.start, toponym.start)


def _prf(name: str, right: int, predicted: int, gold: int) -> dict[str, float]:
    precision, recall = _share(right, predicted), _share(right, gold)
    total = precision + recall
    return {
        f"{name}_precision": precision,
        f"{name}_recall": recall,
        f"{name}_f1": 2 * precision * recall / total if total else 0.0,
    }


def _share(part: int, whole: int) -> float:
    return part / whole if whole else 0.0
