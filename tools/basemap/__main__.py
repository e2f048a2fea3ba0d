"""Rebuild the base map and the outlines: ``python -m tools.basemap [FOLDER]``."""

import argparse
import json
import logging
from collections import defaultdict
from functools import partial
from pathlib import Path

from tools.basemap.countries import FIRST_LEVEL_COUNTRIES
from tools.basemap.disputed import Disputed
from tools.basemap.layers import LAYERS, Feature, disputed_lines, unit_features
from tools.basemap.outlines import Json, outlines
from tools.basemap.units import Ground, match_countries, match_finer, match_units, read_ground

logger = logging.getLogger(__name__)
DATA = Path(__file__).parents[2] / "data"
DEFAULT_FOLDER = DATA / "basemap"
OUTLINES = "outlines.json"


def write_layer(path: Path, features: list[Feature]) -> None:
    """Write one GeoJSON file, one feature a line, so that a difference can be read."""
    lines = [json.dumps(item, ensure_ascii=False, separators=(",", ":")) for item in features]
    text = '{"type":"FeatureCollection","features":[\n' + ",\n".join(lines) + "\n]}\n"
    path.write_text(text, encoding="utf-8", newline="\n")


def write_outlines(path: Path, gazetteer: Path) -> None:
    """Write the outlines of units and countries; log how many of the units have one."""
    features, ground = unit_features(), read_ground(gazetteer)
    owned = match_countries(features, ground) | match_finer(features, ground)
    found = outlines(features, owned | match_units(features, ground), Disputed(disputed_lines()))
    entries = [_member(key, found[key]) for key in ("arcs", "disputed", "outlines")]
    path.write_text("{" + ",\n".join(entries) + "}\n", encoding="utf-8", newline="\n")
    _log_matches(ground, found)


def _member(key: str, value: Json | list[object]) -> str:
    """Return one entry, one line for each thing in it, so that a difference can be read."""
    dense = partial(json.dumps, separators=(",", ":"))
    if isinstance(value, dict):
        lines = [f"{dense(name)}:{dense(rings)}" for name, rings in value.items()]
        return f"{dense(key)}:{{\n" + ",\n".join(lines) + "\n}"
    return f"{dense(key)}:[\n" + ",\n".join(dense(item) for item in value) + "\n]"


def _log_matches(ground: Ground, found: Json) -> None:
    units: dict[str, list[bool]] = defaultdict(list)
    for unit in ground.units:
        units[unit.country].append(unit.id in found["outlines"])
    for country in sorted(FIRST_LEVEL_COUNTRIES):
        logger.info("%s: %d of %d units", country, sum(units[country]), len(units[country]))
    every = [known for flags in units.values() for known in flags]
    logger.info("all: %d of %d units", sum(every), len(every))


def main() -> None:
    """Build every layer and log its size."""
    parser = argparse.ArgumentParser(prog="python -m tools.basemap", description=__doc__)
    parser.add_argument("folder", nargs="?", type=Path, default=DEFAULT_FOLDER)
    folder: Path = parser.parse_args().folder
    logging.basicConfig(level=logging.INFO, format="%(message)s")
    folder.mkdir(parents=True, exist_ok=True)
    for name, build in LAYERS.items():
        path = folder / f"{name}.geojson"
        write_layer(path, build())
        logger.info("%-8s %7d bytes", name, path.stat().st_size)
    write_outlines(folder / OUTLINES, DATA / "gazetteer.csv")
    logger.info("%-8s %7d bytes", "outlines", (folder / OUTLINES).stat().st_size)


if __name__ == "__main__":
    main()
