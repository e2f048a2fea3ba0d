"""How fast the store answers: columns, excerpts, search, and readers beside a writer.

    python benchmarks/store.py                          20,000 articles, a minute
    python benchmarks/store.py --articles 200000        the size that docs/scale.md reports
    python benchmarks/store.py --database postgresql://user@host/empty

Everything is generated here: articles of 3 kB with ten mentions, places by Zipf's law.
"""

import argparse
import functools
import hashlib
import multiprocessing
import os
import statistics
import tempfile
import time
from collections.abc import Callable, Iterator
from datetime import date, timedelta
from pathlib import Path

import numpy as np

from mapapp.errors import StoreError
from mapapp.model.actor import Actor, ActorMention, Side
from mapapp.model.article import Article, Part, PartKind
from mapapp.model.document import Sentence
from mapapp.model.event import DateRange, Event, Participant
from mapapp.model.geometry import Coordinates
from mapapp.model.place import Place
from mapapp.model.reading import Reading
from mapapp.model.toponym import Clue, Role, Toponym
from mapapp.store.columns import MentionColumns, load_columns
from mapapp.store.columns_file import columns_path, keep_columns
from mapapp.store.database import Store
from mapapp.store.upkeep import check, vacuum
from mapapp.view.choose import Choice
from mapapp.view.corpus import Corpus, build_corpus
from mapapp.view.linked import link
from mapapp.view.selection import EVERYTHING, Selection
from mapapp.view.summaries import summarize
from mapapp.view.timeline import timeline

PLACES, ACTORS, SOURCES, DAYS = 5000, 120, 60, 1500
SENTENCES, BATCH = 20, 200
TYPES = ("Battles", "Explosions/Remote violence", "Violence against civilians", "Protests")
VOCABULARY = np.array([f"{head}{tail}" for head in "ba ke lo mi nu pa re si to vu".split()
              for tail in "rand lish mont gar thek vold sian ters pol nix".split()])  # fmt: skip
SIDES = tuple(Side(id=f"s{n}", name=f"S{n}", color="#808080", shape="ring") for n in range(6))
READERS = 8


def generate(count: int, seed: int = 1) -> Iterator[Reading]:
    """Yield readings; the same seed gives the same ones."""
    generator = np.random.Generator(np.random.PCG64(seed))
    places = [_place(number) for number in range(PLACES)]
    actors = [
        Actor(id=f"a{n}", name=f"Actor {n}", short_name=f"A{n}", kind="rebel", side=f"s{n % 6}")
        for n in range(ACTORS)
    ]
    for number in range(count):
        yield _reading(number, seed, generator, places, actors)


def _place(number: int) -> Place:
    return Place(
        id=f"b:{number}",
        name=f"Place{number}",
        coordinates=Coordinates(lat=30 + number % 97 / 10, lon=30 + number % 89 / 10),
        feature_class="P",
        feature_code="PPL",
        country="SY",
    )


def _reading(
    number: int,
    seed: int,
    generator: np.random.Generator,
    places: list[Place],
    actors: list[Actor],
) -> Reading:
    chosen = [places[rank % PLACES] for rank in generator.zipf(1.2, SENTENCES // 2) - 1]
    words = VOCABULARY[generator.integers(0, len(VOCABULARY), SENTENCES * 20)].tolist()
    text, sentences, toponyms, mentions = f"Report {seed} {number}.", [], [], []
    who = actors[int(generator.integers(ACTORS))]
    for index in range(SENTENCES):
        text += " "
        start = len(text)
        body = " ".join(words[index * 20 : index * 20 + 20])
        if index % 2 == 0:
            place = chosen[index // 2]
            begin = start + len(who.name) + 4
            toponyms.append(_toponym(begin, place, float(generator.random())))
            mentions.append(
                ActorMention(start=start, end=start + len(who.name), text=who.name, actor=who)
            )
            body = f"{who.name} in {place.name} {body}"
        text += body + "."
        sentences.append(Sentence(start=start, end=len(text), first=0, last=0))
    day = date(2016, 1, 1) + timedelta(days=int(generator.integers(DAYS)))
    article = Article(
        id=hashlib.sha256(text.encode()).hexdigest(),
        text=text,
        title=f"Report {number}",
        source=f"Source {number % SOURCES}",
        published=day,
    )
    event = Event(
        start=sentences[0].start,
        end=sentences[0].end,
        type=TYPES[number % len(TYPES)],
        sub_type="x",
        place_ids=(chosen[0].id,),
        participants=(Participant(actor_id=who.id, role="attacker"),),
        when=DateRange(start=day, end=day, precision="day"),
    )
    return Reading(
        article=article,
        parts=(Part(start=0, end=len(text), kind=PartKind.BODY),),
        sentences=tuple(sentences),
        toponyms=tuple(toponyms),
        actors=tuple(mentions),
        highways=(),
        events=(event,),
    )


def _toponym(start: int, place: Place, confidence: float) -> Toponym:
    return Toponym(
        start=start,
        end=start + len(place.name),
        text=place.name,
        role=Role.EVENT_PLACE if confidence > 0.2 else Role.DATELINE,  # noqa: PLR2004
        place=place,
        confidence=confidence,
        clues=(Clue(score=2.5, reason="most people"), Clue(score=1.2, reason="same country")),
    )


def fill(store: Store, count: int, seed: int = 1) -> float:
    """Store generated readings; return articles per second."""
    made, batch, began = generate(count, seed), [], time.perf_counter()
    spent, said = 0.0, 1000
    for number, reading in enumerate(made, 1):
        batch.append(reading)
        if len(batch) == BATCH or number == count:
            start = time.perf_counter()
            store.put(batch, parser="bench")
            spent += time.perf_counter() - start
            batch = []
        if number in {said, count}:
            print(f"{number:,} articles stored: this process holds {resident():.0f} MB")
            said *= 10
    print(f"generated and stored in {time.perf_counter() - began:,.0f} s")
    return count / spent


def resident() -> float:
    """Return the memory of this process that no file backs, in MB."""
    words = Path("/proc/self/status").read_text(encoding="ascii").split()
    return int(words[words.index("RssAnon:") + 1]) / 1024


def timed(action: Callable[[], object], times: int = 20) -> str:
    """Say an action's median and 95th percentile, by the clock and of processor time."""
    clock, processor = [], []
    for _ in range(times):
        start, used = time.perf_counter(), time.process_time()
        action()
        clock.append((time.perf_counter() - start) * 1000)
        processor.append((time.process_time() - used) * 1000)
    late = int(0.95 * (times - 1))
    return " ".join(
        f"{what} {statistics.median(taken):.1f} ms (95th {sorted(taken)[late]:.1f})"
        for what, taken in (("processor", processor), ("clock", clock))
    )


def change_filter(corpus: Corpus, generator: np.random.Generator) -> object:
    """Do what the page does when a filter changes: counts of choices, of places and of days."""
    first = date(2016, 1, 1) + timedelta(days=int(generator.integers(DAYS)))
    chance = generator.random(5) < 0.4  # noqa: PLR2004 (four of ten times)
    selection = Selection(
        start=first if chance[0] else None,
        end=first + timedelta(days=365) if chance[0] else None,
        sides=(f"s{generator.integers(6)}",) if chance[1] else (),
        sources=(f"Source {generator.integers(SOURCES)}",) if chance[2] else (),
        types=(TYPES[generator.integers(len(TYPES))],) if chance[3] else (),
        confidence=0.5 if chance[4] else 0.0,
    )
    choice = Choice(corpus, selection)
    return (
        choice.facets(),
        summarize(corpus, choice.rows()),
        timeline(corpus, choice.rows("days")),
    )


def cold(store: Store, file: Path | None = None) -> tuple[float, float]:
    """Return seconds from nothing in memory to the first counts per place, and of processor."""
    store.close()
    for path in (store.database.path, file):
        if path:
            with path.open("rb") as stream:
                os.posix_fadvise(stream.fileno(), 0, 0, os.POSIX_FADV_DONTNEED)
    start, processor = time.perf_counter(), time.process_time()
    opened = Store(store.url, readonly=True)
    corpus = build_corpus(load_columns(opened, file=file), opened.places(), SIDES)
    summarize(corpus, Choice(corpus, EVERYTHING).rows())
    opened.close()
    return time.perf_counter() - start, time.process_time() - processor


def read_all_the_time(url: str, seconds: float, answers: "multiprocessing.Queue[object]") -> None:
    """Read until time is up; report queries, errors and answers that were torn."""
    store, previous = Store(url, readonly=True), None
    queries = errors = torn = 0
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        try:
            previous = load_columns(store, previous)
            torn += len(previous.article) != len(previous.article_ids) * (SENTENCES // 2)
            torn += any(not one.sentence for one in store.excerpts("b:0", limit=5))
        except StoreError:
            errors += 1
        queries += 2
    answers.put((queries, errors, torn))


def readers_beside_a_writer(store: Store) -> None:
    """Run eight reading processes while this one writes."""
    context = multiprocessing.get_context("spawn")
    answers: multiprocessing.Queue[object] = context.Queue()
    arguments = (store.url, 10.0, answers)
    readers = [context.Process(target=read_all_the_time, args=arguments) for _ in range(READERS)]
    for reader in readers:
        reader.start()
    made = generate(1_000_000, seed=99)
    written = 0
    while any(reader.is_alive() for reader in readers) and answers.qsize() < READERS:
        store.put([next(made) for _ in range(50)], parser="bench")
        written += 50
    found = [answers.get() for _ in readers]
    for reader in readers:
        reader.join()
    queries, errors, torn = (sum(column) for column in zip(*found, strict=True))  # type: ignore[call-overload]
    print(
        f"{READERS} readers beside a writer: {queries:,} queries, {errors} errors, {torn} torn "
        f"results, {written:,} articles written meanwhile"
    )


def main() -> None:
    """Fill a database and print how fast it answers."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--articles", type=int, default=20_000)
    parser.add_argument("--database", default="", help="one that is empty, or that this filled")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="mapapp-bench-") as folder:
        store = Store(options.database or str(Path(folder) / "bench.db"))
        store.create()
        measure(store, options.articles)
        store.close()


def measure(store: Store, count: int) -> None:
    """Print one line for each figure."""
    if store.count() < count:
        rate = fill(store, count)
        vacuum(store)
        print(f"stored by one writer: {rate:,.0f} articles/s")
    print(f"{count:,} articles with {count * SENTENCES // 2:,} mentions, {store.database.dialect}")
    columns = load_columns(store)
    with tempfile.TemporaryDirectory(prefix="mapapp-bench-") as folder:
        file = columns_path(Path(folder), store)
        keep_columns(columns, file)
        for what, from_ in (("database alone", None), ("file of columns", file)):
            clock, processor = cold(store, from_ if file.exists() else None)
            print(f"cold to first counts, {what}: {clock:.2f} s, {processor:.2f} s of processor")
    million = columns.nbytes / len(columns.article)
    print(f"columns in memory: {million:.0f} MB a million mentions with their events")
    generator = np.random.Generator(np.random.PCG64(5))
    corpus = build_corpus(columns, store.places(), SIDES)
    print(f"change of a filter: {timed(lambda: change_filter(corpus, generator), 100)}")
    start, processor = time.perf_counter(), time.process_time()
    events = link(corpus).groups
    clock, processor = time.perf_counter() - start, time.process_time() - processor
    print(
        f"reports of one event linked: {len(columns.events.article):,} reports, {len(events):,} "
        f"events of several, {clock:.2f} s, {processor:.2f} s of processor"
    )
    busiest = columns.place_ids[int(np.bincount(columns.place[columns.place >= 0]).argmax())]
    print(f"newest excerpts of the busiest place: {timed(lambda: store.excerpts(busiest))}")
    for words in ("Place4999", "barand kelish", '"in Place7"', "bara*", "report -barand"):
        print(f"search {words:15} {timed(functools.partial(store.search, words))}")
    land(store, columns)
    print(f"version query: {timed(store.version)}")
    readers_beside_a_writer(store)
    print(f"check: {check(store) or 'sound'}")
    if store.database.path:
        print(f"size: {store.database.path.stat().st_size / 1e6:,.0f} MB")


def land(store: Store, columns: MentionColumns) -> None:
    """Print how soon a batch that landed is in the columns."""
    for what in ("new", "replaced"):
        store.put(list(generate(BATCH, seed=7)), parser="bench")
        start, processor = time.perf_counter(), time.process_time()
        columns = load_columns(store, columns)
        build_corpus(columns, store.places(), SIDES)
        clock, processor = time.perf_counter() - start, time.process_time() - processor
        print(
            f"{BATCH} {what} articles are on the page after {clock * 1000:.0f} ms, "
            f"{processor * 1000:.0f} of processor"
        )


if __name__ == "__main__":
    main()
