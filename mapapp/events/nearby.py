"""Which reports lie near one in type, place and day, found without a look at all pairs."""

import math
from collections.abc import Iterator, Sequence

from mapapp.events.reports import Report
from mapapp.model.place import Place

NEAR_KM = 5.0
NEAR_DAYS = 2

_CELL = NEAR_KM / 100
"""Degrees of latitude, and of longitude at the equator, that cover `NEAR_KM` and a little more."""


class Spots:
    """Reports met so far, by type, place and each of their days."""

    def __init__(self, reports: Sequence[Report]) -> None:
        """Take all reports that will be looked for; none is remembered yet."""
        self._near = _Neighbors(reports)
        self._at: dict[tuple[str, str], dict[int, list[int]]] = {}

    def near(self, report: Report) -> Iterator[int]:
        """Yield the numbers of the reports near one in type, place and day, each once."""
        seen: set[int] = set()
        first, last = report.days
        for name in self._looked_up(report):
            numbers = self._at.get((report.type, name))
            if numbers:
                for day in range(first - NEAR_DAYS, last + NEAR_DAYS + 1):
                    fresh = [number for number in numbers.get(day, ()) if number not in seen]
                    seen.update(fresh)
                    yield from fresh

    def _looked_up(self, report: Report) -> Iterator[str]:
        place = report.place
        if place:
            yield from self._near.of(place)
            if report.tells_toll:
                wide = place.radius_km > NEAR_KM
                yield f"{place.country} {'toll' if wide else 'wide toll'}"

    def add(self, report: Report, number: int) -> None:
        """Remember a report by its number."""
        first, last = report.days
        for name in self._kept_at(report):
            numbers = self._at.setdefault((report.type, name), {})
            for day in range(first, last + 1):
                numbers.setdefault(day, []).append(number)

    @staticmethod
    def _kept_at(report: Report) -> Iterator[str]:
        place = report.place
        if place:
            yield place.id
            if report.tells_toll:
                yield f"{place.country} toll"
                if place.radius_km > NEAR_KM:
                    yield f"{place.country} wide toll"


class _Neighbors:
    """Which places lie within `NEAR_KM` of one another: those of the cells around, by distance."""

    def __init__(self, reports: Sequence[Report]) -> None:
        self._cells: dict[tuple[int, int], dict[str, Place]] = {}
        self._known: dict[str, list[str]] = {}
        for report in reports:
            if report.place:
                lat, lon = report.place.coordinates.lat, report.place.coordinates.lon
                row = math.floor(lat / _CELL)
                self._cells.setdefault((row, _column(row, lon)), {})[report.place.id] = report.place

    def of(self, place: Place) -> list[str]:
        """Return the ids of the places near a place, its own among them."""
        if place.id not in self._known:
            self._known[place.id] = [
                other.id
                for other in self._around(place)
                if place.coordinates.distance_km(other.coordinates) <= NEAR_KM
            ]
        return self._known[place.id]

    def _around(self, place: Place) -> Iterator[Place]:
        middle = math.floor(place.coordinates.lat / _CELL)
        for row in (middle - 1, middle, middle + 1):
            column = _column(row, place.coordinates.lon)
            for at in (column - 1, column, column + 1):
                yield from self._cells.get((row, at), {}).values()


def _column(row: int, lon: float) -> int:
    return math.floor(lon * math.cos(math.radians(row * _CELL)) / _CELL)
