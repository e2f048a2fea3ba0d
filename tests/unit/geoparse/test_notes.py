"""How coded notes and agencies put places: brackets, types, names that run on, speakers."""

import pytest

from mapapp.model.toponym import Role


def by_text(toponyms):
    return {toponym.text: toponym for toponym in toponyms}


@pytest.mark.parametrize(
    ("text", "name", "parent"),
    [
        ("Gunmen attacked Qwexo village (Koro, Mopti).", "Qwexo", "Koro"),
        ("Gunmen attacked the village of Qwexo (Koro, Mopti).", "Qwexo", "Koro"),
        ("Gunmen attacked a camp in Qwexo town (Middle Shabelle).", "Qwexo", "Middle Shabelle"),
        ("Clashes were reported in Qwexo district, Kandahar.", "Qwexo", "Kandahar"),
        ("Gunmen attacked the market in Qwexo village in Gezira state.", "Qwexo", "Gezira"),
    ],
)
def test_an_unknown_place_stands_where_the_note_puts_it(parse, text, name, parent):
    toponym = by_text(parse(text))[name]
    assert toponym.place.name.startswith(f"{name} (somewhere in {parent}")
    assert not toponym.sure


def test_the_bracket_outranks_a_namesake_far_away(parse):
    bamba = by_text(parse("Militiamen attacked the village of Bamba (Koro, Mopti)."))["Bamba"]
    assert bamba.place.admin1 == "Mopti"


@pytest.mark.parametrize("name", ["Adan Qwexo", "Puerto Qwexo", "Pobe-Qwexo"])
def test_a_name_that_runs_on_is_one_name(parse, name):
    assert name in by_text(parse(f"Militants attacked a base in {name} town (Bay, Somalia)."))


def test_a_type_word_alone_is_no_name(names):
    assert names("They fled from Ann Township, Rakhine State.") == ["Ann Township", "Rakhine State"]


def test_places_of_speaking_are_no_events(parse):
    toponyms = by_text(parse("Police in Maiduguri said gunmen killed 10 people in Konduga."))
    assert toponyms["Maiduguri"].role is Role.DATELINE
    assert toponyms["Konduga"].plotted
    toponyms = by_text(parse("The UN Security Council in New York condemned the attack on Goma."))
    assert not toponyms["New York"].plotted
    assert toponyms["Goma"].plotted


def test_a_place_of_speaking_stays_where_it_is_the_only_one(parse):
    (kirkuk,) = parse("A car bomb killed three people, police in Kirkuk said.")
    assert kirkuk.plotted


def test_a_government_that_is_accused(parse):
    toponyms = by_text(parse("Yerevan accused Baku of firing on positions near Sotk."))
    assert toponyms["Baku"].role is Role.METONYM
    assert toponyms["Sotk"].plotted


def test_a_bare_name_is_the_city_and_a_side_the_province(parse):
    homs, idlib = parse("Shells fell on Homs. Others fell in southern Idlib.")
    assert homs.place.feature_class == "P"
    assert idlib.place.name == "Southern Idlib"


def test_a_capital_beside_a_capital(parse):
    washington, _ = parse("The rebels have allies in Washington and London, diplomats said.")
    assert washington.place.country == "US"


def test_one_far_name_does_not_hide_a_town(parse):
    text = "Shells hit Bakhmut, the envoy told the Security Council in New York."
    assert by_text(parse(text))["Bakhmut"].place.country == "UA"


def test_a_unit_with_a_compass_in_its_name_is_no_side_of_its_owner(parse):
    oromia = by_text(parse("In Oromia's West Wollega zone, gunmen killed ten."))["Oromia"]
    assert oromia.place.name == "Oromia"


def test_given_names_that_are_places(names):
    text = "Denzel Washington and Paris Jackson met Chelsea Clinton and Austin Butler in Kyiv."
    assert names(text) == ["Kyiv"]


def test_a_currency_is_no_country(names):
    text = "The US dollar rose while soldiers shelled Saraqib in Syria."
    assert names(text) == ["Saraqib", "Syria"]
