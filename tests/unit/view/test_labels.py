from dataclasses import replace
from datetime import date

import pytest

from mapapp.model.event import Count, Status
from mapapp.model.toponym import Role
from mapapp.view.labels import (
    ROLE_HELP,
    ROLE_LABELS,
    STATUS_LABELS,
    count_label,
    day_label,
    feature_label,
    map_label,
    place_label,
    unmarked,
)
from tests import sample


def test_every_role_and_status_has_words():
    assert set(ROLE_LABELS) == set(ROLE_HELP) == set(Role)
    assert set(STATUS_LABELS) == set(Status)


def test_days():
    assert day_label(date(2020, 2, 7)) == "7 February 2020"
    assert day_label(None) == "date unknown"


def test_names_tell_namesakes_apart():
    assert place_label(sample.SARAQIB) == "Saraqib, Idlib, SY"
    assert place_label(sample.IDLIB) == "Idlib (province), SY"
    azaz = replace(sample.IDLIB, name="A'zaz District", feature_code="ADM2")
    assert place_label(azaz) == "A'zaz District, Idlib, SY"
    assert place_label(sample.SYRIA) == "Syria (country)"


def test_on_the_map_a_province_does_not_read_like_its_town():
    assert map_label(sample.IDLIB) == "Idlib (province)"
    assert map_label(sample.SARAQIB) == "Saraqib"
    # Nobody takes a country for a town, nor a part that is named after its whole.
    assert map_label(sample.SYRIA) == "Syria"
    south = replace(sample.IDLIB, id="t:idlib~south", name="Southern Idlib", parent_id="t:idlib")
    assert map_label(south) == "Southern Idlib"
    named = replace(sample.IDLIB, name="Eastern Province")
    assert map_label(named) == "Eastern Province"


@pytest.mark.parametrize(
    ("count", "words"),
    [
        (Count(low=2, high=2, who="soldiers"), "2 soldiers"),
        (Count(low=60, high=None), "at least 60"),
        (Count(low=1000, high=2000), "1,000–2,000"),
        (Count(low=1, high=20, hedge="as many as"), "up to 20"),
        (Count(low=0, high=3), "up to 3"),
        (Count(low=19, high=19, cumulative=True), "19 in all so far"),
    ],
)
def test_tolls(count, words):
    assert count_label(count) == words


def test_features():
    assert feature_label(sample.IDLIB) == "province"
    assert feature_label(sample.NEAR) == "area made from the words around the name"


def test_a_label_means_nothing_as_markdown():
    made = unmarked("![x](http://e.example) :red[a] $x$ **b** <i>\nc")
    assert made == (r"\!\[x\]\(http\:\//e\.example) \:red\[a\] \$x\$ \*\*b\*\* \<i\> c")


@pytest.mark.parametrize(
    "name", ["Iran-aligned forces", "Movement (SLM/A)", "People's Army", "St. Petersburg"]
)
def test_what_is_no_markdown_keeps_its_name_for_screen_readers(name):
    assert unmarked(name) == name


@pytest.mark.parametrize(
    ("text", "made"),
    [
        ("- a", r"\- a"),
        ("a -> b", r"a \-\> b"),
        ("1. a", r"1\. a"),
        ("12. a", r"12\. a"),
        ("www.e.example", r"www\.e\.example"),
        ("[a](b)", r"\[a\]\(b)"),
        ("a@b.example", r"a\@b\.example"),
        ("&lt;", r"\&lt;"),
    ],
)
def test_what_markdown_would_read_is_escaped(text, made):
    assert unmarked(text) == made
