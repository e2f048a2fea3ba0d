"""Plain text: one file, one article."""

from collections.abc import Iterator
from pathlib import Path

from mapapp.articles.article import make_article
from mapapp.articles.decode import decode
from mapapp.articles.reader import Item, Reader, Source


def read_text(path: Path) -> str:
    """Return the text of a file in whatever encoding it is.

    Raises:
        ReadingError: The file is missing, empty, binary or too large.
    """
    return decode(Source(name=path.name, path=path).read(), str(path))


def read(source: Source) -> Iterator[Item]:
    """Yield the one article of a text file; its first line serves as title where it is one."""
    text = decode(source.read(), source.name, source.encoding)
    yield make_article(
        text,
        source=source.defaults.source,
        url=source.url,
        origin=source.name,
        published=source.defaults.published,
        language=source.defaults.language,
    )


READER = Reader(
    kind="plain text",
    suffixes=(".txt", ".text"),
    media_types=("text/plain",),
    read=read,
)
