"""Measure how much the corpus prior should weigh, and what it gains.

    python -m tools.fit_prior trnews.jsonl geovirus.jsonl

Articles are grouped by the country that each is mostly about, as a user's corpus is; every article
gets the prior of the others of its group. It is read whole, and sentence by sentence, where there
is little else to go by. `tools/fit_weights.py` writes `CORPUS_WEIGHT`, the best for sentences.
"""

import argparse
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from mapapp.cli.evaluate import read_gold
from mapapp.config import load_config
from mapapp.gazetteer.gazetteer import Gazetteer, open_gazetteer
from mapapp.geoparse.parse import geoparse
from mapapp.geoparse.prior import corpus_prior, count_votes, vote_of
from mapapp.geoparse.scoring import GoldToponym, Tally, answer_of
from mapapp.geoparse.weights import Weights, load_weights
from mapapp.text.sentences import build_document

CORPUS_WEIGHT = 4.0
"""Found on TR-News and GeoVirus: end-to-end F1 of sentences rises up to here and falls beyond."""

TRIED = (0.0, 1.0, 2.0, 3.0, 4.0, 5.0, 6.0)
LEAST_GROUP = 6
"""Articles about one country that make a corpus here."""


@dataclass(frozen=True, slots=True)
class Unit:
    """A text with its annotations and the prior of the articles around it."""

    text: str
    gold: Sequence[GoldToponym]
    prior: Mapping[str, float]


def articles(paths: Sequence[Path], gazetteer: Gazetteer, weights: Weights) -> Iterator[Unit]:
    """Yield the articles of groups that are large enough."""
    groups = defaultdict(list)
    for path in paths:
        for text, gold in read_gold(path):
            vote = vote_of(geoparse(build_document(text), gazetteer, weights=weights))
            if vote:
                groups[max(vote, key=lambda code: (vote[code], code))].append((text, gold, vote))
    for group in groups.values():
        if len(group) < LEAST_GROUP:
            continue
        total = count_votes(vote for *_, vote in group)
        scale = 100.0 / (len(group) - 1)  # as if the corpus were large
        for text, gold, vote in group:
            others = {code: scale * (total[code] - vote.get(code, 0.0)) for code in total}
            yield Unit(text, gold, corpus_prior(others))


def sentences(article: Unit) -> Iterator[Unit]:
    """Yield the sentences of an article that have annotations."""
    document = build_document(article.text)
    for sentence in document.sentences:
        start, end = document.starts[sentence.first], document.ends[sentence.last - 1]
        gold = [
            replace(toponym, start=toponym.start - start, end=toponym.end - start)
            for toponym in article.gold
            if start <= toponym.start and toponym.end <= end
        ]
        if gold:
            yield Unit(article.text[start:end], gold, article.prior)


def score(units: Sequence[Unit], gazetteer: Gazetteer, weights: Weights) -> dict[str, float]:
    """Return the figures of names below countries."""
    tally = Tally()
    for unit in units:
        found = geoparse(build_document(unit.text), gazetteer, weights=weights, prior=unit.prior)
        gold = [
            replace(toponym, ignored=toponym.ignored or toponym.coarse) for toponym in unit.gold
        ]
        tally.add(gold, [answer_of(toponym) for toponym in found])
    return tally.metrics()


def main() -> None:
    """Print one row for each weight."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("gold", nargs="+", type=Path)
    options = parser.parse_args()
    config = load_config()
    gazetteer = open_gazetteer(config.gazetteer_files, config.cache_folder)
    weights = load_weights()
    whole = list(articles(options.gold, gazetteer, weights))
    parts = [part for article in whole for part in sentences(article)]
    print(f"{len(whole)} articles, {len(parts)} sentences; below countries, end-to-end F1 / acc@25")
    for weight in TRIED:
        changed = replace(weights, resolution={**weights.resolution, "corpus": weight})
        rows = (score(units, gazetteer, changed) for units in (whole, parts))
        cells = (f"{100 * row['end_to_end_f1']:.1f} / {100 * row['acc25']:.1f}" for row in rows)
        print("weight {:.1f}   articles {}   sentences {}".format(weight, *cells))


if __name__ == "__main__":
    main()
