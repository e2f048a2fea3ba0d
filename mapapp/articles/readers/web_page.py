"""Web pages: the article without the site around it, with title, author, date and site."""

import re
from collections.abc import Iterator

from mapapp.articles.page import read_page
from mapapp.articles.reader import Item, Reader, Source

_HTML = re.compile(rb"<(?:!doctype html|html|head|body)[\s>]", re.IGNORECASE)


def read(source: Source) -> Iterator[Item]:
    """Yield the one article of a page."""
    yield read_page(source)


READER = Reader(
    kind="a web page",
    suffixes=(".html", ".htm", ".xhtml"),
    media_types=("text/html", "application/xhtml+xml"),
    read=read,
    matches=lambda start: _HTML.search(start) is not None,
)
