"""Packed bytes of many articles turned into arrays, and arrays of two loads made one."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
import numpy.typing as npt

from mapapp.store import packed as layout
from mapapp.store.tables import Ints

Arrays = dict[str, npt.NDArray[Any]]

ROW = "row"
"""The column of a link block that points to a row of the block it belongs to."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Blocks:
    """Arrays by name for each kind of row."""

    mentions: Arrays
    links: Arrays
    events: Arrays
    event_links: Arrays
    highways: Arrays


def decode(columns: Mapping[str, Sequence[bytes]], article: Ints) -> Blocks:
    """Return the rows of many articles.

    Args:
        columns: For each column of the table `packed`, one blob an article.
        article: Index of each of these articles.
    """
    mentions, mention_counts = _rows(columns["mentions"], layout.MENTION, article)
    events, event_counts = _rows(columns["events"], layout.EVENT, article)
    links, _ = _rows(columns["links"], layout.LINK, _firsts(mention_counts))
    event_links, _ = _rows(columns["event_links"], layout.EVENT_LINK, _firsts(event_counts))
    highways, _ = _rows(columns["highways"], layout.HIGHWAY, article)
    return Blocks(
        mentions=mentions,
        links=_point(links, "mention"),
        events=events,
        event_links=_point(event_links, "event"),
        highways=highways,
    )


def _rows(
    blobs: Sequence[bytes], kind: np.dtype[np.void], owner: Ints
) -> tuple[Arrays, npt.NDArray[np.int64]]:
    """Return the fields of all rows, with each row's owner and its number within its blob."""
    counts = np.fromiter(map(len, blobs), np.int64, len(blobs)) // kind.itemsize
    table = np.frombuffer(b"".join(blobs), kind)
    arrays: Arrays = {name: np.ascontiguousarray(table[name]) for name in kind.names or ()}
    arrays["owner"] = np.repeat(owner, counts)
    arrays["number"] = (np.arange(len(table)) - np.repeat(_firsts(counts), counts)).astype(np.int32)
    return arrays, counts


def _firsts(counts: npt.NDArray[np.int64]) -> Ints:
    """Return the row at which each article's rows begin."""
    return (np.cumsum(counts) - counts).astype(np.int32)


def _point(links: Arrays, target: str) -> Arrays:
    """Turn numbers within an article into rows of the whole block."""
    rows = links["owner"] + links[target]
    kept = {
        name: values for name, values in links.items() if name not in {"owner", "number", target}
    }
    return {**kept, ROW: rows.astype(np.int32)}


def merge(old: Blocks, new: Blocks, replaced: npt.NDArray[np.bool_]) -> Blocks:
    """Return the old rows but those of replaced articles, followed by the new rows.

    Args:
        old: What was loaded before.
        new: What was loaded now.
        replaced: For each article index, whether the new rows take the place of its old ones.
    """
    mentions, links = _merge(old.mentions, old.links, new.mentions, new.links, replaced)
    events, event_links = _merge(old.events, old.event_links, new.events, new.event_links, replaced)
    stays = ~replaced[old.highways["owner"]]
    return Blocks(
        mentions=mentions,
        links=links,
        events=events,
        event_links=event_links,
        highways=_join(_take(old.highways, stays), new.highways),
    )


def _merge(
    old: Arrays, old_links: Arrays, new: Arrays, new_links: Arrays, replaced: npt.NDArray[np.bool_]
) -> tuple[Arrays, Arrays]:
    stays = ~replaced[old["owner"]]
    if stays.all():  # nothing but new articles: the commonest case, and no row moves
        shifted = {**new_links, ROW: new_links[ROW] + np.int32(len(stays))}
        return _join(old, new), _join(old_links, shifted)
    moved = (np.cumsum(stays) - 1).astype(np.int32)
    kept_links = _take(old_links, stays[old_links[ROW]])
    kept_links[ROW] = moved[kept_links[ROW]]
    shifted = {**new_links, ROW: (new_links[ROW] + np.int32(stays.sum())).astype(np.int32)}
    return _join(_take(old, stays), new), _join(kept_links, shifted)


def _take(arrays: Arrays, mask: npt.NDArray[np.bool_]) -> Arrays:
    return {name: values[mask] for name, values in arrays.items()}


def _join(one: Arrays, other: Arrays) -> Arrays:
    return {name: np.concatenate([values, other[name]]) for name, values in one.items()}
