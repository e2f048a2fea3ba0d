"""Rebuild the bundled highways: ``python -m tools.highways [FOLDER]``."""

import argparse
import csv
import logging
import tomllib
from collections.abc import Sequence
from itertools import pairwise
from pathlib import Path
from typing import Any

from mapapp.highways.segments import build_segments
from mapapp.highways.write import highway_text
from mapapp.model.geometry import Coordinates
from mapapp.model.highway import Highway, Waypoint

logger = logging.getLogger(__name__)
HERE = Path(__file__).parent
DEFAULT_FOLDER = HERE.parents[1] / "data" / "highways"

LARGEST_ERROR_KM = 5.0
LONGEST_GAP_KM = 50.0
"""Past either, a straight line between waypoints would claim a course that nobody checked."""

SOURCE = (
    "waypoints by hand between towns of GeoNames (CC BY 4.0) and border crossings of the "
    "Humanitarian Information Unit (public domain); own estimates marked E"
)


def main() -> None:
    """Write one file a road that is dense enough; log the roads that are not."""
    parser = argparse.ArgumentParser(prog="python -m tools.highways", description=__doc__)
    parser.add_argument("folder", nargs="?", type=Path, default=DEFAULT_FOLDER)
    folder: Path = parser.parse_args().folder
    logging.basicConfig(level=logging.INFO, format="%(message)s")
    folder.mkdir(parents=True, exist_ok=True)
    waypoints = read_waypoints(HERE / "waypoints.csv")
    for facts in described_highways():
        highway = build_highway(facts, waypoints[facts["waypoints"]])
        reason = too_sparse(highway.waypoints)
        if reason:
            logger.info("%-10s left out: %s", highway.id, reason)
            continue
        text = highway_text(highway)
        (folder / f"{facts['file']}.csv").write_text(text, encoding="utf-8", newline="\n")
        km = sum(segment.length_km for segment in highway.segments)
        logger.info("%-10s %3d segments, %6.1f km", highway.id, len(highway.segments), km)


def described_highways() -> list[dict[str, Any]]:
    """Return the entries of highways.toml."""
    text = (HERE / "highways.toml").read_text(encoding="utf-8")
    highways: list[dict[str, Any]] = tomllib.loads(text)["highway"]
    return highways


def read_waypoints(path: Path) -> dict[str, list[Waypoint]]:
    """Return the waypoints of each road, in order."""
    roads: dict[str, list[Waypoint]] = {}
    with path.open(encoding="utf-8", newline="") as stream:
        for row in csv.DictReader(stream):
            waypoint = Waypoint(
                coordinates=Coordinates(lat=float(row["lat"]), lon=float(row["lon"])),
                name=row["name"],
                basis=row["basis"],
                error_km=float(row["error_km"]),
            )
            roads.setdefault(row["highway"], []).append(waypoint)
    return roads


def build_highway(facts: dict[str, Any], waypoints: Sequence[Waypoint]) -> Highway:
    """Return the road that an entry of highways.toml describes."""
    index = {waypoint.name: number for number, waypoint in enumerate(waypoints)}
    cuts = sorted((index[name], place) for name, place in facts["cuts"].items())
    return Highway(
        id=facts["id"],
        shield=facts["shield"],
        name=facts["name"],
        aliases=tuple(facts["aliases"]),
        country=facts["country"],
        waypoints=tuple(waypoints),
        segments=build_segments(facts["id"], waypoints, cuts),
        source=SOURCE,
    )


def too_sparse(waypoints: Sequence[Waypoint]) -> str:
    """Return why a road's waypoints do not carry a line; empty when they do."""
    error = max(waypoint.error_km for waypoint in waypoints)
    gap = max(a.coordinates.distance_km(b.coordinates) for a, b in pairwise(waypoints))
    if error > LARGEST_ERROR_KM or gap > LONGEST_GAP_KM:
        return (
            f"errors up to {error:g} km (allowed {LARGEST_ERROR_KM:g}), "
            f"gaps up to {gap:.0f} km (allowed {LONGEST_GAP_KM:g})"
        )
    return ""


if __name__ == "__main__":
    main()
