"""The constant base map, and the one feature group that changes.

The base map must not change while a reader looks at it: any difference in its script makes the
page mount a new one and lose pan and zoom. So it holds nothing that depends on filters.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import folium
from folium.template import Template

import mapapp.maps.layers
from mapapp.maps.layers import MapLayer
from mapapp.registry import discover
from mapapp.view.drawing import Drawing
from mapapp.view.permalink import View

ATTRIBUTION = "Base map: Natural Earth · Places: GeoNames · Map: Leaflet"

WORLD = View(lat=20.0, lon=20.0, zoom=2)
"""Where the map starts before it has fitted itself to its places."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Ground:
    """What the base map is made of.

    Attributes:
        scripts: Name and address of every script, in loading order.
        styles: Name and address of every style sheet.
        layers: Address of every outline layer by name.
        towns: Address of the list of towns to label; empty for none.
        online: Whether online tile layers are offered; none is loaded before the reader picks it.
        view: Center and zoom of the link; None fits the map to its places.
        theme: ``light`` or ``dark``: which bundled ground is drawn first.
    """

    scripts: Sequence[tuple[str, str]]
    styles: Sequence[tuple[str, str]]
    layers: Mapping[str, str]
    towns: str = ""
    online: bool = True
    view: View | None = None
    theme: str = "light"


class BaseMap(folium.Map):
    """A folium map with our files in place of ten files from five foreign hosts."""

    # folium's own header forbids zooming by hand (user-scalable=no); this one does not.
    _template = Template(
        """
        {% macro header(this, kwargs) %}
            <style>
                #{{ this.get_name() }} { width: 100% !important; height: 100vh !important; }
            </style>
        {% endmacro %}
        {% macro html(this, kwargs) %}
            <div class="folium-map" id={{ this.get_name()|tojson }} ></div>
        {% endmacro %}
        {% macro script(this, kwargs) %}
            var {{ this.get_name() }} = L.map({{ this.get_name()|tojson }}, {
                center: {{ this.location|tojson }},
                zoom: {{ this.start_zoom }},
                minZoom: 2,
                maxZoom: 19,
                zoomSnap: 1,
                worldCopyJump: true,
            });
            mapapp.start({{ this.get_name() }}, {{ this.start_options|tojson }});
        {% endmacro %}
        """
    )

    def __init__(self, ground: Ground, title: str) -> None:
        """Take over what the map is made of; the title is for screen readers."""
        view = ground.view or WORLD
        super().__init__(location=[view.lat, view.lon], zoom_start=view.zoom, tiles=None)
        self.default_js = list(ground.scripts)
        self.default_css = list(ground.styles)
        self.start_zoom = view.zoom
        self.start_options = {
            "linked": True,
            "view": ground.view is not None,
            "ground": dict(ground.layers),
            "towns": ground.towns,
            "online": ground.online,
            "theme": ground.theme,
            "title": title,
            "attribution": ATTRIBUTION,
        }


def base_map(ground: Ground, title: str = "Map of the places that the articles name") -> BaseMap:
    """Return the base map; equal arguments give an equal script.

    Args:
        ground: What it is made of.
        title: Read out by screen readers.
    """
    return BaseMap(ground, title)


def overlay(drawing: Drawing) -> folium.FeatureGroup:
    """Return the feature group with every map layer that has something to draw."""
    layers = discover(mapapp.maps.layers, "LAYER", MapLayer)
    group = folium.FeatureGroup(name="mapapp")
    for layer in sorted(layers.values(), key=lambda layer: layer.order):
        layer.build(drawing).add_to(group)
    return group
