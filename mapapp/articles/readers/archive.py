"""Zip archives: every file in them, within limits that a bomb runs into."""

import zipfile
import zlib
from collections.abc import Iterator
from dataclasses import replace

from mapapp.articles.reader import LARGEST_DOCUMENT, Item, Reader, Refused, Source
from mapapp.errors import ReadingError

MOST_FILES = 200_000

MOST_TIMES = 200
"""How many times its packed size a file may unpack to; prose packs to a third or a quarter."""

_SMALL = 5_000_000
"""Bytes below which the packing does not matter."""


def read(source: Source) -> Iterator[Item]:
    """Yield every file of an archive as a source of its own."""
    with source.open() as stream:
        try:
            archive = zipfile.ZipFile(stream)
        except (zipfile.BadZipFile, OSError, ValueError) as error:
            raise ReadingError(
                f"{source.name} is damaged or cut off ({error}). Fetch or pack it again."
            ) from error
        with archive:
            entries = [entry for entry in archive.infolist() if _is_file(entry)]
            if len(entries) > MOST_FILES:
                raise ReadingError(
                    f"{source.name} has {len(entries):,} files; allowed are {MOST_FILES:,}. "
                    "Unpack it and name the folder."
                )
            for entry in entries:
                yield _open(archive, entry, source)


def _is_file(entry: zipfile.ZipInfo) -> bool:
    parts = entry.filename.split("/")
    hidden = any(part.startswith(".") or part == "__MACOSX" for part in parts)
    return not entry.is_dir() and not hidden


def _open(archive: zipfile.ZipFile, entry: zipfile.ZipInfo, source: Source) -> Item:
    where = f"{source.name}/{entry.filename}"
    reason = _refusal(entry, source)
    if reason:
        return Refused(name=where, reason=f"{where} {reason}.")
    try:
        data = archive.read(entry)
    except (
        zipfile.BadZipFile,
        zlib.error,
        OSError,
        EOFError,
        RuntimeError,
        NotImplementedError,
    ) as error:
        return Refused(name=where, reason=f"{where} is damaged or locked: {error}.")
    source.budget.spend(len(data))
    return replace(
        source,
        name=where,
        path=None,
        data=data,
        media_type="",
        encoding="",
        depth=source.depth + 1,
    )


def _refusal(entry: zipfile.ZipInfo, source: Source) -> str:
    """Return why a file may not be unpacked; the archive cannot give more than it declares."""
    if entry.file_size > LARGEST_DOCUMENT:
        return f"unpacks to {entry.file_size / 1e6:,.0f} MB; unpack the archive to read it"
    if entry.file_size > _SMALL and entry.file_size > MOST_TIMES * max(entry.compress_size, 1):
        return (
            f"unpacks to {entry.file_size // max(entry.compress_size, 1):,} times its size: "
            "no text does, it looks like a zip bomb"
        )
    if entry.file_size > source.budget.left:
        return "is left out: the archive unpacks to more than is allowed in one run"
    return ""


READER = Reader(
    kind="a zip archive",
    suffixes=(".zip",),
    media_types=("application/zip", "application/x-zip-compressed"),
    read=read,
    matches=lambda start: start.startswith((b"PK\x03\x04", b"PK\x05\x06")),
)
