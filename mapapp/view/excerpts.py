"""Article text made safe to show: the one place where it is escaped and highlighted.

Everything that leaves this module as `SafeHtml` holds no markup but ours. Nothing else may put
article text into a page.
"""

import html
import re
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import pairwise


class SafeHtml(str):
    """Markup built here from escaped text; safe to hand to the page."""

    __slots__ = ()


@dataclass(frozen=True, kw_only=True, slots=True)
class Highlight:
    """A stretch of text to mark.

    Attributes:
        start: First character in the article's text.
        end: One past the last character.
        kind: CSS class of the mark: a role, ``actor``, ``highway`` or ``focus``.
        title: What the pointer shows; any text.
    """

    start: int
    end: int
    kind: str
    title: str = ""


_BIDI = {
    "\u202a": "LRE", "\u202b": "RLE", "\u202c": "PDF", "\u202d": "LRO", "\u202e": "RLO",
    "\u2066": "LRI", "\u2067": "RLI", "\u2068": "FSI", "\u2069": "PDI",
}  # fmt: skip
_UNSHOWABLE = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff\u202a-\u202e\u2066-\u2069]"
)
_KIND = re.compile(r"[a-z][a-z_]*")


def escape(text: str) -> SafeHtml:
    """Return text without meaning as markup.

    Direction overrides (which can make a sentence read as another one) and control characters
    become visible signs; quotes, backticks and dollar signs become entities because some
    map libraries put text into template literals.
    """
    return SafeHtml(_entities(_UNSHOWABLE.sub(_visible, text)))


def _visible(match: re.Match[str]) -> str:
    name = _BIDI.get(match.group())
    return f"[{name}]" if name else "\ufffd"


def _entities(text: str) -> str:
    return html.escape(text, quote=True).replace("`", "&#96;").replace("$", "&#36;")


def plain(text: str) -> str:
    """Return text for a place that takes no markup at all, such as a table cell or a label."""
    return _UNSHOWABLE.sub(_visible, text)


def apart(parts: Iterable[str]) -> SafeHtml:
    """Return the non-empty parts as one line; a part in Arabic turns no part beside it around."""
    shown = [f'<span dir="auto">{escape(part)}</span>' for part in parts if part]
    return SafeHtml(" · ".join(shown))


def highlight(text: str, start: int, end: int, marks: Iterable[Highlight]) -> SafeHtml:
    """Return the stretch ``text[start:end]`` escaped, its marks as ``<mark>`` elements.

    Marks outside the stretch are clipped; where marks overlap, the later one in the list wins.
    """
    inside = [mark for mark in marks if mark.start < end and mark.end > start]
    borders = {start, end}
    for mark in inside:
        borders |= {max(start, mark.start), min(end, mark.end)}
    pieces: list[str] = []
    for left, right in pairwise(sorted(borders)):
        over = [mark for mark in inside if mark.start <= left and right <= mark.end]
        piece = escape(text[left:right])
        pieces.append(_marked(piece, over[-1]) if over else piece)
    return SafeHtml("".join(pieces))


def _marked(piece: SafeHtml, mark: Highlight) -> str:
    if not _KIND.fullmatch(mark.kind):
        message = f"Highlight kind {mark.kind!r} is no CSS class; allowed are a-z and underscore."
        raise ValueError(message)
    title = f' title="{escape(mark.title)}"' if mark.title else ""
    return f'<mark class="m-{mark.kind}"{title}>{piece}</mark>'


def paragraphs(text: str, start: int, end: int, marks: Iterable[Highlight]) -> SafeHtml:
    """Return a stretch as paragraphs, one for each non-empty line, direction by content."""
    listed = list(marks)
    made: list[str] = []
    for match in re.finditer(r"[^\n]+", text[start:end]):
        left, right = start + match.start(), start + match.end()
        if text[left:right].strip():
            body = highlight(text, left, right, listed)
            made.append(f'<p dir="auto">{body}</p>')
    return SafeHtml("".join(made))


def context(text: str, start: int, end: int, room: int) -> tuple[int, int]:
    """Widen a stretch by up to `room` characters on either side, at word borders of its lines."""
    line_start = text.rfind("\n", 0, start) + 1
    line_end = text.find("\n", end)
    line_end = len(text) if line_end < 0 else line_end
    left = max(line_start, start - room)
    right = min(line_end, end + room)
    while line_start < left < start and not text[left - 1].isspace():
        left += 1
    while end < right < line_end and not text[right].isspace():
        right -= 1
    return left, right
