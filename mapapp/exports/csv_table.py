"""CSV: one row a mention, with its sentence, for a spreadsheet or pandas."""

import csv
from typing import TextIO

from mapapp.exports import Export
from mapapp.view.extract import Extract, MentionRecord
from mapapp.view.spreadsheet import harmless

COLUMNS = (
    "mention_id", "article_id", "title", "source", "url", "published", "start", "end", "text",
    "role", "place_id", "place", "latitude", "longitude", "radius_km", "feature", "country",
    "admin1", "confidence", "sure", "actors", "sides", "sentence",
)  # fmt: skip


def write(extract: Extract, out: TextIO) -> None:
    """Write a header and one row a mention, newest first."""
    rows = csv.writer(out, lineterminator="\r\n")
    rows.writerow(COLUMNS)
    for record in extract.mentions():
        rows.writerow([harmless(cell) for cell in _row(record)])


def _row(record: MentionRecord) -> list[object]:
    article, toponym, place = record.article, record.toponym, record.place
    actors = {mention.actor.id: mention.actor for mention in record.excerpt.actors}.values()
    return [
        record.id,
        article.id,
        article.title,
        article.source,
        article.url,
        article.published.isoformat() if article.published else "",
        toponym.start,
        toponym.end,
        toponym.text,
        toponym.role.value,
        place.id,
        place.name,
        f"{place.coordinates.lat:.5f}",
        f"{place.coordinates.lon:.5f}",
        f"{place.radius_km:g}",
        place.feature_code,
        place.country,
        place.admin1,
        f"{toponym.confidence:.3f}",
        "yes" if toponym.sure else "no",
        ";".join(actor.name for actor in actors),
        ";".join(sorted({actor.side for actor in actors})),
        record.excerpt.sentence,
    ]


EXPORT = Export(
    name="csv", label="CSV, one row a mention", suffix=".csv", media_type="text/csv", write=write
)
