from dataclasses import replace

import pytest

from mapapp.model.highway import HighwayMention
from mapapp.store.columns import load_columns
from mapapp.store.database import Store
from mapapp.view.choose import Choice
from mapapp.view.corpus import build_corpus
from mapapp.view.road_choice import roads_shown
from mapapp.view.selection import EVERYTHING
from tests import sample

KHARTOUM = sample.place("t:khartoum", "Khartoum", 15.55, 32.53, country="SD")
SUDAN = "Elsewhere\n\nThe army shelled Khartoum. Nobody used the M5."
M4 = replace(
    sample.M5,
    id="SY-M4",
    shield="M4",
    segments=tuple(replace(one, id=one.id.replace("M5", "M4")) for one in sample.M5.segments),
)


@pytest.fixture
def choice_of(tmp_path):
    def choose(*readings, selection=EVERYTHING):
        store = Store(f"sqlite:///{tmp_path / 'roads.db'}")
        store.create()
        store.put(list(readings), parser="1")
        corpus = build_corpus(load_columns(store), store.places(), sample.SIDES, (M4, sample.M5))
        store.close()
        return Choice(corpus, selection)

    return choose


def _sudan(*roads):
    found = [sample.toponym(SUDAN, "Khartoum", KHARTOUM)]
    return sample.reading(sample.article(SUDAN, "Elsewhere", source="Sudan"), found, (), roads)


def _named():
    start = SUDAN.index("M5")
    return HighwayMention(start=start, end=start + 2, text="M5", highway_ids=("SY-M5:1",))


def _ids(choice, places=(), states=(), opened=""):
    return [road.id for road in roads_shown(choice, places, states, opened)]


def test_a_road_far_from_everything_is_not_drawn(choice_of):
    assert _ids(choice_of(_sudan()), [KHARTOUM]) == []


def test_a_road_that_an_article_names_is_drawn_even_far_from_the_places(choice_of):
    assert _ids(choice_of(_sudan(_named())), [KHARTOUM]) == ["SY-M5"]


def test_a_road_named_only_by_an_article_that_is_filtered_out_is_not_drawn(choice_of):
    choice = choice_of(_sudan(_named()), selection=replace(EVERYTHING, sources=("Wire",)))
    assert _ids(choice) == []


def test_roads_beside_a_town_of_the_map_are_drawn(choice_of):
    assert _ids(choice_of(_sudan()), [KHARTOUM, sample.NAYRAB]) == ["SY-M4", "SY-M5"]


def test_a_province_around_a_road_says_nothing_of_it(choice_of):
    assert _ids(choice_of(_sudan()), [sample.IDLIB, sample.SYRIA]) == []


@pytest.mark.parametrize(("km", "shown"), [(24, True), (26, False)])
def test_how_far_beside(choice_of, km, shown):
    # The road ends at Hama.
    south = sample.place("t:south", "South", 35.13 - km / 111.195, 36.75)
    assert bool(_ids(choice_of(_sudan()), [south])) is shown


def test_a_road_with_a_claim_and_an_open_one_are_drawn(choice_of):
    choice = choice_of(_sudan())
    assert _ids(choice, states={"SY-M5:2"}) == ["SY-M5"]
    assert _ids(choice, opened="SY-M4") == ["SY-M4"]
    assert _ids(choice, opened="SY-M4:1") == ["SY-M4"]
