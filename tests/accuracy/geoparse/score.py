"""Score the geoparser on the seed article and on sentences of other wars.

python tests/accuracy/geoparse/score.py                              print the figures
python tests/accuracy/geoparse/score.py --update                     raise floors that rose
python tests/accuracy/geoparse/score.py --update --allow-regression  also lower them, on purpose
"""

import argparse
import json
import math
import re
import sys
from pathlib import Path

HERE = Path(__file__).resolve().parent
ROOT = HERE.parents[2]
sys.path.insert(0, str(ROOT))

from mapapp.config import load_config  # noqa: E402
from mapapp.gazetteer.gazetteer import open_gazetteer  # noqa: E402
from mapapp.geoparse.parse import geoparse  # noqa: E402
from mapapp.geoparse.scoring import Answer, GoldToponym, answer_of, pair  # noqa: E402
from mapapp.geoparse.weights import load_weights  # noqa: E402
from mapapp.model.geometry import Coordinates  # noqa: E402
from mapapp.text.sentences import build_document  # noqa: E402

FLOORS = HERE / "floors.json"
SLACK = 0.001


def spans(answers, gold):
    """Return (right, predicted, gold) of overlapping spans."""
    return len(pair(gold, answers)), len(answers), len(gold)


def f1(right, predicted, gold):
    return 2 * right / (predicted + gold) if predicted + gold else 0.0


def seed_figures(toponyms, mentions):
    """Return the figures of the seed article."""
    optional = [m for m in mentions if not m["required"]]
    required = [m for m in mentions if m["required"]]
    answers = [
        answer_of(t)
        for t in toponyms
        if not any(t.start < m["end"] and m["start"] < t.end for m in optional)
    ]
    gold = [GoldToponym(start=m["start"], end=m["end"], point=point(m)) for m in required]
    pairs = pair(gold, answers)
    inside = sum(
        answers[at].point is not None
        and answers[at].point.distance_km(gold[number].point) <= required[number]["radius_km"]
        for number, at in pairs
    )
    silent = [m for m in mentions if m["kind"] == "metonym" or m["text"] == "Hatay"]
    plotted = sum(
        any(t.plotted and t.start < m["end"] and m["start"] < t.end for t in toponyms)
        for m in silent
    )
    return {
        "seed span f1": f1(len(pairs), len(answers), len(gold)),
        "seed inside radius": inside / len(pairs) if pairs else 0.0,
        "seed governments kept off the map": 1 - plotted / len(silent),
    }


def point(mention):
    return Coordinates(lat=mention["lat"], lon=mention["lon"])


def sentence_figures(lines, read):
    """Return the span scores over marked sentences; `read` gives the answers of a text."""
    right = predicted = wanted = 0
    for line in lines:
        text, gold = "", []
        for at, piece in enumerate(re.split(r"\[\[|\]\]", line)):
            if at % 2:
                end = len(text) + len(piece)
                gold.append(GoldToponym(start=len(text), end=end, point=None))
            text += piece
        counts = spans(read(text), gold)
        right, predicted, wanted = (
            sum(p) for p in zip((right, predicted, wanted), counts, strict=True)
        )
    return {
        "sentences precision": right / predicted if predicted else 0.0,
        "sentences recall": right / wanted if wanted else 0.0,
    }


def marked_sentences(name="sentences.txt"):
    lines = (HERE / name).read_text(encoding="utf-8").splitlines()
    return [line for line in lines if line and not line.startswith("#")]


def unmarked(line):
    """Return the text of a marked line, and start, end and the fields after the name of each."""
    text, marks = "", []
    for at, piece in enumerate(re.split(r"\[\[|\]\]", line)):
        name, *fields = piece.split("|") if at % 2 else (piece,)
        if at % 2:
            marks.append((len(text), len(text) + len(name), fields))
        text += name
    return text, marks


def label_figures(title, lines, parse, judge):
    """Return span scores and the shares of found names with the right place and role.

    Args:
        title: What the figures are called by.
        lines: Marked lines.
        parse: Gives the toponyms of a text.
        judge: Whether the place, and the role, of a toponym agree with the fields of a mark.
    """
    found = predicted = wanted = 0
    agreed = [0, 0]
    for line in lines:
        text, marks = unmarked(line)
        toponyms = parse(text)
        gold = [GoldToponym(start=start, end=end, point=None) for start, end, _ in marks]
        pairs = pair(gold, [answer_of(toponym) for toponym in toponyms])
        found, predicted, wanted = found + len(pairs), predicted + len(toponyms), wanted + len(gold)
        for number, at in pairs:
            for which, right in enumerate(judge(toponyms[at], marks[number][2])):
                agreed[which] += right
    return {
        f"{title} precision": found / predicted if predicted else 0.0,
        f"{title} recall": found / wanted if wanted else 0.0,
        f"{title} placed": agreed[0] / found if found else 0.0,
        f"{title} roles": agreed[1] / found if found else 0.0,
    }


def judge_arabic(toponym, fields):
    """Compare with a point and a role: 60 km, or inside the place where it is large."""
    lat, lon, role = fields
    place = toponym.place
    reach = 250.0 if role in {"area", "metonym"} else 60.0
    near = place is not None and (
        place.coordinates.distance_km(Coordinates(lat=float(lat), lon=float(lon))) <= reach
    )
    return near, toponym.role.value == role


def judge_conflict(toponym, fields):
    """Compare with a country ("-" for names that may stay unplaced) and what is on the map."""
    country, kind = fields
    place = toponym.place
    right = country == "-" or (place is not None and place.country == country)
    kinds = {"event_place": "P", "area": "P", "dateline": "D", "metonym": "M", "affiliation": "A"}
    return right, kinds[toponym.role.value] == kind


def figures(gazetteer, weights=None):
    """Return every figure, 0-1."""
    weights = weights or load_weights()

    def parse(text):
        return geoparse(build_document(text), gazetteer, weights=weights)

    def read(text) -> list[Answer]:
        return [answer_of(toponym) for toponym in parse(text)]

    (path,) = (ROOT / "seeds").glob("*.txt")
    text = path.read_text(encoding="utf-8")
    mentions = json.loads((HERE / "seed.json").read_text(encoding="utf-8"))["mentions"]
    toponyms = geoparse(build_document(text), gazetteer, weights=weights)
    return {
        **seed_figures(toponyms, mentions),
        **sentence_figures(marked_sentences(), read),
        **label_figures("conflict", marked_sentences("conflict.txt"), parse, judge_conflict),
        **label_figures("arabic", marked_sentences("arabic.txt"), parse, judge_arabic),
    }


def regressions(found, floors):
    """Return one line for each figure below its floor."""
    return [
        f"{name}: {found.get(name, 0.0):.4f} is below its floor {floor:.4f}"
        for name, floor in floors.items()
        if found.get(name, 0.0) < floor - SLACK
    ]


def updated(found, floors, *, allow_regression):
    """Return the new floors; a figure only falls when that is allowed."""
    if allow_regression:
        return {name: math.floor(value * 1000) / 1000 for name, value in found.items()}
    return {
        name: max(floors.get(name, 0.0), math.floor(value * 1000) / 1000)
        for name, value in found.items()
    }


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--update", action="store_true")
    parser.add_argument("--allow-regression", action="store_true")
    options = parser.parse_args()
    config = load_config()
    found = figures(open_gazetteer(config.gazetteer_files, config.cache_folder))
    floors = json.loads(FLOORS.read_text(encoding="utf-8")) if FLOORS.exists() else {}
    sys.stdout.write("".join(f"{name:36} {value:.4f}\n" for name, value in found.items()))
    if options.update:
        new = updated(found, floors, allow_regression=options.allow_regression)
        FLOORS.write_text(json.dumps(new, indent=1) + "\n", encoding="utf-8")
    return bool(regressions(found, floors)) and not options.update


if __name__ == "__main__":
    sys.exit(main())
