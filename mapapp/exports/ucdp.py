"""UCDP GED's 49-column layout: one row an event with at least one death and all its sources.

Coded by machine. Codebook: UCDP Georeferenced Event Dataset. Best is the lowest number told; high
stays empty where the words set no upper bound. PRIO-GRID cells are half a degree, counted from the
south-west.
"""

import csv
import math
from typing import TextIO

from mapapp.exports import Export, machine_coded
from mapapp.model.actor import Actor
from mapapp.model.place import Place
from mapapp.view.coding import (
    MONTH,
    WEEK,
    days_between,
    factual_events,
    is_civilian,
    lowest,
    parts,
)
from mapapp.view.drawing import Extent, extent_of
from mapapp.view.extract import EventRecord, Extract, LinkedRecord
from mapapp.view.spreadsheet import harmless

COLUMNS = (
    "id", "relid", "year", "active_year", "code_status", "type_of_violence", "conflict_dset_id",
    "conflict_new_id", "conflict_name", "dyad_dset_id", "dyad_new_id", "dyad_name",
    "side_a_dset_id", "side_a_new_id", "side_a", "side_b_dset_id", "side_b_new_id", "side_b",
    "number_of_sources", "source_article", "source_office", "source_date", "source_headline",
    "source_original", "where_prec", "where_coordinates", "where_description", "adm_1", "adm_2",
    "latitude", "longitude", "geom_wkt", "priogrid_gid", "country", "country_id", "region",
    "event_clarity", "date_prec", "date_start", "date_end", "deaths_a", "deaths_b",
    "deaths_civilians", "deaths_unknown", "best", "high", "low", "gwnoa", "gwnob",
)  # fmt: skip

STATE_BASED, NON_STATE, ONE_SIDED = 1, 2, 3
GRID_COLUMNS = 720
CELLS_PER_DEGREE = 2

_CIVILIAN_WORDS = ("civilian", "child", "women", "people", "resident", "worker", "journalist")


def write(extract: Extract, out: TextIO) -> None:
    """Write a header and one row an event with deaths and a place."""
    rows = csv.writer(out, lineterminator="\r\n")
    rows.writerow(COLUMNS)
    for record, linked in factual_events(extract):
        if lowest(linked, "killed") and record.places:
            place = record.places[0]
            cells = _cells(record, linked, place) | {"country": extract.country(place)}
            rows.writerow([harmless(cells.get(column, "")) for column in COLUMNS])


def _cells(record: EventRecord, linked: LinkedRecord, place: Place) -> dict[str, object]:
    first, second = parts(record)
    when = record.event.when
    lat, lon = place.coordinates.lat, place.coordinates.lon
    sides = (_side(first), _side(second))
    articles = [report.article for report in linked.reports]
    return {
        "id": linked.id,
        "year": when.start.year if when.start else "",
        "code_status": machine_coded("UCDP GED"),
        "type_of_violence": violence_type(first, second),
        "dyad_name": " - ".join(side for side in sides if side),
        "side_a": sides[0],
        "side_b": sides[1],
        "number_of_sources": len(linked.sources),
        "source_article": "; ".join(dict.fromkeys(one.url or one.origin for one in articles)),
        "source_office": "; ".join(linked.sources),
        "source_date": record.article.published or "",
        "source_headline": "; ".join(dict.fromkeys(one.title for one in articles)),
        "source_original": record.event.claimant,
        "where_prec": where_precision(place),
        "where_coordinates": place.name,
        "where_description": " ".join(record.evidence.split()),
        "adm_1": place.admin1,
        "adm_2": place.admin2,
        "latitude": f"{lat:.5f}",
        "longitude": f"{lon:.5f}",
        "geom_wkt": f"POINT ({lon:.5f} {lat:.5f})",
        "priogrid_gid": priogrid_cell(lat, lon),
        "event_clarity": 1 if when.precision == "day" else 2,
        "date_prec": date_precision(record),
        "date_start": when.start or "",
        "date_end": when.end or when.start or "",
        **_deaths(linked),
    }


def _side(actors: list[Actor]) -> str:
    return ", ".join(actor.name for actor in actors)


def _deaths(linked: LinkedRecord) -> dict[str, object]:
    low, high = linked.comparison.tolls["killed"]
    told = [report.event.killed for report in linked.reports if report.event.killed]
    who = " ".join(count.who.lower() for count in told)
    civilians = any(word in who for word in _CIVILIAN_WORDS)
    return {
        "deaths_a": 0,
        "deaths_b": 0,
        "deaths_civilians": low if civilians else 0,
        "deaths_unknown": 0 if civilians else low,
        "best": low,
        "high": "" if high is None else high,
        "low": low,
    }


def violence_type(first: list[Actor], second: list[Actor]) -> int:
    """Return 1 where a state takes part, 3 against civilians, 2 between other groups."""
    if second and all(is_civilian(actor) for actor in second):
        return ONE_SIDED
    if any(actor.kind in {"state", "foreign"} for actor in (*first, *second)):
        return STATE_BASED
    return NON_STATE


def where_precision(place: Place) -> int:
    """Return 1 exact, 2 around it, 3 second-level, 4 first-level, 5 vague, 6 country, 7 sea."""
    by_code = {"ADM2": 3, "ADM3": 3, "ADM1": 4, "PCLI": 6, "PCLD": 6}
    if place.feature_class == "H" and place.feature_code in {"SEA", "OCN", "GULF"}:
        return 7
    if not place.parent_id and place.feature_code in by_code:
        return by_code[place.feature_code]
    return {Extent.DOT: 1, Extent.RING: 2, Extent.AREA: 5, Extent.WIDE: 6}[extent_of(place)]


def date_precision(record: EventRecord) -> int | str:
    """Return 1 for a day, 2 for two to six, 3 for a week, 4 for a month, 5 for a year."""
    days = days_between(record.event.when)
    if days is None:
        return ""
    for most, code in ((1, 1), (WEEK - 1, 2), (WEEK, 3), (MONTH, 4)):
        if days <= most:
            return code
    return 5


def priogrid_cell(lat: float, lon: float) -> int:
    """Return the number of the PRIO-GRID cell of a point in degrees."""
    row = math.floor((lat + 90) * CELLS_PER_DEGREE)
    column = math.floor((lon + 180) * CELLS_PER_DEGREE)
    return row * GRID_COLUMNS + column + 1


EXPORT = Export(
    name="ucdp",
    label="UCDP GED layout (CSV)",
    suffix=".ucdp.csv",
    media_type="text/csv",
    note=machine_coded("UCDP GED"),
    write=write,
)
