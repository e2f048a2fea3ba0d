"""Why a candidate was picked: its strongest clues, in words."""

from collections.abc import Callable, Iterable, Mapping, Sequence

from mapapp.geoparse.clusters import Cluster
from mapapp.geoparse.features import FEATURES, LASTING, Feature, Named, speaking
from mapapp.geoparse.measures import Case
from mapapp.geoparse.outlook import Outlook
from mapapp.model.place import Candidate
from mapapp.model.toponym import Clue

HINT_WORDS: Mapping[str, str] = {
    "admin": "a province or district",
    "region": "a region",
    "settlement": "a town or village",
    "water": "water",
    "mountain": "a mountain",
    "island": "an island",
    "area": "an area",
    "facility": "a site",
    "power": "a government",
}


def explain(
    candidate: Candidate,
    cluster: Cluster,
    outlook: Outlook,
    weights: Mapping[str, float],
    most: int,
) -> tuple[Clue, ...]:
    """Return the clues for a candidate, strongest first.

    Args:
        candidate: One of the cluster's.
        cluster: The name.
        outlook: The document.
        weights: Fitted weight of each clue.
        most: Clues to return; ones weaker than `LEAST_CLUE` are left out.
    """
    case = Case(cluster, outlook)
    case.turn_to(candidate)
    ranked = [*_lasting_clues(case, weights), *_ranked(case, speaking(case), weights)]
    ranked.sort()
    # Only what is returned is put into words.
    return tuple(
        [
            told if isinstance(told, Clue) else _clue(case, FEATURES_IN_ORDER[at], told)
            for _, at, told in ranked[:most]
        ]
    )


_Ranked = tuple[float, int, Clue | float]
"""A clue, or its score, behind what it is sorted by: strongest first, in the order of the table."""


def _lasting_clues(case: Case, weights: Mapping[str, float]) -> Sequence[_Ranked]:
    """Return the lasting clues for the case's candidate; remembered with the name."""
    told = case.cluster.sense.told
    found = told.get(case.place.id)
    if found is None:
        found = told[case.place.id] = [
            (strength, at, _clue(case, FEATURES_IN_ORDER[at], score))
            for strength, at, score in _ranked(case, LASTING, weights)
        ]
    return found


def _ranked(
    case: Case, clues: Iterable[Named], weights: Mapping[str, float]
) -> list[tuple[float, int, float]]:
    """Return the scores of the clues that are worth telling, behind what they are sorted by."""
    found = []
    for name, feature in clues:
        score = feature.measure(case) * weights.get(name, 0.0)
        told = feature.spoken_for if score > 0 else feature.against
        if told and not -LEAST_CLUE < score < LEAST_CLUE:
            score = round(score, 3)
            found.append((-abs(score), _ORDER[name], score))
    return found


def _clue(case: Case, feature: Feature, score: float) -> Clue:
    """Return a clue in words."""
    text = feature.spoken_for if score > 0 else feature.against
    return Clue(score=score, reason=text.format_map(_Words(case)) if "{" in text else text)


LEAST_CLUE = 0.05
"""Score from which on a clue is worth telling."""


class _Words:
    """The words that reasons speak of, by their name in the table: most are never asked for."""

    def __init__(self, case: Case) -> None:
        self.case = case

    def __getitem__(self, name: str) -> str | float:
        return _WORDS[name](self.case)


_WORDS: Mapping[str, Callable[[Case], str | float]] = {
    "population": lambda case: f"{case.place.population:,}",
    "hint": lambda case: HINT_WORDS.get(case.hint, case.hint),
    "name": lambda case: case.candidate.name,
    "container": lambda case: next(
        (c.sense.key.title() for c in case.cluster.containers if c.place is not None), ""
    ),
    "country": lambda case: case.outlook.country_name(case.place.country),
    "admin1": lambda case: case.place.admin1,
    "share": lambda case: case.others.country_share(case.place),
}

_ORDER = {name: at for at, name in enumerate(FEATURES)}
FEATURES_IN_ORDER = tuple(FEATURES.values())
