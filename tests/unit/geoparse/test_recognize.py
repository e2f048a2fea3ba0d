"""What is a place and what is not; every case is an error that was once made."""

import pytest


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Fighting broke out in Aleppo and Hama.", ["Aleppo", "Hama"]),
        ("Rebels fled to Kidal.", ["Kidal"]),
        ("Turkish soldiers met Syrian rebels in Idlib.", ["Idlib"]),
        ("The New York Times reported strikes on Kharkiv.", ["Kharkiv"]),
        ("Police in Paris arrested Paris Hilton.", ["Paris"]),
        ("Talks were held in Port-au-Prince on Monday.", ["Port-au-Prince"]),
        ("He was born in Deir ez-Zor in Syria.", ["Deir ez-Zor", "Syria"]),
        ("Nine were killed on Friday at Saraqib in Syria.", ["Saraqib", "Syria"]),
        ("Dr. John Jackson, M.D., was named professor.", []),
        ("The army attacked Al-Bab and al-Rai in Syria.", ["Al-Bab", "al-Rai"]),
    ],
)
def test_places_and_namesakes(names, text, found):
    assert [name for name in names(text) if name in found] == found
    if not found:
        assert names(text) == []


def test_a_demonym_is_no_place(names):
    assert names("Turkish, Russian and Iranian troops withdrew.") == []


@pytest.mark.parametrize(
    "text",
    [
        "Ibrahim al-Idlibi, an opposition figure in Syria, said so. Idlibi said more.",
        "Muhammad al-Halabi spoke in Syria. Al-Halabi said the town was lost.",
    ],
)
def test_a_person_named_after_a_place_is_no_place(names, text):
    assert names(text) == ["Syria"]


def test_a_name_that_no_gazetteer_has_is_found_by_its_words(parse):
    toponyms = parse("Shells hit the village of Qwerfeld in northern Idlib on Sunday.")
    (unknown,) = [t for t in toponyms if t.text == "Qwerfeld"]
    assert unknown.place is None or "~in~" in unknown.place.id
    assert not unknown.sure


def test_an_abbreviation_that_is_a_word_counts_only_after_a_comma(names):
    assert names("He said OR and IN are not states.") == []
    assert names("A man from Tulsa, OK, was held.") == ["Tulsa", "OK"]


def test_groups_are_blocked(parse):
    from mapapp.model.span import Span  # noqa: PLC0415

    text = "The Islamic State in Iraq claimed an attack in Mosul."
    blocked = (Span(start=4, end=25),)
    assert [t.text for t in parse(text, blocked=blocked)] == ["Mosul"]


def test_headlines_in_capitals(names):
    assert "MOSUL" in names("IRAQI ARMY ENTERS MOSUL AFTER HEAVY FIGHTING")
