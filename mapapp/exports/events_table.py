"""CSV of events: one row a report, with the event that it tells and where its reports differ."""

import csv
from typing import TextIO

from mapapp.events.reports import TOLLS
from mapapp.exports import Export
from mapapp.view.extract import EventRecord, Extract, LinkedRecord
from mapapp.view.spreadsheet import harmless

COLUMNS = (
    "event_id", "reports", "sources", "differences",
    *(f"event_{kind}_{end}" for kind in TOLLS[:2] for end in ("low", "high")),
    "report_id", "article_id", "title", "source", "url", "published", "start", "end", "text",
    "type", "sub_type", "status", "claimant", "attitude", "first_day", "last_day", "precision",
    "place_id", "place", "latitude", "longitude", "radius_km", "country", "admin1", "actors",
    "highways", *(f"{kind}_{end}" for kind in TOLLS for end in ("low", "high")),
)  # fmt: skip


def write(extract: Extract, out: TextIO) -> None:
    """Write a header, then the reports of each event below one another, newest event first.

    A highest number stays empty where the words set no upper bound.
    """
    rows = csv.writer(out, lineterminator="\r\n")
    rows.writerow(COLUMNS)
    for linked in extract.linked_events():
        shared = _event(linked)
        for record in linked.reports:
            cells = shared | _report(record) | _where(record)
            rows.writerow([harmless(cells.get(column, "")) for column in COLUMNS])


def _event(linked: LinkedRecord) -> dict[str, object]:
    cells: dict[str, object] = {
        "event_id": linked.id,
        "reports": len(linked.reports),
        "sources": len(linked.sources),
        "differences": ";".join(linked.comparison.differences),
    }
    for kind, (low, high) in linked.comparison.tolls.items():
        cells |= {f"event_{kind}_low": low, f"event_{kind}_high": "" if high is None else high}
    return cells


def _report(record: EventRecord) -> dict[str, object]:
    event, article = record.event, record.article
    cells: dict[str, object] = {
        "report_id": record.id,
        "article_id": article.id,
        "title": article.title,
        "source": article.source,
        "url": article.url,
        "published": article.published or "",
        "start": event.start,
        "end": event.end,
        "text": record.evidence,
        "type": event.type,
        "sub_type": event.sub_type,
        "status": event.status.value,
        "claimant": event.claimant,
        "attitude": event.attitude,
        "first_day": event.when.start or "",
        "last_day": event.when.end or "",
        "precision": event.when.precision,
        "actors": ";".join(f"{actor.name} ({role})" for actor, role in record.actors),
        "highways": ";".join(event.highway_ids),
    }
    for kind in TOLLS:
        count = getattr(event, kind)
        if count is not None:
            high = "" if count.high is None else count.high
            cells |= {f"{kind}_low": count.low, f"{kind}_high": high}
    return cells


def _where(record: EventRecord) -> dict[str, object]:
    if not record.places:
        return {}
    place = record.places[0]
    return {
        "place_id": place.id,
        "place": place.name,
        "latitude": f"{place.coordinates.lat:.5f}",
        "longitude": f"{place.coordinates.lon:.5f}",
        "radius_km": f"{place.radius_km:g}",
        "country": place.country,
        "admin1": place.admin1,
    }


EXPORT = Export(
    name="events",
    label="CSV, one row a report of an event",
    suffix=".events.csv",
    media_type="text/csv",
    write=write,
)
