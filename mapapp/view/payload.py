"""A drawing as plain data for the browser: the dashboard's map and the map file share it."""

from mapapp.model.highway import Highway
from mapapp.view.corpus import UNKNOWN_SIDE
from mapapp.view.drawing import (
    LARGEST_MARKER,
    MARKER_GROWTH,
    SMALLEST_MARKER,
    Drawing,
    Extent,
    Mark,
    RoadState,
    extent_of,
)
from mapapp.view.labels import map_label
from mapapp.view.outlines import outlines_payload

Json = dict[str, object]

DOUBT, FADED = 1, 2
"""Bits of a row's flags."""

ROAD_KEYS = {
    "held": "road: held by one side",
    "claimed": "road: one side says so",
    "contested": "road: contested",
    "cut": "road: cut",
    "unknown": "road: nothing said",
}


def places_payload(drawing: Drawing) -> Json:
    """Return what ``mapapp.drawPlaces`` takes; coordinates have 4 decimals (about 11 m)."""
    numbers = {side.id: number for number, side in enumerate(drawing.sides)}
    return {
        "sides": [
            {"id": s.id, "name": s.name, "color": s.color, "shape": s.shape.replace(" ", "_")}
            for s in drawing.sides
        ],
        "places": [_row(mark, numbers) for mark in drawing.marks],
        "marker": [SMALLEST_MARKER, MARKER_GROWTH, LARGEST_MARKER],
        "roads": _road_keys(drawing),
        "selected": drawing.selected,
        "theme": drawing.theme,
        "outlines": _outlines(drawing),
    }


def _outlines(drawing: Drawing) -> Json:
    """Return the outlines of areas; a wide one, a country above all, has it only while open."""
    opened = [mark.place for mark in drawing.marks if mark.place.id == drawing.selected]
    areas = [mark.place for mark in drawing.marks if extent_of(mark.place) is Extent.AREA]
    return outlines_payload(drawing.outlines, list(dict.fromkeys((*opened, *areas))))


def _row(mark: Mark, numbers: dict[str, int]) -> list[object]:
    """Return a place as an array; what is left out at the end is 0 in the browser.

    The order is that of `unpack` in ``overlay.js``: ten thousand places stay under half a megabyte.
    """
    place = mark.place
    flags = DOUBT * mark.doubt + FADED * mark.faded
    extent = extent_of(place)
    row: list[object] = [
        place.id,
        map_label(place),
        round(place.coordinates.lat, 4),
        round(place.coordinates.lon, 4),
        mark.mentions,
        numbers.get(mark.side, numbers.get(UNKNOWN_SIDE, -1)),
        int(extent),
        0 if extent is Extent.DOT else round(place.radius_km, 1),
        int(mark.texture),
        flags,
        1 + numbers[mark.rival] if mark.rival in numbers else 0,
    ]
    while row[-1] == 0:
        row.pop()
    return row


def _road_keys(drawing: Drawing) -> list[list[str]]:
    if not drawing.highways:
        return []
    found = {state.status for state in drawing.roads.values()}
    segments = sum(len(highway.segments) for highway in drawing.highways)
    if len(drawing.roads) < segments:
        found.add("unknown")
    return [
        ["road" if status == "unknown" else status, words]
        for status, words in ROAD_KEYS.items()
        if status in found
    ]


def highways_payload(drawing: Drawing) -> list[Json]:
    """Return what ``mapapp.drawHighways`` takes."""
    colors = {side.id: side.color for side in drawing.sides}
    return [_highway(highway, drawing, colors) for highway in drawing.highways]


def _highway(highway: Highway, drawing: Drawing, colors: dict[str, str]) -> Json:
    line = [
        [round(point.coordinates.lat, 5), round(point.coordinates.lon, 5)]
        for point in highway.waypoints
    ]
    middles = [(segment.first + segment.last) // 2 for segment in highway.segments]
    segments: list[Json] = []
    for segment in highway.segments:
        state = drawing.roads.get(segment.id, RoadState())
        title = f"{highway.shield}: {segment.name}"
        segments.append(
            {
                "id": segment.id,
                "first": segment.first,
                "last": segment.last,
                "status": state.status,
                "colors": [colors[side] for side in state.sides if side in colors],
                "words": [
                    title,
                    *(state.words or ("No claim about this stretch",)),
                    accuracy_words(highway, segment.first, segment.last),
                ],
                "selected": drawing.selected in {segment.id, highway.id},
            }
        )
    return {
        "id": highway.id,
        "shield": highway.shield,
        "name": highway.name,
        "line": line,
        "approximate": highway.approximate,
        "segments": segments,
        "shields": middles[::2] or [len(line) // 2],
    }


def accuracy_words(highway: Highway, first: int, last: int) -> str:
    """Say how far off the drawn line may be between two waypoints (indexes inclusive)."""
    if not highway.approximate:
        return f"Line: {highway.source}"
    error = max((point.error_km for point in highway.waypoints[first : last + 1]), default=0.0)
    return f"Approximate line through known points, up to about {error:g} km off"
