"""The article of a web page: its words, title, author, date and site."""

import logging
import re
from html import unescape
from types import ModuleType
from typing import Any
from urllib.parse import urlsplit

from mapapp.articles.article import make_article
from mapapp.articles.dates import parse_day
from mapapp.articles.decode import decode
from mapapp.articles.reader import Source
from mapapp.errors import ReadingError
from mapapp.model.article import Article

DEEPEST = 2000
"""Levels of tags; real pages have under 100, and the extractor recurses into each level."""

LARGEST_PAGE = 20_000_000
"""Bytes of the largest page."""

_CHARSET = re.compile(rb"<meta[^>]{0,200}charset=[\"']?([\w-]{2,40})", re.IGNORECASE)
_TAG = re.compile(r"<(/?)([a-zA-Z][\w-]{0,40})([^<>]*)>")
_VOID = frozenset("area base br col embed hr img input link meta param source track wbr".split())


def read_page(source: Source) -> Article:
    """Return the article of an HTML page.

    Raises:
        ReadingError: The page is no text, is nested beyond reason, or holds no article.
    """
    data = source.read(LARGEST_PAGE)
    charset = _CHARSET.search(data[:4096])
    declared = source.encoding or (charset.group(1).decode("ascii") if charset else "")
    html = decode(data, source.name, declared)
    check_depth(html, source.name)
    found = _extract(html, source)
    defaults = source.defaults
    return make_article(
        found.text,
        title=found.title or "",
        source=found.sitename or _host(source.url) or defaults.source,
        url=source.url or found.url or "",
        origin=source.url or source.name,
        author=found.author or "",
        published=parse_day(found.date) or defaults.published,
        language=found.language or defaults.language,
    )


def check_depth(html: str, where: str) -> None:
    """Refuse a page whose tags are nested beyond reason.

    Raises:
        ReadingError: More than 2,000 levels.
    """
    depth = 0
    for match in _TAG.finditer(html):
        closes, name, rest = match.groups()
        if closes:
            depth = max(depth - 1, 0)
        elif name.lower() not in _VOID and not rest.endswith("/"):
            depth += 1
        if depth > DEEPEST:
            raise ReadingError(
                f"{where} nests its tags more than {DEEPEST:,} deep: it is broken or hostile. "
                "Save its words as plain text to read it."
            )


def text_of(html: str) -> str:
    """Return the words of a fragment of HTML, such as a feed's, block by block."""
    check_depth(html, "the fragment")
    blocks = re.sub(r"</(?:p|div|li|h[1-6]|tr|blockquote)>|<br ?/?>", "\n\n", html)
    if "<" not in blocks:
        return unescape(blocks).strip()
    return str(_extractor().html2txt(f"<html><body>{blocks}</body></html>")).strip()


def _extractor() -> ModuleType:
    """Return the extractor, its own log silent.

    It speaks of its steps ("discarding data") on the terminal of whoever runs us. What is lost to
    the reader is told by our own error, with the page's name and what to do.
    """
    import trafilatura  # noqa: PLC0415 (takes half a second to load)

    for name in ("trafilatura", "htmldate", "courlan"):
        logging.getLogger(name).setLevel(logging.CRITICAL)
    return trafilatura


def _extract(html: str, source: Source) -> Any:  # noqa: ANN401 (trafilatura's Document)
    from lxml.etree import LxmlError  # noqa: PLC0415 (comes with trafilatura)

    # Without `extensive_search` a date comes from the page's metadata only: never a guess.
    try:
        found: Any = _extractor().bare_extraction(
            html,
            url=source.url or None,
            with_metadata=True,
            include_comments=False,
            date_extraction_params={"extensive_search": False, "original_date": True},
        )
    except (LxmlError, ValueError, TypeError, AttributeError, RecursionError) as error:
        raise ReadingError(f"{source.name} is no page that can be read: {error}.") from error
    if found is None or not (found.text or "").strip():
        raise ReadingError(
            f"No article was found in {source.name}: it may be an index, a video or a page that "
            "draws itself by script. Save its words as plain text to read it."
        )
    return found


def _host(url: str) -> str:
    return (urlsplit(url).hostname or "").removeprefix("www.")
