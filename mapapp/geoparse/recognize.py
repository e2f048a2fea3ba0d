"""Deciding which names are places: a weighted sum of clues, first alone, then in the document."""

import math
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence

from mapapp.geoparse.containment import contains
from mapapp.geoparse.context import TIERS, Surroundings
from mapapp.geoparse.lexicon import WordLists, load_words
from mapapp.geoparse.mention import UNKNOWN, Mention
from mapapp.geoparse.weights import Weights
from mapapp.model.document import Document

SOLID = 0.6
"""Least local score of a mention that speaks for its country."""

OFTEN = 2
"""Other solid mentions of a name from which on it is beyond doubt."""

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
    _compare_lists(document, mentions)
    for mention in mentions:
        mention.score = probability(mention.features, weights.document)
        if TRUSTED <= mention.score < SOLID and _beyond_doubt(mention):
            mention.score = SOLID


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
    get = weights.get
    total = 0.0
    for feature in features:
        total += get(feature, 0.0)
    return 1.0 / (1.0 + math.exp(-max(-30.0, min(30.0, total))))


def pair_containers(document: Document, mentions: Sequence[Mention]) -> None:
    """Find "X, Y" and "X (Y)" where Y contains X, and "Y's X".

    Where no candidate of X lies in Y, the text is believed rather than the gazetteer if it cannot
    be a list: "Holliday, Missouri" is in Missouri also when only Texas has a Holliday on record.
    """
    for index in range(len(mentions) - 1):
        mention, following = mentions[index], mentions[index + 1]
        if following.sentence != mention.sentence:
            continue
        gap = document.lowers[mention.last : following.first]
        if gap in ([","], ["("]):
            listed = gap == [","] and _in_list(document, mentions, index)
            if _may_contain(following, mention, listed=listed):
                mention.container = following
            else:
                _pair_further(document, mentions, index)
        elif not gap and mention.end < document.ends[mention.last - 1]:
            if TIERS[mention.sense.kind] != "none" and _holds(mention, following):
                following.container = mention
        elif gap[:1] == ["in"] and len(gap) <= 3:  # noqa: PLR2004
            if _may_contain(following, mention, listed=bool(mention.sense.candidates)):
                mention.container = following


def _pair_further(document: Document, mentions: Sequence[Mention], index: int) -> None:
    """Find Z in "X (Y, Z)" and "X, Y, Z" where Y is not known to contain X."""
    mention, at = mentions[index], index + 1
    while at + 1 < len(mentions) and at - index < REACH:
        left, right = mentions[at], mentions[at + 1]
        between = document.lowers[left.last : right.first]
        if between != [","] or right.sentence != mention.sentence:
            return
        if right.sense.kind in UNITS and mention.sense.kind != "country":
            bracketed = document.lowers[mention.last] == "(" and mention.sense.kind in FORCED
            if bracketed or _holds(right, mention):
                mention.container = right
                return
        at += 1


def _in_list(document: Document, mentions: Sequence[Mention], index: int) -> bool:
    """Return whether "X, Y" may be part of an enumeration of places of one kind."""
    lowers = document.lowers
    mention, following = mentions[index], mentions[index + 1]
    if (
        index
        and mention.first - mentions[index - 1].last == 1
        and lowers[mention.first - 1] in MARKS
    ):
        return True
    if index + 2 >= len(mentions) or mentions[index + 2].sentence != mention.sentence:
        return False
    between = lowers[following.last : mentions[index + 2].first]
    return 0 < len(between) <= 2 and all(word in MARKS for word in between)  # noqa: PLR2004


def _may_contain(outer: Mention, inner: Mention, *, listed: bool) -> bool:
    """Return whether the text can mean that one mention lies in the other."""
    kinds = (inner.sense.kind, outer.sense.kind)
    if kinds == ("country", "country") or outer.sense.kind not in CONTAINING:
        return _holds(outer, inner) and kinds[0] != "country"
    if _holds(outer, inner):
        return True
    return not listed and inner.sense.kind in FORCED and outer.sense.kind in UNITS


def _holds(outer: Mention, inner: Mention) -> bool:
    return any(
        contains(wide.place, narrow.place)
        for wide in outer.sense.candidates[:PAIRED_CANDIDATES]
        for narrow in inner.sense.candidates
    )


MARKS = frozenset({",", "and", "&", "or", ";"})
REACH = 3
CONTAINING = frozenset({"country", "admin1", "unit", "admin"})
UNITS = frozenset({"country", "admin1", "unit"})
FORCED = frozenset({"city", "town", "village", "spot", UNKNOWN})
"""Kinds of names that the text outranks the gazetteer about."""


def _compare_lists(document: Document, mentions: Sequence[Mention]) -> None:
    """Add how sure the neighbors of each mention in a list ("A, B and C") are."""
    mates: dict[int, float] = {}
    for index in range(1, len(mentions)):
        left, right = mentions[index - 1], mentions[index]
        if _listed(document, left, right):
            if left.container is not right:
                right.mate = left
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
        self.countries: Counter[str] = Counter()
        self.units: Counter[tuple[str, str]] = Counter()
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
