"""HXL: one row an event with all its sources under a row of hashtags, for humanitarian exchange."""

import csv
from typing import TextIO

from mapapp.exports import Export, machine_coded
from mapapp.view.coding import factual_events, lowest, parts
from mapapp.view.extract import EventRecord, Extract, LinkedRecord
from mapapp.view.spreadsheet import harmless

TAGS = {
    "year": "#date+year",
    "side_a": "#group+name+first",
    "side_b": "#group+name+second",
    "source": "#meta+source",
    "headline": "#description",
    "place": "#loc+name",
    "admin1": "#adm1+name",
    "admin1_code": "#adm1+code",
    "admin2": "#adm2+name",
    "latitude": "#geo+lat",
    "longitude": "#geo+lon",
    "country": "#country+name",
    "country_code": "#country+code",
    "date_start": "#date+start",
    "date_end": "#date+end",
    "killed": "#affected+killed",
    "injured": "#affected+injured",
    "displaced": "#affected+displaced",
}
"""Column heads and their hashtags, in order."""


def write(extract: Extract, out: TextIO) -> None:
    """Write heads, hashtags and one row an event."""
    rows = csv.writer(out, lineterminator="\r\n")
    rows.writerow(TAGS.keys())
    rows.writerow(TAGS.values())
    for record, linked in factual_events(extract):
        cells = _cells(record, linked)
        if record.places:
            cells["country"] = extract.country(record.places[0])
        rows.writerow([harmless(cells.get(column, "")) for column in TAGS])


def _cells(record: EventRecord, linked: LinkedRecord) -> dict[str, object]:
    first, second = parts(record)
    when = record.event.when
    cells: dict[str, object] = {
        "year": when.start.year if when.start else "",
        "side_a": "; ".join(actor.name for actor in first),
        "side_b": "; ".join(actor.name for actor in second),
        "source": "; ".join(linked.sources),
        "headline": record.article.title,
        "date_start": when.start or "",
        "date_end": when.end or when.start or "",
    }
    for kind in ("killed", "injured", "displaced"):
        number = lowest(linked, kind)
        cells[kind] = "" if number is None else number
    if record.places:
        place = record.places[0]
        cells |= {
            "place": place.name,
            "admin1": place.admin1,
            "admin2": place.admin2,
            "latitude": f"{place.coordinates.lat:.5f}",
            "longitude": f"{place.coordinates.lon:.5f}",
            "country_code": place.country,
        }
    return cells


EXPORT = Export(
    name="hxl",
    label="HXL (CSV)",
    suffix=".hxl.csv",
    media_type="text/csv",
    note=machine_coded("HXL"),
    write=write,
)
