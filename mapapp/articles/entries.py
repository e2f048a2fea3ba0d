"""Entries of an RSS or Atom feed."""

import calendar
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from html import unescape
from typing import Any

from mapapp.articles.dates import parse_day
from mapapp.articles.page import text_of
from mapapp.articles.reader import Source
from mapapp.errors import ReadingError

LARGEST_FEED = 20_000_000
"""Bytes of the largest feed."""

MOST_ENTRIES = 5000


@dataclass(frozen=True, kw_only=True, slots=True)
class Entry:
    """One entry: `text` is what the feed itself says, often only the first sentences."""

    url: str
    title: str
    author: str
    published: date | None
    text: str


def read_entries(source: Source) -> tuple[str, list[Entry]]:
    """Return a feed's title and its entries.

    Raises:
        ReadingError: The source is no feed.
    """
    import feedparser  # noqa: PLC0415 (takes 100 ms to load, and few need it)

    data = source.read(LARGEST_FEED)
    try:
        feed = feedparser.parse(data, sanitize_html=True, resolve_relative_uris=False)
    except (ValueError, RecursionError, UnicodeError, AttributeError, TypeError) as error:
        raise ReadingError(f"{source.name} is no feed that can be read: {error}.") from error
    if not feed.get("version") and not feed.entries:
        raise ReadingError(
            f"{source.name} is no RSS or Atom feed. Give the address of the feed itself, which "
            "often ends in /feed or /rss."
        )
    entries = [_entry(entry) for entry in feed.entries[:MOST_ENTRIES]]
    return unescape(str(feed.feed.get("title", ""))), entries


def _entry(entry: Mapping[str, Any]) -> Entry:
    contents = [str(content.get("value", "")) for content in entry.get("content", ())]
    html = max([*contents, str(entry.get("summary", ""))], key=len)
    return Entry(
        url=str(entry.get("link", "")),
        title=unescape(str(entry.get("title", ""))),
        author=str(entry.get("author", "")),
        published=_published(entry),
        text=text_of(html) if html.strip() else "",
    )


def _published(entry: Mapping[str, Any]) -> date | None:
    for name in ("published", "updated"):
        parsed = entry.get(f"{name}_parsed")
        if parsed:
            try:
                return parse_day(calendar.timegm(parsed))
            except (ValueError, OverflowError):
                continue
        found = parse_day(entry.get(name))
        if found:
            return found
    return None
