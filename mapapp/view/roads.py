"""What is said about each stretch of road: held, claimed, contested, cut, or nothing.

A claim about a road as a whole is shown on the stretches near the places that the same event
names, because a report from one town says nothing about the far end of the road. Without such a
place it is only listed with the road.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

import numpy as np

from mapapp.highways.nearby import project
from mapapp.model.event import Status
from mapapp.model.highway import Highway, Segment
from mapapp.view.choose import Choice
from mapapp.view.corpus import Corpus, day_of
from mapapp.view.drawing import Extent, RoadState, extent_of
from mapapp.view.excerpts import SafeHtml, escape
from mapapp.view.labels import STATUS_LABELS, day_label
from mapapp.view.ledger import Told, ledger_rows, told
from mapapp.view.payload import accuracy_words
from mapapp.view.summaries import plural

NEAR_KM = 5.0
"""How close to a place a stretch passes for a report from there to speak of it."""

MOST_WORDS = 4
"""Claims told on hover; the panel of the road lists them all."""

_CUT_WORDS = ("cut", "block", "clos")
_HELD_WORDS = ("territory", "captur", "seiz", "control", "open", "secur")
_HOLDERS = ("attacker", "party", "claimant")
_SETTLED = frozenset({Status.REPORTED.value, Status.ACKNOWLEDGED.value})
_TOLD = frozenset(status.value for status in (*Status,)) - {
    Status.PLANNED.value,
    Status.THREATENED.value,
    Status.HYPOTHETICAL.value,
    Status.NEGATED.value,
    Status.BACKGROUND.value,
}


@dataclass(frozen=True, kw_only=True, slots=True)
class RoadMention:
    """A sentence that names a road.

    Attributes:
        highway_id: Highway or segment named.
        article_id: The article.
        start: First character of the sentence.
        end: One past its last character.
        day: Publication day; None when unknown.
    """

    highway_id: str
    article_id: str
    start: int
    end: int
    day: date | None


def road_mentions(choice: Choice) -> list[RoadMention]:
    """Return the sentences that name a road in the selection's articles, newest first."""
    corpus, columns = choice.corpus, choice.corpus.columns
    roads = columns.highways
    kept = np.flatnonzero(choice.article_filters()[roads.article] & (roads.highway >= 0))
    day = columns.article_day[roads.article[kept]]
    order = kept[np.lexsort((roads.start[kept], roads.article[kept], -day))]
    found = {
        (int(roads.highway[row]), int(roads.article[row]), int(roads.sentence_start[row])): row
        for row in order
    }
    return [_mention(corpus, int(row)) for row in found.values()]


def _mention(corpus: Corpus, row: int) -> RoadMention:
    columns = corpus.columns
    roads = columns.highways
    return RoadMention(
        highway_id=columns.highway_ids[roads.highway[row]],
        article_id=columns.article_ids[roads.article[row]],
        start=int(roads.sentence_start[row]),
        end=int(roads.sentence_end[row]),
        day=day_of(int(columns.article_day[roads.article[row]])),
    )


def road_states(choice: Choice) -> dict[str, RoadState]:
    """Return the state of every segment that the selection's events speak of, by segment id."""
    claims: dict[str, list[Told]] = {}
    for claim in road_claims(choice):
        for segment_id in _segments_of(choice.corpus, claim):
            claims.setdefault(segment_id, []).append(claim)
    return {segment_id: _state(choice.corpus, told_) for segment_id, told_ in claims.items()}


def road_claims(choice: Choice) -> list[Told]:
    """Return the events that concern a road, newest first."""
    events = choice.corpus.columns.events
    rows = ledger_rows(choice)
    linked = rows[np.isin(rows, events.highway_event)]
    return [claim for claim in told(choice.corpus, linked) if claim.status in _TOLD]


def _segments_of(corpus: Corpus, claim: Told) -> list[str]:
    found: list[str] = []
    for highway in corpus.highways:
        own = {segment.id for segment in highway.segments}
        found += [id_ for id_ in claim.highway_ids if id_ in own]
        if highway.id in claim.highway_ids and not own & set(claim.highway_ids):
            found += [
                segment.id
                for segment in highway.segments
                if any(_near(corpus, id_, highway, segment) for id_ in claim.place_ids)
            ]
    return found


def _near(corpus: Corpus, place_id: str, highway: Highway, segment: Segment) -> bool:
    place = corpus.places.get(place_id)
    if place is None or extent_of(place) not in {Extent.DOT, Extent.RING}:
        return False
    line = [point.coordinates for point in highway.waypoints[segment.first : segment.last + 1]]
    return project(place.coordinates, line).distance_km <= NEAR_KM


def _state(corpus: Corpus, claims: Sequence[Told]) -> RoadState:
    """Judge the newest day that is told of; within a day nothing says what came last."""
    words = tuple(claim_words(corpus, claim) for claim in claims[:MOST_WORDS])
    newest = [claim for claim in claims if _day(corpus, claim) == _day(corpus, claims[0])]
    holders = _doers(corpus, newest, _HELD_WORDS)
    cutters = _doers(corpus, newest, _CUT_WORDS)
    sides = tuple(dict.fromkeys((*holders, *cutters)))
    disputed = any(claim.status in {Status.DISPUTED, Status.DENIED} for claim in newest)
    if disputed or len(sides) > 1:
        return RoadState(status="contested", sides=sides, words=words)
    if any(_says(claim, _CUT_WORDS) for claim in newest):
        return RoadState(status="cut", sides=sides, words=words)
    if not holders:
        return RoadState(words=words)
    settled = any(claim.status in _SETTLED for claim in newest if _says(claim, _HELD_WORDS))
    return RoadState(status="held" if settled else "claimed", sides=sides, words=words)


def _day(corpus: Corpus, claim: Told) -> date | None:
    return claim.start or day_of(int(corpus.columns.article_day[claim.article]))


def _doers(corpus: Corpus, claims: Sequence[Told], words: Sequence[str]) -> list[str]:
    return [side for claim in claims if _says(claim, words) for side in _holder(corpus, claim)]


def _says(claim: Told, words: Sequence[str]) -> bool:
    told_ = claim.sub_type.lower()
    return any(word in told_ for word in words)


def _holder(corpus: Corpus, claim: Told) -> list[str]:
    for role in _HOLDERS:
        for actor_id, given in claim.actors:
            actor = corpus.actor(actor_id)
            if given == role and actor is not None:
                return [actor.side]
    return []


def claim_words(corpus: Corpus, claim: Told) -> str:
    """Return one line: what, by whom, said by whom, in which source, when."""
    columns = corpus.columns
    doers = [id_ for id_, role in claim.actors if role in _HOLDERS]
    who = [actor.name for id_ in doers if (actor := corpus.actor(id_)) is not None]
    speaker = corpus.actor(claim.claimant)
    day = _day(corpus, claim)
    status = {key.value: label for key, label in STATUS_LABELS.items()}[claim.status]
    source = columns.sources[columns.article_source[claim.article]]
    parts = (
        claim.sub_type,
        f"by {', '.join(dict.fromkeys(who))}" if who else "",
        f"says {speaker.name}" if speaker else "",
        status,
        source,
        day_label(day),
    )
    return " · ".join(part for part in parts if part)


_STATE_WORDS = {
    "held": "held",
    "claimed": "claimed by one side",
    "contested": "contested",
    "cut": "cut",
    "unknown": "nothing said",
}


def road_table(
    highway: Highway, states: dict[str, RoadState], claims: Sequence[str] = ()
) -> SafeHtml:
    """Return a road with its segments as markup: length, state, who says so, accuracy."""
    told_of = [segment for segment in highway.segments if segment.id in states]
    silent = [segment for segment in highway.segments if segment.id not in states]
    body = _stretches(told_of, states)
    if silent:
        summary = f"Nothing said about {plural(len(silent), 'stretch', 'stretches')}"
        opened = "" if told_of else " open"
        body += (
            f"<details{opened}><summary>{summary}</summary>{_stretches(silent, states)}</details>"
        )
    whole = "".join(f"<li>{escape(claim)}</li>" for claim in dict.fromkeys(claims))
    listed = f"<p>About the road as a whole:</p><ul>{whole}</ul>" if whole else ""
    error = accuracy_words(highway, 0, len(highway.waypoints) - 1)
    return SafeHtml(
        f'<div class="m-place"><h2><span class="m-sign">{escape(highway.shield)}</span> '
        f"{escape(highway.name)}</h2><p>{escape(error)}. Geometry: {escape(highway.source)}.</p>"
        f"{listed}{body}</div>"
    )


def _stretches(segments: Sequence[Segment], states: dict[str, RoadState]) -> str:
    rows = []
    for segment in segments:
        state = states.get(segment.id, RoadState())
        words = "".join(f"<li>{escape(word)}</li>" for word in dict.fromkeys(state.words))
        rows.append(
            f"<tr><td>{escape(segment.name)}</td><td>{segment.length_km:.0f} km</td>"
            f"<td>{_STATE_WORDS[state.status]}</td><td><ul>{words}</ul></td></tr>"
        )
    if not rows:
        return ""
    return (
        '<table class="m-table m-stretches"><thead><tr><th>Stretch</th><th>Length</th>'
        f"<th>State</th><th>Claims</th></tr></thead><tbody>{''.join(rows)}</tbody></table>"
    )
