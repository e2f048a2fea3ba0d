"""ACLED's 31-column layout: one row an event with all its sources, coded by machine.

Codebook: ACLED, 2023. Reports of several articles that are linked as one event make one row: the
fullest report gives it, the notes hold the words of all. Country level is not recorded there;
threats, plans and displacement are no events of it. Fatalities are the lowest number reported, 0
where none is stated.
"""

import csv
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
    is_country,
    lowest,
    parts,
)
from mapapp.view.drawing import Extent, extent_of
from mapapp.view.extract import EventRecord, Extract, LinkedRecord
from mapapp.view.spreadsheet import harmless

COLUMNS = (
    "event_id_cnty", "event_date", "year", "time_precision", "disorder_type", "event_type",
    "sub_event_type", "actor1", "assoc_actor_1", "inter1", "actor2", "assoc_actor_2", "inter2",
    "interaction", "civilian_targeting", "iso", "region", "country", "admin1", "admin2", "admin3",
    "location", "latitude", "longitude", "geo_precision", "source", "source_scale", "notes",
    "fatalities", "tags", "timestamp",
)  # fmt: skip

DISORDER = {
    "Battles": "Political violence",
    "Explosions/Remote violence": "Political violence",
    "Violence against civilians": "Political violence",
    "Protests": "Demonstrations",
    "Riots": "Demonstrations",
    "Strategic developments": "Strategic developments",
}
OTHERS = {"Troop movement": "Strategic developments", "Diplomacy": "Strategic developments"}
"""Our types that ACLED codes under another name."""

INTER = {
    "state": "State forces",
    "rebel": "Rebel group",
    "jihadist": "Rebel group",
    "party": "Political militia",
    "militia": "Political militia",
    "civilian": "Civilians",
}


def write(extract: Extract, out: TextIO) -> None:
    """Write a header and one row an event that ACLED would record."""
    rows = csv.writer(out, lineterminator="\r\n")
    rows.writerow(COLUMNS)
    for record, linked in factual_events(extract):
        kind = OTHERS.get(record.event.type, record.event.type)
        place = next((place for place in record.places if not is_country(place)), None)
        if kind in DISORDER and place is not None:
            cells = _row(record, linked, kind, place, extract.country(place))
            rows.writerow([harmless(cell) for cell in cells])


def _row(
    record: EventRecord, linked: LinkedRecord, kind: str, place: Place, country: str
) -> list[object]:
    first, second = parts(record)
    when = record.event.when
    targeted = kind == "Violence against civilians" or any(is_civilian(actor) for actor in second)
    inter1, inter2 = _inter(first, place), _inter(second, place)
    return [
        f"{place.country}-{linked.id}",
        when.start.isoformat() if when.start else "",
        when.start.year if when.start else "",
        _time_precision(record),
        DISORDER[kind],
        kind,
        record.event.sub_type,
        *_names(first),
        inter1,
        *_names(second),
        inter2,
        "-".join(part for part in (inter1, inter2) if part),
        "Civilian targeting" if targeted else "",
        "",
        "",
        country,
        place.admin1,
        place.admin2,
        "",
        place.name,
        f"{place.coordinates.lat:.4f}",
        f"{place.coordinates.lon:.4f}",
        geo_precision(place),
        ";".join(linked.sources),
        "",
        _notes(record, linked),
        lowest(linked, "killed") or 0,
        _tags(record, linked),
        "",
    ]


def _names(actors: list[Actor]) -> tuple[str, str]:
    names = [actor.name for actor in actors]
    return (names[0], "; ".join(names[1:])) if names else ("", "")


def _inter(actors: list[Actor], place: Place) -> str:
    if not actors:
        return ""
    actor = actors[0]
    abroad = actor.home_country and place.country and actor.home_country != place.country
    if actor.kind in {"state", "foreign"} and (abroad or actor.kind == "foreign"):
        return "External/Other forces"
    return INTER.get(actor.kind, "External/Other forces")


def geo_precision(place: Place) -> int:
    """Return 1 for a named town, 2 for near a town or a small area, 3 for a larger region."""
    extent = extent_of(place)
    if extent is Extent.DOT:
        return 1
    return 2 if extent is Extent.RING or place.feature_code in {"ADM2", "ADM3"} else 3


def _time_precision(record: EventRecord) -> int | str:
    days = days_between(record.event.when)
    if days is None:
        return ""
    if record.event.when.precision == "day" and days == 1:
        return 1
    return 2 if days <= WEEK else 3 if days <= MONTH else ""


def _notes(record: EventRecord, linked: LinkedRecord) -> str:
    others = [other for other in linked.reports if other.id != record.id]
    return f"[{NOTE}] " + " // ".join(_said(one) for one in (record, *others))


def _said(record: EventRecord) -> str:
    return f"[{record.event.status.value}] " + " ".join(record.evidence.split())


def _tags(record: EventRecord, linked: LinkedRecord) -> str:
    event = record.event
    tags = [f"claimed by {event.claimant}"] if event.claimant else []
    tags += [f"highway {highway_id}" for highway_id in event.highway_ids]
    if len(linked.reports) > 1:
        tags.append(f"{len(linked.reports)} reports linked")
    return ";".join(tags + [f"reports differ: {what}" for what in linked.comparison.differences])


NOTE = machine_coded("ACLED")

EXPORT = Export(
    name="acled",
    label="ACLED layout (CSV)",
    suffix=".acled.csv",
    media_type="text/csv",
    note=NOTE,
    write=write,
)
