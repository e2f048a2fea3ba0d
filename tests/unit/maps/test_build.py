import re
from dataclasses import replace

import pytest
from streamlit_folium import _get_feature_group_string, _get_map_string, generate_js_hash

from mapapp.maps.build import Ground, base_map, overlay
from mapapp.view import map_files
from mapapp.view.choose import Choice
from mapapp.view.drawing import Drawing
from mapapp.view.permalink import View
from mapapp.view.selection import EVERYTHING, Selection
from mapapp.view.summaries import mark_of, summarize
from tests import sample

GROUND = Ground(
    scripts=map_files.scripts("../leaflet/", "../own/"),
    styles=map_files.styles("../leaflet/", "../own/"),
    layers={"land": "../ground/land.geojson"},
)


def _drawing(corpus, selection=EVERYTHING, **more):
    summaries = summarize(corpus, Choice(corpus, selection).rows())
    return Drawing(
        marks=tuple(mark_of(summary) for summary in summaries),
        sides=corpus.sides,
        highways=corpus.highways,
        roads={},
        **more,
    )


def _scripts(corpus, ground=GROUND, **more):
    """Return what the browser gets: the base map's script and the changing group's."""
    the_map = base_map(ground)
    the_map.get_root().render()
    script = _get_map_string(the_map)
    return script, _get_feature_group_string(overlay(_drawing(corpus, **more)), the_map)


def test_the_base_map_is_the_same_whatever_is_drawn(corpus):
    one, few = _scripts(corpus)
    other, many = _scripts(corpus, selection=Selection(named=True), selected="t:saraqib")
    assert generate_js_hash(one, "k") == generate_js_hash(other, "k")
    assert few != many


def test_the_view_of_a_link_is_part_of_the_base_map(corpus):
    here = replace(GROUND, view=View(lat=35.5, lon=36.5, zoom=9))
    script, _ = _scripts(corpus, here)
    assert "[35.5, 36.5]" in script
    assert "zoom: 9" in script


def test_no_foreign_host_is_named_by_the_map(corpus):
    the_map = base_map(GROUND)
    links = [href for _, href in (*the_map.default_js, *the_map.default_css)]
    assert all(link.startswith("../") for link in links)
    assert "://" not in "".join(_scripts(corpus))
    assert "user-scalable" not in the_map.get_root().render()


def test_text_of_articles_and_gazetteers_reaches_the_script_only_as_data(corpus):
    hostile = replace(sample.SARAQIB, name=sample.HOSTILE)
    marks = tuple(
        replace(mark, place=replace(mark.place, name=sample.HOSTILE))
        for mark in _drawing(corpus).marks
    )
    the_map = base_map(GROUND)
    the_map.get_root().render()
    _get_map_string(the_map)
    drawing = replace(_drawing(corpus), marks=marks)
    script = _get_feature_group_string(overlay(drawing), the_map)
    assert "</script" not in script
    assert "<img" not in script
    assert not re.search(r"`[^\"]*`", re.sub(r'"(?:[^"\\]|\\.)*"', '""', script))
    assert hostile.name.split()[0] not in script


def test_layers_are_drawn_from_low_to_high(corpus):
    _, group = _scripts(corpus)
    assert group.index("drawHighways") < group.index("drawPlaces")


@pytest.mark.parametrize("name", [*map_files.OWN_SCRIPTS, *map_files.OWN_STYLES])
def test_every_own_file_is_there_and_names_no_host_but_tiles(name):
    text = (map_files.OWN_FOLDER / name).read_text(encoding="utf-8")
    hosts = set(re.findall(r"https?://([^/\"']+)", text))
    assert hosts <= {
        "tile.openstreetmap.org",
        "basemaps.cartocdn.com",
        "server.arcgisonline.com",
        "www.w3.org",
    }


def test_texts_are_never_put_in_as_markup():
    for name in (*map_files.OWN_SCRIPTS, "standalone.js"):
        text = (map_files.OWN_FOLDER / name).read_text(encoding="utf-8")
        assert not re.search(r"innerHTML|insertAdjacentHTML|document\.write|\beval\(", text)


def test_leaflet_comes_from_its_package():
    folder = map_files.leaflet_folder()
    assert (folder / "leaflet.js").read_text(encoding="utf-8").startswith("/* @preserve")
    assert (folder / "leaflet.css").is_file()


def test_only_layers_that_are_there_are_asked_for(tmp_path):
    (tmp_path / "land.geojson").touch()
    assert map_files.ground_sources(tmp_path, "../g/") == {"land": "../g/land.geojson"}
