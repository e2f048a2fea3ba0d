"""How fast articles are taken in, whole pipeline, how it scales and what memory it takes.

    python benchmarks/ingest.py                         600 articles of each density, minutes
    python benchmarks/ingest.py --articles 8000
    python benchmarks/ingest.py --corpus FILE.jsonl     the same with articles of your own
    python benchmarks/ingest.py --memory 1000 10000 30000

A JSON lines file goes in; the rates count everything from its first byte to the last commit on
SQLite: parsing, hashing, near-duplicates, word index, reading, storing. Only loading the knowledge
and starting processes is left out of processor time, which says what idle cores would need;
rates by the clock depend on what else the machine does.
"""

import argparse
import json
import os
import resource
import tempfile
import time
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from made_articles import WORDS, generate

from mapapp.articles.sources import find_sources
from mapapp.cli.ingest import ConfiguredKnowledge
from mapapp.engine.ingest import IngestSummary, ingest_sources
from mapapp.engine.read import OnProgress
from mapapp.engine.workforce import Workforce
from mapapp.model.article import Article
from mapapp.pipeline import PARSER_VERSION
from mapapp.store.database import Store

START = 100
"""Articles of a short run: what it takes beside them is the start of the processes."""

ONE, TWO = Workforce(), Workforce(workers=2)


@dataclass(frozen=True, kw_only=True, slots=True)
class Run:
    """Seconds that a run took: by the clock, of processor here, of processor in its workers."""

    clock: float
    here: float
    others: float


def write(articles: Iterable[Article], path: Path) -> Path:
    """Write articles as JSON lines."""
    with path.open("w", encoding="utf-8") as stream:
        for one in articles:
            record = {"text": one.text, "title": one.title, "source": one.source}
            stream.write(json.dumps(record, ensure_ascii=False) + "\n")
    return path


def ingest(
    path: Path, store: Store, workforce: Workforce, on_progress: OnProgress | None = None
) -> tuple[IngestSummary, Run]:
    """Ingest a file and say what it took."""
    started, here, others = time.perf_counter(), time.process_time(), _children()
    summary = ingest_sources(
        find_sources(str(path)),
        store,
        ConfiguredKnowledge(),
        workforce=workforce,
        on_progress=on_progress,
    )
    run = Run(
        clock=time.perf_counter() - started,
        here=time.process_time() - here,
        others=_children() - others,
    )
    return summary, run


def _children() -> float:
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


def throughput(name: str, path: Path, folder: Path) -> None:
    """Print the rates with one process and with two, and of handing everything in again."""
    lines = path.read_text(encoding="utf-8").splitlines(keepends=True)
    count = len(lines)
    words = sum(len(json.loads(line)["text"].split()) for line in lines) / count
    short = folder / "short.jsonl"
    short.write_text("".join(lines[:START]), encoding="utf-8")
    print(f"{name}: {count:,} articles of {words:.0f} words")

    store = Store(str(folder / "one.db"))
    summary, one = ingest(path, store, ONE)
    failed = f", {summary.failed} FAILED" if summary.failed else ""
    print(f"  1 process: {count / one.here:.0f} articles/s of processor time,", end=" ")
    print(f"{count / one.clock:.0f} by the clock{failed}")
    version = store.version()
    summary, again = ingest(path, store, ONE)
    changed = "CHANGED" if summary.new or store.version() != version else "nothing changed"
    print(f"  handed in again: {count / again.here:,.0f} articles/s, {changed}")
    store.close()

    first, start = ingest(short, Store(str(folder / "short.db")), TWO)
    _, two = ingest(path, Store(str(folder / "two.db")), TWO)
    more = count - first.new
    driver, worker = (two.here - start.here) / more, (two.others - start.others) / more
    at_best = min(2 / (driver + worker), 1 / driver)
    print(
        f"  2 processes: {driver * 1000:.2f} ms an article in the driver, {worker * 1000:.2f} in "
        f"the workers: {at_best:.0f} a second on two idle cores, {at_best * one.here / count:.2f} "
        f"times one; {count / two.clock:.0f} by the clock"
    )


def resident(process: int) -> float:
    """Return the memory that a process holds that no file backs, in MB; 0 when it is gone."""
    try:
        words = Path(f"/proc/{process}/status").read_text(encoding="ascii").split()
    except OSError:
        return 0.0
    return int(words[words.index("RssAnon:") + 1]) / 1024


def children() -> list[int]:
    """Return the ids of the processes that this one has started."""
    path = Path(f"/proc/{os.getpid()}/task/{os.getpid()}/children")
    return [int(word) for word in path.read_text(encoding="ascii").split()]


def memory(steps: list[int], words_each: int, folder: Path) -> None:
    """Print how much memory driver and workers hold after so many articles of one run."""
    path = write(generate(max(steps), words_each=words_each), folder / "memory.jsonl")
    store, left = Store(str(folder / "memory.db")), sorted(steps)
    store.create()

    def look(_progress: object) -> None:
        done = store.count() - store.count_todo(PARSER_VERSION)
        if left and done >= left[0]:
            others = sorted((resident(child) for child in children()), reverse=True)[:2]
            held = " and ".join(f"{size:.0f}" for size in others)
            print(f"{left.pop(0):,} articles read: {resident(os.getpid()):.0f} MB in the driver,")
            print(f"  {held} MB in its workers")

    ingest(path, store, TWO, look)


def main() -> None:
    """Print the figures that were asked for."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--articles", type=int, default=600)
    parser.add_argument("--corpus", type=Path)
    parser.add_argument("--memory", type=int, nargs="+", metavar="ARTICLES")
    parser.add_argument(
        "--words", type=int, default=WORDS, help="words of an article, for --memory"
    )
    options = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="mapapp-bench-") as name:
        folder = Path(name)
        if options.memory:
            memory(options.memory, options.words, folder)
        elif options.corpus:
            throughput(options.corpus.stem, options.corpus, folder)
        else:
            for density in ("news", "dense"):
                path = write(generate(options.articles, density), folder / f"{density}.jsonl")
                (folder / density).mkdir()
                throughput(density, path, folder / density)


if __name__ == "__main__":
    main()
