"""Tables as CSV or TSV: one article a row, columns found by their names."""

import csv
import io
from collections.abc import Iterator
from typing import TextIO

from mapapp.articles.article import LARGEST
from mapapp.articles.decode import SAMPLE, decode
from mapapp.articles.fields import choose_columns, read_record
from mapapp.articles.reader import Item, Reader, Source
from mapapp.errors import ReadingError

_DELIMITERS = ",;\t|"


def read(source: Source) -> Iterator[Item]:
    """Yield the article of each row, read as a stream."""
    with source.open() as stream:
        sample = stream.read(SAMPLE)
    text = decode(sample.rpartition(b"\n")[0] or sample, source.name, source.encoding)
    encoding = "utf-8-sig" if _is_utf8(sample) else source.encoding or _encoding(sample, text)
    csv.field_size_limit(LARGEST)
    with (
        source.open() as stream,
        io.TextIOWrapper(stream, encoding=encoding, errors="replace", newline="") as lines,
    ):
        yield from _rows(lines, _delimiter(text, source), source)


def _is_utf8(sample: bytes) -> bool:
    try:
        sample.rpartition(b"\n")[0].decode("utf-8-sig")
    except UnicodeDecodeError:
        return False
    return b"\x00" not in sample


def _encoding(sample: bytes, text: str) -> str:
    """Return the encoding in which the sample gave that text."""
    if sample[:2] in {b"\xff\xfe", b"\xfe\xff"}:
        return "utf-16"
    head = sample.rpartition(b"\n")[0] or sample
    for encoding in ("utf-16-le", "utf-16-be", "cp1252", "cp1256", "cp1251", "cp1254"):
        if head.decode(encoding, "replace") == text:
            return encoding
    return "latin-1"


def _delimiter(text: str, source: Source) -> str:
    if source.suffix == ".tsv":
        return "\t"
    header = text.splitlines()[0]
    return max(_DELIMITERS, key=header.count)


def _rows(lines: TextIO, delimiter: str, source: Source) -> Iterator[Item]:
    rows = csv.reader(_without_nul(lines), delimiter=delimiter)
    try:
        names = next(rows, [])
        columns = choose_columns(names, source)
        for number, row in enumerate(rows, 2):
            if any(cell.strip() for cell in row):
                record = dict(zip(names, row, strict=False))
                yield read_record(record, columns, source, f"{source.name}, row {number}")
    except csv.Error as error:
        raise ReadingError(
            f"{source.name}, row {rows.line_num}: {error}. Allowed is CSV with a header line, "
            f"quoted by double quotes, cells of at most {LARGEST:,} characters."
        ) from error


def _without_nul(lines: TextIO) -> Iterator[str]:
    for line in lines:
        yield line.replace("\x00", "\ufffd")


READER = Reader(
    kind="a CSV table",
    suffixes=(".csv", ".tsv"),
    media_types=("text/csv", "text/tab-separated-values"),
    read=read,
)
