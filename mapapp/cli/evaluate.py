"""`mapapp evaluate`: how well the geoparser does on annotated texts."""

import argparse
import json
import time
from collections.abc import Iterator
from pathlib import Path

from mapapp.cli.command import Command
from mapapp.config import Config
from mapapp.errors import DataError
from mapapp.geoparse.parse import geoparse
from mapapp.geoparse.scoring import GoldToponym, Tally, answer_of, reliability
from mapapp.geoparse.weights import Weights, load_weights, weights_of
from mapapp.model.geometry import Coordinates
from mapapp.pipeline import Knowledge, load_knowledge
from mapapp.text.sentences import build_document

DESCRIPTION = """\
Score the geoparser against annotated texts: recognition, resolution, both together, calibration.

  mapapp evaluate gold.jsonl
  mapapp evaluate gold.jsonl --json

Each line of a gold file is {"doc_id", "text", "toponyms": [{"start", "end", "lat", "lon",
"adjectival"?, "coarse"?}]}: offsets are Python string offsets, lat and lon degrees WGS 84 or null.
Adjectives ("adjectival": true) are neither required nor wrong. "Below countries" leaves out
toponyms marked "coarse". A place is right within 161 km (100 miles), as published scorers have it.
"""

ALLOWED = 'a JSON object with "text" and "toponyms": [{"start", "end", "lat", "lon"}, ...]'

ROWS = (
    ("recognition, exact spans", "exact"),
    ("recognition, overlap", "overlap"),
    ("end to end (161 km)", "end_to_end"),
)


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Add the command's options."""
    parser.add_argument("gold", nargs="+", type=Path, metavar="GOLD.jsonl")
    parser.add_argument("--json", action="store_true", help="print one JSON object a file")
    parser.add_argument(
        "--second-opinion",
        metavar="NAME",
        help="let another program have a say in what is a place name: spacy_small (default: none)",
    )
    parser.add_argument("--weights", type=Path, help="use these weights instead of the bundled")


def run(options: argparse.Namespace, config: Config) -> int:
    """Evaluate every file and print its figures."""
    knowledge = load_knowledge(
        config.bundled,
        config.gazetteer_files,
        config.cache_folder,
        opinion=config.second_opinion,
    )
    weights = load_weights()
    if options.weights:
        weights = weights_of(options.weights.read_text(encoding="utf-8"))
    for path in options.gold:
        report = evaluate(path, knowledge, weights)
        if options.json:
            print(json.dumps(report, ensure_ascii=False))
        else:
            print("\n".join(_lines(report)))
    return 0


def evaluate(path: Path, knowledge: Knowledge, weights: Weights) -> dict[str, object]:
    """Return the figures of one gold file.

    Raises:
        DataError: The file is missing or a line breaks the format.
    """
    everything, below = Tally(), Tally()
    words, seconds, documents = 0, 0.0, 0
    for text, gold in read_gold(path):
        begun = time.process_time()
        toponyms = geoparse(
            build_document(text), knowledge.gazetteer, weights=weights, opinion=knowledge.opinion
        )
        seconds += time.process_time() - begun
        answers = [answer_of(toponym) for toponym in toponyms]
        everything.add(gold, answers)
        below.add([_skipped(toponym) if toponym.coarse else toponym for toponym in gold], answers)
        words += len(text.split())
        documents += 1
    return {
        "file": path.name,
        "documents": documents,
        "words": words,
        "words_per_second": round(words / seconds) if seconds else 0,
        "all": everything.metrics(),
        "below_countries": below.metrics(),
        "reliability": reliability(everything.outcomes),
    }


def read_gold(path: Path) -> Iterator[tuple[str, list[GoldToponym]]]:
    """Yield the text and the annotations of each line.

    Raises:
        DataError: The file is missing or a line breaks the format.
    """
    try:
        lines = path.read_text(encoding="utf-8").splitlines()
    except (OSError, UnicodeError) as error:
        message = f"Gold file {path} cannot be read ({error}). Name a JSON-lines file in UTF-8."
        raise DataError(message) from error
    for number, line in enumerate(lines, 1):
        if line.strip():
            try:
                record = json.loads(line)
                yield record["text"], [_gold(toponym) for toponym in record["toponyms"]]
            except (ValueError, KeyError, TypeError) as error:
                message = f"{path}, line {number}: {error!r}; allowed is {ALLOWED}."
                raise DataError(message) from error


def _gold(record: dict[str, object]) -> GoldToponym:
    lat, lon = record.get("lat"), record.get("lon")
    point = None
    if lat is not None and lon is not None:
        point = Coordinates(lat=float(str(lat)), lon=float(str(lon)))
    return GoldToponym(
        start=int(str(record["start"])),
        end=int(str(record["end"])),
        point=point,
        ignored=bool(record.get("adjectival")) or record.get("required") is False,
        coarse=bool(record.get("coarse")),
    )


def _skipped(toponym: GoldToponym) -> GoldToponym:
    return GoldToponym(start=toponym.start, end=toponym.end, point=toponym.point, ignored=True)


def _lines(report: dict[str, object]) -> Iterator[str]:
    yield (
        f"{report['file']}: {report['documents']} documents, {report['words']} words, "
        f"{report['words_per_second']:,} words per second of processor time"
    )
    for title, key in (("all places", "all"), ("below countries", "below_countries")):
        figures = report[key]
        if not isinstance(figures, dict):
            continue
        yield f"  {title} ({figures['gold']} in gold, {figures['predicted']} found)"
        for label, name in ROWS:
            parts = (figures[f"{name}_{part}"] for part in ("precision", "recall", "f1"))
            precision, recall, f1 = (f"{100 * part:5.1f}" for part in parts)
            yield f"    {label:26s} P {precision}  R {recall}  F1 {f1}"
        yield (
            f"    {'placed':26s} acc@25 {100 * figures['acc25']:5.1f}  "
            f"acc@161 {100 * figures['acc161']:5.1f}  mean {figures['mean_km']:.0f} km  "
            f"median {figures['median_km']:.1f} km"
        )
        yield f"    {'calibration error':26s} {figures['calibration_error']:.3f}"


COMMAND = Command(
    name="evaluate",
    help="score the geoparser against annotated texts",
    description=DESCRIPTION,
    add_arguments=add_arguments,
    run=run,
)
