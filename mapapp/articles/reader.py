"""What a reader is: the contract of every module in `articles/readers/`."""

import io
from collections.abc import Callable, Iterator, Mapping
from contextlib import AbstractContextManager
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import BinaryIO

from mapapp.errors import ReadingError
from mapapp.model.article import Article

LARGEST_DOCUMENT = 100_000_000
"""Bytes of the largest single document; containers such as archives may be larger."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Defaults:
    """What the person who hands in articles says about all of them.

    Attributes:
        source: Outlet, where the article names none.
        published: Day of publication, where the article names none.
        language: ISO 639-1 code, where the article names none.
        columns: For tables and JSON: the file's name of each of our fields.
    """

    source: str = ""
    published: date | None = None
    language: str = ""
    columns: Mapping[str, str] = field(default_factory=dict)


@dataclass(kw_only=True, slots=True)
class Budget:
    """What may still be unpacked out of one source, containers within containers included."""

    left: int = 4_000_000_000

    def spend(self, size: int) -> None:
        """Take some bytes off; what is left never falls below nothing."""
        self.left = max(self.left - size, 0)


@dataclass(frozen=True, kw_only=True, slots=True)
class Source:
    """Bytes to read, with what is known about them before they are read.

    Attributes:
        name: File name or other handle that a person recognizes; its suffix chooses the reader.
        path: The file; None when the bytes are in `data`.
        data: The bytes; empty when they are in a file.
        url: Where they were fetched; empty for files.
        media_type: Declared kind, such as ``text/html``; empty when unknown.
        encoding: Declared encoding; empty when unknown.
        defaults: What holds for articles that do not say otherwise.
        depth: How many containers the source was taken out of.
        budget: Shared by everything that comes out of one source.
    """

    name: str
    path: Path | None = None
    data: bytes = b""
    url: str = ""
    media_type: str = ""
    encoding: str = ""
    defaults: Defaults = field(default_factory=Defaults)
    depth: int = 0
    budget: Budget = field(default_factory=Budget)

    @property
    def suffix(self) -> str:
        """The lower-case suffix of the name, with its point."""
        return Path(self.name).suffix.lower()

    def open(self) -> AbstractContextManager[BinaryIO]:
        """Open the bytes for reading in a stream.

        Raises:
            ReadingError: The file is missing or may not be read.
        """
        if self.path is None:
            return io.BytesIO(self.data)
        try:
            return self.path.open("rb")
        except OSError as error:
            raise ReadingError(
                f"{self.name} cannot be read: {error.strerror or error}. Check the path and "
                "who may read it."
            ) from error

    def read(self, limit: int = LARGEST_DOCUMENT) -> bytes:
        """Return all bytes of a document.

        Raises:
            ReadingError: The file cannot be read, or has more than `limit` bytes.
        """
        with self.open() as stream:
            try:
                data = stream.read(limit + 1)
            except OSError as error:
                raise ReadingError(f"{self.name} cannot be read: {error.strerror}.") from error
        if len(data) > limit:
            raise ReadingError(
                f"{self.name} is larger than {limit / 1e6:,.0f} MB, the most for one document. "
                "Split it, or turn it into JSON lines with one article a line."
            )
        return data


@dataclass(frozen=True, kw_only=True, slots=True)
class Refused:
    """Something that could not be read, and why."""

    name: str
    reason: str


Item = Article | Source | Refused
"""What a reader yields: articles, further sources found inside, and what it had to leave out."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Reader:
    """One kind of source.

    Attributes:
        kind: What the source is, for messages and help.
        suffixes: Lower-case suffixes of file names, with their point.
        media_types: Media types that name this kind.
        matches: Whether the first 2,048 bytes look like it; None when bytes tell nothing.
        read: Yields items; may raise `ReadingError` when nothing of the source can be read.
    """

    kind: str
    suffixes: tuple[str, ...]
    media_types: tuple[str, ...]
    read: Callable[[Source], Iterator[Item]]
    matches: Callable[[bytes], bool] | None = None
