"""Claim against counter-claim about one place: each statement a row, linked to the others."""

from collections.abc import Mapping, Sequence

import numpy as np

from mapapp.events.ledger import Entry, Relation, Standing, build_ledger
from mapapp.events.telling import Telling
from mapapp.model.actor import Actor
from mapapp.model.place import Place
from mapapp.model.reading import Reading
from mapapp.view.corpus import Corpus, Rows
from mapapp.view.drawing import Extent, extent_of
from mapapp.view.excerpts import SafeHtml, apart, escape
from mapapp.view.glyphs import glyph
from mapapp.view.labels import STATUS_LABELS, count_label, day_label, map_label
from mapapp.view.signs import sign

_KM = 111.2
"""Length of a degree of latitude."""

_RELATIONS = {
    Relation.AGREES: "agrees with",
    Relation.CONTRADICTS: "contradicts",
    Relation.DOUBTS: "doubt about",
    Relation.AROUND: "beside",
}
"""Words of a row for its links to others: "beside" tells of the area around, or of its town."""


def claim_places(corpus: Corpus, rows: Rows) -> dict[str, int]:
    """Return the places that rows of events name, with their number of events, most first."""
    events = corpus.columns.events
    kept = np.isin(events.place_event, rows) & (events.place >= 0)
    places, counts = np.unique(events.place[kept], return_counts=True)
    order = np.argsort(-counts, kind="stable")
    return {corpus.columns.place_ids[places[at]]: int(counts[at]) for at in order}


def areas_around(corpus: Corpus, place: Place) -> frozenset[str]:
    """Return the areas that a place lies in; countries are too wide to tell anything of it."""
    return frozenset(
        area.id
        for area in corpus.places.values()
        if area.id != place.id
        and area.country == place.country
        and extent_of(area) is Extent.AREA
        and _apart_km(area, place) <= area.radius_km
    )


def _apart_km(one: Place, other: Place) -> float:
    """Return the distance on a plane, in km; good enough for areas of up to 120 km."""
    a, b = one.coordinates, other.coordinates
    east = (a.lon - b.lon) * float(np.cos(np.radians((a.lat + b.lat) / 2)))
    return float(np.hypot(a.lat - b.lat, east)) * _KM


def place_ledger(
    corpus: Corpus, rows: Rows, place: Place, readings: Mapping[str, Reading]
) -> tuple[Entry, ...]:
    """Return what the rows' events say about a place.

    Args:
        corpus: The mentions.
        rows: Rows of events that pass the selection.
        place: The place.
        readings: The articles of these rows by id; rows of other articles are left out.
    """
    events, ids = corpus.columns.events, corpus.columns.article_ids
    tellings = []
    for row in rows:
        reading = readings.get(ids[events.article[row]])
        if reading is not None:
            tellings.append(_telling(reading, int(events.number[row])))
    actors = {actor.id: actor for actor in corpus.columns.actors}
    return build_ledger(place.id, tellings, actors, areas_around(corpus, place))


def _telling(reading: Reading, number: int) -> Telling:
    article, event = reading.article, reading.events[number]
    return Telling(
        article_id=article.id,
        number=number,
        event=event,
        source=article.source,
        published=article.published,
        text=article.text[event.start : event.end],
    )


def ledger_table(corpus: Corpus, place: Place, entries: Sequence[Entry]) -> SafeHtml:
    """Return a ledger as markup: words, who says so, what it is worth, how it stands to others.

    A statement about an area around the place says which.
    """
    numbers = {entry.telling.key: number for number, entry in enumerate(entries, start=1)}
    actors = {actor.id: actor for actor in corpus.columns.actors}
    rows = "".join(_row(corpus, place, entry, numbers, actors) for entry in entries)
    head = "".join(f"<th>{word}</th>" for word in ("", "Said", "By", "Worth", "Against others"))
    return SafeHtml(
        '<div class="m-scroll"><table class="m-table m-ledger"><thead><tr>'
        f"{head}</tr></thead><tbody>{rows}</tbody></table></div>"
    )


def _row(
    corpus: Corpus,
    place: Place,
    entry: Entry,
    numbers: Mapping[tuple[str, int], int],
    actors: Mapping[str, Actor],
) -> str:
    telling, event = entry.telling, entry.telling.event
    side = corpus.side(entry.speaker_side) if entry.speaker_side else None
    speaker = actors.get(event.claimant_id)
    named = event.claimant or (speaker.name if speaker else "the article itself")
    tolls = [
        f"{word} {count_label(count)}"
        for word, count in (("killed:", event.killed), ("injured:", event.injured))
        if count is not None
    ]
    elsewhere = [] if place.id in event.place_ids else _names(corpus, event.place_ids)
    about = " · ".join(escape(part) for part in (event.sub_type, *tolls, *elsewhere))
    meta = apart((telling.source, day_label(telling.published)))
    status = STATUS_LABELS[entry.status]
    number = numbers[telling.key]
    return (
        f'<tr><td class="m-number">{number}</td>'
        f'<td><div class="m-what">{glyph(event.type, event.sub_type)}{about}</div>'
        f'<div class="m-said" dir="auto">{escape(telling.text)}</div>'
        f'<div class="m-meta">{meta}</div></td>'
        f"<td>{sign(side) if side else ''} {escape(named)}</td>"
        f'<td>{escape(entry.standing)}<br><span class="m-chip">{escape(status)}</span></td>'
        f"<td>{_links(entry, numbers)}</td></tr>"
    )


def _names(corpus: Corpus, ids: Sequence[str]) -> list[str]:
    return [f"in {map_label(corpus.places[id_])}" for id_ in ids[:1] if id_ in corpus.places]


def _links(entry: Entry, numbers: Mapping[tuple[str, int], int]) -> SafeHtml:
    lines = []
    for relation, words in _RELATIONS.items():
        linked = sorted(numbers[link.key] for link in entry.links if link.relation is relation)
        if linked:
            strong = " m-strong" if relation is Relation.CONTRADICTS else ""
            doubted = relation is Relation.DOUBTS and entry.standing is not Standing.DOUBT
            told = f"{'doubted by' if doubted else words} {', '.join(map(str, linked))}"
            lines.append(f'<span class="m-chip{strong}">{escape(told)}</span>')
    return SafeHtml(" ".join(lines))
