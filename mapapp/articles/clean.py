"""Telling an article's words from what stands around them, with every offset kept.

Nothing is cut out of the text: its stretches are named, and the later stages read only title,
body and crossheads. Where in doubt a line is body: a lost sentence costs more than a stray one.
"""

import re
from collections.abc import Iterator, Sequence
from itertools import islice

from mapapp.articles.boilerplate import furniture_rule
from mapapp.model.article import Part, PartKind
from mapapp.model.record import record

LONGEST_TITLE = 220
"""Characters; longer first lines are lead paragraphs."""

LONGEST_CROSSHEAD = 70
"""Characters. The longest among 40 news articles looked at has 52."""

SHORTEST_PARAGRAPH = 80
"""Characters from which a line between crossheads counts as prose."""

SHORTEST_REPEAT = 60
"""Characters from which a line that stood before counts as repeated and not as a list."""

LONGEST_LIST = 15
"""Headlines that may follow a "Related articles" line."""

_LINE = re.compile(r"[^\r\n\u2028\u2029]+")
_FINAL = re.compile(r"[.!?…؟۔。:;,][\"'”’»)\]]*$")
_DOUBLED = re.compile(r"(.{20,}?)[\s|–—-]+\1")


@record
class _Line:
    """A line that is not blank; `apart` is whether a blank one stands before it."""

    start: int
    end: int
    words: str
    apart: bool


def find_parts(text: str, title: str = "") -> tuple[Part, ...]:
    """Name every stretch of a text; the parts join without gaps and cover all of it.

    Args:
        text: The article as it came.
        title: The headline if it is known from elsewhere; the text may or may not repeat it.

    Returns:
        Parts in order with offsets into `text`; none for an empty text.
    """
    lines = list(_lines(text))
    if not lines:
        return (Part(start=0, end=len(text), kind=PartKind.BODY),) if text else ()
    kinds = _first_pass(lines, title)
    _mark_lists(lines, kinds)
    if not any(kind in {PartKind.BODY, PartKind.TITLE} for kind, _ in kinds):
        kinds = [(PartKind.BODY, "")] * len(lines)
    _mark_crossheads(lines, kinds)
    return _join(text, lines, kinds)


def find_title(text: str) -> str:
    """Return the headline that a text begins with, on one line; empty without one.

    What `find_parts` calls a title at the start depends on the first two lines only.
    """
    first = _LINE.search(text.lstrip())
    if first is None or len(first.group().strip()) > LONGEST_TITLE:
        return ""
    opening = text[: list(islice(_lines(text), 2))[-1].end]
    parts = find_parts(opening)
    if not parts or parts[0].kind is not PartKind.TITLE:
        return ""
    return " ".join(opening[parts[0].start : parts[0].end].split())


_Kinds = list[tuple[PartKind, str]]


def _lines(text: str) -> Iterator[_Line]:
    end = 0
    for match in _LINE.finditer(text):
        words = match.group().strip()
        if not words:
            continue
        start = match.start() + match.group().index(words[0])
        apart = text[end:start].count("\n") > 1 or text[end:start].count("\r") > 1
        end = start + len(words)
        yield _Line(start=start, end=end, words=words, apart=apart)


def _key(words: str) -> str:
    """Return a line without case, punctuation and spacing, to compare it with others."""
    return re.sub(r"[\W_]+", " ", words).strip().casefold()


def _first_pass(lines: Sequence[_Line], title: str) -> _Kinds:
    """Name titles, repeated lines and furniture; all else is body for now."""
    title_key = _key(title)
    alone = len(lines) == 1 and not title_key
    kinds: _Kinds = []
    seen: set[str] = set()
    for number, line in enumerate(lines):
        key = "" if alone else _key(line.words)
        kind, rule = PartKind.BODY, furniture_rule(line.words)
        if rule:
            kind = PartKind.FURNITURE
        elif key and key in seen:
            kind, rule = PartKind.REPEATED, "title_again" if key == title_key else "line_again"
        elif (key and key == title_key) or (number == 0 and not title_key and _is_title(lines)):
            kind, rule = PartKind.TITLE, "first_line" if not title_key else "known_title"
            title_key = key
        kinds.append((kind, rule))
        if key and (key == title_key or len(line.words) >= SHORTEST_REPEAT):
            seen.add(key)
    return kinds


def _is_title(lines: Sequence[_Line]) -> bool:
    """Return whether the first of several lines is a headline."""
    first = lines[0]
    if len(lines) == 1 or len(first.words) > LONGEST_TITLE or _FINAL.search(first.words):
        return False
    return lines[1].apart or _key(lines[1].words) == _key(first.words)


def _mark_lists(lines: Sequence[_Line], kinds: _Kinds) -> None:
    """Name the headlines of other articles that follow a "Related articles" line."""
    for number, (_, rule) in enumerate(kinds):
        if rule != "related":
            continue
        last = number + 1
        while last < len(lines) and _is_headline(lines[last]) and last - number <= LONGEST_LIST:
            last += 1
        if last < len(lines) and kinds[last][0] is PartKind.BODY:
            last -= 1  # a short line right before prose may be a crosshead: keep it
        for listed in range(number + 1, last):
            kinds[listed] = (PartKind.FURNITURE, "related_list")


def _is_headline(line: _Line) -> bool:
    return len(line.words) <= LONGEST_TITLE and not _FINAL.search(line.words)


def _mark_crossheads(lines: Sequence[_Line], kinds: _Kinds) -> None:
    """Name short lines without a final mark that stand between paragraphs."""
    spaced = any(line.apart for line in lines[1:])
    body = [number for number, (kind, _) in enumerate(kinds) if kind is PartKind.BODY]
    for before, number, after in zip(body, body[1:], body[2:], strict=False):
        line = lines[number]
        alone = not spaced or (line.apart and lines[number + 1].apart)
        if alone and _is_short(line) and _is_prose(lines[before]) and _is_prose(lines[after]):
            kinds[number] = (PartKind.CROSSHEAD, "short_line")


def _is_short(line: _Line) -> bool:
    return len(line.words) <= LONGEST_CROSSHEAD and not _FINAL.search(line.words)


def _is_prose(line: _Line) -> bool:
    return len(line.words) >= SHORTEST_PARAGRAPH or bool(_FINAL.search(line.words))


def _join(text: str, lines: Sequence[_Line], kinds: _Kinds) -> tuple[Part, ...]:
    """Return the parts, neighbors of one kind and rule made one, white space going before."""
    starts: list[tuple[int, PartKind, str]] = []
    for line, (kind, rule) in zip(lines, kinds, strict=True):
        for start, piece_kind, piece_rule in _pieces(line, kind, rule):
            if not starts or starts[-1][1:] != (piece_kind, piece_rule):
                starts.append((start if starts else 0, piece_kind, piece_rule))
    ends = [start for start, _, _ in starts[1:]] + [len(text)]
    return tuple(
        Part(start=start, end=end, kind=kind, rule=rule)
        for (start, kind, rule), end in zip(starts, ends, strict=True)
    )


def _pieces(line: _Line, kind: PartKind, rule: str) -> Iterator[tuple[int, PartKind, str]]:
    """Yield where a line's parts begin: two for a headline printed twice in one line."""
    yield line.start, kind, rule
    if kind is PartKind.TITLE or (kind is PartKind.BODY and len(line.words) <= LONGEST_TITLE * 2):
        doubled = _DOUBLED.fullmatch(line.words)
        if doubled:
            yield line.end - len(doubled.group(1)), PartKind.REPEATED, "said_twice"
