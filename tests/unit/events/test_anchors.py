from datetime import date

import pytest

MONDAY = date(2021, 3, 8)
WAR = "Rebels and the army have fought for years."


def last_place(read, text, *places):
    return read(f"{WAR}\n\n{text}", *places, published=MONDAY)[-1].place_ids


@pytest.mark.parametrize(
    "text",
    [
        "A clinic in Tamra, near Golo, has closed. The air strike killed two nurses.",
        "Six were buried in Tamra, north of Golo. They were killed when jets bombed the village.",
        "Shells hit Tamra, near Golo. Jets bombed a school in the same neighbourhood.",
        "Rebels killed nine men in Tamra. The rebels also burned their houses.",
        "Golo's Tamra was shelled on Sunday, and two people died.",
    ],
)
def test_a_sentence_without_a_place_is_about_the_one_before(read, place, text):
    assert last_place(read, text, place("Tamra"), place("Golo")) == ("Tamra",)


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Tamra lies in ruins. Shells hit a clinic elsewhere on Sunday.", ()),
        ("Jets bombed Tamra. Rockets fell in the south of the capital.", ("Tamra",)),
        ("Ministers left Kobar. Jets bombed Tamra. Rockets hit the capital.", ("Kobar",)),
        ("Ministers left Kobar. Jets bombed Tamra. Rockets hit the district capital.", ("Tamra",)),
        ("Jets bombed Tamra, near Kobar. Rockets hit the city's west.", ("Tamra",)),
        ("Shells hit Tamra in Upper. Jets bombed a base in the same district.", ("Tamra",)),
        ("Shells hit Tamra in Upper. Jets bombed a base in the province.", ("Upper",)),
    ],
)
def test_what_the_capital_and_the_same_district_are(read, place, text, name):
    unit = place("Upper", code="ADM1", radius_km=90)
    places = (place("Tamra"), place("Kobar", code="PPLC"), unit)
    assert last_place(read, text, *places) == name
