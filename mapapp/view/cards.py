"""The panel's pieces as markup: every word of an article passes through `view.excerpts`."""

from collections.abc import Iterable, Sequence

from mapapp.model.actor import ActorMention
from mapapp.model.event import Event, Status
from mapapp.model.reading import Reading
from mapapp.model.toponym import Role, Toponym
from mapapp.store.excerpts import Excerpt
from mapapp.view.corpus import Corpus
from mapapp.view.drawing import extent_words
from mapapp.view.excerpts import Highlight, SafeHtml, apart, context, escape, highlight
from mapapp.view.glyphs import glyph
from mapapp.view.labels import (
    ROLE_HELP,
    ROLE_LABELS,
    STATUS_LABELS,
    count_label,
    day_label,
    feature_label,
    place_label,
)
from mapapp.view.signs import sign
from mapapp.view.summaries import PlaceSummary, plural

LONGEST_CONTEXT = 220
"""Characters of text shown on either side of the sentence."""

_QUIET = frozenset({Status.REPORTED})


def place_card(summary: PlaceSummary, corpus: Corpus) -> SafeHtml:
    """Return the heading of the panel: name, kind, where, and how often each side is named."""
    place = summary.place
    where = ", ".join(
        part for part in dict.fromkeys((place.admin2, place.admin1, place.country)) if part
    )
    exactness = extent_words(place) or f"position exact to about {place.error_km:g} km"
    spot = f"{place.coordinates.lat:.4f}, {place.coordinates.lon:.4f}"
    counted = f"{plural(summary.mentions, 'mention')} in {plural(summary.articles, 'article')}"
    lines = [
        f"<h2>{escape(place.name)}</h2>",
        f"<p>{escape(feature_label(place))}{' · ' + escape(where) if where else ''}</p>",
        f"<p>{escape(spot)} · {escape(exactness)}</p>",
        f"<p><b>{escape(counted)}</b>{escape(_days(summary))}</p>",
        _bars(summary, corpus),
    ]
    return SafeHtml(f'<div class="m-place">{"".join(lines)}</div>')


def _days(summary: PlaceSummary) -> str:
    parts = []
    if summary.first and summary.last:
        span = day_label(summary.first)
        if summary.last != summary.first:
            span += f" – {day_label(summary.last)}"
        parts.append(span)
    if summary.undated:
        parts.append(f"{summary.undated:,} undated" if parts else "date unknown")
    return " · " + " · ".join(parts) if parts else ""


def _bars(summary: PlaceSummary, corpus: Corpus) -> SafeHtml:
    most = max(summary.by_side.values(), default=0)
    rows = []
    for side_id, count in summary.by_side.items():
        side = corpus.side(side_id)
        if side is not None:
            width = round(100 * count / most)
            rows.append(
                f"<span>{sign(side)}{escape(side.name)}</span>"
                f'<span class="m-bar" style="width:{width}%;background:{escape(side.color)}">'
                f"</span><span>{count:,}</span>"
            )
    return SafeHtml(f'<div class="m-bars">{"".join(rows)}</div>' if rows else "")


def excerpt_card(excerpt: Excerpt, corpus: Corpus, also: Sequence[str] = ()) -> SafeHtml:
    """Return one excerpt: where it stands, the sentence with its words marked, who and why.

    Args:
        excerpt: The mention in its sentence.
        corpus: All articles.
        also: For each event of the excerpt, who else tells it; empty when not known.
    """
    pieces = [
        _source(excerpt),
        _quote(excerpt),
        _chips(excerpt, corpus),
        *(
            event_card(event, corpus, also[number] if also else "")
            for number, event in enumerate(excerpt.events)
        ),
        _why(excerpt.toponym),
    ]
    return SafeHtml(f'<div class="m-card">{"".join(pieces)}</div>')


def _source(excerpt: Excerpt) -> SafeHtml:
    article = excerpt.article
    meta = apart((article.source or article.origin, day_label(article.published)))
    title = escape(article.title or "Untitled article")
    return SafeHtml(
        f'<div class="m-title" dir="auto">{title}</div><div class="m-meta">{meta}</div>'
    )


def _quote(excerpt: Excerpt) -> SafeHtml:
    text = excerpt.article.text
    start, end = excerpt.sentence_start, excerpt.sentence_end
    left = max(excerpt.context_start, context(text, start, end, LONGEST_CONTEXT)[0])
    right = min(excerpt.context_end, context(text, start, end, LONGEST_CONTEXT)[1])
    before = f'<span class="m-around">{escape(text[left:start])}</span>' if left < start else ""
    after = f'<span class="m-around">{escape(text[end:right])}</span>' if right > end else ""
    marks = [*_actor_marks(excerpt.actors), _focus(excerpt.toponym)]
    said = highlight(text, start, end, marks)
    return SafeHtml(f'<div class="m-quote" dir="auto">{before}{said}{after}</div>')


def _focus(toponym: Toponym) -> Highlight:
    return Highlight(
        start=toponym.start, end=toponym.end, kind="focus", title=ROLE_LABELS[toponym.role]
    )


def _actor_marks(actors: Iterable[ActorMention]) -> list[Highlight]:
    return [
        Highlight(start=actor.start, end=actor.end, kind="actor", title=actor.actor.name)
        for actor in actors
    ]


def _chips(excerpt: Excerpt, corpus: Corpus) -> SafeHtml:
    chips = []
    for actor in {mention.actor.id: mention.actor for mention in excerpt.actors}.values():
        side = corpus.side(actor.side)
        drawn = sign(side) if side else ""
        chips.append(f'<span class="m-chip">{drawn}{escape(actor.name)}</span>')
    role = excerpt.toponym.role
    chips.append(
        f'<span class="m-chip" title="{escape(ROLE_HELP[role])}">{escape(ROLE_LABELS[role])}</span>'
    )
    if not excerpt.toponym.sure:
        chips.append('<span class="m-chip m-strong">place not certain</span>')
    return SafeHtml(f'<div class="m-chips">{"".join(chips)}</div>')


def event_card(event: Event, corpus: Corpus, also: str = "") -> SafeHtml:
    """Return an event in one box: type and status, then who in which role, toll, who says so.

    Args:
        event: As one article tells it.
        corpus: All articles.
        also: Who else tells it; any text.
    """
    facts = [
        *((part.role, _party(part.actor_id, corpus)) for part in event.participants),
        ("toll", escape(_tolls(event))),
        ("said by", _claimant(event, corpus)),
        ("when", escape(_when(event))),
        ("also by", escape(also)),
    ]
    rows = "".join(
        f'<div><span class="m-fact">{escape(name)}</span><span dir="auto">{told}</span></div>'
        for name, told in facts
        if told
    )
    head = event.sub_type or event.type
    drawn = glyph(event.type, event.sub_type)
    strong = "" if event.status in _QUIET else " m-strong"
    status = f'<span class="m-chip{strong}">{escape(STATUS_LABELS[event.status])}</span>'
    return SafeHtml(
        f'<div class="m-event">{drawn}<b>{escape(head)}</b> {status}'
        f'<div class="m-facts">{rows}</div></div>'
    )


def _party(actor_id: str, corpus: Corpus) -> SafeHtml:
    actor = corpus.actor(actor_id)
    side = corpus.side(actor.side) if actor else None
    drawn = sign(side) if side else ""
    return SafeHtml(f"{drawn}{escape(actor.name if actor else actor_id)}")


def _tolls(event: Event) -> str:
    counts = (
        ("killed:", event.killed),
        ("injured:", event.injured),
        ("displaced:", event.displaced),
        ("captured:", event.captured),
        ("missing:", event.missing),
    )
    return " · ".join(f"{word} {count_label(count)}" for word, count in counts if count is not None)


def _claimant(event: Event, corpus: Corpus) -> SafeHtml:
    """Return who says so with the sign of the side; the article itself where it names nobody."""
    actor = corpus.actor(event.claimant_id)
    named = event.claimant or (actor.name if actor else "")
    if not named:
        return SafeHtml("the article itself")
    side = corpus.side(actor.side) if actor else None
    drawn = sign(side) if side else ""
    attitude = f" ({event.attitude})" if event.attitude else ""
    return SafeHtml(f"{drawn}{escape(named + attitude)}")


def _when(event: Event) -> str:
    start, end = event.when.start, event.when.end
    if start is None:
        return ""
    if end is None or end == start:
        return day_label(start)
    return f"{day_label(start)} – {day_label(end)}"


def _why(toponym: Toponym) -> SafeHtml:
    reasons = "".join(f"<li>{escape(clue.reason)}</li>" for clue in toponym.clues)
    rivals = "".join(
        f"<li>{escape(place_label(rival.place))} ({rival.confidence:.0%})</li>"
        for rival in toponym.rivals
    )
    sure = f"{toponym.confidence:.0%}"
    body = f"<ul>{reasons or '<li>the only place known by this name</li>'}</ul>"
    if rivals:
        body += f"Not chosen:<ul>{rivals}</ul>"
    return SafeHtml(f"<details><summary>Why here? ({sure} sure)</summary>{body}</details>")


def reading_marks(reading: Reading) -> list[Highlight]:
    """Return what was found in an article as marks: events lie under the names in them."""
    marks = [
        Highlight(start=event.start, end=event.end, kind="evidence", title=event.sub_type)
        for event in reading.events
    ]
    return marks + mention_marks(reading)


def mention_marks(reading: Reading) -> list[Highlight]:
    """Return every mention of an article as a mark, by role; places win over actors."""
    marks = _actor_marks(reading.actors)
    marks += [
        Highlight(start=road.start, end=road.end, kind="highway", title=", ".join(road.highway_ids))
        for road in reading.highways
    ]
    return marks + [
        Highlight(
            start=toponym.start,
            end=toponym.end,
            kind=toponym.role.value,
            title=_mention_title(toponym),
        )
        for toponym in reading.toponyms
    ]


def _mention_title(toponym: Toponym) -> str:
    where = place_label(toponym.place) if toponym.place else "not in the gazetteer"
    return f"{ROLE_LABELS[toponym.role]}: {where}"


def mark_key(roles: Sequence[Role] = tuple(Role)) -> SafeHtml:
    """Return the key to the marks of the reader view."""
    rows = [(role.value, ROLE_LABELS[role]) for role in roles]
    rows += [("actor", "Faction"), ("highway", "Highway"), ("evidence", "Event")]
    made = "".join(f'<span><mark class="m-{kind}">{words}</mark></span>' for kind, words in rows)
    return SafeHtml(f'<div class="m-key">{made}</div>')
