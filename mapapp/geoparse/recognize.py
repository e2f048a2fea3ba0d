"""Deciding which names are places: a weighted sum of clues, first alone, then in the document."""

import math
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence

from mapapp.geoparse.containment import contains
from mapapp.geoparse.context import TIERS, Surroundings
from mapapp.geoparse.lexicon import WordLists, load_words
from mapapp.geoparse.mention import Mention
from mapapp.geoparse.weights import Weights
from mapapp.model.document import Document

SOLID = 0.6
"""Least local score of a mention that speaks for its country."""

PAIRED_CANDIDATES = 12
"""Candidates of each side that are compared in "X, Y"."""


def recognize(
    document: Document,
    mentions: Sequence[Mention],
    nations: Mapping[str, int],
    weights: Weights,
) -> list[Mention]:
    """Return the mentions that are places, with their features and scores filled in.

    Args:
        document: The text they stand in.
        mentions: What the scan found, in text order.
        nations: How often each country's people are named.
        weights: Fitted weights.
    """
    describe(document, mentions, nations, weights)
    return [mention for mention in mentions if mention.score >= weights.threshold]


def describe(
    document: Document,
    mentions: Sequence[Mention],
    nations: Mapping[str, int],
    weights: Weights,
) -> None:
    """Fill in features and scores of all mentions."""
    pair_containers(document, mentions)
    surroundings = Surroundings(document, mentions)
    for mention in mentions:
        mention.features = surroundings.describe(mention)
        mention.score = probability(mention.features, weights.local)
    outlook = _Outlook(document, mentions, nations)
    for mention in mentions:
        mention.features += outlook.describe(mention)
    for mention in mentions:
        mention.score = probability(mention.features, weights.document)


def probability(features: Iterable[str], weights: Mapping[str, float]) -> float:
    """Return the logistic of the sum of the features' weights (0-1)."""
    get = weights.get
    total = 0.0
    for feature in features:
        total += get(feature, 0.0)
    return 1.0 / (1.0 + math.exp(-max(-30.0, min(30.0, total))))


def pair_containers(document: Document, mentions: Sequence[Mention]) -> None:
    """Find "X, Y" where Y contains X, and "X (Y)" likewise."""
    words = document.words
    for mention, following in zip(mentions, mentions[1:], strict=False):
        gap = following.first - mention.last
        if gap != 1 or following.sentence != mention.sentence:
            continue
        if words[mention.last] in {",", "("} and _may_contain(following, mention):
            mention.container = following


def _may_contain(outer: Mention, inner: Mention) -> bool:
    if not inner.sense.candidates:
        return TIERS[outer.sense.kind] == "high"
    return any(
        contains(wide.place, narrow.place)
        for wide in outer.sense.candidates[:PAIRED_CANDIDATES]
        for narrow in inner.sense.candidates
    )


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
        self.countries: Counter[str] = Counter()
        self.units: Counter[tuple[str, str]] = Counter()
        self._count(mentions, nations)

    def _people(self, mentions: Sequence[Mention]) -> set[str]:
        """Return the family names that occur after a given name or a title."""
        found: set[str] = set()
        for mention in mentions:
            if {"p:first", "p:title", "p:initial"} & set(mention.features[4:5]):
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
        return f"{round(best * 4)}"

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
