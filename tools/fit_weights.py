"""Fit the weights of the geoparser on annotated corpora and write mapapp/geoparse/weights.json.

    python -m tools.fit_weights --corpus trnews.jsonl --corpus geovirus.jsonl --write
        --sentences tools/training/conflict_sentences.txt

A corpus holds one JSON object a line: {"doc_id", "text", "toponyms": [{"start", "end", "lat",
"lon", "adjectival"?}]}. Recognition is a logistic regression with ridge penalty over binary
features, first on a mention's own sentence, then with what the document says (on scores from
held-out folds, so that it does not trust them too much). Resolution is a conditional logit over
candidates. Confidence is calibrated by isotonic regression on held-out folds. Needs scipy.
"""

import argparse
import json
import math
import re
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from pathlib import Path

import numpy as np
from scipy.optimize import minimize
from scipy.sparse import csr_matrix

from mapapp.config import load_config
from mapapp.gazetteer.gazetteer import Gazetteer, open_gazetteer
from mapapp.geoparse import measures
from mapapp.geoparse.clusters import Cluster, cluster
from mapapp.geoparse.features import FEATURES, NOTHING, measure, measure_nothing
from mapapp.geoparse.hints import read_hints
from mapapp.geoparse.lexicon import load_words
from mapapp.geoparse.mention import Mention
from mapapp.geoparse.opinion import Reader
from mapapp.geoparse.outlook import Outlook
from mapapp.geoparse.pairs import FORCED
from mapapp.geoparse.parse import geoparse
from mapapp.geoparse.recognize import describe
from mapapp.geoparse.rescue import rescue
from mapapp.geoparse.resolve import resolve
from mapapp.geoparse.scan import scan
from mapapp.geoparse.scoring import (
    GoldToponym,
    Tally,
    answer_of,
    calibration_error,
    reliability,
)
from mapapp.geoparse.weights import Weights, load_weights
from mapapp.model.document import Document
from mapapp.model.geometry import Coordinates, distance_km
from mapapp.text.sentences import build_document
from tools.fit_prior import CORPUS_WEIGHT

TARGET = Path(__file__).parent.parent / "mapapp" / "geoparse" / "weights.json"
EMPTY = Weights(
    local={},
    document={},
    threshold=0.42,
    resolution={"population": 3.3, "behind": 6.6, "primary": 1.4},
    opinion={},
    calibration=(),
    sure=0.5,
    provenance="",
)
OUTLOOK_FEATURES = ("same:", "person|", "person's|", "lower|", "home:", "mate:")
LEAST_SEEN = 3
RIGHT_KM = 161.0
TOLERANCE_KM = 10.0
FOLDS = 5
EMPHASIS = 3
"""How often each taught sentence counts: they are few, and they are what mapapp reads."""

ROUNDS = 4


@dataclass(frozen=True, slots=True)
class Case:
    """An annotated document."""

    gold: Sequence[dict]
    document: Document


def read_cases(path: Path) -> list[Case]:
    """Read a corpus."""
    with path.open(encoding="utf-8") as lines:
        records = [json.loads(line) for line in lines if line.strip()]
    return [Case(record["toponyms"], build_document(record["text"])) for record in records]


def read_sentences(path: Path) -> list[Case]:
    """Read a text file of one document a line with toponyms in double brackets, without points."""
    found = []
    for line in path.read_text(encoding="utf-8").splitlines():
        if not line or line.startswith("#"):
            continue
        text, gold = "", []
        for at, piece in enumerate(re.split(r"\[\[|\]\]", line)):
            if at % 2:
                gold.append({"start": len(text), "end": len(text) + len(piece), "lat": None})
            text += piece
        found.append(Case(gold, build_document(text)))
    return found


def match(case: Case, start: int, end: int) -> dict | None:
    """Return the gold toponym that a stretch overlaps; None when there is none."""
    return next((g for g in case.gold if start < g["end"] and g["start"] < end), None)


def logistic(rows: Sequence[Sequence[str]], right: Sequence[int], ridge: float) -> dict[str, float]:
    """Fit a logistic regression with ridge penalty over binary features."""
    seen = Counter(feature for row in rows for feature in set(row))
    names = sorted(feature for feature, count in seen.items() if count >= LEAST_SEEN)
    index = {name: at for at, name in enumerate(names)}
    columns = [[index[feature] for feature in set(row) if feature in index] for row in rows]
    begins = np.cumsum([0, *(len(row) for row in columns)])
    flat = np.array([column for row in columns for column in row], dtype=np.int32)
    design = csr_matrix((np.ones(len(flat)), flat, begins), shape=(len(rows), len(names)))
    target = np.array(right, dtype=float)

    def loss(weights: np.ndarray) -> tuple[float, np.ndarray]:
        scores = design @ weights
        value = np.logaddexp(0.0, scores).sum() - target @ scores + ridge / 2 * weights @ weights
        return value, design.T @ (1.0 / (1.0 + np.exp(-scores)) - target) + ridge * weights

    found = minimize(loss, np.zeros(len(names)), jac=True, method="L-BFGS-B")
    return {name: round(float(found.x[at]), 3) for name, at in index.items()}


@dataclass(frozen=True, slots=True)
class Scanned:
    """A case with what the scan found, computed once."""

    case: Case
    mentions: list[Mention]
    nations: dict[str, int]


def fit_recognition(  # noqa: C901 (two passes over the same mentions)
    scanned: Sequence[Scanned], ridge: float
) -> tuple[dict, dict]:
    """Return the local and the document weights."""
    local_rows, right, fold = [], [], []
    for at, item in enumerate(scanned):
        describe(item.case.document, item.mentions, item.nations, EMPTY)
        for mention in item.mentions:
            label = label_of(item.case, mention)
            if label is not None:
                own = [f for f in mention.features if not f.startswith(OUTLOOK_FEATURES)]
                local_rows.append(own)
                right.append(label)
                fold.append(at % FOLDS)
    local = logistic(local_rows, right, ridge)
    rows, labels = [], []
    for held in range(FOLDS):
        others = [at for at, number in enumerate(fold) if number != held]
        partial = logistic([local_rows[i] for i in others], [right[i] for i in others], ridge)
        scorer = replace(EMPTY, local=partial)
        for at, item in enumerate(scanned):
            if at % FOLDS != held:
                continue
            describe(item.case.document, item.mentions, item.nations, scorer)
            for mention in item.mentions:
                label = label_of(item.case, mention)
                if label is not None:
                    rows.append(mention.features)
                    labels.append(label)
    return local, logistic(rows, labels, ridge)


def label_of(case: Case, mention: Mention) -> int | None:
    """Return 1 for a place, 0 for none, None for what is neither right nor wrong."""
    gold = match(case, mention.start, mention.end)
    if gold is None:
        return 0
    return None if gold.get("adjectival") else 1


def fit_resolution(
    scanned: Sequence[Scanned], gazetteer: Gazetteer, ridge: float
) -> dict[str, float]:
    """Return the clue weights; contexts are the picks of the round before."""
    weights = dict(EMPTY.resolution)
    names = [*FEATURES, *NOTHING]
    for _ in range(ROUNDS):
        groups: list[tuple[np.ndarray, np.ndarray, float]] = []
        for item in scanned:
            groups.extend(_groups(item, gazetteer, weights, names))
        weights = _conditional(groups, names, ridge)
    return weights | {"corpus": CORPUS_WEIGHT}


def _groups(
    item: Scanned, gazetteer: Gazetteer, weights: dict[str, float], names: list[str]
) -> list[tuple[np.ndarray, np.ndarray, float]]:
    gold_of = {id(m): match(item.case, m.start, m.end) for m in item.mentions}
    mentions = [m for m in item.mentions if gold_of[id(m)] is not None]
    for mention in mentions:
        mention.hint = ""
    ends = [(m.last, m.end, m.sense) for m in mentions]
    read_hints(item.case.document, mentions)
    rescue(item.case.document, mentions, item.nations, gazetteer)
    clusters, _ = cluster(mentions)
    outlook = resolve(clusters, item.nations, {}, gazetteer, weights)
    found = []
    for one in clusters:
        group = _group(one, gold_of, outlook, names)
        if group is not None:
            found.append(group)
    for mention, (last, end, sense) in zip(mentions, ends, strict=True):
        mention.last, mention.end, mention.sense = last, end, sense
    return found


def _group(
    one: Cluster, gold_of: dict[int, dict | None], outlook: Outlook, names: list[str]
) -> tuple[np.ndarray, np.ndarray, float] | None:
    candidates = one.sense.candidates
    gold = next(
        (g for m in one.mentions if (g := gold_of[id(m)]) and g.get("lat") is not None), None
    )
    if not candidates or gold is None or gold.get("adjectival"):
        return None
    distances = np.array(
        [
            distance_km(c.place.coordinates.lat, c.place.coordinates.lon, gold["lat"], gold["lon"])
            for c in candidates
        ]
    )
    found = distances.min() <= RIGHT_KM
    if not found and one.sense.kind not in FORCED:
        return None  # representative points of large areas differ between sources
    right = np.append((distances <= distances.min() + TOLERANCE_KM) & found, not found)
    values = np.zeros((len(candidates) + 1, len(names)))
    judged = measures.Case(one, outlook)
    for name, value in measure_nothing(judged).items():
        values[-1, names.index(name)] = value
    for at, candidate in enumerate(candidates):
        for name, value in measure(candidate, judged).items():
            values[at, names.index(name)] = value
    return values, right, 1.0 + math.log(len(one.mentions))


def _conditional(
    groups: Sequence[tuple[np.ndarray, np.ndarray, float]], names: list[str], ridge: float
) -> dict[str, float]:
    """Fit a conditional logit by gradient ascent with momentum (the problem is small)."""
    weights = np.array([EMPTY.resolution.get(name, 0.0) for name in names])
    values = np.concatenate([group[0] for group in groups])
    right = np.concatenate([group[1] for group in groups]).astype(float)
    sizes = np.array([len(group[0]) for group in groups])
    begins = np.concatenate([[0], np.cumsum(sizes)[:-1]])
    share = np.repeat([group[2] for group in groups], sizes)
    share = share / sum(group[2] for group in groups)
    speed = np.zeros(len(names))
    for _ in range(2000):
        scores = values @ weights
        chance = np.exp(scores - np.repeat(np.maximum.reduceat(scores, begins), sizes))
        chance /= np.repeat(np.add.reduceat(chance, begins), sizes)
        wanted = chance * right
        wanted /= np.repeat(np.maximum(np.add.reduceat(wanted, begins), 1e-12), sizes)
        slope = values.T @ (share * (wanted - chance)) - ridge * weights / len(groups)
        speed = 0.9 * speed + slope
        weights = weights + 0.5 * speed
        if np.abs(slope).max() < 1e-4:  # noqa: PLR2004
            break
    return {name: round(float(weights[at]), 3) for at, name in enumerate(names)}


def isotonic(pairs: Sequence[tuple[float, bool]], least: int = 40) -> list[tuple[float, float]]:
    """Return calibration points by pool-adjacent-violators over bins of at least `least` pairs."""
    ordered = sorted(pairs)
    bins = [ordered[at : at + least] for at in range(0, len(ordered), least)]
    if len(bins) > 1 and len(bins[-1]) < least // 2:
        bins[-2] += bins.pop()
    pools = [[sum(r for r, _ in b), sum(v for _, v in b), len(b)] for b in bins]
    merged: list[list[float]] = []
    for pool in pools:
        merged.append(list(pool))
        while len(merged) > 1 and merged[-2][1] / merged[-2][2] >= merged[-1][1] / merged[-1][2]:
            last = merged.pop()
            merged[-1] = [a + b for a, b in zip(merged[-1], last, strict=True)]
    return [(round(raw / n, 4), round(hits / n, 4)) for raw, hits, n in merged]


def fit(scanned: Sequence[Scanned], gazetteer: Gazetteer, ridge: float) -> Weights:
    """Return all weights but the calibration."""
    local, document = fit_recognition(scanned, ridge)
    resolution = fit_resolution(scanned, gazetteer, 1.0)
    return replace(EMPTY, local=local, document=document, resolution=resolution)


def score(
    cases: Sequence[Case], gazetteer: Gazetteer, weights: Weights, opinion: Reader | None = None
) -> Tally:
    """Return how the weights do on cases."""
    tally = Tally()
    for case in cases:
        toponyms = geoparse(case.document, gazetteer, weights=weights, opinion=opinion)
        gold = [
            GoldToponym(
                start=g["start"],
                end=g["end"],
                point=None if g.get("lat") is None else Coordinates(lat=g["lat"], lon=g["lon"]),
                ignored=bool(g.get("adjectival")),
            )
            for g in case.gold
        ]
        tally.add(gold, [answer_of(toponym) for toponym in toponyms])
    return tally


def scan_cases(cases: Sequence[Case], gazetteer: Gazetteer) -> list[Scanned]:
    """Scan all cases once."""
    lists = load_words()
    found = []
    for case in cases:
        mentions, nations = scan(case.document, gazetteer, lists)
        found.append(Scanned(case, mentions, dict(nations)))
    return found


def calibrate(
    scanned: Sequence[Scanned], taught: Sequence[Scanned], gazetteer: Gazetteer, ridge: float
) -> list[tuple[float, float]]:
    """Return calibration points from held-out folds."""
    pairs: list[tuple[float, bool]] = []
    for held in range(FOLDS):
        train = [item for at, item in enumerate(scanned) if at % FOLDS != held]
        test = [item.case for at, item in enumerate(scanned) if at % FOLDS == held]
        pairs += score(test, gazetteer, fit([*train, *taught], gazetteer, ridge)).outcomes
    # Points from every other pair, checked on the rest: an honest figure for the docs.
    half = replace(EMPTY, calibration=isotonic(pairs[::2]))
    checked = [(half.calibrated(raw), right) for raw, right in pairs[1::2]]
    print(f"held-out calibration error {calibration_error(checked):.3f}")
    for row in reliability(checked):
        print("  confidence {confidence:.2f}  right {right:.2f}  n {count:.0f}".format(**row))
    return isotonic(pairs)


def leave_one_out(
    corpora: Mapping[str, Sequence[Scanned]],
    taught: Sequence[Scanned],
    gazetteer: Gazetteer,
    ridge: float,
) -> None:
    """Print how each corpus does with weights fitted on the others."""
    for name, held in corpora.items():
        others = [item for other, items in corpora.items() if other != name for item in items]
        weights = fit([*others, *taught], gazetteer, ridge)
        figures = score([item.case for item in held], gazetteer, weights).metrics()
        shown = ("overlap_f1", "end_to_end_f1", "acc161", "acc25")
        parts = "  ".join(f"{key} {100 * figures[key]:.1f}" for key in shown)
        print(f"{name}, fitted without it: {parts}")


def main() -> None:
    """Fit on the corpora, and write the file when told to."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--corpus", type=Path, action="append", required=True)
    parser.add_argument("--sentences", type=Path, action="append", default=[])
    parser.add_argument("--ridge", type=float, default=2.0)
    parser.add_argument("--sure", type=float, default=0.5)
    parser.add_argument("--leave-one-out", action="store_true", help="print and write nothing")
    parser.add_argument("--raw", action="store_true", help="leave out the calibration")
    parser.add_argument("--write", type=Path, nargs="?", const=TARGET)
    parser.add_argument("--gazetteer", type=Path, action="append")
    options = parser.parse_args()
    config = load_config()
    gazetteer = open_gazetteer(options.gazetteer or config.gazetteer_files, config.cache_folder)
    extra = [case for path in options.sentences for case in read_sentences(path)] * EMPHASIS
    corpora = {path.stem: scan_cases(read_cases(path), gazetteer) for path in options.corpus}
    scanned = [item for items in corpora.values() for item in items]
    taught = scan_cases(extra, gazetteer)
    if options.leave_one_out:
        leave_one_out(corpora, taught, gazetteer, options.ridge)
        return
    weights = fit([*scanned, *taught], gazetteer, options.ridge)
    points = [] if options.raw else calibrate(scanned, taught, gazetteer, options.ridge)
    names = ", ".join(path.stem for path in options.corpus)
    record = {
        "provenance": f"tools/fit_weights.py --ridge {options.ridge} on {names} "
        f"({len(scanned)} documents), {datetime.now(UTC).date().isoformat()}",
        "threshold": weights.threshold,
        "sure": options.sure,
        "resolution": dict(sorted(weights.resolution.items())),
        "opinion": dict(load_weights().opinion),
        "calibration": points,
        "local": {k: v for k, v in sorted(weights.local.items()) if v},
        "document": {k: v for k, v in sorted(weights.document.items()) if v},
    }
    text = json.dumps(record, ensure_ascii=False, indent=1) + "\n"
    if options.write:
        options.write.write_text(text, encoding="utf-8")
    print(json.dumps(record["resolution"], indent=1))


if __name__ == "__main__":
    main()
