"""From decoded rows to the columns that the page filters."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

import numpy as np
import numpy.typing as npt

from mapapp.store import packed as layout
from mapapp.store.blocks import ROW, Arrays, Blocks
from mapapp.store.prepared import UNKNOWN
from mapapp.store.shapes import (
    ROLE_NAMES,
    STATUS_NAMES,
    EventColumns,
    HighwayColumns,
    MentionColumns,
)
from mapapp.store.tables import Ints, Numbering, Tables

_TOLLS = ("killed", "injured", "displaced", "captured", "missing")


def _none() -> Ints:
    return np.empty(0, np.int32)


@dataclass(frozen=True, kw_only=True, slots=True)
class ArticleTable:
    """Articles by index, in order of arrival; it only grows."""

    numbers: Numbering
    ids: tuple[str, ...] = ()
    titles: tuple[str, ...] = ()
    sources: tuple[str, ...] = ()
    day: Ints = field(default_factory=_none)
    source: Ints = field(default_factory=_none)
    copy_of: Ints = field(default_factory=_none)

    def grow(self, fetched: Mapping[str, Sequence[Any]]) -> tuple["ArticleTable", Ints]:
        """Return the table with the fetched articles in it, and the index of each of them."""
        keys = np.array(fetched["key"], np.int32)
        new = np.flatnonzero(self.numbers.of(keys) == UNKNOWN)
        numbers = self.numbers.copy()
        numbers.extend(keys[new])
        index = numbers.of(keys)
        position = {name: number for number, name in enumerate(self.sources)}
        names = _at(fetched["source"], new)
        source = [position.setdefault(name, len(position)) for name in names]
        day = np.concatenate([self.day, np.full(len(new), UNKNOWN, np.int32)])
        day[index] = fetched["day"]
        originals = _at(fetched["copy_of"], new)
        copy_of = [UNKNOWN if original is None else original for original in originals]
        grown = replace(
            self,
            numbers=numbers,
            ids=(*self.ids, *_at(fetched["id"], new)),
            titles=(*self.titles, *_at(fetched["title"], new)),
            sources=tuple(position),
            day=day,
            source=np.concatenate([self.source, np.array(source, np.int32)]),
            copy_of=np.concatenate([self.copy_of, np.array(copy_of, np.int32)]),
        )
        return grown, index

    def stories(self) -> Ints:
        """Return the index of the article that each article repeats, or its own."""
        originals = self.numbers.of(self.copy_of)
        own = np.arange(len(self.ids), dtype=np.int32)
        return np.where(originals == UNKNOWN, own, originals).astype(np.int32)


@dataclass(frozen=True, kw_only=True, slots=True)
class State:
    """What a later load can build upon.

    Attributes:
        batches: The batches that are in it, by number, each with what tells it from another one
            of that number: a backup that was put back goes on counting where it stood.
        tables: What the columns point into, but the articles.
        articles: The articles.
        blocks: The rows.
    """

    batches: Mapping[int, str]
    tables: Tables
    articles: ArticleTable
    blocks: Blocks


def _at(values: Sequence[Any], positions: npt.NDArray[np.intp]) -> Sequence[Any]:
    """Return the values at some positions; all of them, uncopied, when they are all asked for."""
    if len(positions) == len(values):
        return values
    return [values[int(position)] for position in positions]


def localize(blocks: Blocks, tables: Tables, table: ArticleTable) -> Blocks:
    """Return the rows with indexes into the tables in place of the database's keys."""
    mentions = dict(blocks.mentions)
    owner = _ints(mentions, "owner")
    mentions["place"] = tables.place_numbers.of(_ints(mentions, "place"))
    mentions["role"] = tables.fixed_codes("role", _ints(mentions, "role"), ROLE_NAMES)
    mentions["day"] = table.day[owner]
    mentions["source"] = table.source[owner]
    links = {**blocks.links, "actor": tables.actor_numbers.of(_ints(blocks.links, "actor"))}
    highways = dict(blocks.highways)
    highways["highway"] = tables.codes("highway", _ints(highways, "highway"))
    return Blocks(
        mentions=mentions,
        links=links,
        events=_local_events(blocks.events, tables),
        event_links=_local_links(blocks.event_links, tables),
        highways=highways,
    )


def _local_events(events: Arrays, tables: Tables) -> Arrays:
    local = dict(events)
    for name in layout.EVENT_TERMS:
        local[name] = tables.codes(name, _ints(events, name))
    local["status"] = tables.fixed_codes("status", _ints(events, "status"), STATUS_NAMES)
    local["claimant"] = tables.actor_numbers.of(_ints(events, "claimant"))
    return local


def _local_links(links: Arrays, tables: Tables) -> Arrays:
    kind, target = links["kind"], _ints(links, "target")
    choices = [
        tables.place_numbers.of(target),
        tables.actor_numbers.of(target),
        tables.codes("highway", target),
    ]
    return {
        "kind": kind.astype(np.int8),
        "target": np.choose(kind.astype(np.int64), choices).astype(np.int32),
        "role": tables.codes("participant", _ints(links, "role")),
        ROW: links[ROW],
    }


def _ints(arrays: Arrays, name: str) -> Ints:
    return arrays[name].astype(np.int32, copy=False)


def assemble(
    version: tuple[int, int], tables: Tables, table: ArticleTable, blocks: Blocks, state: object
) -> MentionColumns:
    """Return the columns; arrays are shared with `blocks`, not copied."""
    mentions = blocks.mentions
    plain = ("number", "place", "start", "end", "sentence_start", "sentence_end", "day", "source")
    columns: dict[str, Any] = {name: mentions[name] for name in (*plain, "role", "confidence")}
    return MentionColumns(
        version=version,
        article=_ints(mentions, "owner"),
        **columns,
        sure=mentions["sure"].astype(np.bool_, copy=False),
        mention_actor_mention=_ints(blocks.links, ROW),
        mention_actor_actor=_ints(blocks.links, "actor"),
        events=_events(blocks, tables),
        highways=_highways(blocks.highways),
        article_ids=table.ids,
        titles=table.titles,
        article_day=table.day,
        article_source=table.source,
        story=table.stories(),
        place_ids=tables.place_ids,
        actors=tables.actors,
        actor_ids=tuple(actor.id for actor in tables.actors),
        highway_ids=tables.kind("highway"),
        sources=table.sources,
        state=state,
    )


def _highways(highways: Arrays) -> HighwayColumns:
    names = ("start", "end", "sentence_start", "sentence_end", "highway")
    columns: dict[str, Any] = {name: highways[name] for name in names}
    return HighwayColumns(article=_ints(highways, "owner"), **columns)


def _events(blocks: Blocks, tables: Tables) -> EventColumns:
    events, links = blocks.events, blocks.event_links
    names = ("number", "start", "end", "type", "sub_type", "status", "attitude", "precision")
    columns: dict[str, Any] = {
        name: events[name] for name in (*names, "day_start", "day_end", "claimant")
    }
    is_place, is_actor, is_highway = (_known(links, kind) for kind in layout.LINK_KINDS)
    ends = [f"{toll}_{end}" for toll in _TOLLS for end in ("low", "high")]
    return EventColumns(
        article=_ints(events, "owner"),
        **columns,
        tolls={name: _ints(events, name) for name in ends},
        place_event=_ints(links, ROW)[is_place],
        place=_ints(links, "target")[is_place],
        actor_event=_ints(links, ROW)[is_actor],
        actor=_ints(links, "target")[is_actor],
        actor_role=_ints(links, "role")[is_actor],
        highway_event=_ints(links, ROW)[is_highway],
        highway=_ints(links, "target")[is_highway],
        types=tables.kind("type"),
        sub_types=tables.kind("sub_type"),
        attitudes=tables.kind("attitude"),
        precisions=tables.kind("precision"),
        actor_roles=tables.kind("participant"),
    )


def _known(links: Arrays, kind: str) -> npt.NDArray[np.bool_]:
    """Return which links are of a kind and lead somewhere."""
    same = links["kind"] == layout.LINK_KINDS.index(kind)
    return np.asarray(same & (links["target"] != UNKNOWN), np.bool_)
