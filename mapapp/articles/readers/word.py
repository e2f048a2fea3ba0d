"""Word documents (.docx), by python-docx."""

import io
import zipfile
from collections.abc import Iterator

from mapapp.articles.article import make_article
from mapapp.articles.reader import Item, Reader, Source
from mapapp.errors import ConfigurationError, ReadingError

LARGEST_INSIDE = 200_000_000
"""Bytes that the document may unpack to."""

_KIND = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"


def read(source: Source) -> Iterator[Item]:
    """Yield the one article of a Word document: paragraphs, then the rows of its tables."""
    try:
        import docx  # noqa: PLC0415 (an extra)
        from docx.opc.exceptions import OpcError  # noqa: PLC0415
        from lxml.etree import LxmlError  # noqa: PLC0415
    except ImportError as error:
        raise ConfigurationError(
            f"{source.name} is a Word document, which needs an extra: "
            "pip install 'mapapp[documents]'."
        ) from error
    data = source.read()
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            size = sum(entry.file_size for entry in archive.infolist())
        if size > LARGEST_INSIDE:
            raise ReadingError(
                f"{source.name} unpacks to {size / 1e6:,.0f} MB; allowed are "
                f"{LARGEST_INSIDE / 1e6:,.0f}. Save its words as plain text."
            )
        document = docx.Document(io.BytesIO(data))
    except (zipfile.BadZipFile, OpcError, LxmlError, KeyError, EOFError, OSError) as error:
        raise ReadingError(f"{source.name} is a damaged Word document: {error}.") from error
    blocks = [paragraph.text for paragraph in document.paragraphs]
    rows = (row for table in document.tables for row in table.rows)
    blocks += [" ".join(cell.text for cell in row.cells) for row in rows]
    about = document.core_properties
    yield make_article(
        "\n\n".join(block.strip() for block in blocks if block.strip()),
        title=about.title or "",
        source=source.defaults.source,
        url=source.url,
        origin=source.name,
        author=about.author if about.author != "python-docx" else "",
        published=source.defaults.published,
        language=source.defaults.language,
    )


READER = Reader(
    kind="a Word document",
    suffixes=(".docx",),
    media_types=(_KIND,),
    read=read,
    matches=lambda start: start.startswith(b"PK\x03\x04") and b"word/" in start,
)
