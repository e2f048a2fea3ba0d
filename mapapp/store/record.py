"""A reading as one compressed record, and back.

JSON by field name with defaults left out: a model that gains a field with a default still opens
old records. Places and actors stand in it by id; their rows live in their own tables.
"""

import dataclasses
import functools
import json
import operator
import types
import typing
import zlib
from collections.abc import Callable, Mapping
from datetime import date
from enum import Enum
from typing import Any

from mapapp.model.actor import Actor
from mapapp.model.article import Article
from mapapp.model.place import Place
from mapapp.model.reading import Reading

_LEVEL = 3
"""Level 6 saves 4 % more and takes twice as long."""

Plain = Any
"""What `json` reads and writes."""


@dataclasses.dataclass(frozen=True, kw_only=True, slots=True)
class Known:
    """What a record's ids stand for while it is opened."""

    places: Mapping[str, Place]
    actors: Mapping[str, Actor]


def pack(reading: Reading) -> bytes:
    """Return everything of a reading but its article, compressed."""
    plain = {}
    for name, hint in _hints(Reading).items():
        encode = _encoder(hint) if name != "article" else None
        if encode:
            plain[name] = encode(getattr(reading, name))
    text = json.dumps(plain, ensure_ascii=False, separators=(",", ":"))
    return zlib.compress(text.encode("utf-8", "surrogatepass"), _LEVEL)


def unpack(record: bytes) -> Plain:
    """Return the plain content of a record, ids still unresolved."""
    return json.loads(zlib.decompress(record).decode("utf-8", "surrogatepass"))


def place_ids(plain: Plain) -> set[str]:
    """Return the ids of all places that a record speaks of."""
    chosen = {toponym["place"] for toponym in plain["toponyms"] if toponym["place"]}
    rivals = {
        rival["place"] for toponym in plain["toponyms"] for rival in toponym.get("rivals", ())
    }
    return chosen | rivals


def actor_ids(plain: Plain) -> set[str]:
    """Return the ids of all actors that a record speaks of."""
    return {mention["actor"] for mention in plain["actors"]}


def build(plain: Plain, article: Article, known: Known) -> Reading:
    """Return the reading of an article from its unpacked record."""
    hints = _hints(Reading)
    found = {name: _decoder(hints[name])(plain[name], known) for name in plain if name in hints}
    return Reading(article=article, **found)


Encoder = Callable[[Any], Plain]


@functools.cache
def _encoder(kind: Any) -> Encoder | None:  # noqa: ANN401 (any type hint)
    """Return what makes a value of this type plain; None where it is plain already."""
    origin, arguments = typing.get_origin(kind), typing.get_args(kind)
    if origin is types.UnionType:
        inner = _encoder(arguments[0])
        return inner and (lambda value: None if value is None else inner(value))
    if origin is tuple:
        each = _encoder(arguments[0])
        return (lambda values: [each(value) for value in values]) if each else list
    if kind in _LEAVES:
        return date.isoformat if kind is date else operator.attrgetter("id")
    if dataclasses.is_dataclass(kind):
        return _field_encoder(kind)
    return operator.attrgetter("value") if issubclass(kind, Enum) else None


def _field_encoder(kind: Any) -> Encoder:  # noqa: ANN401 (any dataclass)
    hints = _hints(kind)
    parts = [
        (field.name, field.default, _encoder(hints[field.name]))
        for field in dataclasses.fields(kind)
    ]

    def encode(value: object) -> dict[str, Plain]:
        plain = {}
        for name, default, inner in parts:
            item = getattr(value, name)
            if item is not default and item != default:
                plain[name] = inner(item) if inner else item
        return plain

    return encode


@functools.cache
def _hints(kind: type) -> dict[str, Any]:
    return typing.get_type_hints(kind)


Decoder = Callable[[Plain, Known], Any]


@functools.cache
def _decoder(kind: Any) -> Decoder:  # noqa: ANN401 (any type hint)
    if typing.get_origin(kind) is types.UnionType:
        return _optional(_decoder(typing.get_args(kind)[0]))
    if typing.get_origin(kind) is tuple:
        return _several(_decoder(typing.get_args(kind)[0]))
    if kind in _LEAVES:
        return _LEAVES[kind]
    if dataclasses.is_dataclass(kind):
        return _fields(kind)
    if issubclass(kind, Enum):
        return lambda plain, _known: kind(plain)
    return lambda plain, _known: plain


_LEAVES: Mapping[Any, Decoder] = {
    Place: lambda plain, known: known.places[plain],
    Actor: lambda plain, known: known.actors[plain],
    date: lambda plain, _known: date.fromisoformat(plain),
}


def _optional(decode: Decoder) -> Decoder:
    return lambda plain, known: None if plain is None else decode(plain, known)


def _several(decode: Decoder) -> Decoder:
    return lambda plain, known: tuple([decode(item, known) for item in plain])


def _fields(kind: Any) -> Decoder:  # noqa: ANN401 (any dataclass)
    decoders = {name: _decoder(hint) for name, hint in _hints(kind).items()}

    def decode(plain: Plain, known: Known) -> Any:  # noqa: ANN401 (an instance of `kind`)
        return kind(**{name: decoders[name](item, known) for name, item in plain.items()})

    return decode
