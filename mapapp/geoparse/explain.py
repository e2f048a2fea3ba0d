"""Why a candidate was picked: its strongest clues, in words."""

from collections.abc import Callable, Iterable, Mapping, Sequence

from mapapp.geoparse.clusters import Cluster
from mapapp.geoparse.features import FEATURES, LASTING, Named, speaking
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
    ranked = [*_lasting_clues(case, weights), *_clues(case, speaking(case), weights)]
    ranked.sort()
    return tuple([clue for _, _, clue in ranked[:most]])


_Ranked = tuple[float, int, Clue]
"""A clue behind what it is sorted by: strongest first, in the order of the table."""


def _lasting_clues(case: Case, weights: Mapping[str, float]) -> Sequence[_Ranked]:
    """Return the lasting clues for the case's candidate; remembered with the name."""
    told = case.cluster.sense.told
    found = told.get(case.place.id)
    if found is None:
        found = told[case.place.id] = _clues(case, LASTING, weights)
    return found


def _clues(case: Case, clues: Iterable[Named], weights: Mapping[str, float]) -> list[_Ranked]:
    found = []
    for name, feature in clues:
        score = feature.measure(case) * weights.get(name, 0.0)
        text = feature.spoken_for if score > 0 else feature.against
        if abs(score) >= LEAST_CLUE and text:
            reason = text.format_map(_Words(case)) if "{" in text else text
            score = round(score, 3)
            found.append((-abs(score), _ORDER[name], Clue(score=score, reason=reason)))
    return found


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
