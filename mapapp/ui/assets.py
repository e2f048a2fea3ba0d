"""Files that the app itself serves to the map's frame: Leaflet, our scripts, the base map.

A component that is declared and never rendered registers a route for a folder. The addresses are
relative to the map's own frame, so they hold under any base path.
"""

from pathlib import Path

import streamlit.components.v1 as components

from mapapp.config import Config
from mapapp.maps.build import Ground
from mapapp.view import map_files
from mapapp.view.permalink import View


def _serve(name: str, folder: Path) -> str:
    """Serve a folder and return its address as seen from the map's frame."""
    components.declare_component(name, path=str(folder))
    return f"../{__name__}.{name}/"


def ground(config: Config, view: View | None, theme: str) -> Ground:
    """Return what the base map is made of, every file served by this app.

    Args:
        config: Where bundled files lie, and whether online tiles may be offered.
        view: Center and zoom of the link.
        theme: ``light`` or ``dark``.
    """
    leaflet = _serve("leaflet", map_files.leaflet_folder())
    own = _serve("map", map_files.OWN_FOLDER)
    folder = config.bundled / "basemap"
    outlines = _serve("ground", folder)
    towns = folder / map_files.TOWNS_FILE
    return Ground(
        scripts=map_files.scripts(leaflet, own),
        styles=map_files.styles(leaflet, own),
        layers=map_files.ground_sources(folder, outlines),
        towns=f"{outlines}{map_files.TOWNS_FILE}" if towns.is_file() else "",
        online=not config.offline,
        view=view,
        theme=theme,
    )
