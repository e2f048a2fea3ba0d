"""Small drawings for what happened: our own lines, never a symbol font that a system may lack."""

import base64
from types import MappingProxyType

from mapapp.view.excerpts import SafeHtml, escape

_INK = "#46566a"
"""A mid tone: the white lines on it are seen on a light and on a dark page."""

_LINES = MappingProxyType(
    {
        "capture": "M7 20V4M7 5h10l-2.5 3L17 11H7",
        "clash": "M5 5l14 14M19 5L5 19M4 16l4 4M20 16l-4 4",
        "air strike": "M12 3v18M12 9l-8 5M12 9l8 5M12 18l-4 3M12 18l4 3",
        "shelling": "M12 3v5M12 16v5M3 12h5M16 12h5M6 6l3 3M15 15l3 3M18 6l-3 3M9 15l-3 3",
        "vehicle bomb": "M3 15V9h9l3 3h6v3zM7 15v3M17 15v3M17 3v3M13 4l2 2M21 4l-2 2",
        "civilians": "M12 4v4M12 8l-6 4M12 8l6 4M12 8v6l-4 6M12 14l4 6",
        "displacement": "M3 12h13M11 6l6 6-6 6M21 5v14",
        "talks": "M4 5h11v7H9l-3 3v-3H4zM18 9h2v7h-2v3l-3-3h-4",
        "deployment": "M4 17l8-6 8 6M4 11l8-6 8 6",
        "road cut": "M6 21L9 3M18 21L15 3M8 9l8 6M16 9l-8 6",
        "road open": "M6 21L9 3M18 21L15 3M12 5v3M12 11v3M12 17v3",
        "other": "M12 6v7M12 17v1",
    }
)

_BY_WORD = (
    ("territory", "capture"),
    ("road cut", "road cut"),
    ("road", "road open"),
    ("clash", "clash"),
    ("air", "air strike"),
    ("shelling", "shelling"),
    ("grenade", "shelling"),
    ("bomb", "vehicle bomb"),
    ("explosive", "vehicle bomb"),
    ("displacement", "displacement"),
    ("deployment", "deployment"),
    ("troop", "deployment"),
    ("talks", "talks"),
    ("agreement", "talks"),
    ("diplomacy", "talks"),
    ("civilians", "civilians"),
    ("battles", "clash"),
    ("explosions", "shelling"),
)
"""Words of an event's sub-type or type, the first that fits; every lexicon keeps ACLED's words."""

GLYPHS = frozenset(_LINES)


def glyph_of(type_: str, sub_type: str) -> str:
    """Return the name of the glyph for an event; ``other`` when none fits."""
    for told in (sub_type.casefold(), type_.casefold()):
        for word, name in _BY_WORD:
            if word in told:
                return name
    return "other"


def picture(name: str) -> str:
    """Return a glyph as an address that holds the drawing itself."""
    drawn = (
        '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 24 24">'
        f'<rect width="24" height="24" rx="5" fill="{_INK}"/><path d="{_LINES[name]}" fill="none" '
        'stroke="#fff" stroke-width="2" stroke-linecap="round" stroke-linejoin="round"/></svg>'
    )
    return f"data:image/svg+xml;base64,{base64.b64encode(drawn.encode()).decode()}"


def glyph(type_: str, sub_type: str) -> SafeHtml:
    """Return an event's glyph as an image."""
    name = glyph_of(type_, sub_type)
    return SafeHtml(f'<img class="m-glyph" alt="{escape(name)}" src="{picture(name)}">')
