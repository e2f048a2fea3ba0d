"""Rebuild the list of towns that the map labels: ``python -m tools.towns [FILE]``.

Source: the bundled gazetteer (GeoNames, CC BY 4.0). One row a town: name, latitude, longitude and
the zoom level from which the name is shown, most populous first.
"""

import argparse
import csv
import json
import logging
from pathlib import Path

logger = logging.getLogger(__name__)
DATA = Path(__file__).parents[1] / "data"

SMALLEST_TOWN = 60_000
"""Inhabitants; about 10,000 towns, 400 kB, loaded once by a browser."""

FIRST_ZOOM = ((3_000_000, 4), (1_000_000, 5), (400_000, 6), (150_000, 7), (0, 8))
CAPITAL_ZOOM = 4


def towns(gazetteer: Path) -> list[list[str | float | int]]:
    """Return the rows of the list."""
    with gazetteer.open(encoding="utf-8", newline="") as lines:
        rows = [row for row in csv.DictReader(lines) if row["feature_class"] == "P"]
    chosen = []
    for row in rows:
        people = int(row["population"] or 0)
        capital = row["feature_code"] == "PPLC"
        if people >= SMALLEST_TOWN or capital:
            zoom = next(zoom for least, zoom in FIRST_ZOOM if people >= least)
            zoom = min(zoom, CAPITAL_ZOOM) if capital else zoom
            place = [row["name"], round(float(row["lat"]), 3), round(float(row["lon"]), 3), zoom]
            chosen.append((-people, row["id"], place))
    return [place for _, _, place in sorted(chosen, key=lambda entry: entry[:2])]


def main() -> None:
    """Write the file and log its size."""
    parser = argparse.ArgumentParser(prog="python -m tools.towns", description=__doc__)
    parser.add_argument("file", nargs="?", type=Path, default=DATA / "basemap" / "towns.json")
    path: Path = parser.parse_args().file
    logging.basicConfig(level=logging.INFO, format="%(message)s")
    lines = [
        json.dumps(row, ensure_ascii=False, separators=(",", ":"))
        for row in towns(DATA / "gazetteer.csv")
    ]
    path.write_text("[\n" + ",\n".join(lines) + "\n]\n", encoding="utf-8", newline="\n")
    logger.info("%s %d towns, %d bytes", path.name, len(lines), path.stat().st_size)


if __name__ == "__main__":
    main()
