"""Where the map's own files and Leaflet lie on disk, and the order in which a browser loads them.

Leaflet comes from a package that holds nothing but its files; they are never copied into this
repository. The package's Python modules need Django, so its folder is found without importing it.
"""

import hashlib
import importlib.util
from functools import cache
from pathlib import Path

from mapapp.errors import ConfigurationError

OWN_FOLDER = Path(__file__).resolve().parents[1] / "maps" / "assets"

OWN_SCRIPTS = (
    "shapes.js",
    "basemap.js",
    "labels.js",
    "layers.js",
    "areas.js",
    "places.js",
    "roads.js",
    "legend.js",
    "controls.js",
    "timeline.js",
    "frames.js",
    "player.js",
)
OWN_STYLES = ("mapapp.css",)
LEAFLET_SCRIPT = "leaflet.js"
LEAFLET_STYLE = "leaflet.css"

GROUND_FILES = ("land", "admin1", "rivers", "lakes", "roads", "borders")
"""Layers of the bundled base map, by file name without ``.geojson``; a missing one is left out."""

TOWNS_FILE = "towns.json"


def leaflet_folder() -> Path:
    """Return the folder that holds ``leaflet.js``.

    Raises:
        ConfigurationError: The package is not installed.
    """
    spec = importlib.util.find_spec("js_lib_leaflet")
    for root in (spec.submodule_search_locations or ()) if spec else ():
        folder = Path(root) / "static" / "js_lib_leaflet"
        if (folder / LEAFLET_SCRIPT).is_file():
            return folder
    message = (
        "Leaflet's files are missing: the package django-js-lib-leaflet is not installed. "
        "Run `pip install django-js-lib-leaflet==1.9.4.1`."
    )
    raise ConfigurationError(message)


@cache
def fingerprint() -> str:
    """Return a short hash of our own files: a new release is never drawn by an old script."""
    digest = hashlib.sha256()
    for name in (*OWN_SCRIPTS, *OWN_STYLES):
        digest.update((OWN_FOLDER / name).read_bytes())
    return digest.hexdigest()[:10]


def scripts(leaflet: str, own: str) -> list[tuple[str, str]]:
    """Return name and address of every script, in loading order.

    Args:
        leaflet: Address of Leaflet's folder, ending in a slash.
        own: Address of our folder, ending in a slash.
    """
    ours = [(name, f"{own}{name}?v={fingerprint()}") for name in OWN_SCRIPTS]
    return [("leaflet", leaflet + LEAFLET_SCRIPT), *ours]


def styles(leaflet: str, own: str) -> list[tuple[str, str]]:
    """Return name and address of every style sheet, in loading order; arguments as `scripts`."""
    ours = [(name, f"{own}{name}?v={fingerprint()}") for name in OWN_STYLES]
    return [("leaflet_css", leaflet + LEAFLET_STYLE), *ours]


def ground_sources(folder: Path, address: str) -> dict[str, str]:
    """Return the address of every base map layer that is there.

    Args:
        folder: The folder of bundled GeoJSON files.
        address: Its address, ending in a slash.
    """
    return {
        name: f"{address}{name}.geojson"
        for name in GROUND_FILES
        if (folder / f"{name}.geojson").is_file()
    }
