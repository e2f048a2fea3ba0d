"""Mentions that mean one place: equal names in one document, told apart where the text does."""

import math
from collections.abc import Sequence

from mapapp.geoparse.mention import Mention, NameSense
from mapapp.model.place import Candidate, Place


class Cluster:
    """Mentions of one name in one sense, with the pick so far.

    Attributes:
        sense: What the name may mean.
        hint: Feature kind named beside it; empty when none.
        mentions: In text order.
        containers: Clusters named after a comma, as in "X, Y".
        insiders: Clusters that name this one after a comma.
        neighbors: Clusters mentioned next to it in the text.
        mates: Clusters that stand in a list with it.
        pick: The candidate chosen so far; None when there is none.
        weight: What it counts in its document: 1 + ln(its mentions), so that a name said ten
            times does not weigh ten names.
        share: Probability of the best candidate, 0-1.
        shares: Probability of each candidate, 0-1, in the order of the sense.
    """

    __slots__ = (
        "containers",
        "hint",
        "insiders",
        "mates",
        "mentions",
        "neighbors",
        "pick",
        "sense",
        "share",
        "shares",
        "weight",
    )

    def __init__(self, sense: NameSense, hint: str) -> None:
        """Begin a cluster without mentions."""
        self.sense = sense
        self.hint = hint
        self.mentions: list[Mention] = []
        self.containers: list[Cluster] = []
        self.insiders: list[Cluster] = []
        self.neighbors: list[Cluster] = []
        self.mates: list[Cluster] = []
        self.pick: Candidate | None = None
        self.weight = 1.0
        self.share = 0.0
        self.shares: Sequence[float] = [0.0] * len(sense.candidates)

    @property
    def place(self) -> Place | None:
        """The place picked so far."""
        return self.pick.place if self.pick is not None else None


ADJACENT = 2
"""Clusters before and after one in the text that count as its neighbors."""


def cluster(mentions: Sequence[Mention]) -> tuple[list[Cluster], dict[int, Cluster]]:
    """Group mentions by name, hint and explicit container.

    A bare "Paris" joins the first "Paris, X" of the text: writers give the full form once.

    Returns:
        The clusters in order of first mention, and each mention's cluster by its first token.
    """
    found: dict[tuple[str, str, str], Cluster] = {}
    full_forms = _full_forms(mentions)
    by_token: dict[int, Cluster] = {}
    types = _first_types(mentions)
    for mention in mentions:
        key = mention.sense.key
        mention.hint = mention.hint or types.get(key, "")
        outer = mention.container.sense.key if mention.container is not None else ""
        outer = outer or full_forms.get((key, mention.hint), "")
        home = found.get((key, mention.hint, outer))
        if home is None:
            home = found[key, mention.hint, outer] = Cluster(mention.sense, mention.hint)
        home.mentions.append(mention)
        by_token[mention.first] = home
    for home in found.values():
        home.weight = 1.0 + math.log(len(home.mentions))
    _link(mentions, by_token)
    return list(found.values()), by_token


def _first_types(mentions: Sequence[Mention]) -> dict[str, str]:
    """Return what each name's first mention is said to be, where it is a unit.

    A text that opens with "the province of Idlib" means the province by "Idlib" alone.
    """
    found: dict[str, str] = {}
    for mention in mentions:
        found.setdefault(mention.sense.key, mention.hint if mention.hint == "admin" else "")
    return found


def _full_forms(mentions: Sequence[Mention]) -> dict[tuple[str, str], str]:
    found: dict[tuple[str, str], str] = {}
    for mention in mentions:
        if mention.container is not None:
            found.setdefault((mention.sense.key, mention.hint), mention.container.sense.key)
    return found


def _link(mentions: Sequence[Mention], by_token: dict[int, Cluster]) -> None:
    for index, mention in enumerate(mentions):
        own = by_token[mention.first]
        if mention.container is not None:
            _contain(own, by_token.get(mention.container.first))
        for other in mentions[max(0, index - ADJACENT) : index]:
            _befriend(own, by_token[other.first])
        if mention.mate is not None and mention.mate.first in by_token:
            _mate(own, by_token[mention.mate.first])


def _contain(inner: Cluster, outer: Cluster | None) -> None:
    if outer is None or outer is inner:
        return
    if outer not in inner.containers:
        inner.containers.append(outer)
    if len(outer.insiders) < _MOST_INSIDERS and inner not in outer.insiders:
        outer.insiders.append(inner)


def _befriend(left: Cluster, right: Cluster) -> None:
    if left is right:
        return
    for one, other in ((left, right), (right, left)):
        if len(one.neighbors) < _MOST_NEIGHBORS and other not in one.neighbors:
            one.neighbors.append(other)


def _mate(left: Cluster, right: Cluster) -> None:
    if left is right or right in left.containers or left in right.containers:
        return
    for one, other in ((left, right), (right, left)):
        if len(one.mates) < _MOST_NEIGHBORS and other not in one.mates:
            one.mates.append(other)


_MOST_NEIGHBORS = 12
_MOST_INSIDERS = 12
