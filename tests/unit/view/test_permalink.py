from datetime import date

import pytest

from mapapp.view.permalink import URL_KEYS, Link, View, decode, encode, query
from mapapp.view.selection import Selection

FULL = Link(
    selection=Selection(
        places=("gn:1", "gn:2~south"),
        sides=("government",),
        actors=("sy_gov", "unknown:a,b"),
        roles=("metonym",),
        sources=("Al Jazeera, English & more",),
        types=("Explosions/Remote violence",),
        start=date(2020, 2, 1),
        end=date(2020, 2, 29),
        undated=False,
        confidence=0.35,
        words='"Saraqeb" -Ankara سراقب',
        named=True,
    ),
    place="gn:1",
    article="ab12",
    highway="SY-M5:3",
    tab="events",
    view=View(lat=35.8644, lon=36.8058, zoom=11),
)


def test_defaults_leave_no_trace_in_the_link():
    assert encode(Link()) == {}
    assert query(Link()) == ""


def test_a_full_link_comes_back_whole():
    assert decode(encode(FULL)) == (FULL, [])


def test_every_field_has_a_key():
    fields = {row.field for row in URL_KEYS}
    expected = set(Selection.__slots__) | {"place", "article", "highway", "event", "tab", "view"}
    assert fields == expected
    assert len({row.key for row in URL_KEYS}) == len(URL_KEYS)


def test_unknown_keys_are_ignored():
    assert decode({"utm_source": ["x"], "side": ["hts"]}) == (
        Link(selection=Selection(sides=("hts",))),
        [],
    )


@pytest.mark.parametrize(
    ("key", "value"),
    [
        ("role", "murderer"),
        ("from", "2020-02-31"),
        ("to", "yesterday"),
        ("undated", "maybe"),
        ("confidence", "250"),
        ("confidence", "high"),
        ("named", "2"),
        ("tab", "secrets"),
        ("view", "1,2"),
        ("view", "north,east,9"),
        ("view", "99,0,9"),
        ("view", "nan,0,9"),
        ("view", "35,36,40"),
    ],
)
def test_a_bad_value_falls_back_and_says_so(key, value):
    link, problems = decode({key: [value], "side": ["hts"]})
    assert link == Link(selection=Selection(sides=("hts",)))
    assert len(problems) == 1
    assert f"{key}={value}" in problems[0]
    assert "allowed" in problems[0]


def test_days_the_wrong_way_round_are_left_out():
    link, problems = decode({"from": ["2020-03-01"], "to": ["2020-02-01"]})
    assert link == Link()
    assert "ends before" in problems[0]


def test_endless_values_are_cut():
    link, _ = decode({"q": ["x" * 10_000], "in": [f"gn:{n}" for n in range(5000)]})
    assert len(link.selection.words) == 200
    assert len(link.selection.places) == 200
