"""Whatever the text, mentions of roads lie in it, in order, without overlap."""

from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from mapapp.highways.load import load_highways
from mapapp.highways.mentions import HighwayFinder
from mapapp.text.sentences import build_document

HIGHWAYS = load_highways(Path(__file__).parents[2] / "data" / "highways")
IDS = {highway.id for highway in HIGHWAYS}
SEGMENTS = {segment.id for highway in HIGHWAYS for segment in highway.segments}
FINDER = HighwayFinder(HIGHWAYS)
PIECES = st.sampled_from(
    "M5 M4 M - 5 / ( ) . \n the highway highways road between from and to linking international "
    "Saraqib Aleppo Damascus Jisr al- Shughur Ariha main two The Highway 61 الطريق الدولي".split(
        " "
    )
)
TEXTS = st.one_of(st.text(max_size=80), st.lists(PIECES, max_size=25).map(" ".join))


@given(TEXTS)
def test_mentions_lie_in_the_text_in_order(text: str):
    mentions = FINDER.find(build_document(text), frozenset({"SY"}))
    end = 0
    for mention in mentions:
        assert end <= mention.start < mention.end <= len(text)
        assert text[mention.start : mention.end] == mention.text
        assert set(mention.highway_ids) <= IDS
        assert set(mention.segment_ids) <= SEGMENTS
        assert {s.partition(":")[0] for s in mention.segment_ids} <= set(mention.highway_ids)
        end = mention.end


@given(TEXTS)
def test_without_the_country_no_number_names_a_road(text: str):
    for mention in FINDER.find(build_document(text), frozenset()):
        assert not mention.text.startswith(("M5", "M4", "M-", "M -"))


@given(TEXTS)
def test_the_country_only_adds_roads(text: str):
    document = build_document(text)
    anywhere = {m.start for m in FINDER.find(document, frozenset()) if m.highway_ids}
    in_syria = {m.start for m in FINDER.find(document, frozenset({"SY"})) if m.highway_ids}
    covered = FINDER.find(document, frozenset({"SY"}))
    assert all(
        start in in_syria or any(m.start <= start < m.end for m in covered) for start in anywhere
    )
