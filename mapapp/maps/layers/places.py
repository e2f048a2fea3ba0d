"""All places in one compact layer: a JSON array drawn on one canvas.

Ten thousand places redraw in 0.6 s this way; one folium marker a place takes 17 s and loses the
view (measured in `benchmarks/dashboard.py`).
"""

import folium.map
from folium.template import Template

from mapapp.maps.layers import MapLayer
from mapapp.view.drawing import Drawing
from mapapp.view.payload import places_payload


class PlacesLayer(folium.map.Layer):
    """Areas, rings and markers."""

    _template = Template(
        """
        {% macro script(this, kwargs) %}
            var {{ this.get_name() }} = mapapp.drawPlaces(
                {{ this._parent._parent.get_name() }}, {{ this.places|tojson }}
            );
            {{ this.get_name() }}.addTo({{ this._parent.get_name() }});
        {% endmacro %}
        """
    )

    def __init__(self, drawing: Drawing) -> None:
        """Take the drawing's part of the payload."""
        super().__init__(name="places", control=False)
        self._name = "PlacesLayer"
        self.places = places_payload(drawing)


LAYER = MapLayer(title="Places", order=20, build=PlacesLayer)
