"""Rebuild the base map: ``python -m tools.basemap [FOLDER]``."""

import argparse
import json
import logging
from pathlib import Path

from tools.basemap.layers import LAYERS, Feature

logger = logging.getLogger(__name__)
DEFAULT_FOLDER = Path(__file__).parents[2] / "data" / "basemap"


def write_layer(path: Path, features: list[Feature]) -> None:
    """Write one GeoJSON file, one feature a line, so that a difference can be read."""
    lines = [json.dumps(item, ensure_ascii=False, separators=(",", ":")) for item in features]
    text = '{"type":"FeatureCollection","features":[\n' + ",\n".join(lines) + "\n]}\n"
    path.write_text(text, encoding="utf-8", newline="\n")


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


if __name__ == "__main__":
    main()
