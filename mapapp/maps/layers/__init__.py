"""One module per overlay: each defines ``LAYER``, a `MapLayer`."""

from collections.abc import Callable
from dataclasses import dataclass

import folium.map

from mapapp.view.drawing import Drawing


@dataclass(frozen=True, kw_only=True, slots=True)
class MapLayer:
    """An overlay.

    Attributes:
        title: What it shows, for people.
        order: Lower numbers are drawn first and lie below.
        build: Makes the folium layer from a drawing. Texts must reach the browser as data and
            be shown with ``textContent``, never as markup.
    """

    title: str
    order: int
    build: Callable[[Drawing], folium.map.Layer]
