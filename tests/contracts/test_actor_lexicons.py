"""Every lexicon in data/actors keeps the contract that docs/actors.md states."""

import csv
from pathlib import Path

import pytest

from mapapp.actors.lexicon import SIDES_FILE, STATES_FILE, load_lexicon
from mapapp.actors.recognize import recognize_actors, recognize_voices
from mapapp.actors.rows import ACTOR_COLUMNS, SHAPES, read_rows
from mapapp.text.sentences import build_document

ROOT = Path(__file__).resolve().parents[2]
FOLDER = ROOT / "data" / "actors"
FILES = sorted(path for path in FOLDER.glob("*.csv") if path.name not in (SIDES_FILE, STATES_FILE))
PALETTE = {
    *("#d4000a", "#4eae98", "#efffff", "#efc500"),
    *("#010101", "#0001f2", "#583e54", "#808080"),
}
LEXICON = load_lexicon(FOLDER)


def test_the_wars_that_were_promised_are_there():
    names = {path.stem for path in FILES}
    assert {
        *("syria", "ukraine", "sudan", "yemen", "libya", "iraq", "israel_palestine_lebanon"),
        *("afghanistan", "sahel", "somalia", "ethiopia", "myanmar", "dr_congo"),
    } <= names


def test_sides_use_the_palette_and_differ():
    looks = [(side.color, side.shape) for side in LEXICON.sides.values() if side.id != "unknown"]
    assert {color for color, _ in looks} <= PALETTE
    assert {shape for _, shape in looks} <= set(SHAPES)
    assert len(looks) == len(set(looks))


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_every_actor_is_found_by_its_aliases(path):
    for row in read_rows(path, ACTOR_COLUMNS):
        cell = row.list_of("aliases")[0]
        name, _, conditions = cell.partition(" [")
        country = next((c for c in conditions.strip("]").split() if c != "place"), "")
        about = f" It happened in {LEXICON.states[country].names[0]}." if country else ""
        document = build_document(f"There the {name} fought.{about}")
        found = {m.actor.id for m in recognize_actors(document, LEXICON, ())}
        found |= {m.actor.id for m in recognize_voices(document, LEXICON, ())}
        assert row.values["actor_id"] in found, name


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_validity_is_in_order(path):
    for row in read_rows(path, ACTOR_COLUMNS):
        actor = LEXICON.actors[row.values["actor_id"]]
        assert not (actor.valid_from and actor.valid_to and actor.valid_from > actor.valid_to)


@pytest.mark.parametrize("path", sorted(FOLDER.glob("*.csv")), ids=lambda path: path.stem)
def test_every_file_has_its_source(path):
    sources = (ROOT / "data" / "SOURCES.md").read_text(encoding="utf-8")
    assert f"`actors/{path.name}`" in sources


def test_every_country_has_a_government_and_a_side():
    with (FOLDER / STATES_FILE).open(encoding="utf-8", newline="") as stream:
        countries = [row["country"] for row in csv.DictReader(stream)]
    governments = [LEXICON.government_of(country, None) for country in countries]
    assert all(g is not None and g.side in LEXICON.sides for g in governments)
