"""Which place a name means."""

import pytest


def place_of(parse, text, name):
    return next(t.place for t in parse(text) if t.text == name)


@pytest.mark.parametrize(
    ("text", "name", "country"),
    [
        ("A man was held in Paris, Texas.", "Paris", "US"),
        ("A man was held in Paris, France.", "Paris", "FR"),
        ("The mayor of Paris spoke.", "Paris", "FR"),
        ("Floods hit Tripoli and Benghazi in Libya.", "Tripoli", "LY"),
        ("Shells fell on Tripoli and Sidon in Lebanon.", "Tripoli", "LB"),
        ("Voters in Alabama, Georgia and Florida went to the polls.", "Georgia", "US"),
        ("Ties between Armenia, Georgia and Azerbaijan improved.", "Georgia", "GE"),
        ("Washington said it would send arms.", "Washington", "US"),
    ],
)
def test_context_decides(parse, text, name, country):
    assert place_of(parse, text, name).country == country


def test_a_full_form_holds_for_the_bare_name(parse):
    toponyms = parse("A fire broke out in London, Ontario. Firemen came from all over London.")
    assert [t.place.country for t in toponyms if t.text == "London"] == ["CA", "CA"]


def test_spellings_meet(parse):
    text = "Troops took {} in the Idlib province of Syria."
    ids = {place_of(parse, text.format(name), name).id for name in ("Saraqeb", "Saraqib")}
    assert len(ids) == 1


def test_the_province_stays_the_province(parse):
    text = "Shells fell in the province of Idlib. Later Idlib was quiet."
    ids = [t.place.id for t in parse(text) if t.text == "Idlib"]
    assert ids[0] == ids[1]


def test_a_village_that_is_not_on_record_never_lands_on_a_namesake_elsewhere(parse):
    toponym = parse("A farmer died in Holliday, Saskatchewan.")[0]
    assert toponym.place.country == "CA"
    assert "~in~" in toponym.place.id
    assert not toponym.sure


def test_reasons_and_rivals_are_given(parse):
    toponym = parse("A man was held in Paris, Texas.")[0]
    assert any("comma" in clue.reason for clue in toponym.clues)
    assert [clue.score for clue in toponym.clues] == sorted(
        (clue.score for clue in toponym.clues), key=abs, reverse=True
    )
    assert 0.0 < toponym.confidence <= 1.0


def test_a_corpus_prior_speaks(parse):
    text = "Shells fell on Tripoli."
    assert place_of(parse, text, "Tripoli").country == "LY"
    clues = parse(text, prior={"LY": 1.0})[0].clues
    assert any("your articles" in clue.reason for clue in clues)


@pytest.mark.parametrize(
    ("text", "name", "country"),
    [
        ("Iraqi forces retook the Hawija district from militants.", "Hawija", "IQ"),
        ("A landmine exploded in Ad Durayhimi district.", "Ad Durayhimi", "YE"),
    ],
)
def test_a_district_may_be_named_by_its_seat_that_nobody_counted(parse, text, name, country):
    place = place_of(parse, text, name)
    assert place is not None
    assert place.country == country


def test_a_possessive_after_the_comma_contains_nothing(parse):
    text = "They agreed on a ceasefire in Idlib, Turkey's defence ministry said."
    assert place_of(parse, text, "Idlib").country == "SY"


def test_an_unknown_village_gets_the_province_that_the_text_names(parse):
    toponym = parse("The village of Kafr Nowhere in northern Idlib was hit.")[0]
    assert toponym.place.id.endswith("~in~kafr-nowhere")
    assert toponym.place.country == "SY"
    assert not toponym.sure


def test_a_distance_counts_from_the_town_and_not_from_its_province(parse, knowledge):
    toponym = parse("A convoy was hit 10 km north of Hama in Syria.")[0]
    town = knowledge.gazetteer.place(toponym.place.parent_id)
    assert town.feature_class == "P"
