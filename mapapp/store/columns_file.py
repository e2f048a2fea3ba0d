"""The columns of a large database kept in a file, so that opening it again is one read in a row.

The database scatters an article's packed bytes over gigabytes of texts and word lists: collecting
two million mentions out of them takes seconds of a cold disk. The file holds the finished arrays
and which batches they show; newer batches are then fetched as ever. It can be deleted at any time,
and is not believed when one of its batches is not in the database as it was.
"""

import dataclasses
import hashlib
import json
import logging
import tempfile
import zipfile
from collections.abc import Mapping
from datetime import date
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt

from mapapp.model.actor import Actor
from mapapp.store import packed as layout
from mapapp.store.assemble import ArticleTable, State
from mapapp.store.blocks import Arrays, Blocks
from mapapp.store.database import Store
from mapapp.store.schema import SCHEMA_VERSION
from mapapp.store.shapes import ROLE_NAMES, STATUS_NAMES, MentionColumns
from mapapp.store.tables import Numbering, Tables

logger = logging.getLogger(__name__)

SMALLEST = 100_000
"""Mentions below which no file is kept: the database itself is as fast."""

BEHIND = 50
"""Batches by which a file may lag behind before it is written anew."""

_FORMAT = 1
_BETWEEN = "\0"
"""Stands between strings; no string from a database holds it."""

_MEANING = (
    _FORMAT, SCHEMA_VERSION, ROLE_NAMES, STATUS_NAMES, layout.LINK_KINDS, layout.MENTION,
    layout.LINK, layout.EVENT, layout.EVENT_LINK, layout.HIGHWAY,
)  # fmt: skip
_SHAPE = hashlib.sha256(repr(_MEANING).encode()).hexdigest()
"""What the meaning of the numbers hangs on; a file of another shape is not read."""


def columns_path(folder: Path, store: Store) -> Path:
    """Return where a database's columns are kept in a cache folder."""
    path = store.database.path
    where = str(path.resolve()) if path else store.database.shown()
    name = hashlib.sha256(where.encode()).hexdigest()[:16]
    return folder / "columns" / f"{name}.npz"


def keep_columns(columns: MentionColumns, path: Path) -> bool:
    """Write columns to a file where that is worth while; return whether it was done.

    A disk that is full or may not be written is only noted: the file saves time, nothing else.
    """
    state = columns.state
    if not isinstance(state, State) or len(columns.article) < SMALLEST:
        return False
    if len(state.batches) - _shared(_batches_in(path), state.batches) < BEHIND:
        return False
    try:
        _write(_plain(state), path)
    except OSError as error:
        logger.info("columns are not kept in %s: %s", path, error)
        return False
    return True


def read_columns(path: Path) -> State | None:
    """Return the state that a file holds; None where there is none that can be read."""
    arrays = _read(path)
    return None if arrays is None else _state(arrays)


def _write(arrays: Mapping[str, npt.NDArray[Any]], path: Path) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    with tempfile.NamedTemporaryFile(dir=path.parent, suffix=".part", delete=False) as stream:
        try:
            np.savez(stream, allow_pickle=False, **dict(arrays))
            stream.close()
            Path(stream.name).replace(path)
        except BaseException:
            Path(stream.name).unlink(missing_ok=True)
            raise


def _read(path: Path, *names: str) -> Mapping[str, npt.NDArray[Any]] | None:
    """Return the named arrays of a file, or all; None for none, another shape or a broken one."""
    try:
        with path.open("rb") as stream, np.load(stream, allow_pickle=False) as file:
            if _text(file["shape"]) != _SHAPE:
                return None
            return {name: file[name] for name in names or file.files}
    except FileNotFoundError:
        return None
    except (OSError, ValueError, KeyError, TypeError, EOFError, zipfile.BadZipFile) as error:
        logger.info("columns in %s cannot be read: %s", path, error)
        return None


def _shared(kept: Mapping[int, str] | None, batches: Mapping[int, str]) -> int:
    """Return how many batches a file holds; none where it holds others than the database."""
    return len(kept) if kept and kept.items() <= batches.items() else 0


def _batches_in(path: Path) -> dict[int, str] | None:
    arrays = _read(path, "batches", "marks")
    return None if arrays is None else _batches(arrays)


def _batches(arrays: Mapping[str, npt.NDArray[Any]]) -> dict[int, str]:
    return dict(zip(arrays["batches"].tolist(), _strings(arrays["marks"]), strict=True))


def _plain(state: State) -> dict[str, npt.NDArray[Any]]:
    """Return a state as arrays; what is not numbers becomes UTF-8."""
    articles, tables = state.articles, state.tables
    words = {kind: [*names] for kind, names in tables.words.items()}
    actors = [dataclasses.asdict(actor) for actor in tables.actors]
    arrays: dict[str, npt.NDArray[Any]] = {
        "shape": _bytes(_SHAPE),
        "batches": np.fromiter(state.batches, np.int64, len(state.batches)),
        "marks": _bytes(_BETWEEN.join(state.batches.values())),
        "ids": _bytes(_BETWEEN.join(articles.ids)),
        "titles": _bytes(_BETWEEN.join(articles.titles)),
        "sources": _bytes(json.dumps(articles.sources)),
        "article_numbers": articles.numbers.index,
        "place_ids": _bytes(_BETWEEN.join(tables.place_ids)),
        "place_numbers": tables.place_numbers.index,
        "actors": _bytes(json.dumps(actors, default=date.isoformat)),
        "actor_numbers": tables.actor_numbers.index,
        "words": _bytes(json.dumps(words)),
    }
    arrays |= {f"articles.{name}": getattr(articles, name) for name in _ARTICLE_NUMBERS}
    arrays |= {f"words.{kind}": found.index for kind, found in tables.word_numbers.items()}
    for block in _BLOCKS:
        for name, values in getattr(state.blocks, block).items():
            arrays[f"{block}.{name}"] = values
    return arrays


_ARTICLE_NUMBERS = ("day", "source", "copy_of")
_BLOCKS = tuple(field.name for field in dataclasses.fields(Blocks))


def _state(arrays: Mapping[str, npt.NDArray[Any]]) -> State:
    words = json.loads(_text(arrays["words"]))
    numbers = {kind: Numbering(arrays[f"words.{kind}"]) for kind in words}
    tables = Tables(
        place_ids=_strings(arrays["place_ids"]),
        place_numbers=Numbering(arrays["place_numbers"]),
        actors=tuple(map(_actor, json.loads(_text(arrays["actors"])))),
        actor_numbers=Numbering(arrays["actor_numbers"]),
        words={kind: tuple(names) for kind, names in words.items()},
        word_numbers=numbers,
    )
    articles = ArticleTable(
        numbers=Numbering(arrays["article_numbers"]),
        ids=_strings(arrays["ids"]),
        titles=_strings(arrays["titles"]),
        sources=tuple(json.loads(_text(arrays["sources"]))),
        **{name: arrays[f"articles.{name}"] for name in _ARTICLE_NUMBERS},
    )
    blocks = Blocks(**{block: _block(arrays, block) for block in _BLOCKS})
    return State(batches=_batches(arrays), tables=tables, articles=articles, blocks=blocks)


def _block(arrays: Mapping[str, npt.NDArray[Any]], block: str) -> Arrays:
    start = f"{block}."
    return {name.removeprefix(start): arrays[name] for name in arrays if name.startswith(start)}


def _actor(plain: dict[str, Any]) -> Actor:
    days = {name: plain[name] and date.fromisoformat(plain[name]) for name in _ACTOR_DAYS}
    return Actor(**{**plain, **days})


_ACTOR_DAYS = ("valid_from", "valid_to")


def _bytes(text: str) -> npt.NDArray[np.uint8]:
    return np.frombuffer(text.encode("utf-8", "surrogatepass"), np.uint8)


def _text(values: npt.NDArray[Any]) -> str:
    return values.tobytes().decode("utf-8", "surrogatepass")


def _strings(values: npt.NDArray[Any]) -> tuple[str, ...]:
    text = _text(values)
    return tuple(text.split(_BETWEEN)) if text else ()
