"""KML 2.2: one placemark a mention, with its time span; longitude first, colors as aabbggrr."""

from typing import TextIO
from xml.sax.saxutils import escape, quoteattr

from mapapp.exports import Export
from mapapp.view.excerpts import plain
from mapapp.view.extract import Extract, MentionRecord

_HEAD = '<?xml version="1.0" encoding="UTF-8"?>\n<kml xmlns="http://www.opengis.net/kml/2.2">\n'


def write(extract: Extract, out: TextIO) -> None:
    """Write a document with a style for each side and a placemark for each mention."""
    out.write(_HEAD + "<Document><name>mapapp</name>\n")
    out.writelines(
        f"<Style id={quoteattr('side-' + side.id)}><IconStyle>"
        f"<color>{kml_color(side.color)}</color></IconStyle></Style>\n"
        for side in extract.corpus.sides
    )
    sides = {summary.place.id: summary.side for summary in extract.summaries}
    out.writelines(
        _placemark(record, sides.get(record.place.id, "unknown")) for record in extract.mentions()
    )
    out.write("</Document></kml>\n")


def kml_color(color: str) -> str:
    """Return ``#rrggbb`` as KML's opaque ``aabbggrr``."""
    return f"ff{color[5:7]}{color[3:5]}{color[1:3]}".lower()


def _placemark(record: MentionRecord, side: str) -> str:
    article, place = record.article, record.place
    day = article.published
    when = f"<TimeSpan><begin>{day}</begin><end>{day}</end></TimeSpan>" if day else ""
    data = {
        "article": article.title,
        "source": article.source,
        "role": record.toponym.role.value,
        "confidence": f"{record.toponym.confidence:.3f}",
        "radius_km": f"{place.radius_km:g}",
        "place_id": place.id,
    }
    extended = "".join(
        f"<Data name={quoteattr(name)}><value>{_text(value)}</value></Data>"
        for name, value in data.items()
    )
    spot = f"{place.coordinates.lon:.5f},{place.coordinates.lat:.5f}"
    return (
        f"<Placemark id={quoteattr('m-' + record.id)}><name>{_text(place.name)}</name>"
        # Viewers read a description as HTML: escaped twice, its text stays text.
        f"<description>{escape(_text(record.excerpt.sentence))}</description>{when}"
        f"<styleUrl>#side-{_text(side)}</styleUrl><ExtendedData>{extended}</ExtendedData>"
        f"<Point><coordinates>{spot}</coordinates></Point></Placemark>\n"
    )


def _text(text: str) -> str:
    return escape(plain(text))


EXPORT = Export(
    name="kml",
    label="KML, one placemark a mention",
    suffix=".kml",
    media_type="application/vnd.google-earth.kml+xml",
    write=write,
)
