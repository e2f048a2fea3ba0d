import pytest

from mapapp.highways.mentions import HighwayFinder
from mapapp.model.article import Part, PartKind
from mapapp.model.highway import Highway
from mapapp.text.sentences import build_document

A7, B2, EAST = "XX-A7", "XX-B2", "XX-B2-east"
NORTH, SOUTH = "XX-A7:northport--midtown", "XX-A7:midtown--southport"
HERE = frozenset({"XX"})


@pytest.fixture(scope="module")
def finder(roads: tuple[Highway, ...]) -> HighwayFinder:
    return HighwayFinder(roads)


def found(
    finder: HighwayFinder, text: str, countries: frozenset[str] = HERE
) -> list[tuple[str, tuple[str, ...], tuple[str, ...]]]:
    mentions = finder.find(build_document(text), countries)
    assert all(text[m.start : m.end] == m.text for m in mentions)
    return [(m.text, m.highway_ids, m.segment_ids) for m in mentions]


@pytest.mark.parametrize(
    ("text", "mention"),
    [
        ("Rebels cut the A7.", "A7"),
        ("Rebels cut the A-7 again.", "A-7"),
        ("Rebels cut the A 7 again.", "A 7"),
        ("Rebels cut the A7 highway.", "A7 highway"),
        ("Rebels cut the A7 international road.", "A7 international road"),
        ("Rebels cut the strategic highway A7.", "strategic highway A7"),
        ("Rebels cut the Northport-Southport highway.", "Northport-Southport highway"),
        ("Rebels cut the Southport–Northport road.", "Southport–Northport road"),
        ("The Northport to Southport motorway is cut.", "Northport to Southport motorway"),
        ("The Nortport-Southporte main road is cut.", "Nortport-Southporte main road"),
        ("Rebels cut Coral road.", "Coral road"),
        ("قطع الطريق الدولي A7 اليوم", "الطريق الدولي A7"),
    ],
)
def test_a_road_by_number_or_name(finder: HighwayFinder, text: str, mention: str):
    assert found(finder, text) == [(mention, (A7,), ())]


@pytest.mark.parametrize(
    ("text", "mention", "segments"),
    [
        ("the highway between Midtown and Southport", "highway", (SOUTH,)),
        ("the road that links the city of Midtown with Northport", "road", (NORTH,)),
        ("the Midtown-Southport road", "Midtown-Southport road", (SOUTH,)),
        ("the A7 between Northport and Midtown", "A7", (NORTH,)),
        ("the A7 highway from Midtown to Southport", "A7 highway", (SOUTH,)),
    ],
)
def test_a_stretch_of_a_road(
    finder: HighwayFinder, text: str, mention: str, segments: tuple[str, ...]
):
    assert found(finder, f"Rebels cut {text}.") == [(mention, (A7,), segments)]


def test_what_a_road_connects_describes_it_and_does_not_limit_it(finder: HighwayFinder):
    text = "They hold the A7 highway connecting Midtown and Southport."
    assert found(finder, text) == [("A7 highway", (A7,), ())]


@pytest.mark.parametrize(
    ("text", "mention"),
    [
        ("They reached the highway.", "highway"),
        ("The junction of two main highways fell.", "two main highways"),
        ("It lies on another highway west to the sea.", "another highway"),
        ("Highways were closed.", "Highways"),
        ("They cut the international road.", "international road"),
        ("وصلوا إلى الطريق الدولي أمس", "الطريق الدولي"),
    ],
)
def test_a_highway_without_a_name_is_kept_without_a_road(
    finder: HighwayFinder, text: str, mention: str
):
    assert found(finder, text) == [(mention, (), ())]


@pytest.mark.parametrize(
    "text",
    [
        "The XA7 and A70 and A7s rolled in.",
        "A magnitude A7.2 was felt.",
        "It cost 5 a 7.",
        "They met on Highway 61.",
        "The Highway Patrol and the highway patrol came.",
        "They drove the Lincoln Highway.",
        "They drove the Kabul-Kandahar highway.",
        "The road was quiet.",
        "The route to peace between Northport and Elsewhere.",
        "",
    ],
)
def test_what_is_no_known_road_is_left_alone(finder: HighwayFinder, text: str):
    assert found(finder, text) == []


def test_a_number_is_a_road_only_of_its_country(finder: HighwayFinder):
    text = "Traffic stood still on the A7 near Bristol."
    assert found(finder, text, frozenset({"GB"})) == []
    assert found(finder, text, frozenset()) == []
    assert found(finder, text, frozenset({"GB", "XX"})) == [("A7", (A7,), ())]


def test_a_name_of_two_places_needs_no_country(finder: HighwayFinder):
    text = "The Midtown-Southport road is open."
    assert found(finder, text, frozenset()) == [("Midtown-Southport road", (A7,), (SOUTH,))]


def test_two_roads_side_by_side(finder: HighwayFinder):
    assert found(finder, "The A7/B2 junction fell.") == [("A7", (A7,), ()), ("B2", (B2, EAST), ())]


def test_a_road_in_two_parts_is_narrowed_by_places_around(finder: HighwayFinder):
    west = "They took Westford. Then they cut the B2."
    assert found(finder, west) == [("B2", (B2,), ())]
    assert found(finder, "They took Eastford. Then the B2.") == [("B2", (EAST,), ())]
    both = "They took Westford and Eastford. Then they cut the B2."
    assert found(finder, both) == [("B2", (B2, EAST), ())]


def test_the_nearer_sentence_decides_which_part_is_meant(finder: HighwayFinder):
    text = "They took Eastford. They cut the B2 at Westford."
    assert found(finder, text) == [("B2", (B2,), ())]


def test_a_place_in_the_name_of_one_part_does_not_speak_for_the_other(finder: HighwayFinder):
    assert found(finder, "From Southport they cut the B2.") == [("B2", (B2, EAST), ())]


def test_offsets_point_into_the_original_text_and_furniture_is_skipped(finder: HighwayFinder):
    text = "Read the highway code\n\nThe A7 is cut."
    start = text.index("The A7")
    parts = [
        Part(start=0, end=start, kind=PartKind.FURNITURE),
        Part(start=start, end=len(text), kind=PartKind.BODY),
    ]
    mentions = finder.find(build_document(text, parts), HERE)
    assert [(m.start, m.end) for m in mentions] == [(text.index("A7"), text.index("A7") + 2)]


def test_a_sentence_end_stops_a_name(finder: HighwayFinder):
    text = "They hold Midtown. Southport road blocks went up."
    assert found(finder, text) == []


def test_no_roads_find_nothing_but_plain_highways():
    assert found(HighwayFinder(()), "The A7 and the highway.") == [("highway", (), ())]
