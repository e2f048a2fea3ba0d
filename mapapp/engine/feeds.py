"""Following feeds: what is new in them, fetched from the pages that they point to."""

import logging
from collections.abc import Iterable, Iterator
from dataclasses import replace

from mapapp.articles.article import make_article
from mapapp.articles.entries import Entry, read_entries
from mapapp.articles.fetch import Fetcher
from mapapp.articles.reader import Defaults, Refused, Source
from mapapp.articles.sources import fetch_source, read_source, reader_of
from mapapp.errors import MapappError, ReadingError
from mapapp.model.article import Article
from mapapp.store.database import Store
from mapapp.store.feeds import Feed, known_urls, note_fetch

logger = logging.getLogger(__name__)

WHOLE = 1200
"""Characters from which what a feed itself says counts as the whole article."""

_FEED = "an RSS or Atom feed"


def follow(store: Store, feeds: Iterable[Feed], fetcher: Fetcher) -> Iterator[Article | Refused]:
    """Yield the new articles of some feeds; what was fetched before is not fetched again.

    A feed's entries lead to pages only: an entry that leads to a feed, its own or another one,
    is refused, so that no chain of feeds is ever walked.
    """
    for feed in feeds:
        try:
            title, entries = _open(feed.url, fetcher)
        except MapappError as error:
            note_fetch(store, feed.url, error=str(error))
            yield Refused(name=feed.url, reason=str(error))
            continue
        note_fetch(store, feed.url, title=title)
        known = known_urls(store, [entry.url for entry in entries if entry.url])
        for entry in entries:
            if entry.url not in known:
                yield from _article(entry, title, fetcher)


def _open(url: str, fetcher: Fetcher) -> tuple[str, list[Entry]]:
    found = fetch_source(url, Defaults(), fetcher)
    if isinstance(found, Refused):
        raise ReadingError(found.reason)
    return read_entries(found)


def _article(entry: Entry, feed_title: str, fetcher: Fetcher) -> Iterator[Article | Refused]:
    """Yield an entry's article: from the feed where it is whole there, else from its page."""
    if len(entry.text) >= WHOLE or not entry.url:
        yield from _from_feed(entry, feed_title)
        return
    defaults = Defaults(source=feed_title, published=entry.published)
    page = fetch_source(entry.url, defaults, fetcher)
    found = [page] if isinstance(page, Refused) else list(_read_page(page, entry))
    if not any(isinstance(item, Article) for item in found) and entry.text:
        yield from _from_feed(entry, feed_title)  # better its summary than nothing
    else:
        yield from found


def _read_page(page: Source, entry: Entry) -> Iterator[Article | Refused]:
    if reader_of(page).kind == _FEED:
        reason = f"{entry.url} is a feed again, and feeds are not followed into feeds."
        yield Refused(name=entry.url, reason=reason)
        return
    for item in read_source(page):
        # The entry's address, not the one after redirects, tells next time that it is known.
        yield replace(item, url=entry.url) if isinstance(item, Article) else item


def _from_feed(entry: Entry, feed_title: str) -> Iterator[Article | Refused]:
    try:
        yield make_article(
            entry.text or entry.title,
            title=entry.title,
            source=feed_title,
            url=entry.url,
            origin=entry.url,
            author=entry.author,
            published=entry.published,
        )
    except ReadingError as error:
        yield Refused(name=entry.url or entry.title, reason=str(error))
