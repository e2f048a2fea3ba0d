"""A drawing as plain data for the browser: the dashboard's map and the map file share it."""

from collections.abc import Sequence
from zlib import crc32

from mapapp.model.highway import Highway
from mapapp.model.place import Place
from mapapp.view.corpus import UNKNOWN_SIDE, day_number
from mapapp.view.drawing import (
    LARGEST_MARKER,
    MARKER_GROWTH,
    SMALLEST_MARKER,
    Drawing,
    Extent,
    Frame,
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
    """Return the outlines of areas; a country has it only while open, it would cross everything."""
    opened = [mark.place for mark in drawing.marks if mark.place.id == drawing.selected]
    areas = [mark.place for mark in drawing.marks if _has_outline(mark.place)]
    return outlines_payload(drawing.outlines, list(dict.fromkeys((*opened, *areas))))


def _has_outline(place: Place) -> bool:
    extent = extent_of(place)
    is_country = place.feature_code.startswith("PCL")
    return extent is Extent.AREA or (extent is Extent.WIDE and not is_country)


def _row(mark: Mark, numbers: dict[str, int]) -> list[object]:
    """Return a place as an array; what is left out at the end is 0 in the browser, side 0 too.

    The order is that of `unpack` in ``overlay.js``: ten thousand places stay under half a megabyte.
    """
    place = mark.place
    flags = DOUBT * mark.doubt + FADED * mark.faded
    mentions, side, rival = _said(mark, numbers)
    extent = extent_of(place)
    row: list[object] = [
        place.id,
        map_label(place),
        round(place.coordinates.lat, 4),
        round(place.coordinates.lon, 4),
        mentions,
        side,
        int(extent),
        0 if extent is Extent.DOT else round(place.radius_km, 1),
        int(mark.texture),
        flags,
        rival,
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


LEAST_DAYS = 2
"""A timeline of a single day would show nothing that its date does not."""


def timeline_payload(drawing: Drawing) -> Json | None:
    """Return what ``mapapp.drawTimeline`` takes; days count from 1970-01-01. None for no timeline.

    ``key`` names what the steps are made of: steps that came once are good while it is the same.
    A frame is its first and last day, an array for each place (its number in the drawing, mentions,
    side, rival plus one, texture), and the roads that something is said of.
    """
    counted = drawing.timeline
    if len(counted.days) < LEAST_DAYS:
        return None
    start, end = drawing.days
    made_of = [[(m.place.id, m.mentions) for m in drawing.marks], counted, drawing.days]
    return {
        "key": crc32(repr(made_of).encode()),
        "days": [day_number(day) for day in counted.days],
        "counts": counted.counts,
        "undated": counted.undated,
        "from": day_number(start) if start else None,
        "to": day_number(end) if end else None,
        "frames": None if drawing.frames is None else _frames(drawing, drawing.frames),
    }


def _frames(drawing: Drawing, frames: Sequence[Frame]) -> list[object]:
    places = {mark.place.id: number for number, mark in enumerate(drawing.marks)}
    numbers = {side.id: number for number, side in enumerate(drawing.sides)}
    colors = {side.id: side.color for side in drawing.sides}
    return [
        [
            day_number(frame.first),
            day_number(frame.last),
            [
                [places[mark.place.id], *_said(mark, numbers), int(mark.texture)]
                for mark in frame.marks
                if mark.place.id in places
            ],
            {
                id_: [state.status, [colors[side] for side in state.sides if side in colors]]
                for id_, state in frame.roads.items()
            },
        ]
        for frame in frames
    ]


def _said(mark: Mark, numbers: dict[str, int]) -> tuple[int, int, int]:
    """Return mentions, number of the side, and number of a tied side plus one."""
    side = numbers.get(mark.side, numbers.get(UNKNOWN_SIDE, -1))
    return mark.mentions, side, 1 + numbers.get(mark.rival, -1)


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
