"""Every map layer that is found draws an empty and a full drawing, as data and not as markup."""

import folium.map
import pytest

import mapapp.maps.layers
from mapapp.maps.layers import MapLayer
from mapapp.registry import discover
from mapapp.view.drawing import Drawing, Mark
from tests import sample

LAYERS = discover(mapapp.maps.layers, "LAYER", MapLayer)


def test_layers_are_found():
    assert set(LAYERS) == {"highways", "places", "timeline"}


@pytest.mark.parametrize("name", LAYERS)
def test_a_layer_has_a_title_and_a_place_of_its_own_in_the_order(name):
    assert LAYERS[name].title
    assert [layer.order for layer in LAYERS.values()].count(LAYERS[name].order) == 1


@pytest.mark.parametrize("name", LAYERS)
@pytest.mark.parametrize("full", [False, True])
def test_a_layer_renders(name, full):
    mark = Mark(place=sample.place("x", sample.HOSTILE, 1, 2), mentions=1, side="")
    drawing = Drawing(
        marks=(mark,) if full else (),
        sides=sample.SIDES,
        highways=(sample.M5,) if full else (),
        roads={},
    )
    the_map = folium.Map(tiles=None)
    group = folium.FeatureGroup().add_to(the_map)
    layer = LAYERS[name].build(drawing)
    assert isinstance(layer, folium.map.Layer)
    layer.add_to(group)
    script = layer._template.module.script(layer)  # noqa: SLF001 (what streamlit-folium calls)
    assert f"var {layer.get_name()} = mapapp." in script
    assert "<img" not in script
    assert "</script" not in script
