"""PDF documents with text in them, by pypdf."""

import io
import logging
from collections.abc import Iterator

from mapapp.articles.article import make_article
from mapapp.articles.dates import parse_day
from mapapp.articles.reader import Item, Reader, Source
from mapapp.errors import ConfigurationError, ReadingError

MOST_PAGES = 2000


def read(source: Source) -> Iterator[Item]:
    """Yield the one article of a PDF document."""
    try:
        import pypdf  # noqa: PLC0415 (an extra, and heavy)
        from pypdf.errors import PyPdfError  # noqa: PLC0415
    except ImportError as error:
        raise ConfigurationError(
            f"{source.name} is a PDF, which needs an extra: pip install 'mapapp[documents]'."
        ) from error
    logging.getLogger("pypdf").setLevel(logging.ERROR)
    try:
        document = pypdf.PdfReader(io.BytesIO(source.read()))
        if document.is_encrypted and not document.decrypt(""):
            raise ReadingError(f"{source.name} is locked by a password. Save an unlocked copy.")
        pages = [page.extract_text() for page in document.pages[:MOST_PAGES]]
        about = document.metadata
    except (PyPdfError, ValueError, TypeError, KeyError, AttributeError, RecursionError) as error:
        if isinstance(error, ReadingError):
            raise
        raise ReadingError(f"{source.name} is a damaged PDF: {error}.") from error
    text = "\n\n".join(page.strip() for page in pages if page.strip())
    if not text:
        raise ReadingError(
            f"{source.name} has no text in it: it is probably a scan. Run text recognition first."
        )
    yield make_article(
        text,
        title=_word(about.title if about else None),
        source=source.defaults.source,
        url=source.url,
        origin=source.name,
        author=_word(about.author if about else None),
        published=parse_day(source.defaults.published),
        language=source.defaults.language,
    )


def _word(value: object) -> str:
    return value if isinstance(value, str) else ""


READER = Reader(
    kind="a PDF",
    suffixes=(".pdf",),
    media_types=("application/pdf",),
    read=read,
    matches=lambda start: start.startswith(b"%PDF-"),
)
