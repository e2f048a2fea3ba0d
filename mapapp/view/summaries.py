"""What is said of each place: mentions, sides, days, and how far it can be taken for a fact."""

from dataclasses import dataclass
from datetime import date

import numpy as np

from mapapp.model.event import Status
from mapapp.model.place import Place
from mapapp.model.toponym import PLOTTED_ROLES
from mapapp.store.columns import ROLE_NAMES, STATUS_NAMES
from mapapp.view.choose import Choice
from mapapp.view.corpus import UNKNOWN_SIDE, Corpus, Rows, day_of
from mapapp.view.crossings import flagged
from mapapp.view.drawing import Mark, Texture
from mapapp.view.selection import EVERYTHING

_PLOTTED = np.array([*(name in PLOTTED_ROLES for name in ROLE_NAMES), False])
"""By code of a role; the last is for -1."""

_DISPUTED = [STATUS_NAMES.index(status) for status in (Status.DISPUTED, Status.DENIED)]
_CLAIMED = [STATUS_NAMES.index(Status.CLAIMED)]
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
    plotted = np.bincount(places, _PLOTTED[columns.role[rows]], size) > 0
    pair_place = corpus.crossings.pair_place
    named = flagged(len(pair_place), corpus.crossings.pair[rows])[:-1]
    articles = np.bincount(pair_place[named], minlength=size)
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
    columns, by_day = corpus.columns, corpus.crossings.by_day
    dated = by_day[flagged(len(columns.article), rows)[by_day]]
    place, day = columns.place[dated], columns.day[dated]
    first, last = np.full(size, -1, np.int64), np.full(size, -1, np.int64)
    # Of several values for one place the last that is assigned stays.
    last[place] = day
    first[place[::-1]] = day[::-1]
    undated = rows[columns.day[rows] < 0]
    return first, last, np.bincount(columns.place[undated], minlength=size)


def _by_side(corpus: Corpus, rows: Rows) -> dict[int, dict[str, int]]:
    crossings, width = corpus.crossings, len(corpus.sides)
    kept = flagged(len(corpus.columns.article), rows)[crossings.side_mention]
    place = corpus.columns.place[crossings.side_mention[kept]].astype(np.int64)
    counts = np.bincount(place * width + crossings.side[kept])
    spots = np.flatnonzero(counts)
    # By place, then by count; the order of the legend decides among equals.
    spots = spots[np.lexsort((spots, -counts[spots], spots // max(width, 1)))]
    found: dict[int, dict[str, int]] = {}
    ids = [side.id for side in corpus.sides]
    for spot, count in zip(spots.tolist(), counts[spots].tolist(), strict=True):
        at, number = divmod(spot, width)
        found.setdefault(at, {})[ids[number]] = count
    return {at: _unknown_last(sides) for at, sides in found.items()}


def _unknown_last(sides: dict[str, int]) -> dict[str, int]:
    if UNKNOWN_SIDE in sides:
        sides[UNKNOWN_SIDE] = sides.pop(UNKNOWN_SIDE)
    return sides


def _textures(corpus: Corpus, rows: Rows) -> dict[int, Texture]:
    events, size = corpus.columns.events, len(corpus.columns.place_ids)
    shown = flagged(len(corpus.columns.article_ids), corpus.columns.article[rows])
    kept = shown[events.article[events.place_event]]
    place, status = events.place[kept], events.status[events.place_event[kept]]
    disputed, claimed, settled = (
        flagged(size, place[np.isin(status, codes)]) for codes in (_DISPUTED, _CLAIMED, _SETTLED)
    )
    dashed = np.flatnonzero(claimed & ~settled & ~disputed).tolist()
    double = np.flatnonzero(disputed).tolist()
    return dict.fromkeys(dashed, Texture.DASHED) | dict.fromkeys(double, Texture.DOUBLE)


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


def nothing(kind: str, choice: Choice) -> str:
    """Return why a list is empty and what to do: no article at all, or none of a kind passes.

    Args:
        kind: What is listed: place, event, article.
        choice: The selection.
    """
    if not len(choice.corpus.columns.article_ids):
        return "No article has been read yet. Add some in the tab Add articles."
    if choice.selection == EVERYTHING:
        return f"No article here tells of any {kind}."
    return f"No {kind} passes the filters. Clear some of them to see more."


def plural(count: int, word: str, several: str = "") -> str:
    """Return a count with its noun: 1 mention, 2 mentions; several is an irregular plural."""
    return f"{count:,} {word if count == 1 else several or word + 's'}"
