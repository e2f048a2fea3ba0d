"""What is said of each place: mentions, sides, days, and how far it can be taken for a fact."""

from dataclasses import dataclass
from datetime import date

import numpy as np

from mapapp.model.event import Status
from mapapp.model.place import Place
from mapapp.model.toponym import PLOTTED_ROLES
from mapapp.store.columns import ROLE_NAMES, STATUS_NAMES
from mapapp.view.corpus import UNKNOWN_SIDE, Corpus, Rows, day_of
from mapapp.view.drawing import Mark, Texture

_PLOTTED = [number for number, name in enumerate(ROLE_NAMES) if name in PLOTTED_ROLES]
_DISPUTED = [STATUS_NAMES.index(status) for status in (Status.DISPUTED, Status.DENIED)]
_CLAIMED = STATUS_NAMES.index(Status.CLAIMED)
_SETTLED = [STATUS_NAMES.index(status) for status in (Status.REPORTED, Status.ACKNOWLEDGED)]


@dataclass(frozen=True, kw_only=True, slots=True)
class PlaceSummary:
    """One place in the selection.

    Attributes:
        place: The place.
        mentions: Mentions in the selection.
        articles: Articles that they stand in.
        by_side: Mentions whose sentence names a side, by id of the side, most first.
        first: Earliest known publication day; None when all are undated.
        last: Latest known publication day.
        undated: Mentions of unknown date.
        sure: Whether at least one mention is resolved surely.
        event_place: Whether at least one mention is an event place or an area.
        texture: What the events there say: reported, claimed or disputed.
    """

    place: Place
    mentions: int
    articles: int
    by_side: dict[str, int]
    first: date | None
    last: date | None
    undated: int
    sure: bool
    event_place: bool
    texture: Texture

    @property
    def side(self) -> str:
        """Id of the side with most mentions there; unknown when no side is named."""
        return next(iter(self.by_side), UNKNOWN_SIDE)


def summarize(corpus: Corpus, rows: Rows) -> list[PlaceSummary]:
    """Return a summary for each place that the rows name, most mentioned first."""
    columns = corpus.columns
    rows = rows[columns.place[rows] >= 0]
    if not len(rows):
        return []
    places = columns.place[rows]
    size = len(columns.place_ids)
    mentions = np.bincount(places, minlength=size)
    sure = np.bincount(places, columns.sure[rows], size) > 0
    plotted = np.bincount(places, np.isin(columns.role[rows], _PLOTTED), size) > 0
    pairs = np.unique(places.astype(np.int64) * len(columns.article_ids) + columns.article[rows])
    articles = np.bincount(pairs // len(columns.article_ids), minlength=size)
    first, last, undated = _days(corpus, rows, size)
    by_side = _by_side(corpus, rows)
    textures = _textures(corpus, rows)
    shown = np.flatnonzero(mentions)
    names = [corpus.place(int(index)).name for index in shown]
    order = sorted(range(len(shown)), key=lambda at: (-mentions[shown[at]], names[at]))
    return [
        PlaceSummary(
            place=corpus.place(index),
            mentions=int(mentions[index]),
            articles=int(articles[index]),
            by_side=by_side.get(index, {}),
            first=day_of(first[index]),
            last=day_of(last[index]),
            undated=int(undated[index]),
            sure=bool(sure[index]),
            event_place=bool(plotted[index]),
            texture=textures.get(index, Texture.SOLID),
        )
        for index in (int(shown[at]) for at in order)
    ]


def _days(corpus: Corpus, rows: Rows, size: int) -> tuple[Rows, Rows, Rows]:
    places, day = corpus.columns.place[rows], corpus.columns.day[rows]
    known = day >= 0
    first = np.full(size, np.iinfo(np.int64).max)
    last = np.full(size, -1)
    np.minimum.at(first, places[known], day[known])
    np.maximum.at(last, places[known], day[known])
    first[last < 0] = -1
    return first, last, np.bincount(places[~known], minlength=size)


def _by_side(corpus: Corpus, rows: Rows) -> dict[int, dict[str, int]]:
    columns = corpus.columns
    passing = np.zeros(len(columns.article), bool)
    passing[rows] = True
    kept = passing[columns.mention_actor_mention]
    mention = columns.mention_actor_mention[kept].astype(np.int64)
    side = corpus.actor_side[columns.mention_actor_actor[kept]].astype(np.int64)
    width = len(corpus.sides) + 1
    pairs = np.unique(mention[side >= 0] * width + side[side >= 0])
    spots = columns.place[pairs // width].astype(np.int64) * width + pairs % width
    keys, counts = np.unique(spots, return_counts=True)
    found: dict[int, dict[str, int]] = {}
    # A stable sort by count keeps the order of the legend among equals.
    for at in np.argsort(-counts, kind="stable"):
        place, number = divmod(int(keys[at]), width)
        found.setdefault(place, {})[corpus.sides[number].id] = int(counts[at])
    return {place: _unknown_last(sides) for place, sides in found.items()}


def _unknown_last(sides: dict[str, int]) -> dict[str, int]:
    if UNKNOWN_SIDE in sides:
        sides[UNKNOWN_SIDE] = sides.pop(UNKNOWN_SIDE)
    return sides


def _textures(corpus: Corpus, rows: Rows) -> dict[int, Texture]:
    events = corpus.columns.events
    shown = np.zeros(len(corpus.columns.article_ids), bool)
    shown[corpus.columns.article[rows]] = True
    kept = shown[events.article[events.place_event]]
    found: dict[int, set[int]] = {}
    for place, event in zip(events.place[kept], events.place_event[kept], strict=True):
        found.setdefault(int(place), set()).add(int(events.status[event]))
    return {place: _texture(codes) for place, codes in found.items()}


def _texture(codes: set[int]) -> Texture:
    if codes & set(_DISPUTED):
        return Texture.DOUBLE
    if _CLAIMED in codes and not codes & set(_SETTLED):
        return Texture.DASHED
    return Texture.SOLID


def mark_of(summary: PlaceSummary) -> Mark:
    """Return how a summary is drawn."""
    return Mark(
        place=summary.place,
        mentions=summary.mentions,
        side=summary.side,
        texture=summary.texture,
        doubt=not summary.sure,
        faded=not summary.event_place,
        rival=_rival(summary),
    )


def _rival(summary: PlaceSummary) -> str:
    """Return a second side named as often as the first; a side that is not known is none."""
    ranked = [*summary.by_side.items(), ("", 0), ("", 0)]
    (_, most), (second, count) = ranked[:2]
    return second if count == most and second != UNKNOWN_SIDE else ""


def plural(count: int, word: str, several: str = "") -> str:
    """Return a count with its noun: 1 mention, 2 mentions; several is an irregular plural."""
    return f"{count:,} {word if count == 1 else several or word + 's'}"
