"""Speed of the gazetteer: python benchmarks/gazetteer.py [--files CSV ...] [--rows 5000000]."""

import argparse
import random
import resource
import sqlite3
import statistics
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from mapapp.gazetteer.compile import compile_index  # noqa: E402
from mapapp.gazetteer.gazetteer import Gazetteer, open_gazetteer  # noqa: E402
from mapapp.gazetteer.schema import index_path  # noqa: E402

SAMPLE = 20_000
SLOW_SAMPLE = 600
SYLLABLES = [
    consonant + vowel
    for consonant in "b d f g h j k l m n q r s sh t w y z kh gh".split()
    for vowel in "a i u aa ou ei".split()
]
FIRST_WORDS = ("Tall", "Kafr", "Khirbat", "Umm", "Al", "Jabal", "Wadi", "Ayn")


def main() -> None:
    """Measure and print one table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--files", nargs="+", type=Path, default=[ROOT / "data" / "gazetteer.csv"])
    parser.add_argument("--rows", type=int, default=0, help="rows of a synthetic dump to import")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="mapapp-bench-") as folder:
        rows = list(_bundled(options.files, Path(folder) / "cache"))
        if options.rows:
            rows += _import(options.rows, Path(folder))
    for label, figure in rows:
        print(f"| {label:58} | {figure:>16} |")


def _bundled(files: Sequence[Path], cache: Path) -> Iterator[tuple[str, str]]:
    path = index_path(files, cache)
    yield from _compiling("compile", files, path)
    yield "index size", f"{path.stat().st_size / 1e6:.0f} MB"
    opens = [_timed(lambda: open_gazetteer(files, cache).close())[0] for _ in range(50)]
    yield "open, median of 50", f"{statistics.median(opens) * 1e3:.2f} ms"
    gazetteer = open_gazetteer(files, cache)
    places, keys = gazetteer.size()
    yield "places", f"{places}"
    yield "name keys", f"{keys}"
    names = _names(path)
    yield "look-up of a name not asked before, median", _median(gazetteer.candidates, names)
    yield "look-up of a name asked before, median", _median(gazetteer.candidates, names[-9000:])
    missing = [f"{name}xq" for name in names]
    yield "look-up of a name that is not there, median", _median(gazetteer.candidates, missing)
    yield "longest name that begins with a word, median", _median(gazetteer.longest, missing)
    misspelled = [f"{name[:-1]}e" for name in names[:SLOW_SAMPLE]]
    yield "look-up with loose keys, median of 600", _median(_loose(gazetteer), misspelled)
    seconds, _ = _timed(lambda: [gazetteer.search(name) for name in misspelled])
    yield "search for 600 misspelled names", f"{seconds:.2f} s"
    yield "most memory so far", _peak_memory()


def _compiling(label: str, files: Sequence[Path], target: Path) -> Iterator[tuple[str, str]]:
    """Compile an index; processor time tells more than time on the clock of a busy machine."""
    before = time.process_time()
    seconds, _ = _timed(lambda: compile_index(files, target))
    yield label, f"{seconds:.1f} s"
    yield f"{label}, processor time", f"{time.process_time() - before:.1f} s"


def _loose(gazetteer: Gazetteer) -> Callable[[str], object]:
    return lambda name: gazetteer.candidates(name, loose=True)


def _names(path: Path) -> list[str]:
    """Return distinct primary names in random order, the same on every run."""
    with sqlite3.connect(path) as database:
        lines = [row[0] for row in database.execute("SELECT packed FROM place")]
    names = sorted({line.split("\t", 2)[1] for line in lines})
    return random.Random(1).sample(names, min(SAMPLE, len(names)))  # noqa: S311


def _median(ask: Callable[[str], object], names: Sequence[str]) -> str:
    times = []
    for name in names:
        start = time.perf_counter()
        ask(name)
        times.append(time.perf_counter() - start)
    return f"{statistics.median(times) * 1e6:.1f} microseconds"


def _import(rows: int, folder: Path) -> Iterator[tuple[str, str]]:
    dump = folder / "allCountries.txt"
    _write_dump(dump, rows)
    yield f"synthetic dump of {rows} rows", f"{dump.stat().st_size / 1e6:.0f} MB"
    target = folder / "synthetic.sqlite"
    yield from _compiling("import", [dump], target)
    yield "index size", f"{target.stat().st_size / 1e6:.0f} MB"
    yield "most memory during import", _peak_memory()


def _write_dump(path: Path, rows: int) -> None:
    chance = random.Random(5)  # noqa: S311
    words = ["".join(chance.choices(SYLLABLES, k=3)).capitalize() for _ in range(300_000)]
    with path.open("w", encoding="utf-8") as file:
        for number in range(1, rows + 1):
            name = f"{chance.choice(FIRST_WORDS)} {chance.choice(words)}"
            place = f"{chance.uniform(-60, 60):.5f}\t{chance.uniform(-170, 170):.5f}\tP\tPPL"
            country = chance.choice(("SY", "IQ", "UA", "US", "SD", "FR"))
            file.write(
                f"{number}\t{name}\t{name}\t{chance.choice(words)}\t{place}\t{country}\t\t01\t\t\t\t"
                f"{chance.randrange(5000)}\t\t10\tAsia/Damascus\t2020-01-01\n"
            )


def _timed(work: Callable[[], object]) -> tuple[float, object]:
    start = time.perf_counter()
    result = work()
    return time.perf_counter() - start, result


def _peak_memory() -> str:
    return f"{resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024:.0f} MB"


if __name__ == "__main__":
    main()
