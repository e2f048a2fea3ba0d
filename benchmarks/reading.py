"""How fast an article is read, and in which stages: ``python benchmarks/reading.py [FILE ...]``.

Prints, for each kind of text, words a second of processor time on one core: of the geoparser
alone (tokens and sentences included) and of the whole pipeline, then the stages' shares of it.
The kinds are the articles of each file (JSON lines with "text"), all files together, made ones in
the density of news and of a war diary, sentences of the tests as articles of their own and joined
to articles (each about another event, many about another war: nothing repeats), and the seed
article. Every kind is read once to fill the memories that a long run has, then `--rounds` times in
turn with the others; the median counts, the best stands beside it.
"""

import argparse
import json
import statistics
import time
from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import date
from pathlib import Path
from typing import ParamSpec, TypeVar

from made_articles import generate

from mapapp import pipeline
from mapapp.articles.article import make_article
from mapapp.cli.ingest import ConfiguredKnowledge
from mapapp.geoparse.parse import geoparse
from mapapp.model.article import Article
from mapapp.pipeline import Knowledge
from mapapp.text.sentences import build_document

P = ParamSpec("P")
R = TypeVar("R")

ROOT = Path(__file__).resolve().parent.parent
SENTENCES = ROOT / "tests" / "accuracy" / "events" / "sentences.tsv"
PUBLISHED = date(2020, 2, 27)
MADE = 60
JOINED = 40
"""Sentences in an article: some 450 words."""

STAGES = (
    "find_parts",
    "build_document",
    "find_hits",
    "geoparse",
    "recognize_actors",
    "recognize_voices",
    "extract_events",
)
"""Functions that the pipeline calls; what is left is highways and the building of the answer."""


def texts_of(files: Sequence[Path]) -> Iterator[tuple[str, list[str]]]:
    """Yield each kind of text with its articles."""
    everything: list[str] = []
    for path in files:
        lines = path.read_text(encoding="utf-8").splitlines()
        texts = [json.loads(line)["text"] for line in lines if line.strip()]
        everything += texts
        yield path.stem, texts
    if len(files) > 1:
        yield "all files", everything
    for density in ("news", "dense"):
        yield f"made, {density}", [article.text for article in generate(MADE, density)]
    rows = SENTENCES.read_text(encoding="utf-8").splitlines()[1:]
    sentences = [row.split("\t")[2] for row in rows]
    yield "single sentences", sentences
    yield (
        "joined sentences",
        ["\n\n".join(sentences[at : at + JOINED]) for at in range(0, len(sentences), JOINED)],
    )
    (seed,) = (ROOT / "seeds").glob("*.txt")
    yield "seed", [seed.read_text(encoding="utf-8")] * 5


class Stopwatch:
    """Adds up the processor seconds of the stages, by wrapping what the pipeline calls."""

    def __init__(self) -> None:
        """Wrap the stages of this process."""
        self.seconds: dict[str, float] = defaultdict(float)
        for name in STAGES:
            setattr(pipeline, name, self._timed(name, getattr(pipeline, name)))

    def _timed(self, name: str, stage: Callable[P, R]) -> Callable[P, R]:
        def run(*values: P.args, **named: P.kwargs) -> R:
            begun = time.process_time()
            try:
                return stage(*values, **named)
            finally:
                self.seconds[name] += time.process_time() - begun

        return run


def seconds_of(read: Callable[[Article], object], articles: Sequence[Article]) -> float:
    """Return the processor seconds that reading takes."""
    begun = time.process_time()
    for article in articles:
        read(article)
    return time.process_time() - begun


def measure(kinds: Mapping[str, Sequence[Article]], knowledge: Knowledge, rounds: int) -> None:
    """Print a line for each kind, then the shares of the stages."""

    def places(article: Article) -> object:
        document = build_document(article.text)
        return geoparse(document, knowledge.gazetteer, weights=knowledge.weights)

    def everything(article: Article) -> object:
        return pipeline.read_article(article, knowledge)

    alone: dict[str, list[float]] = defaultdict(list)
    whole: dict[str, list[float]] = defaultdict(list)
    for articles in kinds.values():
        seconds_of(everything, articles)
    for _ in range(rounds):
        for name, articles in kinds.items():
            alone[name].append(seconds_of(places, articles))
            whole[name].append(seconds_of(everything, articles))
    print("| text | articles | words | geoparser, words/s | pipeline, words/s | ms an article |")
    print("|---|---|---|---|---|---|")
    for name, articles in kinds.items():
        words = sum(len(article.text.split()) for article in articles)
        each = 1000 * statistics.median(whole[name]) / len(articles)
        print(
            f"| {name} | {len(articles)} | {words:,} | {_rate(words, alone[name])} "
            f"| {_rate(words, whole[name])} | {each:.1f} |"
        )
    watch = Stopwatch()
    print(f"\n| share of the pipeline, % | {' | '.join(STAGES)} | rest |")
    print("|---" * (len(STAGES) + 2) + "|")
    for name, articles in kinds.items():
        watch.seconds.clear()
        spent = sum(seconds_of(everything, articles) for _ in range(rounds))
        shares = [100 * watch.seconds[stage] / spent for stage in STAGES]
        cells = " | ".join(f"{share:.0f}" for share in (*shares, 100 - sum(shares)))
        print(f"| {name} | {cells} |")


def _rate(words: int, seconds: Sequence[float]) -> str:
    return f"{words / statistics.median(seconds):,.0f} (best {words / min(seconds):,.0f})"


def main() -> None:
    """Load the knowledge, read every kind, print two tables."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("files", nargs="*", type=Path)
    parser.add_argument("--rounds", type=int, default=7)
    options = parser.parse_args()
    kinds = {
        name: [make_article(text, published=PUBLISHED) for text in texts]
        for name, texts in texts_of(options.files)
    }
    measure(kinds, ConfiguredKnowledge()(), options.rounds)


if __name__ == "__main__":
    main()
