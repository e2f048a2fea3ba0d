"""How fast articles are read, how it scales, and what a kill costs.

    python benchmarks/ingest.py                       400 articles, two minutes
    python benchmarks/ingest.py --articles 8000 --kills 20
    python benchmarks/ingest.py --kills 20 --database postgresql://user@host/empty

Articles are generated here: 3 kB of English in the manner of war reporting, with a dozen places
out of the bundled gazetteer in each. Nothing of it was used to develop the stages.
"""

import argparse
import csv
import os
import random
import resource
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

from mapapp.articles.article import make_article
from mapapp.cli.ingest import ConfiguredKnowledge
from mapapp.config import load_config
from mapapp.engine.ingest import ingest_sources
from mapapp.engine.read import PARSER_VERSION, read_pending
from mapapp.engine.workforce import Workforce
from mapapp.model.article import Article
from mapapp.store.database import Store
from mapapp.store.upkeep import check, info

SENTENCES = (
    "Government forces shelled {a} on Monday, and at least {n} people were killed, a doctor said.",
    "Rebels said they had taken the town of {a} after fighting that lasted {n} days.",
    "Residents of {a} fled towards {b}, where aid groups had put up tents for {n} families.",
    "An air strike hit a market near {a}, the civil defence said, wounding {n} others.",
    "The army denied that its troops had withdrawn from {a} and said the road to {b} was open.",
    "A spokesman in {b} said that the convoy had been stopped at a checkpoint outside {a}.",
    "The ministry did not comment on the reports, which could not be independently verified.",
    "Prices of bread and fuel have doubled since the beginning of the year, traders say.",
    "Monitors counted {n} violations of the truce in {a}, most of them with mortars.",
    "The United Nations called on all sides to protect civilians and to let aid reach {b}.",
)
LENGTH = 3000
COUNTRIES = ("SY", "UA", "SD", "IQ", "YE", "ET", "MM", "ML")


def generate(count: int) -> Iterator[Article]:
    """Yield articles; the same number gives the same ones."""
    choice = random.Random(3)  # noqa: S311 (repeatable, not secret)
    places: dict[str, list[str]] = {country: [] for country in COUNTRIES}
    with load_config().gazetteer_files[0].open(encoding="utf-8", newline="") as stream:
        for row in csv.DictReader(stream):
            if row["country"] in places and row["feature_class"] == "P":
                places[row["country"]].append(row["name"])
    for number in range(count):
        names = choice.sample(places[choice.choice(COUNTRIES)], 8)
        text = f"Fighting goes on around {names[0]}, report {number}\n"
        while len(text) < LENGTH:
            a, b = choice.sample(names, 2)
            sentence = choice.choice(SENTENCES).format(a=a, b=b, n=choice.randint(2, 90))
            text += ("\n" if choice.random() < 0.4 else " ") + sentence  # noqa: PLR2004
        yield make_article(text, source=f"Source {number % 20}")


def memory() -> float:
    """Return the most memory that this process has taken, in MB."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


def processor(who: int) -> float:
    """Return the processor seconds that this process, or its ended children, have taken."""
    used = resource.getrusage(who)
    return used.ru_utime + used.ru_stime


def new_store(folder: str, name: str) -> Store:
    """Return an empty database in a folder."""
    store = Store(str(Path(folder) / f"{name}.db"))
    store.create()
    return store


def throughput(folder: str, articles: list[Article], loader: ConfiguredKnowledge) -> None:
    """Read with one process and with two, then hand everything in again."""
    rates = []
    for workers in (1, 2):
        store = new_store(folder, f"w{workers}")
        started = time.perf_counter()
        store.add(articles)
        added = len(articles) / (time.perf_counter() - started)
        own, others = processor(resource.RUSAGE_SELF), processor(resource.RUSAGE_CHILDREN)
        summary = read_pending(store, loader, workforce=Workforce(workers=workers))
        own = processor(resource.RUSAGE_SELF) - own
        others = processor(resource.RUSAGE_CHILDREN) - others
        rates.append(summary.read / summary.seconds)
        print(
            f"{workers} process(es): {rates[-1]:,.0f} articles/s read "
            f"(stored before that: {added:,.0f} articles/s), {summary.failed} failed"
        )
        print(
            f"   processor time an article: {own / len(articles) * 1000:.1f} ms in the driver, "
            f"{others / len(articles) * 1000:.1f} ms in its workers, their start included"
        )
        if workers == 1:
            again(store, articles, loader)
        store.close()
    print(f"two processes against one: {rates[1] / rates[0]:.2f} times (start of them included)")


def again(store: Store, articles: list[Article], loader: ConfiguredKnowledge) -> None:
    """Hand in what is known already."""
    version = store.version()
    started = time.perf_counter()
    summary = ingest_sources(articles, store, loader)
    rate = len(articles) / (time.perf_counter() - started)
    changed = "nothing changed" if store.version() == version and not summary.new else "CHANGED"
    print(f"handed in again: {rate:,.0f} articles/s, {changed}")


RUN = """
import sys
from mapapp.cli.ingest import ConfiguredKnowledge
from mapapp.engine import read
from mapapp.store.database import Store
read.BATCH = 10
print("begun", flush=True)
read.read_pending(Store(sys.argv[1]), ConfiguredKnowledge())
"""


def kills(store: Store, articles: list[Article], loader: ConfiguredKnowledge, times: int) -> None:
    """Kill the run at random points, resume it, and compare with what one run gives."""
    choice = random.Random(11)  # noqa: S311 (repeatable, not secret)
    store.add(articles)
    killed = 0
    while killed < times and store.count_todo(PARSER_VERSION):
        with subprocess.Popen(  # noqa: S603 (our own script)
            [sys.executable, "-c", RUN, store.url], stdout=subprocess.PIPE
        ) as running:
            assert running.stdout is not None  # noqa: S101 (for the type checker)
            running.stdout.readline()
            time.sleep(1 + 2 * choice.random())
            os.kill(running.pid, signal.SIGKILL)
        killed += 1
    read_pending(store, loader)
    print(
        f"{store.database.dialect}: killed {killed} times, then resumed: {info(store).articles:,} "
        f"articles, {store.count_todo(PARSER_VERSION)} left, {check(store) or 'sound'}, "
        f"{info(store).mentions:,} mentions"
    )


def main() -> None:
    """Print one line for each figure."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--articles", type=int, default=400)
    parser.add_argument("--kills", type=int, default=0)
    parser.add_argument("--database", default="", help="where the kills happen")
    options = parser.parse_args()
    articles = list(generate(options.articles))
    loader = ConfiguredKnowledge()
    before = time.perf_counter()
    loader()
    print(f"knowledge loaded in {time.perf_counter() - before:.1f} s, {memory():,.0f} MB")
    with tempfile.TemporaryDirectory(prefix="mapapp-bench-") as folder:
        throughput(folder, articles, loader)
        print(f"most memory in this process: {memory():,.0f} MB after {len(articles):,} articles")
        if options.kills:
            store = Store(options.database) if options.database else new_store(folder, "killed")
            store.create()
            kills(store, articles, loader, options.kills)
            store.close()


if __name__ == "__main__":
    main()
