"""How quickly the page's parts answer, by number of places: ``python benchmarks/dashboard.py``.

Prints a table of milliseconds and of the kilobytes that one change of a filter sends, and of those
that playing the timeline costs once. Synthetic mentions, ten a place; what a browser does with them
is not part of it.
"""

import argparse
import json
import random
import statistics
import sys
import tempfile
import time
from collections.abc import Callable
from datetime import date, timedelta
from pathlib import Path

from streamlit_folium import _get_feature_group_string, _get_map_string

from mapapp.maps.build import Ground, base_map, overlay
from mapapp.model.actor import Actor, ActorMention, Side
from mapapp.model.article import Article
from mapapp.model.document import Sentence
from mapapp.model.geometry import Coordinates
from mapapp.model.place import Place
from mapapp.model.reading import Reading
from mapapp.model.toponym import Role, Toponym
from mapapp.store.columns import load_columns
from mapapp.store.database import Store
from mapapp.view.choose import Choice
from mapapp.view.corpus import Corpus, build_corpus
from mapapp.view.drawing import Drawing
from mapapp.view.frames import frames
from mapapp.view.payload import timeline_payload
from mapapp.view.selection import Selection
from mapapp.view.summaries import mark_of, summarize
from mapapp.view.timeline import timeline

SIZES = (1_000, 10_000, 50_000)
MENTIONS_EACH = 10
RUNS = 5
SIDES = (
    Side(id="government", name="Government", color="#d4000a", shape="square"),
    Side(id="opposition", name="Opposition", color="#4eae98", shape="circle"),
    Side(id="unknown", name="Unknown", color="#808080", shape="ring"),
)
ACTORS = tuple(
    Actor(id=f"a{n}", name=f"Actor {n}", short_name=f"A{n}", kind="rebel", side=SIDES[n % 2].id)
    for n in range(8)
)
SENTENCE = "Fighters were seen near the town on that day. "


def corpus_of(places: int, folder: Path) -> Corpus:
    """Store synthetic readings and load them as the page does."""
    chance = random.Random(places)  # noqa: S311 (repeatable, not secret)
    known = [_place(number, chance) for number in range(places)]
    store = Store(f"sqlite:///{folder / f'{places}.db'}")
    store.create()
    count = places * MENTIONS_EACH // 50
    for start in range(0, count, 500):
        store.put(
            [_reading(n, known, chance) for n in range(start, min(count, start + 500))], parser="1"
        )
    return build_corpus(load_columns(store), store.places(), SIDES)


def _place(number: int, chance: random.Random) -> Place:
    return Place(
        id=f"p:{number}",
        name=f"Place {number}",
        coordinates=Coordinates(lat=chance.uniform(20, 50), lon=chance.uniform(20, 60)),
        feature_class="P",
        feature_code="PPL",
        country="XX",
    )


def _reading(number: int, places: list[Place], chance: random.Random) -> Reading:
    text = f"Report {number}. " + SENTENCE * 50
    base = len(text) - 50 * len(SENTENCE)
    spans = [(base + n * len(SENTENCE), base + (n + 1) * len(SENTENCE)) for n in range(50)]
    toponyms = tuple(
        Toponym(
            start=start + 24, end=start + 32, text="the town", role=Role.EVENT_PLACE,
            place=chance.choice(places), confidence=0.9,
        )
        for start, _ in spans
    )  # fmt: skip
    actors = tuple(
        ActorMention(start=start, end=start + 8, text="Fighters", actor=chance.choice(ACTORS))
        for start, _ in spans
    )
    day = date(2020, 1, 1) + timedelta(days=chance.randrange(700))
    return Reading(
        article=Article(id=f"{number:064x}", text=text, title=f"Report {number}", published=day),
        parts=(),
        sentences=tuple(Sentence(start=s, end=e, first=0, last=1) for s, e in spans),
        toponyms=toponyms,
        actors=actors,
        highways=(),
        events=(),
    )


def _milliseconds(act: Callable[[], object]) -> float:
    times = []
    for _ in range(RUNS):
        started = time.perf_counter()
        act()
        times.append(1000 * (time.perf_counter() - started))
    return statistics.median(times)


def _sent(corpus: Corpus, selection: Selection) -> str:
    rows = Choice(corpus, selection).rows()
    marks = tuple(mark_of(summary) for summary in summarize(corpus, rows))
    the_map = base_map(Ground(scripts=(), styles=(), layers={}))
    the_map.get_root().render()
    _get_map_string(the_map)
    drawing = Drawing(marks=marks, sides=corpus.sides, roads={})
    return str(_get_feature_group_string(overlay(drawing), the_map))


def _played(corpus: Corpus, selection: Selection) -> str:
    """Return what the browser gets once, when the timeline is first played."""
    choice = Choice(corpus, selection)
    rows = choice.rows()
    marks = tuple(mark_of(summary) for summary in summarize(corpus, rows))
    drawing = Drawing(
        marks=marks,
        sides=corpus.sides,
        roads={},
        timeline=timeline(corpus, rows),
        frames=frames(choice),
    )
    return json.dumps(timeline_payload(drawing))


def main() -> int:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--places", type=int, nargs="+", default=list(SIZES[:2]))
    sizes = parser.parse_args().places
    one_side = Selection(sides=("government",))
    heads = ("places", "mentions", "filter", "counts", "draw", "kB sent", "play", "kB once")
    print(" ".join(f"{head:>9}" for head in heads))
    with tempfile.TemporaryDirectory() as folder:
        for places in sizes:
            corpus = corpus_of(places, Path(folder))
            choose = _milliseconds(lambda c=corpus: Choice(c, one_side).rows())
            facets = _milliseconds(lambda c=corpus: Choice(c, one_side).facets())
            draw = _milliseconds(lambda c=corpus: _sent(c, one_side))
            size = len(_sent(corpus, one_side)) / 1000
            play = _milliseconds(lambda c=corpus: _played(c, one_side))
            steps = len(_played(corpus, one_side)) / 1000
            mentions = len(corpus.columns.article)
            print(
                f"{places:>9,} {mentions:>9,} {choose:>7.0f}ms {facets:>7.0f}ms {draw:>7.0f}ms "
                f"{size:>9,.0f} {play:>7.0f}ms {steps:>9,.0f}"
            )
    return 0


if __name__ == "__main__":
    sys.exit(main())
