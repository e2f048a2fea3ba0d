"""How many places of the Syrian war the gazetteer finds, in the spellings that news uses.

`places.txt` lists 195 places by class with a point and their spellings (the columns are in its
first line). A spelling counts when any candidate lies within the class radius of the point; roads
are looked up among the bundled highways. The table is printed at every run.
"""

import sys
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from mapapp.model.geometry import Coordinates
from mapapp.pipeline import Knowledge
from mapapp.text.fold import exact_key, name_words

PLACES = Path(__file__).parent / "places.txt"

RADIUS_KM = {
    "country": 500,
    "adm1": 75,
    "city": 20,
    "town": 10,
    "village": 10,
    "quarter": 5,
    "crossing": 10,
    "airbase": 10,
    "river": 300,
    "sea": 2200,
    "lake": 40,
    "dam": 10,
    "highland": 35,
    "mountain": 25,
    "plain": 40,
    "subregion": 50,
}
"""How far from the point an answer may be: the radii of the annotated seed article by class."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Listed:
    name: str
    kind: str
    coordinates: Coordinates
    spellings: tuple[str, ...]


def listed_places() -> Iterator[Listed]:
    for line in PLACES.read_text(encoding="utf-8").splitlines():
        if line and not line.startswith("#"):
            _, name, kind, _, _, lat, lon, spellings = line.split("|")
            yield Listed(
                name=name,
                kind=kind,
                coordinates=Coordinates(lat=float(lat), lon=float(lon)),
                spellings=tuple(spellings.split(";")),
            )


def found(knowledge: Knowledge, listed: Listed, spelling: str) -> str:
    """Return the key that met, empty when nothing near enough has the name."""
    if listed.kind == "road":
        roads = {
            exact_key(name_words(name))
            for road in knowledge.highways
            for name in (road.shield, road.name, *road.aliases)
        }
        return "highway" if exact_key(name_words(spelling)) in roads else ""
    for candidate in knowledge.gazetteer.candidates(spelling, loose=True):
        apart = candidate.place.coordinates.distance_km(listed.coordinates)
        if apart <= RADIUS_KM[listed.kind]:
            return candidate.key
    return ""


@pytest.fixture(scope="module")
def answers(knowledge: Knowledge) -> dict[str, dict[str, str]]:
    return {
        f"{listed.kind}: {listed.name}": {
            spelling: found(knowledge, listed, spelling) for spelling in listed.spellings
        }
        for listed in listed_places()
    }


def _table(answers: dict[str, dict[str, str]]) -> str:
    lines = ["", f"{'class':<12}{'places':>14}{'spellings':>14}"]
    for kind in sorted({name.split(":")[0] for name in answers}):
        own = {name: keys for name, keys in answers.items() if name.startswith(f"{kind}:")}
        keys = [key for found_keys in own.values() for key in found_keys.values()]
        places = f"{sum(any(k.values()) for k in own.values())}/{len(own)}"
        lines.append(f"{kind:<12}{places:>14}{f'{sum(map(bool, keys))}/{len(keys)}':>14}")
    every = Counter(key or "missed" for keys in answers.values() for key in keys.values())
    lines.append("by key: " + ", ".join(f"{key} {count}" for key, count in every.most_common()))
    for name, keys in answers.items():
        missed = [spelling for spelling, key in keys.items() if not key]
        if missed:
            lines.append(f"missed: {name}: {', '.join(missed)}")
    return "\n".join(lines) + "\n"


def test_nearly_every_place_is_found_in_nearly_every_spelling(answers, capsys):
    with capsys.disabled():
        sys.stdout.write(_table(answers))
    spellings = [key for keys in answers.values() for key in keys.values()]
    assert len(answers) == 195
    assert sum(any(keys.values()) for keys in answers.values()) >= 192
    assert sum(map(bool, spellings)) / len(spellings) >= 570 / 590


@pytest.mark.parametrize("name", ["Saraqibville", "Zzyzx al-Nowhere"])
def test_a_name_that_is_no_place_has_no_near_answer(knowledge: Knowledge, name: str):
    listed = Listed(
        name=name, kind="town", coordinates=Coordinates(lat=35.86, lon=36.81), spellings=(name,)
    )
    assert found(knowledge, listed, name) == ""
