"""Links come back whole, whatever a filter holds; any address gives a page."""

from hypothesis import given
from hypothesis import strategies as st

from mapapp.model.toponym import Role
from mapapp.view.permalink import TABS, Link, View, decode, encode
from mapapp.view.selection import Selection

WORDS = st.text(min_size=1, max_size=60).map(str.strip).filter(bool)
IDS = st.lists(st.text(min_size=1, max_size=40), max_size=4, unique=True).map(tuple)
DAYS = st.dates()
SELECTIONS = st.builds(
    Selection,
    places=IDS,
    sides=IDS,
    actors=IDS,
    roles=st.lists(st.sampled_from([role.value for role in Role]), unique=True).map(tuple),
    sources=IDS,
    types=IDS,
    start=st.none() | DAYS,
    end=st.none(),
    undated=st.booleans(),
    confidence=st.integers(0, 100).map(lambda percent: percent / 100),
    words=st.just("") | WORDS,
    named=st.booleans(),
)
VIEWS = st.builds(
    View,
    lat=st.integers(-85_0000, 85_0000).map(lambda n: n / 10_000),
    lon=st.integers(-180_0000, 180_0000).map(lambda n: n / 10_000),
    zoom=st.integers(0, 19),
)
LINKS = st.builds(
    Link,
    selection=SELECTIONS,
    place=st.just("") | WORDS,
    article=st.just("") | WORDS,
    highway=st.just("") | WORDS,
    tab=st.sampled_from(TABS),
    view=st.none() | VIEWS,
)


@given(LINKS)
def test_what_is_written_is_read(link):
    assert decode(encode(link)) == (link, [])


@given(st.dictionaries(st.text(max_size=12), st.lists(st.text(max_size=30), max_size=3)))
def test_any_address_gives_a_link(values):
    link, problems = decode(values)
    assert isinstance(link, Link)
    assert all(isinstance(problem, str) for problem in problems)
