"""Highways as lines of named segments with their shields; geometry errors are said on hover."""

import folium.map
from folium.template import Template

from mapapp.maps.layers import MapLayer
from mapapp.view.drawing import Drawing
from mapapp.view.payload import highways_payload


class HighwaysLayer(folium.map.Layer):
    """All highways in one layer."""

    _template = Template(
        """
        {% macro script(this, kwargs) %}
            var {{ this.get_name() }} = mapapp.drawHighways(
                {{ this._parent._parent.get_name() }}, {{ this.roads|tojson }}
            );
            {{ this.get_name() }}.addTo({{ this._parent.get_name() }});
        {% endmacro %}
        """
    )

    def __init__(self, drawing: Drawing) -> None:
        """Take the drawing's part of the payload."""
        super().__init__(name="highways", control=False)
        self._name = "HighwaysLayer"
        self.roads = highways_payload(drawing)


LAYER = MapLayer(title="Highways", order=10, build=HighwaysLayer)
