"""RSS and Atom feeds as files: the articles as far as the feed itself holds them."""

import re
from collections.abc import Iterator

from mapapp.articles.article import make_article
from mapapp.articles.entries import read_entries
from mapapp.articles.reader import Item, Reader, Refused, Source
from mapapp.errors import ReadingError

_FEED = re.compile(rb"<(?:rss|feed|rdf:RDF)[\s>]")


def read(source: Source) -> Iterator[Item]:
    """Yield the article of each entry; nothing is fetched."""
    feed_title, entries = read_entries(source)
    for entry in entries:
        try:
            yield make_article(
                entry.text or entry.title,
                title=entry.title,
                source=feed_title or source.defaults.source,
                url=entry.url,
                origin=entry.url or source.name,
                author=entry.author,
                published=entry.published or source.defaults.published,
                language=source.defaults.language,
            )
        except ReadingError as error:
            yield Refused(name=f"{source.name}: {entry.title or entry.url}", reason=str(error))


READER = Reader(
    kind="an RSS or Atom feed",
    suffixes=(".rss", ".atom", ".xml"),
    media_types=("application/rss+xml", "application/atom+xml", "text/xml", "application/xml"),
    read=read,
    matches=lambda start: _FEED.search(start) is not None,
)
