"""One self-contained web page: map, base map and excerpts in a file that needs no network.

Texts travel as JSON and are shown with ``textContent``. A content policy names the hash of each of
our scripts, so nothing else in the file can run, and lets the page load nothing from anywhere.
"""

import base64
import hashlib
import json
from pathlib import Path
from typing import TextIO

from mapapp.exports import Export
from mapapp.view import map_files
from mapapp.view.drawing import Drawing
from mapapp.view.excerpts import plain
from mapapp.view.extract import Extract, MentionRecord
from mapapp.view.frames import frames
from mapapp.view.labels import ROLE_LABELS, day_label, place_label
from mapapp.view.outlines import Outlines, load_outlines
from mapapp.view.payload import highways_payload, places_payload, timeline_payload
from mapapp.view.road_choice import roads_shown
from mapapp.view.roads import road_states
from mapapp.view.summaries import mark_of, plural
from mapapp.view.timeline import timeline

Json = dict[str, object]

MOST_EXCERPTS = 40
"""Newest excerpts kept for each place."""

TITLE = "Map of the places that the articles name"
ATTRIBUTION = "Base map: Natural Earth · Places: GeoNames · Map: Leaflet"

_PAGE = """<!doctype html>
<html lang="en"><head><meta charset="utf-8"><title>mapapp</title>
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="{policy}">
<style>{style}</style></head>
<body><div id="mapapp-stage"><div id="map_div"></div></div>
<section id="mapapp-panel" tabindex="-1" aria-label="Excerpts"></section>
<script type="application/json" id="mapapp-data">{data}</script>
{scripts}</body></html>
"""


def write(extract: Extract, out: TextIO) -> None:
    """Write the page."""
    leaflet = map_files.leaflet_folder()
    own = map_files.OWN_FOLDER
    scripts = [_read(leaflet / map_files.LEAFLET_SCRIPT)]
    scripts += [_read(own / name) for name in (*map_files.OWN_SCRIPTS, "standalone.js")]
    styles = [_read(leaflet / map_files.LEAFLET_STYLE)]
    styles += [_read(own / name) for name in (*map_files.OWN_STYLES, "standalone.css")]
    out.write(
        _PAGE.format(
            policy=_policy(scripts),
            style="\n".join(styles),
            data=_embedded(_data(extract)),
            scripts="\n".join(f"<script>{script}</script>" for script in scripts),
        )
    )


def _read(path: Path) -> str:
    # A browser hashes what it parsed, in which every line end is a single character.
    return path.read_text(encoding="utf-8").replace("\r\n", "\n")


def _policy(scripts: list[str]) -> str:
    hashes = " ".join(
        f"'sha256-{base64.b64encode(hashlib.sha256(script.encode()).digest()).decode()}'"
        for script in scripts
    )
    return f"default-src 'none'; img-src data:; style-src 'unsafe-inline'; script-src {hashes}"


def _embedded(data: Json) -> str:
    text = json.dumps(data, ensure_ascii=False, separators=(",", ":"))
    for sign, escaped in (("<", "\\u003c"), (">", "\\u003e"), ("&", "\\u0026")):
        text = text.replace(sign, escaped)
    return text.replace("\u2028", "\\u2028").replace("\u2029", "\\u2029")


def _data(extract: Extract) -> Json:
    corpus = extract.corpus
    roads = road_states(extract.choice)
    drawing = Drawing(
        marks=tuple(mark_of(summary) for summary in extract.summaries),
        sides=corpus.sides,
        highways=roads_shown(extract.choice, (one.place for one in extract.summaries), roads),
        roads=roads,
        timeline=timeline(corpus, extract.choice.rows()),
        frames=frames(extract.choice),
        outlines=load_outlines(extract.basemap) if extract.basemap else Outlines(),
    )
    excerpts: dict[str, list[Json]] = {}
    count = 0
    for record in extract.mentions():
        count += 1
        kept = excerpts.setdefault(record.place.id, [])
        if len(kept) < MOST_EXCERPTS:
            kept.append(_excerpt(record))
    places = plural(len(extract.summaries), "place")
    return {
        "about": f"{plural(count, 'mention')} of {places}. Click a marker to read the sentence.",
        "start": {
            "linked": False,
            "view": False,
            "ground": _ground(extract.basemap),
            "towns": "",
            "online": False,
            "title": TITLE,
            "attribution": ATTRIBUTION,
        },
        "places": places_payload(drawing),
        "highways": highways_payload(drawing),
        "timeline": timeline_payload(drawing),
        "excerpts": excerpts,
    }


def _ground(folder: Path | None) -> Json:
    if folder is None:
        return {}
    names = map_files.ground_sources(folder, "")
    return {name: json.loads(_read(folder / f"{name}.geojson")) for name in names}


def _excerpt(record: MentionRecord) -> Json:
    article, toponym, found = record.article, record.toponym, record.excerpt
    text = article.text
    pieces = (
        text[found.context_start : toponym.start],
        text[toponym.start : toponym.end],
        text[toponym.end : found.context_end],
    )
    meta = [article.source, day_label(article.published), ROLE_LABELS[toponym.role]]
    who = dict.fromkeys(mention.actor.name for mention in found.actors)
    rivals = [f"not {place_label(rival.place)}" for rival in toponym.rivals]
    return {
        "title": plain(article.title),
        "meta": " · ".join(plain(part) for part in meta if part),
        "words": [plain(piece) for piece in pieces],
        "who": ", ".join(plain(name) for name in who),
        "why": [plain(clue.reason) for clue in toponym.clues] + rivals,
    }


EXPORT = Export(
    name="html",
    label="Web page with the map, works offline",
    suffix=".html",
    media_type="text/html",
    write=write,
)
