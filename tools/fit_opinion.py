"""Fit how much a second opinion counts, and print what it changes.

    python -m tools.fit_opinion spacy_small trnews.jsonl geovirus.jsonl --write

Scores of the rules come from weights that were fitted without the corpus that is scored, so that
the opinion is weighed against rules that have not seen the answers. Needs scipy and the extra nlp.
"""

import argparse
import json
from collections.abc import Mapping, Sequence
from dataclasses import replace
from pathlib import Path

import numpy as np
from scipy.optimize import minimize

from mapapp.config import load_config
from mapapp.gazetteer.gazetteer import open_gazetteer
from mapapp.geoparse.consult import kinds_of, load_opinion, log_odds
from mapapp.geoparse.opinion import Reader
from mapapp.geoparse.recognize import describe
from mapapp.geoparse.weights import Weights
from tools.fit_weights import (
    EMPHASIS,
    TARGET,
    Scanned,
    fit,
    label_of,
    read_cases,
    read_sentences,
    scan_cases,
    score,
)

KINDS = ("place", "person", "group", "nothing")
RIDGE = 1.0
DAMPING = 0.5
"""The rules have used much of what the opinion says: in full it lost 0.8 points on one half."""

DOUBTFUL = 2.0
"""Log-odds of the rules between which a name may go either way."""
SENTENCES = Path(__file__).parent / "training" / "conflict_sentences.txt"


def rows_of(
    scanned: Sequence[Scanned], weights: Weights, read: Reader
) -> list[tuple[float, str, int]]:
    """Return the rules' log-odds, the opinion's kind and whether it is a place, of each name."""
    rows = []
    for item in scanned:
        document = item.case.document
        describe(document, item.mentions, item.nations, weights)
        kinds = kinds_of(document, item.mentions, read)
        for mention, kind in zip(item.mentions, kinds, strict=True):
            label = label_of(item.case, mention)
            if label is not None:
                rows.append((log_odds(mention.score), kind, label))
    return rows


def fit_rows(rows: Sequence[Sequence[tuple[float, str, int]]]) -> dict[str, float]:
    """Fit what each kind adds to the rules' log-odds, by logistic regression.

    Corpora differ in how much they annotate at all, and a plain fit on one takes that for what the
    opinion knows: it lost 2 points of F1 on the other. So each corpus has a constant of its own,
    which is thrown away, and the kinds are centered over the names that they are fitted on.
    """
    flat = [(at, *row) for at, own in enumerate(rows) for row in own]
    design = np.zeros((len(flat), len(KINDS) + len(rows)))
    for number, (at, _, kind, _) in enumerate(flat):
        design[number, KINDS.index(kind)] = 1.0
        design[number, len(KINDS) + at] = 1.0
    offset = np.array([odds for _, odds, *_ in flat])
    target = np.array([label for *_, label in flat], dtype=float)

    def loss(weights: np.ndarray) -> float:
        scores = offset + design @ weights
        return float(
            np.logaddexp(0.0, scores).sum() - target @ scores + RIDGE / 2 * weights @ weights
        )

    found = minimize(loss, np.zeros(design.shape[1]), method="L-BFGS-B").x[: len(KINDS)]
    doubtful = np.abs(offset) < DOUBTFUL
    found -= (design[doubtful, : len(KINDS)] @ found).mean()
    return {
        name: round(DAMPING * float(value), 3) for name, value in zip(KINDS, found, strict=True)
    }


def tell(name: str, figures: Mapping[str, float]) -> None:
    """Print the figures of one setting."""
    shown = ("overlap_precision", "overlap_recall", "overlap_f1", "end_to_end_f1")
    print(name, "  ".join(f"{key} {100 * figures[key]:.1f}" for key in shown))


def main() -> None:
    """Print each half of each corpus without and with the opinion, fitted on the other halves."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("name")
    parser.add_argument("corpus", nargs="+", type=Path)
    parser.add_argument("--write", action="store_true")
    options = parser.parse_args()
    read = load_opinion(options.name)
    config = load_config()
    gazetteer = open_gazetteer(config.gazetteer_files, config.cache_folder)
    corpora = {path.stem: scan_cases(read_cases(path), gazetteer) for path in options.corpus}
    taught = scan_cases(read_sentences(SENTENCES) * EMPHASIS, gazetteer)
    weights, halves = {}, {}
    for name, held in corpora.items():
        others = [item for other, items in corpora.items() if other != name for item in items]
        weights[name] = fit([*others, *taught], gazetteer, 2.0)
        halves[name] = [rows_of(held[at::2], weights[name], read) for at in (0, 1)]
    learned = [fit_rows([own[at] for own in halves.values()]) for at in (0, 1)]
    for name, held in corpora.items():
        for at in (0, 1):
            cases = [item.case for item in held[at::2]]
            tell(f"{name}, half {at}, rules  ", score(cases, gazetteer, weights[name]).metrics())
            both = replace(weights[name], opinion=learned[1 - at])
            tell(f"{name}, half {at}, opinion", score(cases, gazetteer, both, read).metrics())
    opinion = fit_rows([own[0] + own[1] for own in halves.values()])
    print(json.dumps(opinion))
    if options.write:
        record = json.loads(TARGET.read_text(encoding="utf-8"))
        record["opinion"] = opinion
        text = json.dumps(record, ensure_ascii=False, indent=1) + "\n"
        TARGET.write_text(text, encoding="utf-8")


if __name__ == "__main__":
    main()
