"""What linking compares of an event as one article tells it, and reports beside each other."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field

from mapapp.model.event import Status
from mapapp.model.place import Place

TOLLS = ("killed", "injured", "displaced", "captured", "missing")

Key = tuple[str, int]
"""An article's id and the number of the event in it."""

Toll = tuple[int, int | None]
"""Lowest and highest number; a highest of None is open."""

PROBATIVE = ("killed", "injured")
"""Kinds of toll that tell one event from another."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Report:
    """What linking compares of an event as one article tells it.

    Attributes:
        key: Names it.
        type: Event type.
        sub_type: Event sub-type.
        status: How far it can be taken for a fact.
        first_day: First day of the event, else of publication, as an ordinal; None if unknown.
        last_day: Last day, likewise.
        dated: Whether the text tells the day.
        place: Where, most exact; None when not said.
        acting: Sides that act.
        suffering: Sides that are attacked.
        tolls: Numbers by kind, of `TOLLS`.
    """

    key: Key
    type: str
    sub_type: str
    status: Status = Status.REPORTED
    first_day: int | None = None
    last_day: int | None = None
    dated: bool = False
    place: Place | None = None
    acting: frozenset[str] = frozenset()
    suffering: frozenset[str] = frozenset()
    tolls: Mapping[str, Toll] = field(default_factory=dict)

    @property
    def days(self) -> tuple[int, int]:
        """First and last day.

        Raises:
            ValueError: The report has none.
        """
        if self.first_day is None or self.last_day is None:
            raise ValueError("A report without a day cannot be linked.")
        return self.first_day, self.last_day

    @property
    def tells_toll(self) -> bool:
        """Whether it tells deaths or injuries, which tell one event from another."""
        return any(kind in self.tolls for kind in PROBATIVE)


@dataclass(frozen=True, kw_only=True, slots=True)
class Comparison:
    """Reports of one event beside each other.

    Attributes:
        tolls: Lowest and highest figure over the reports, by kind.
        differences: What they do not agree on: kinds of toll, sub_type, day, place, side, and
            denied where one report denies what another one tells.
    """

    tolls: Mapping[str, Toll]
    differences: tuple[str, ...]


def compare(reports: Sequence[Report]) -> Comparison:
    """Return the ranges of reports of one event, and what they do not agree on."""
    tolls = {kind: range_of(told) for kind in TOLLS if (told := _told(reports, kind))}
    differences = [kind for kind in tolls if len(set(_told(reports, kind))) > 1]
    facets: dict[str, Collection[object]] = {
        "sub_type": {report.sub_type for report in reports},
        "day": {(report.first_day, report.last_day) for report in reports if report.dated},
        "place": {report.place.id for report in reports if report.place},
        "side": {sides for report in reports if (sides := report.acting)},
        "denied": {report.status is Status.DENIED for report in reports},
    }
    differences += [name for name, values in facets.items() if len(values) > 1]
    return Comparison(tolls=tolls, differences=tuple(differences))


def _told(reports: Sequence[Report], kind: str) -> list[Toll]:
    return [report.tolls[kind] for report in reports if kind in report.tolls]


def range_of(tolls: Sequence[Toll]) -> Toll:
    """Return the lowest and the highest of some numbers; open where one of them is."""
    highs = [high for _, high in tolls]
    high = None if None in highs else max(high for high in highs if high is not None)
    return min(low for low, _ in tolls), high
