"""From what a person names (a file, a folder, a pattern) to articles, whatever their kind."""

import glob
import mimetypes
import re
from collections.abc import Iterable, Iterator
from functools import cache
from pathlib import Path
from urllib.parse import urlsplit

from mapapp.articles import readers
from mapapp.articles.fetch import Fetcher
from mapapp.articles.reader import Defaults, Item, Reader, Refused, Source
from mapapp.errors import MapappError, NetworkError, ReadingError
from mapapp.model.article import Article
from mapapp.registry import discover

DEEPEST = 4
"""Containers within containers that are opened; an archive can hold itself."""

_SCHEME = re.compile(r"[a-z][a-z0-9+.-]+://", re.IGNORECASE)
_SNIFFED = 2048
_PLAIN = "plain_text"


@cache
def all_readers() -> dict[str, Reader]:
    """Return every reader by the name of its module."""
    return discover(readers, "READER", Reader)


def find_sources(
    location: str, defaults: Defaults | None = None, fetcher: Fetcher | None = None
) -> Iterator[Source | Refused]:
    """Yield what a path, a folder, a pattern such as ``news/**/*.txt`` or an address means.

    A folder means every file in it and below, in alphabetical order, but for hidden ones.
    Addresses are fetched by `fetcher`; without one they are refused.
    """
    given = defaults or Defaults()
    if location.startswith(("http://", "https://")):
        yield fetch_source(location, given, fetcher)
        return
    if _SCHEME.match(location):
        reason = f"{location} cannot be fetched; addresses begin with http:// or https://."
        yield Refused(name=location, reason=reason)
        return
    path = Path(location).expanduser()
    if path.is_file():
        yield Source(name=path.name, path=path, defaults=given)
        return
    if path.is_dir():
        found = [file for file in sorted(path.rglob("*")) if _is_shown(file, path)]
    else:
        found = [Path(name) for name in sorted(glob.glob(str(path), recursive=True))]  # noqa: PTH207 (any pattern, absolute ones too)
        found = [file for file in found if file.is_file()]
    for file in found:
        yield Source(name=file.name, path=file, defaults=given)
    if not found:
        yield Refused(name=location, reason=_nothing(path))


def fetch_source(url: str, defaults: Defaults, fetcher: Fetcher | None) -> Source | Refused:
    """Return what an address answers as a source."""
    if fetcher is None:
        return Refused(name=url, reason=f"{url} is an address, and fetching is switched off here.")
    try:
        answer = fetcher.fetch(url)
    except NetworkError as error:
        return Refused(name=url, reason=str(error))
    return Source(
        name=Path(urlsplit(answer.url).path).name or urlsplit(answer.url).netloc,
        data=answer.data,
        url=answer.url,
        media_type=answer.media_type,
        encoding=answer.encoding,
        defaults=defaults,
    )


def _is_shown(file: Path, folder: Path) -> bool:
    hidden = any(part.startswith(".") for part in file.relative_to(folder).parts)
    return not hidden and file.is_file()


def _nothing(path: Path) -> str:
    if path.is_dir():
        return f"The folder {path} has no files in it. Name another one."
    return f"Nothing at {path}: no file, no folder, and no pattern that matches a file."


def read_source(source: Source) -> Iterator[Article | Refused]:
    """Yield every article in a source and in the sources inside it; never raises for a bad one."""
    try:
        for item in reader_of(source).read(source):
            yield from _open(item)
    except MapappError as error:
        yield Refused(name=source.name, reason=str(error))
    except RecursionError:
        yield Refused(name=source.name, reason=f"{source.name} is nested too deeply to be read.")


def _open(item: Item) -> Iterator[Article | Refused]:
    if not isinstance(item, Source):
        yield item
    elif item.depth > DEEPEST:
        reason = f"{item.name} lies in more than {DEEPEST} containers; take it out to read it."
        yield Refused(name=item.name, reason=reason)
    else:
        yield from read_source(item)


def read_all(items: Iterable[Source | Refused]) -> Iterator[Article | Refused]:
    """Yield the articles of several sources."""
    for item in items:
        if isinstance(item, Refused):
            yield item
        else:
            yield from read_source(item)


def reader_of(source: Source) -> Reader:
    """Choose the reader: by suffix, by media type, by first bytes, else plain text.

    Raises:
        ReadingError: The source is of a kind that no reader takes.
    """
    found = all_readers()
    media_type = source.media_type.partition(";")[0].strip().lower()
    by_suffix = [reader for reader in found.values() if source.suffix in reader.suffixes]
    by_type = [reader for reader in found.values() if media_type in reader.media_types]
    # An address may end in anything; what the site says about its answer counts first there.
    named = [*by_type, *by_suffix] if source.url else [*by_suffix, *by_type]
    if named:
        return named[0]
    with source.open() as stream:
        start = stream.read(_SNIFFED)
    for reader in found.values():
        if reader.matches and reader.matches(start):
            return reader
    guessed = mimetypes.guess_type(source.name)[0] or "text/plain"
    if guessed.partition("/")[0] in {"image", "audio", "video", "font"}:
        kinds = ", ".join(sorted(reader.kind for reader in found.values()))
        raise ReadingError(f"{source.name} is of kind {guessed}; allowed are {kinds}.")
    return found[_PLAIN]
