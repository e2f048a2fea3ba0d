"""Score the linking of reports on invented articles, the whole pipeline run.

`linking_gold.jsonl` has 171 articles about 99 events of 16 wars, invented for this without a look
at the rules: a line an article with the sentences that tell an event, by the event's
number. Near namesakes are meant to mislead: the next day's shelling of the same town, the village
beside it, the other side's attack. Half of it ("dev") was used to improve the rules, half was not.
"""

import hashlib
import json
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from itertools import combinations
from pathlib import Path

from mapapp.model.article import Article
from mapapp.model.reading import Reading
from mapapp.pipeline import Knowledge, read_article
from mapapp.store.columns import load_columns
from mapapp.store.database import Store
from mapapp.view.corpus import Corpus, build_corpus
from mapapp.view.linked import link, rows_of_article

GOLD = Path(__file__).with_name("linking_gold.jsonl")


@dataclass(frozen=True)
class Score:
    """Pairs of sentences of different articles: of one event, linked rightly, linked wrongly."""

    pairs: int
    right: int
    wrong: int

    @property
    def recall(self) -> float:
        return self.right / self.pairs

    @property
    def precision(self) -> float:
        return self.right / max(1, self.right + self.wrong)


def score_linking(half: str, knowledge: Knowledge) -> Score:
    """Return how the sentences of one half, dev or held, are linked."""
    records = [json.loads(line) for line in GOLD.read_text(encoding="utf-8").splitlines()]
    records = [record for record in records if record["half"] == half]
    readings = [_read(record, knowledge) for record in records]
    with tempfile.TemporaryDirectory() as folder:
        store = Store(f"sqlite:///{folder}/linking.db")
        store.create()
        store.put(readings, parser="gold")
        sides = tuple(knowledge.lexicon.sides.values())
        known = knowledge.lexicon.actors
        corpus = build_corpus(load_columns(store), store.places(), sides, known=known)
        store.close()
    group = link(corpus).group
    told = [
        (reading.article.id, event, {int(group[row]) for row in rows} - {-1})
        for record, reading in zip(records, readings, strict=True)
        for event, rows in _told(record, reading, corpus)
    ]
    pairs = right = wrong = 0
    for (article, event, groups), (other, same, others) in combinations(told, 2):
        if article != other:
            linked = bool(groups & others)
            pairs += event == same
            right += linked and event == same
            wrong += linked and event != same
    return Score(pairs=pairs, right=right, wrong=wrong)


def _read(record: dict, knowledge: Knowledge) -> Reading:
    text = f"{record['title']}\n\n{record['text']}"
    article = Article(
        id=hashlib.sha256(f"{record['id']} {text}".encode()).hexdigest(),
        text=text,
        title=record["title"],
        source=record["source"],
        published=date.fromisoformat(record["published"]),
    )
    return read_article(article, knowledge)


def _told(record: dict, reading: Reading, corpus: Corpus) -> Iterator[tuple[str, list[int]]]:
    """Yield each labeled sentence's event with the rows of the events that were read in it."""
    rows = rows_of_article(corpus, reading.article.id)
    for label in record["events"]:
        start = reading.article.text.index(label["words"])
        end = start + len(label["words"])
        found = [
            row
            for row, event in zip(rows, reading.events, strict=True)
            if min(end, event.end) - max(start, event.start)
            > 0.3 * min(end - start, event.end - event.start)
        ]
        yield label["event"], found
