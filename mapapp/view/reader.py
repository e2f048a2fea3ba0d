"""An article as it came, every mention marked, what cleaning set aside shown pale."""

from mapapp.model.article import Part, PartKind
from mapapp.model.reading import Reading
from mapapp.view.cards import mention_marks, reading_marks
from mapapp.view.excerpts import SafeHtml, apart, escape, highlight, paragraphs
from mapapp.view.labels import day_label

_CLASSES = {
    PartKind.TITLE: "m-head",
    PartKind.CROSSHEAD: "m-cross",
    PartKind.REPEATED: "m-dropped",
    PartKind.FURNITURE: "m-dropped",
}


def reader_page(reading: Reading) -> SafeHtml:
    """Return the whole article as markup."""
    article = reading.article
    meta = apart((article.source, article.author, day_label(article.published)))
    pieces = [f'<div class="m-meta">{meta}</div>']
    position = 0
    for part in sorted(reading.parts, key=lambda part: part.start):
        pieces.append(_stretch(reading, position, part.start, None))
        pieces.append(_stretch(reading, max(position, part.start), part.end, part))
        position = max(position, part.end)
    pieces.append(_stretch(reading, position, len(article.text), None))
    return SafeHtml(f'<article class="m-reader" dir="auto">{"".join(pieces)}</article>')


def evidence_card(reading: Reading, start: int, end: int) -> SafeHtml:
    """Return a stretch of an article as a card: where it stands, its words with every mention."""
    article = reading.article
    meta = apart((article.source, day_label(article.published)))
    said = highlight(article.text, start, end, mention_marks(reading))
    return SafeHtml(
        f'<div class="m-card"><div class="m-title" dir="auto">{escape(article.title)}</div>'
        f'<div class="m-meta">{meta}</div>'
        f'<div class="m-quote" dir="auto">{said}</div></div>'
    )


def _stretch(reading: Reading, start: int, end: int, part: Part | None) -> SafeHtml:
    if start >= end:
        return SafeHtml("")
    body = paragraphs(reading.article.text, start, end, reading_marks(reading))
    if part is None or part.kind not in _CLASSES or not body:
        return body
    title = f' title="{escape("set aside: " + part.rule)}"' if part.kind in _DROPPED else ""
    return SafeHtml(f'<div class="{_CLASSES[part.kind]}"{title}>{body}</div>')


_DROPPED = frozenset({PartKind.REPEATED, PartKind.FURNITURE})
