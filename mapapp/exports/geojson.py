"""GeoJSON (RFC 7946): one feature a place, its mentions inside; WGS 84, longitude first."""

import json
from collections.abc import Iterator
from typing import TextIO

from mapapp.exports import Export
from mapapp.view.drawing import extent_of
from mapapp.view.extract import Extract, MentionRecord
from mapapp.view.summaries import PlaceSummary

MOST_SENTENCES = 50
"""Sentences kept for a place; the count says how many there are."""


def write(extract: Extract, out: TextIO) -> None:
    """Write a FeatureCollection, one feature a line so that a difference can be read."""
    sentences: dict[str, list[dict[str, object]]] = {}
    for record in extract.mentions():
        kept = sentences.setdefault(record.place.id, [])
        if len(kept) < MOST_SENTENCES:
            kept.append(_mention(record))
    out.write('{"type":"FeatureCollection","features":[\n')
    features = (_feature(summary, sentences) for summary in extract.summaries)
    out.writelines(_joined(features))
    out.write("\n]}\n")


def _joined(features: Iterator[dict[str, object]]) -> Iterator[str]:
    for number, feature in enumerate(features):
        text = json.dumps(feature, ensure_ascii=False, separators=(",", ":"))
        yield f",\n{text}" if number else text


def _mention(record: MentionRecord) -> dict[str, object]:
    article = record.article
    return {
        "id": record.id,
        "title": article.title,
        "source": article.source,
        "url": article.url,
        "published": article.published.isoformat() if article.published else None,
        "role": record.toponym.role.value,
        "text": record.toponym.text,
        "sentence": record.excerpt.sentence,
        "confidence": round(record.toponym.confidence, 3),
    }


def _feature(
    summary: PlaceSummary, sentences: dict[str, list[dict[str, object]]]
) -> dict[str, object]:
    place = summary.place
    point = [round(place.coordinates.lon, 5), round(place.coordinates.lat, 5)]
    return {
        "type": "Feature",
        "id": place.id,
        "geometry": {"type": "Point", "coordinates": point},
        "properties": {
            "name": place.name,
            "country": place.country,
            "admin1": place.admin1,
            "feature": place.feature_code,
            "extent": extent_of(place).name.lower(),
            "radius_km": round(place.radius_km, 1),
            "mentions": summary.mentions,
            "articles": summary.articles,
            "side": summary.side,
            "by_side": summary.by_side,
            "first": summary.first.isoformat() if summary.first else None,
            "last": summary.last.isoformat() if summary.last else None,
            "undated": summary.undated,
            "sure": summary.sure,
            "sentences": sentences.get(place.id, []),
        },
    }


EXPORT = Export(
    name="geojson",
    label="GeoJSON, one feature a place",
    suffix=".geojson",
    media_type="application/geo+json",
    write=write,
)
