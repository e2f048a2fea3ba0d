"""The one pin of a text."""

import pytest

from mapapp.geoparse.best import best_place, specificity


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Syria's army shelled Saraqeb in Idlib. Turkey sent troops to Saraqeb.", "Saraqeb"),
        ("BEIRUT (Reuters) - Shells fell on Aleppo, killing five.", "Aleppo"),
        (
            "Shells hit El Fasher in Sudan. Guns struck El Fasher again. They fled to Tawila.",
            "El Fasher",
        ),
        ("The war in Syria goes on.", "Syria"),
        ("Ankara vowed to act.", "Ankara"),
    ],
)
def test_best(parse, text, name):
    assert best_place(parse(text)).text == name


def test_no_place_no_pin():
    assert best_place(()) is None


def test_exact_places_outweigh_large_ones(parse):
    town, country = parse("Shells hit Saraqeb in Syria.")
    assert specificity(town.place) > specificity(country.place)
