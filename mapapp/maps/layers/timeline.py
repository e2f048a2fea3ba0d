"""The timeline under the map: mentions per day, days to choose, and steps to play.

It draws nothing on the map itself; it is a layer so that it changes with what the map shows, and
speaks to the page the way a clicked marker does.
"""

import folium.map
from folium.template import Template

from mapapp.maps.layers import MapLayer
from mapapp.view.drawing import Drawing
from mapapp.view.payload import timeline_payload


class TimelineLayer(folium.map.Layer):
    """Bars, brush and player."""

    _template = Template(
        """
        {% macro script(this, kwargs) %}
            var {{ this.get_name() }} = mapapp.drawTimeline(
                {{ this._parent._parent.get_name() }}, {{ this.timeline|tojson }}
            );
            {{ this.get_name() }}.addTo({{ this._parent.get_name() }});
        {% endmacro %}
        """
    )

    def __init__(self, drawing: Drawing) -> None:
        """Take the drawing's part of the payload."""
        super().__init__(name="timeline", control=False)
        self._name = "TimelineLayer"
        self.timeline = timeline_payload(drawing)


LAYER = MapLayer(title="Timeline", order=30, build=TimelineLayer)
