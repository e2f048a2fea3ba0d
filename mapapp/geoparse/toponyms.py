"""Making the answer: place, role, calibrated confidence, reasons and rivals of each mention."""

from collections.abc import Sequence

from mapapp.geoparse.areas import between, derive, somewhere_in
from mapapp.geoparse.clusters import Cluster
from mapapp.geoparse.containment import UNIT_CODES, contains, unit_named_like
from mapapp.geoparse.explain import explain
from mapapp.geoparse.mention import Mention
from mapapp.geoparse.outlook import Outlook
from mapapp.geoparse.resolve import ranking
from mapapp.geoparse.roles import plain_role
from mapapp.geoparse.weights import Weights
from mapapp.model.document import Document
from mapapp.model.place import Place
from mapapp.model.toponym import PLOTTED_ROLES, Clue, Rival, Role, Toponym

MOST_RIVALS = 4
MOST_CLUES = 6
LEAST_RIVAL = 0.01
PARENT_DOUBT = 0.5
"""Share of the raw confidence that is left when only the parent unit is known."""


class _Verdict:
    """What holds for all mentions of one cluster."""

    __slots__ = ("clues", "place", "raw", "rivals")

    def __init__(self, cluster: Cluster, outlook: Outlook, weights: Weights) -> None:
        self.place: Place | None = cluster.place
        self.raw = cluster.share
        self.clues: tuple[Clue, ...] = ()
        self.rivals: tuple[Rival, ...] = ()
        if cluster.pick is not None:
            self.clues = explain(cluster.pick, cluster, outlook, weights.resolution, MOST_CLUES)
        ranked = ranking(cluster)
        self.rivals = tuple(
            Rival(place=candidate.place, confidence=round(share, 4))
            for share, candidate in ranked[: MOST_RIVALS + 1]
            if candidate is not cluster.pick and share >= LEAST_RIVAL
        )[:MOST_RIVALS]


def make_toponyms(  # noqa: PLR0917 (the stage's intermediate results, in order)
    document: Document,
    mentions: Sequence[Mention],
    homes: Sequence[Cluster],
    roles: Sequence[Role],
    outlook: Outlook,
    weights: Weights,
) -> list[Toponym]:
    """Return one toponym for each mention, in order.

    Args:
        document: The text.
        mentions: Accepted mentions.
        homes: The cluster of each mention.
        roles: The role of each mention.
        outlook: For the reasons.
        weights: For reasons and calibration.
    """
    verdicts: dict[int, _Verdict] = {}
    found: list[Toponym] = []
    for mention, home, role in zip(mentions, homes, roles, strict=True):
        verdict = verdicts.get(id(home))
        if verdict is None:
            verdict = verdicts[id(home)] = _Verdict(home, outlook, weights)
        found.append(_toponym(document, mention, home, role, verdict, outlook, weights))
    return _joined(document, mentions, found)


def _toponym(  # noqa: PLR0917 (likewise)
    document: Document,
    mention: Mention,
    home: Cluster,
    role: Role,
    verdict: _Verdict,
    outlook: Outlook,
    weights: Weights,
) -> Toponym:
    text = document.text[mention.start : mention.end]
    place, clues, raw = verdict.place, verdict.clues, verdict.raw * mention.score
    parent = _only_parent(home)
    if parent is not None:
        place, raw = somewhere_in(parent, text, mention.sense.key), raw * PARENT_DOUBT
        clues = (Clue(score=1.0, reason=f"the text puts it in {parent.name}"),)
    elif place is not None and role in PLOTTED_ROLES:
        derived = derive(document, mention, place)
        if derived is not place:
            place = outlook.listed(derived)
            role = plain_role(place)
    confidence = round(weights.calibrated(raw), 4) if place is not None else 0.0
    return Toponym(
        start=mention.start,
        end=mention.end,
        text=text,
        role=role,
        place=place,
        confidence=confidence,
        clues=clues,
        rivals=verdict.rivals,
        sure=place is not None and parent is None and confidence >= weights.sure,
    )


def _only_parent(home: Cluster) -> Place | None:
    """Return the unit that the text names after the comma when no candidate lies in it.

    A town named there may mean the unit that is named like it, which is wider. A place a little
    across the border of the unit is no doubt meant: gazetteers and writers draw them differently.
    """
    place = home.place
    wide: list[Place] = []
    for outer in home.containers:
        if outer.place is None:
            continue
        unit = unit_named_like(outer.place, outer.sense.candidates)
        wide.append(unit)
        if place is not None and (
            contains(unit, place) or contains(outer.place, place) or _reaches(unit, place)
        ):
            return None
    return wide[0] if wide else None


def _reaches(outer: Place, place: Place) -> bool:
    """Return whether a place lies within the radius of a unit of its country."""
    if outer.country != place.country or outer.feature_code not in UNIT_CODES:
        return False
    return outer.id != place.id and outer.coordinates.distance_km(place.coordinates) <= (
        outer.radius_km
    )


def _joined(
    document: Document, mentions: Sequence[Mention], toponyms: list[Toponym]
) -> list[Toponym]:
    """Put "the road between A and B" onto the stretch between the two."""
    for index in range(1, len(mentions)):
        left, right = mentions[index - 1], mentions[index]
        if not _between(document, left, right):
            continue
        first, second = toponyms[index - 1], toponyms[index]
        if first.place is None or second.place is None or not (first.plotted and second.plotted):
            continue
        stretch = between(first.place, second.place)
        if stretch is not None:
            for at in (index - 1, index):
                toponyms[at] = _moved(toponyms[at], stretch)
    return toponyms


def _between(document: Document, left: Mention, right: Mention) -> bool:
    first = document.sentences[left.sentence].first
    return (
        left.sentence == right.sentence
        and right.first - left.last == 1
        and document.lowers[left.last] == "and"
        and left.first > first
        and document.lowers[left.first - 1] == "between"
    )


def _moved(toponym: Toponym, place: Place) -> Toponym:
    return Toponym(
        start=toponym.start,
        end=toponym.end,
        text=toponym.text,
        role=plain_role(place),
        place=place,
        confidence=toponym.confidence,
        clues=(Clue(score=1.0, reason="the text says between the two"), *toponym.clues),
        rivals=toponym.rivals,
        sure=toponym.sure,
    )
