"""Deciding which names are places: a weighted sum of clues, first alone, then in the document."""

import math
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from itertools import repeat

from mapapp.geoparse.consult import consult
from mapapp.geoparse.context import Surroundings
from mapapp.geoparse.cues import mark_cues
from mapapp.geoparse.lexicon import WordLists, load_words
from mapapp.geoparse.mention import Mention
from mapapp.geoparse.opinion import Reader
from mapapp.geoparse.pairs import MARKS, pair_containers
from mapapp.geoparse.weights import Weights
from mapapp.geoparse.word_classes import TIERS
from mapapp.model.document import Document

SOLID = 0.6
"""Least local score of a mention that speaks for its country."""

MOST_ODDS = 30.0
"""Log-odds beyond which a probability is as good as 0 or 1."""

OFTEN = 2
"""Other solid mentions of a name from which on it is beyond doubt."""


def recognize(
    document: Document,
    mentions: Sequence[Mention],
    nations: Mapping[str, int],
    weights: Weights,
    opinion: Reader | None = None,
) -> list[Mention]:
    """Return the mentions that are places, with their features and scores filled in.

    Args:
        document: The text they stand in.
        mentions: What the scan found, in text order.
        nations: How often each country's people are named.
        weights: Fitted weights.
        opinion: A second opinion; None for the rules alone.
    """
    describe(document, mentions, nations, weights)
    if opinion is not None:
        consult(document, mentions, opinion, weights.opinion)
    return [mention for mention in mentions if mention.score >= weights.threshold]


def describe(
    document: Document,
    mentions: Sequence[Mention],
    nations: Mapping[str, int],
    weights: Weights,
) -> None:
    """Fill in features and scores of all mentions."""
    pair_containers(document, mentions)
    mark_cues(document, mentions)
    surroundings = Surroundings(document, mentions)
    for mention in mentions:
        mention.features = surroundings.describe(mention)
        mention.score = _raised(mention, probability(mention.features, weights.local))
    outlook = _Outlook(document, mentions, nations)
    for mention in mentions:
        mention.features += outlook.describe(mention)
    _compare_lists(document, mentions)
    for mention in mentions:
        mention.score = _raised(mention, probability(mention.features, weights.document))
        if TRUSTED <= mention.score < SOLID and _beyond_doubt(mention):
            mention.score = SOLID


def _raised(mention: Mention, score: float) -> float:
    """Return the score (0-1) of a mention, a solid one where its form says it is a place."""
    return max(score, SOLID) if mention.cue else score


def _beyond_doubt(mention: Mention) -> bool:
    """Return whether the document uses the name as a place so often that it is one here too."""
    tier = TIERS[mention.sense.kind]
    features = mention.features
    return f"same:often|{tier}" in features and PERSONAL.isdisjoint(features)


TRUSTED = 0.1
PERSONAL = frozenset(
    {"p:first", "p:title", "p:initial", "never", "business"}
    | {
        f"{flag}|{tier}"
        for flag in ("person", "person's")
        for tier in ("high", "mid", "low", "none")
    }
)
"""Features that speak of a person or firm."""


def probability(features: Iterable[str], weights: Mapping[str, float]) -> float:
    """Return the logistic of the sum of the features' weights (0-1)."""
    total = sum(map(weights.get, features, repeat(0.0)))
    if not -MOST_ODDS < total < MOST_ODDS:
        total = math.copysign(MOST_ODDS, total)
    return 1.0 / (1.0 + math.exp(-total))


def _compare_lists(document: Document, mentions: Sequence[Mention]) -> None:
    """Add how sure the neighbors of each mention in a list ("A, B and C") are."""
    mates: dict[int, float] = {}
    for index in range(1, len(mentions)):
        left, right = mentions[index - 1], mentions[index]
        if _listed(document, left, right):
            right.mate = left if left.container is not right else None
            mates[index - 1] = max(mates.get(index - 1, 0.0), right.score)
            mates[index] = max(mates.get(index, 0.0), left.score)
    for index, best in mates.items():
        mention = mentions[index]
        mention.features.append(f"mate:{round(best * 4)}|{TIERS[mention.sense.kind]}")


def _listed(document: Document, left: Mention, right: Mention) -> bool:
    gap = right.first - left.last
    if left.sentence != right.sentence or not 0 < gap <= 2:  # noqa: PLR2004
        return False
    return all(word in MARKS for word in document.lowers[left.last : right.first])


class _Outlook:
    """What the rest of the document says about each mention."""

    def __init__(
        self, document: Document, mentions: Sequence[Mention], nations: Mapping[str, int]
    ) -> None:
        self.lists: WordLists = load_words()
        self.written = set(document.words)
        self.people = self._people(mentions)
        self.best: dict[str, list[float]] = {}
        for mention in mentions:
            self.best.setdefault(mention.sense.key, []).append(mention.score)
        for scores in self.best.values():
            scores.sort(reverse=True)
        self.countries: dict[str, int] = defaultdict(int)
        self.units: dict[tuple[str, str], int] = defaultdict(int)
        self._count(mentions, nations)

    def _people(self, mentions: Sequence[Mention]) -> set[str]:
        """Return the family names that occur after a given name or a title."""
        found: set[str] = set()
        for mention in mentions:
            if mention.features[3] in PERSONAL:
                found.add(mention.sense.key)
                found.add(mention.sense.key.rpartition(" ")[2])
            opening, _, rest = mention.sense.key.partition(" ")
            if rest and not mention.sense.candidates and opening in self.lists.first_names:
                found.update(rest.split(" "))
        return found

    def _count(self, mentions: Sequence[Mention], nations: Mapping[str, int]) -> None:
        seen: set[str] = set()
        for mention in mentions:
            sense = mention.sense
            if mention.score < SOLID or not sense.candidates or sense.key in seen:
                continue
            seen.add(sense.key)
            place = sense.candidates[0].place
            self.countries[place.country] += 1
            if place.admin1:
                self.units[place.country, place.admin1] += 1
        for country, count in nations.items():
            self.countries[country] += min(count, 2)
        self.total = sum(self.countries.values())

    def describe(self, mention: Mention) -> list[str]:
        """Return the features that need the whole document."""
        sense = mention.sense
        tier = TIERS[sense.kind]
        features = [f"same:{self._same(mention)}|{tier}"]
        if sense.key in self.people:
            features.append(f"person|{tier}")
        elif sense.size > 1 and sense.key.rpartition(" ")[2] in self.people:
            features.append(f"person's|{tier}")
        if sense.size == 1 and sense.key in self.written:
            features.append(f"lower|{tier}")
        if tier != "none":
            features.append(f"home:{self._home(mention)}|{tier}")
        return features

    def _same(self, mention: Mention) -> str:
        """Return how sure the same name is elsewhere in the document."""
        scores = self.best[mention.sense.key]
        if len(scores) == 1:
            return "alone"
        best = scores[1] if scores[0] == mention.score else scores[0]
        often = len(scores) > OFTEN and scores[OFTEN] > SOLID
        return "often" if often else f"{round(best * 4)}"

    def _home(self, mention: Mention) -> str:
        """Return how much of the document lies in the country of some candidate."""
        if not self.total:
            return "none"
        own = 1 if mention.score >= SOLID else 0
        shares = [0.0]
        for candidate in mention.sense.candidates:
            place = candidate.place
            if place.admin1 and self.units[place.country, place.admin1] > own:
                return "unit"
            taken = own if candidate is mention.sense.candidates[0] else 0
            shares.append((self.countries[place.country] - taken) / self.total)
        best = max(shares)
        return "0" if best <= 0 else "1" if best < 0.25 else "2" if best < 0.5 else "3"  # noqa: PLR2004
