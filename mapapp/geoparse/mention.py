"""Working objects of the geoparser: what a name may mean, and a name met in text."""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from mapapp.model.place import Candidate
    from mapapp.model.toponym import Clue

LEAST_SEAT = 20_000
"""Inhabitants from which on a settlement is what its name means, rather than a unit around it."""

UNKNOWN = "unknown"
"""Kind of a name that the gazetteer does not have."""


class NameSense:
    """A distinct name with its candidates; shared by all its mentions.

    Attributes:
        key: Folded words joined by spaces.
        candidates: Gazetteer rows, best known first; empty for an unknown name.
        kind: How well known its best candidate is: country, admin1, metropolis, city, unit,
            town, village, admin, nature, spot, or unknown.
        log_population: Decimal logarithm of the largest population plus one.
        size: Number of folded words.
        primary: Whether some candidate has it as primary name.
        loose: Whether only a loose spelling key met.
        capital: Whether some candidate is a national capital.
        seats: Largest population of the candidates that are cities, by country and first-level
            unit.
        lasting: Score of each candidate that does not depend on the document, once computed.
        told: Clues that do not depend on the document, ranked, by place id, once told.
        weighed_by: The weights that `lasting` and `told` were computed with; None before.
    """

    __slots__ = (
        "candidates",
        "capital",
        "key",
        "kind",
        "lasting",
        "log_population",
        "loose",
        "primary",
        "seats",
        "size",
        "told",
        "weighed_by",
    )

    def __init__(
        self,
        key: str,
        candidates: "tuple[Candidate, ...]",
        kind: str,
        log_population: float,
        size: int,
    ) -> None:
        """Hold the facts about a name."""
        self.key = key
        self.candidates = candidates
        self.kind = kind
        self.log_population = log_population
        self.size = size
        self.lasting: Sequence[float] = ()
        self.told: dict[str, Sequence[tuple[float, int, Clue]]] = {}
        self.weighed_by: Mapping[str, float] | None = None
        self.primary = any(candidate.primary for candidate in candidates)
        self.loose = bool(candidates) and all(
            candidate.key not in {"exact", "fold"} for candidate in candidates
        )
        self.capital = any(c.place.feature_code == "PPLC" for c in candidates)
        self.seats: dict[tuple[str, str], int] = {}
        for candidate in candidates:
            place = candidate.place
            if place.feature_class == "P" and place.population >= LEAST_SEAT:
                unit = place.country, place.admin1
                self.seats[unit] = max(place.population, self.seats.get(unit, 0))


class Mention:
    """A stretch of tokens that may be a place name.

    Attributes:
        sentence: Index of its sentence in the document.
        first: Its first token.
        last: One past its last token.
        start: Its first character.
        end: One past its last character; a possessive ending is left out.
        sense: What the name may mean.
        hint: Feature kind that words around it name: admin, settlement, water, mountain,
            island, area, road, facility, or empty.
        container: The mention after the comma in "X, Y"; None when there is none.
        mate: The mention before it in a list ("A, B and C"); None when there is none.
        features: What the recognizer saw.
        score: Probability of being a place mention, 0-1.
        cue: Whether case and preposition say outright that this is a place ("у Бахмуті").
    """

    __slots__ = (
        "container",
        "cue",
        "end",
        "features",
        "first",
        "hint",
        "last",
        "mate",
        "score",
        "sense",
        "sentence",
        "start",
    )

    def __init__(  # noqa: PLR0917 (made a million times: keywords would cost a tenth)
        self, sentence: int, first: int, last: int, start: int, end: int, sense: NameSense
    ) -> None:
        """Hold where the name stands."""
        self.sentence = sentence
        self.first = first
        self.last = last
        self.start = start
        self.end = end
        self.sense = sense
        self.hint = ""
        self.container: Mention | None = None
        self.mate: Mention | None = None
        self.features: list[str] = []
        self.score = 0.0
        self.cue = False
