"""`python -m tools.gazetteer`: rebuild `data/gazetteer.csv`; the same bytes every time."""

import argparse
import json
import logging
from collections import Counter
from pathlib import Path

from tools.gazetteer import packages
from tools.gazetteer.build import build
from tools.gazetteer.row import write_csv

ROOT = Path(__file__).resolve().parents[2]

logger = logging.getLogger(__name__)


def main() -> None:
    """Parse the command line, build, write, and report the rows by class."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--output", type=Path, default=ROOT / "data" / "gazetteer.csv")
    parser.add_argument(
        "--cache",
        type=Path,
        default=ROOT / "build" / "npm",
        help="folder where npm tarballs are kept between runs",
    )
    arguments = parser.parse_args()
    logging.basicConfig(level=logging.INFO, format="%(message)s")
    rows = build(arguments.cache)
    write_csv(rows, arguments.output)
    counts = Counter(f"{row.feature_class}/{row.feature_code}" for row in rows)
    logger.info("%s: %d rows", arguments.output, len(rows))
    logger.info("%s", json.dumps(dict(counts.most_common())))


if __name__ == "__main__":
    try:
        main()
    except packages.PackageDataError as error:
        raise SystemExit(str(error)) from error
