"""Articles made up for measuring: 450 words, as dense in places as news or as a war diary.

Measured by this parser on 347 news articles of two public corpora, per thousand words: 32-36
toponyms (17-24 different places), 5-6 actors, 4-5 events, 47-50 sentences. `news` comes near that;
`dense` has twice the toponyms and seven times the events. Nothing here was used to develop a stage.
"""

import csv
import random
from collections.abc import Iterator
from importlib.resources import files

from mapapp.articles.article import make_article
from mapapp.config import load_config
from mapapp.model.article import Article

WORDS = 450
"""Words of an article; the last sentence may go over."""

COUNTRIES = ("SY", "UA", "SD", "IQ", "YE", "ET", "MM", "ML")

WAR = (
    "Government forces shelled {a} on Monday, and at least {n} people were killed, a doctor said.",
    "Rebels said they had taken the town of {a} after fighting that lasted {n} days.",
    "An air strike hit a market near {a}, the civil defence said, wounding {n} others.",
    "The army denied that its troops had withdrawn from {a} and said the road to {b} was open.",
    "Monitors counted {n} violations of the truce in {a}, most of them with mortars.",
)
PLACE = (
    "Residents of {a} fled towards {b}, where aid groups had put up tents for {n} families.",
    "{p}, a teacher in {a}, said the {w} had {v} since the {w}.",
    "The {w} in {a} was {v} for {n} days, and the {w} of {b} {v} the {w}.",
    "A spokesman in {b} said that the {w} and the {w} would be {v} before the {w} of the {w}.",
)
PLAIN = (
    "The {w} and the {w} of the {w} were {v} by a {w} that had {v} the {w}, according to {p}.",
    "The ministry did not comment on the {w} or the {w}, which could not be {v} independently.",
    "Prices of {w} and {w} have doubled since the {w}, traders say, while {w} has {v} since.",
    "“We do not know what the {w} will bring,” said {p}, who {v} a {w} before the {w}.",
    "It was the {n}th {w} of its kind this year, and no {w} said that it had {v} the {w}.",
    "Under the {w}, each {w} would be {v} within {n} days, and a {w} would {w} the {w}.",
    "{p} and {p} have {v} over the {w} since the {w} of the {w} was {v} in the {w}.",
)
DENSITIES = {"news": (WAR, *[PLACE] * 5, *[PLAIN] * 7), "dense": (WAR, WAR, PLACE)}
"""Kinds of sentences, each as often as it stands there."""


def generate(
    count: int, density: str = "news", seed: int = 3, *, words_each: int = WORDS
) -> Iterator[Article]:
    """Yield articles; the same numbers give the same ones."""
    choice = random.Random(f"{seed} {density}")  # noqa: S311 (repeatable, not secret)
    places = _places()
    words, verbs = _words()
    for number in range(count):
        names = choice.sample(places[choice.choice(COUNTRIES)], 12)
        text = f"Days of fighting leave {names[0]} in ruins, report {number}\n\n"
        length = 10
        while length < words_each:
            kinds = DENSITIES[density]
            sentence = choice.choice(choice.choice(kinds))
            text += _fill(sentence, choice, names, words, verbs)
            length += sentence.count(" ") + 1
            text += "\n\n" if choice.random() < 0.4 else " "  # noqa: PLR2004
        yield make_article(text, source=f"Source {number % 20}")


def _places() -> dict[str, list[str]]:
    places: dict[str, list[str]] = {country: [] for country in COUNTRIES}
    with load_config().gazetteer_files[0].open(encoding="utf-8", newline="") as stream:
        for row in csv.DictReader(stream):
            if row["country"] in places and row["feature_class"] == "P":
                places[row["country"]].append(row["name"])
    return places


def _words() -> tuple[list[str], list[str]]:
    """Return common English words and, among them, what looks like a verb's past."""
    text = (files("mapapp.geoparse") / "words" / "common_words.txt").read_text(encoding="utf-8")
    words = [word for word in text.split() if word.isascii() and word.islower()]
    return words, [word for word in words if word.endswith("ed")]


def _fill(
    sentence: str, choice: random.Random, names: list[str], words: list[str], verbs: list[str]
) -> str:
    filled = []
    for piece in sentence.split("{"):
        slot, brace, rest = piece.partition("}")
        filled.append(_slot(slot, choice, names, words, verbs) + rest if brace else piece)
    return "".join(filled)


def _slot(
    slot: str, choice: random.Random, names: list[str], words: list[str], verbs: list[str]
) -> str:
    if slot == "w":
        return words[int(len(words) * choice.random() ** 2)]
    if slot == "v":
        return choice.choice(verbs)
    if slot == "n":
        return str(choice.randint(2, 90))
    if slot == "p":
        return f"{_name(choice)} {_name(choice)}"
    return choice.choice(names)


def _name(choice: random.Random) -> str:
    """Return a made-up name of a person."""
    syllables = ("ka", "ri", "mo", "len", "dar", "sha", "vi", "tu", "nel", "ba", "jo", "hem")
    return "".join(choice.sample(syllables, choice.randint(2, 3))).capitalize()
