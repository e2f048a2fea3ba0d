"""Accuracy and speed of actors and events: `python -m benchmarks.events [--errors]`.

Accuracy is scored on the labeled sentences, the seed article and the articles that tell one event
of tests/accuracy/events.
Speed is of one core, in words a second, best of five rounds: on sentences of which nearly each
tells an event, and on the seed article.
"""

import importlib.util
import sys
import time
from collections.abc import Callable, Sequence
from datetime import date
from pathlib import Path
from types import ModuleType

from mapapp.actors.lexicon import Lexicon
from mapapp.actors.recognize import find_names, recognize_actors, recognize_voices
from mapapp.config import load_config
from mapapp.events.extract import extract_events
from mapapp.model.document import Document
from mapapp.pipeline import load_knowledge
from mapapp.text.sentences import build_document

ROOT = Path(__file__).resolve().parent.parent
ACCURACY = ROOT / "tests" / "accuracy" / "events"
ROUNDS = 5
REPEATS = 20


def main() -> None:
    """Print accuracy, then speed."""
    config = load_config()
    knowledge = load_knowledge(config.bundled, config.gazetteer_files, config.cache_folder)
    (path,) = (ROOT / "seeds").glob("*.txt")
    seed = path.read_text(encoding="utf-8")
    sentences, article = _load("score"), _load("seed_score")
    tally = sentences.score_sentences(knowledge.lexicon)
    for measure in tally.asked:
        print(f"{measure:28} {tally.share(measure):7.1%} of {tally.asked[measure]}")
    reading = article.read_seed(seed, knowledge)
    for scores in (article.actor_scores(reading), article.event_scores(reading)):
        for name, value in scores.items():
            print(f"seed: {name:28} {value:.3f}")
    print(f"seed: toll errors {article.toll_errors(reading) or 'none'}")
    linking = _load("linking_score")
    for half in ("dev", "held"):
        found = linking.score_linking(half, knowledge)
        print(
            f"reports of one event linked, {half:4} {found.right} of {found.pairs} pairs, "
            f"{found.wrong} wrong: recall {found.recall:.3f}, precision {found.precision:.3f}"
        )
    if "--errors" in sys.argv:
        print("\n".join(tally.errors))
    rows = (ACCURACY / "sentences.tsv").read_text(encoding="utf-8").splitlines()[1:]
    _speed("sentences", [row.split("\t")[2] for row in rows], knowledge.lexicon)
    _speed("seed", [seed], knowledge.lexicon)


def _speed(name: str, texts: Sequence[str], lexicon: Lexicon) -> None:
    documents = [
        build_document(text, published=date(2020, 2, 27)) for text in texts for _ in range(REPEATS)
    ]
    words = REPEATS * sum(len(text.split()) for text in texts)
    actors = [recognize_actors(document, lexicon, ()) for document in documents]
    voices = [recognize_voices(document, lexicon, ()) for document in documents]

    def find_actors(document: Document, _: int) -> None:
        find_names(document, lexicon)
        recognize_actors(document, lexicon, ())
        recognize_voices(document, lexicon, ())

    def find_events(document: Document, at: int) -> None:
        extract_events(document, (), actors[at], (), voices[at])

    seconds = [_best(find, documents) for find in (find_actors, find_events)]
    rates = ", ".join(
        f"{label} {words / spent:,.0f}"
        for label, spent in zip(("actors", "events", "both"), (*seconds, sum(seconds)), strict=True)
    )
    print(f"speed on {name}: {rates} words/s")


def _best(find: Callable[[Document, int], None], documents: Sequence[Document]) -> float:
    """Return the processor seconds of the fastest round."""
    spent = []
    for _ in range(ROUNDS):
        start = time.process_time()
        for at, document in enumerate(documents):
            find(document, at)
        spent.append(time.process_time() - start)
    return min(spent)


def _load(name: str) -> ModuleType:
    spec = importlib.util.spec_from_file_location(f"events_{name}", ACCURACY / f"{name}.py")
    if spec is None or spec.loader is None:
        message = f"{ACCURACY / name}.py is missing; run from a clone, not from the wheel."
        raise FileNotFoundError(message)
    module = importlib.util.module_from_spec(spec)
    sys.modules[spec.name] = module
    spec.loader.exec_module(module)
    return module


if __name__ == "__main__":
    main()
