"""JSON: one article a line, or a file that holds one object or a list of them."""

import json
from collections.abc import Iterator, Mapping
from typing import BinaryIO

from mapapp.articles.fields import choose_columns, read_record
from mapapp.articles.reader import Item, Reader, Refused, Source
from mapapp.errors import ReadingError

LONGEST_LINE = 50_000_000
"""Bytes of the longest line that is taken; longer ones are skipped without being held."""

_ALLOWED = 'allowed is one JSON object a line, with its text under "text"'
_LISTS = ("articles", "items", "results", "data", "documents")


def read(source: Source) -> Iterator[Item]:
    """Yield the article of each line in a stream, or of each object in a whole document."""
    if source.suffix == ".json":
        yield from _read_document(source)
        return
    with source.open() as stream:
        number = 0
        while line := stream.readline(LONGEST_LINE + 1):
            number += 1
            where = f"{source.name}, line {number}"
            if len(line) > LONGEST_LINE:
                _skip_line(stream)
                reason = f"{where} is longer than {LONGEST_LINE / 1e6:.0f} MB; {_ALLOWED}."
                yield Refused(name=where, reason=reason)
            elif line.strip():
                yield _read_line(line, source, where)


def _skip_line(stream: BinaryIO) -> None:
    while (piece := stream.readline(1 << 20)) and not piece.endswith(b"\n"):
        pass


def _read_line(line: bytes, source: Source, where: str) -> Item:
    try:
        return _read_object(_parse(line, where), source, where)
    except ReadingError as error:
        return Refused(name=where, reason=str(error))


def _parse(data: bytes, where: str) -> object:
    try:
        return json.loads(data.decode("utf-8-sig", "replace"))
    except ValueError as error:
        raise ReadingError(f"{where} is not JSON ({error}); {_ALLOWED}.") from error
    except RecursionError as error:
        raise ReadingError(f"{where} is nested too deeply; {_ALLOWED}.") from error


def _read_object(value: object, source: Source, where: str) -> Item:
    if not isinstance(value, Mapping):
        raise ReadingError(f"{where} holds {type(value).__name__}; {_ALLOWED}.")
    return read_record(value, choose_columns(list(value), source), source, where)


def _read_document(source: Source) -> Iterator[Item]:
    value = _parse(source.read(), source.name)
    if isinstance(value, Mapping):
        inner = next((value[name] for name in _LISTS if isinstance(value.get(name), list)), None)
        value = [value] if inner is None else inner
    if not isinstance(value, list):
        raise ReadingError(f"{source.name} holds {type(value).__name__}; {_ALLOWED}.")
    for number, item in enumerate(value, 1):
        where = f"{source.name}, object {number}"
        try:
            yield _read_object(item, source, where)
        except ReadingError as error:
            yield Refused(name=where, reason=str(error))


READER = Reader(
    kind="JSON lines",
    suffixes=(".jsonl", ".ndjson", ".json"),
    media_types=("application/json", "application/x-ndjson", "application/jsonl"),
    read=read,
    matches=lambda start: start.lstrip()[:1] == b"{",
)
