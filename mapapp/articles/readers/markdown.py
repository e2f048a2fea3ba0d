"""Markdown: its words without the markup, its front matter as metadata."""

import re
from collections.abc import Iterator

from mapapp.articles.article import make_article
from mapapp.articles.dates import parse_day
from mapapp.articles.decode import decode
from mapapp.articles.reader import Item, Reader, Source

_FRONT = re.compile(
    r"\A---[ \t]*\r?\n(.{0,20000}?)\r?\n(?:---|\.\.\.)[ \t]*(?:\r?\n|\Z)", re.DOTALL
)
_FIELD = re.compile(r"^([A-Za-z_]+)[ \t]*:[ \t]*(.+?)[ \t]*$", re.MULTILINE)
MOST_MARKS = 20_000
"""Characters of markup beyond which a text is read as it stands: the parser's time grows with
their square, and 200,000 opening brackets keep it busy for ten seconds."""

_MARKS = re.compile(r"[\[\]*_`<!~]")
_TAG = re.compile(r"<[^<>]{0,2000}>")


def read(source: Source) -> Iterator[Item]:
    """Yield the one article of a Markdown file."""
    raw = decode(source.read(), source.name, source.encoding)
    front = _FRONT.match(raw)
    fields = _fields(front.group(1)) if front else {}
    body = raw[front.end() :] if front else raw
    defaults = source.defaults
    yield make_article(
        plain_words(body),
        title=fields.get("title", ""),
        source=fields.get("source", "") or defaults.source,
        url=fields.get("url", "") or source.url,
        origin=source.name,
        author=fields.get("author", ""),
        published=parse_day(fields.get("date")) or defaults.published,
        language=fields.get("lang", "") or defaults.language,
    )


def _fields(front: str) -> dict[str, str]:
    return {match.group(1).lower(): match.group(2).strip("\"'") for match in _FIELD.finditer(front)}


def plain_words(markdown: str) -> str:
    """Return the text without markup: one paragraph, heading, item or table row a block."""
    if len(_MARKS.findall(markdown)) > MOST_MARKS:
        return markdown
    # Imported here: the parser takes 60 ms to load, and most sources need none.
    from markdown_it import MarkdownIt  # noqa: PLC0415

    blocks = []
    for token in MarkdownIt("commonmark").enable("table").parse(markdown):
        if token.type == "inline":
            kinds = {"text", "code_inline", "softbreak", "hardbreak"}
            words = (child for child in token.children or () if child.type in kinds)
            blocks.append("".join(word.content or "\n" for word in words))
        elif token.type in {"fence", "code_block"}:
            blocks.append(token.content.strip())
        elif token.type == "html_block":
            blocks.append(_TAG.sub(" ", token.content).strip())
    return "\n\n".join(block for block in blocks if block.strip())


READER = Reader(
    kind="Markdown",
    suffixes=(".md", ".markdown"),
    media_types=("text/markdown",),
    read=read,
)
