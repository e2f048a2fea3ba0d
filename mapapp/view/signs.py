"""Small drawings for the panel: a side's shape in its color, the same as on the map."""

import base64
import math

from mapapp.model.actor import Side
from mapapp.view.excerpts import SafeHtml, escape

_RING = 'stroke="#222" stroke-width="1.5" stroke-linejoin="round"'
_CENTER = 12.0
_RADIUS = 7.5


def _polygon(
    corners: int, turn: float, grow: float, drop: float = 0.0, *, waist: float = 1.0
) -> str:
    """Return a regular polygon; a waist under 1 draws every other corner in: a star."""
    points = []
    for corner in range(corners):
        angle = turn + 2 * math.pi * corner / corners
        reach = _RADIUS * grow * (waist if corner % 2 else 1.0)
        x = _CENTER + reach * math.cos(angle)
        y = _CENTER + drop + reach * math.sin(angle)
        points.append(f"{x:.1f},{y:.1f}")
    return f'<polygon points="{" ".join(points)}" fill="COLOR" {_RING}/>'


_UP = -math.pi / 2
_SHAPES = {
    "square": _polygon(4, math.pi / 4, 1.253),
    "circle": f'<circle cx="12" cy="12" r="7.5" fill="COLOR" {_RING}/>',
    "half circle": f'<path d="M2.5 16a9.5 9.5 0 0 1 19 0z" fill="COLOR" {_RING}/>',
    "triangle": _polygon(3, _UP, 1.4, 1.5),
    "inverted triangle": _polygon(3, -_UP, 1.4, -1.5),
    "star": _polygon(10, _UP, 1.45, 0.5, waist=0.48),
    "diamond": _polygon(4, _UP, 1.3),
    "pentagon": _polygon(5, _UP, 1.2),
    "hexagon": _polygon(6, 0.0, 1.15),
    "cross": (f'<path d="M9 3h6v6h6v6h-6v6H9v-6H3V9h6z" fill="COLOR" {_RING}/>'),
    "ring": (
        f'<circle cx="12" cy="12" r="7.5" fill="COLOR" {_RING}/>'
        '<circle cx="12" cy="12" r="3.4" fill="#fff" stroke="#222" stroke-width="1"/>'
    ),
}

SHAPE_NAMES = frozenset(_SHAPES)
"""Every shape that both the map and the page can draw."""


def sign(side: Side) -> SafeHtml:
    """Return a side's sign as an image."""
    drawn = _SHAPES.get(side.shape, _SHAPES["ring"]).replace("COLOR", escape(side.color))
    # As an image: the page's own cleaning takes SVG elements out of markup.
    picture = f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 24 24">{drawn}</svg>'
    data = base64.b64encode(picture.encode()).decode()
    return SafeHtml(
        f'<img class="m-shape" alt="{escape(side.shape)}" src="data:image/svg+xml;base64,{data}">'
    )
