from dataclasses import replace

import pytest

from mapapp.events.linking import link_reports
from mapapp.events.reports import Report, compare
from mapapp.model.event import Status

A = frozenset({"israel"})
B = frozenset({"hezbollah"})


@pytest.fixture
def report(place):
    """Make a report of a clash at a point of latitude 0, as one article tells it."""

    def made(article, day=1, killed=None, east=0.0, **more):
        tolls = {} if killed is None else {"killed": (killed, killed)}
        fields = {
            "key": (article, more.pop("number", 0)),
            "type": "Battles",
            "sub_type": "Armed clash",
            "first_day": day,
            "last_day": more.pop("until", day),
            "dated": True,
            "place": place(f"at {east}", lon=east),
            "acting": A,
            "tolls": tolls,
        }
        return Report(**{**fields, **more})

    return made


def linked(*reports, apart=()):
    return [[report.key[0] for report in group] for group in link_reports(reports, apart)]


def test_reports_of_one_event_are_linked_with_a_range_of_tolls(report):
    one, two = report("x", killed=24), report("y", killed=30, east=0.04)
    assert linked(one, two) == [["x", "y"]]
    comparison = compare([one, two])
    assert comparison.tolls == {"killed": (24, 30)}
    assert comparison.differences == ("killed", "place")


def test_an_open_toll_leaves_the_range_open(report):
    open_ = report("y", tolls={"killed": (24, None), "injured": (3, 3)})
    assert compare([report("x", killed=30), open_]).tolls == {
        "killed": (24, None),
        "injured": (3, 3),
    }


@pytest.mark.parametrize(
    "other",
    [
        {"east": 0.06},
        {"day": 4},
        {"acting": B},
        {"type": "Protests"},
        {"article": "x", "number": 1},
        {"status": Status.BACKGROUND},
        {"status": Status.PLANNED},
        {"first_day": None, "last_day": None, "dated": False},
        {"until": 30},
        {"place": None},
        {"killed": 90},
        {"day": 2, "killed": 1},
    ],
    ids=[
        "over 5 km", "3 days", "another side", "another type", "same article", "background",
        "planned", "undated", "a month", "no place", "far more dead", "next day, fewer dead",
    ],
)  # fmt: skip
def test_what_keeps_reports_apart(report, other):
    one = report("x", killed=20)
    assert linked(one, report("y", killed=20)) == [["x", "y"]]
    assert linked(one, report(**{"article": "y", "killed": 20, **other})) == []


def test_a_next_day_s_report_is_linked_where_the_toll_is_the_same(report):
    assert linked(report("x", killed=20), report("y", day=2, killed=20)) == [["x", "y"]]


def test_an_unknown_side_and_a_day_of_publication_part_nobody(report):
    bare = report("y", day=2, acting=frozenset(), dated=False)
    assert linked(report("x", killed=20), bare) == [["x", "y"]]


def test_in_and_around_a_province_only_the_same_toll_tells(report, place):
    province = place("province", code="ADM1", radius_km=65.0)
    one = report("x", killed=12, place=province)
    for elsewhere in (province, place("a village in it", lat=0.3)):
        assert linked(one, report("y", killed=12, place=elsewhere)) == [["x", "y"]]
        assert linked(one, report("y", killed=19, place=elsewhere)) == []
        assert linked(one, report("y", place=elsewhere)) == []
    assert linked(one, report("y", killed=12, place=place("a village beyond", lat=0.9))) == []


def test_one_or_two_dead_in_a_province_may_be_anybody(report, place):
    province = place("province", code="ADM1", radius_km=65.0)
    assert linked(*(report(name, killed=2, place=province) for name in "xy")) == []


def test_in_a_country_nothing_is_linked(report, place):
    for radius_km in (60.0, 420.0):
        country = place("country", code="PCLI", radius_km=radius_km)
        assert linked(*(report(name, killed=12, place=country) for name in "xy")) == []


def test_a_reader_can_undo_a_link(report):
    one, two, three = (report(name, killed=5) for name in "xyz")
    assert linked(one, two, three) == [["x", "y", "z"]]
    apart = {frozenset((one.key, three.key)), frozenset((two.key, three.key))}
    assert linked(one, two, three, apart=apart) == [["x", "y"]]


def test_the_likeliest_pair_is_linked_first(report):
    first_raid, second_raid = report("x", killed=5), report("x", killed=30, number=1)
    told_again = report("y", killed=30)
    (group,) = link_reports([first_raid, second_raid, told_again])
    assert {one.key for one in group} == {second_raid.key, told_again.key}


def test_no_chain_links_what_does_not_agree(report):
    chain = [report("x", killed=10), report("y", killed=14), report("z", killed=27)]
    assert linked(*chain) == [["x", "y"]]


def test_a_headline_and_its_lead_stand_in_one_event_with_another_article(report):
    headline, lead = report("x", dated=False), report("x", killed=24, number=1)
    assert linked(headline, lead) == []
    assert linked(headline, lead, report("y", killed=24)) == [["x", "y", "x"]]


@pytest.mark.parametrize(
    "other", [{"killed": 9}, {"day": 2}, {"sub_type": "Suicide bomb"}], ids=str
)
def test_two_attacks_of_one_article_stay_two_events(report, other):
    first, second = report("x", killed=24), report("x", number=1, **other)
    (group,) = link_reports([first, second, report("y", killed=24)])
    assert second not in group


def test_more_dead_than_at_least_some_is_no_contradiction(report):
    early = report("x", tolls={"killed": (5, None)})
    assert linked(early, report("y", killed=40)) == [["x", "y"]]
    assert linked(report("x", killed=5, day=2), report("y", killed=40)) == []


def test_a_denial_is_linked_and_named_as_a_difference(report):
    denial = report("y", status=Status.DENIED)
    assert linked(report("x"), denial) == [["x", "y"]]
    assert compare([report("x"), denial]).differences == ("denied",)


def test_the_order_of_the_reports_changes_nothing(report):
    reports = [report(name, killed=n + 20, day=1 + n % 2) for n, name in enumerate("uvwxyz")]
    assert link_reports(reports) == link_reports(list(reversed(reports)))


def test_places_are_near_across_every_border_of_the_grid(report, place):
    for lat, lon in ((0.0, 0.0), (52.52, 13.405), (-33.9, 18.4), (68.97, 33.08)):
        one = report("x", place=place("one", lat=lat, lon=lon))
        two = report("y", place=place("two", lat=lat - 0.02, lon=lon - 0.02))
        assert linked(one, replace(two, acting=A)) == [["x", "y"]]
