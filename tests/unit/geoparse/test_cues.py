"""Cues that outrank the fitted clues: brackets, what befalls a town, sites, given names."""

import pytest

from mapapp.model.toponym import Role


def by_text(toponyms):
    return {toponym.text: toponym for toponym in toponyms}


def test_a_bracket_says_which_of_several_namesakes_is_meant(parse):
    toponyms = parse("Dahalo raided cattle in Analalava (Analalava, Sofia). Police came.")
    assert [toponym.place.country for toponym in toponyms] == ["MG", "MG", "MG"]
    assert toponyms[0].place.feature_class == "P"
    assert toponyms[2].place.feature_code == "ADM1"


def test_a_city_in_the_province_of_its_name_stays_the_city(parse):
    city, province = parse("Traders attacked five men in Rajshahi city (Rajshahi).")
    assert city.place.feature_class == "P"
    assert province.place.feature_code == "ADM1"


def test_names_in_a_coded_bracket_are_places_also_when_they_are_words(names):
    text = "The army shelled Qwexo village (Muse Township, Muse District, Shan State)."
    assert "Muse Township" in names(text)


@pytest.mark.parametrize(
    "text",
    [
        "He spoke to reporters (Smith, Jones).",
        "The attack was reported by agencies (Reuters, AFP).",
    ],
)
def test_a_bracket_without_a_place_is_none(names, text):
    assert names(text) == []


@pytest.mark.parametrize(
    "text",
    [
        "Goma fell to M23 rebels overnight.",
        "Goma was recaptured on Friday.",
        "Goma has been heavily bombed.",
        "Goma is now under rebel control.",
        "Goma came under heavy fire.",
    ],
)
def test_a_sentence_may_open_with_a_town_and_what_became_of_it(parse, text):
    assert by_text(parse(text))["Goma"].place.country == "CD"


@pytest.mark.parametrize(
    "text",
    ["Ibrahim fell to the ground.", "Police were hit."],
)
def test_people_and_words_may_open_one_too(names, text):
    assert names(text) == []


@pytest.mark.parametrize(
    "text",
    [
        "Jordan Peele won an Oscar for his film.",
        "Chad Smith played the drums with the band.",
        "Israel Adesanya lost his title.",
        "Paris Hilton arrived late.",
    ],
)
def test_a_country_may_be_a_given_name(names, text):
    assert names(text) == []


@pytest.mark.parametrize(
    ("text", "country"),
    [
        ("Israel shelled the border on Monday.", "IL"),
        ("The army of Chad said it won.", "CD"),
        ("Jordan Valley villagers fled from Jordan.", "JO"),
    ],
)
def test_and_mostly_is_the_country(parse, text, country):
    found = {toponym.place.country for toponym in parse(text) if toponym.place}
    assert found & {country, "TD"}


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Forces took control of the Tamanhint air base.", "Tamanhint"),
        ("A bomb hit a truck on the Arbinda-Gorgadji road.", "Gorgadji"),
        ("Gunmen seized two trucks (coded as Gorgadji).", "Gorgadji"),
        ("At least 20 people drove in Babruysk of the Mogilev region.", "Babruysk"),
    ],
)
def test_a_site_a_road_and_a_locative_show_a_place(names, text, name):
    assert name in names(text)


def test_a_side_of_the_compass_is_no_province_abroad(parse):
    text = "Soldiers killed 12 people in an area of Aweil East county (Northern Bahr el Ghazal)."
    assert "East" not in by_text(parse(text))
    assert by_text(parse("Fighting went on in East region of Cameroon."))["East"].place


@pytest.mark.parametrize(
    ("text", "name"),
    [
        (
            "Militants were ambushed near Al-Qwexo village (Adan Yabaal, Middle Shabelle).",
            "Al-Qwexo",
        ),
        ("Soldiers were shot in Rabat-e Qwexo-ye Zulo district, Herat.", "Rabat-e Qwexo-ye Zulo"),
        ("Airstrikes hit villages of Dara i Qwexo district, Samangan.", "Dara i Qwexo"),
        ("Two men were killed in Cox's Bazar town on Friday.", "Cox's Bazar"),
        ("They shot at a checkpoint in Qwexo del Zulo, Oaxaca.", "Qwexo del Zulo"),
        ("Four people died in the village of Qwexo (Mayo-Lemie, Mayo-Kebbi Est).", "Mayo-Lemie"),
    ],
)
def test_names_are_taken_whole(names, text, name):
    assert name in names(text)


def test_a_short_form_counts_in_its_own_case_only(parse):
    found = {t.place.country for t in parse("They left the Wa operation room.") if t.place}
    assert "US" not in found


def test_an_apostrophe_is_part_of_a_name(parse):
    (daraa,) = parse("Gunmen opened fire at a checkpoint in Dar'a using small arms.")
    assert daraa.place.country == "SY"
    (baidoa,) = parse("Gunmen opened fire at a checkpoint in Bai'doa using small arms.")
    assert baidoa.place.country == "SO"


def test_a_territory_with_an_ampersand(parse):
    found = by_text(parse("Militants lobbed a grenade at a post at Qwexo town (Pulwama, J&K)."))
    assert found["J&K"].place.name == "Jammu and Kashmir"


def test_a_name_of_another_language_is_no_province_abroad(parse):
    toponyms = by_text(parse("A farmer was killed in Assia near Qwexo (Ketou, Plateau)."))
    assert toponyms["Ketou"].place.country == "BJ"
    assert toponyms["Assia"].place is None


def test_a_village_of_a_province_named_like_its_capital(parse):
    toponyms = by_text(parse("Russian forces shelled Zarichne, Donetsk. There were no casualties."))
    assert toponyms["Zarichne"].place.admin1 == "Donetsk"
    unknown = by_text(parse("Russian forces shelled Qwexove, Kharkiv. Nobody was hurt."))["Qwexove"]
    assert unknown.place.radius_km > 60


def test_a_place_just_across_the_border_of_the_unit_is_meant(parse):
    burtinle = by_text(parse("Militia blocked roads in Burtinle town (Burtinle, Nugaal)."))
    assert burtinle["Burtinle"].place.name == "Burtinle"


def test_a_unit_is_known_by_its_full_name(parse):
    text = "Three workers were injured as a bomb blasted in Santhia upazila on Tuesday."
    (santhia,) = parse(text)
    assert santhia.text == "Santhia"
    assert santhia.place.name == "Santhia Upazila"


def test_a_list_of_cities_is_no_list_of_provinces(parse):
    text = "Policemen of Tunisia demonstrated in Sfax, Gabes, Bizerte and Siliana on Monday."
    assert {t.place.feature_class for t in parse(text) if t.text != "Tunisia"} == {"P"}


def test_a_long_name_nearly_spelled_alike_needs_no_country(parse):
    (toponym,) = parse("In Jaccobabad, activists protested against prolonged loadshedding.")
    assert toponym.place.country == "PK"


def test_the_town_may_be_in_the_name_of_a_group(parse):
    text = "The Derna Shura Council says that it killed three men of the Libyan army in the town."
    (derna,) = parse(text)
    assert derna.role is Role.EVENT_PLACE
    assert not derna.sure
    assert parse(text.replace("in the town", "on Monday")) == ()
