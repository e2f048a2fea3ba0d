"""Events and claims as a table; a chosen row opens the words that it rests on."""

from collections.abc import Mapping

import pandas as pd
import streamlit as st

from mapapp.model.reading import Reading
from mapapp.ui import resources, state
from mapapp.view.cards import event_card
from mapapp.view.choose import Choice
from mapapp.view.claims import claim_places, ledger_table, place_ledger
from mapapp.view.corpus import Corpus, Rows
from mapapp.view.excerpts import plain
from mapapp.view.glyphs import glyph_of, picture
from mapapp.view.labels import STATUS_LABELS, place_label, unmarked
from mapapp.view.ledger import Told, ledger_rows, told, toll_words
from mapapp.view.permalink import Link
from mapapp.view.reader import evidence_card
from mapapp.view.summaries import nothing, plural

PAGE = 150
"""Events listed, and events weighed against each other in a ledger."""

TALL = 14
"""Rows from which on the table scrolls."""

_WIDTHS = {"Date": 100, "What": 235, "Where": 180, "Said by": 170, "Status": 180, "Toll": 120}

_SPAN = 190
"""Width of the dates where one of them is a span of days."""


def draw() -> None:
    """Draw the tab for the session's filters."""
    choice = resources.choose(state.selection())
    rows = ledger_rows(choice)
    if not len(rows):
        st.text(nothing("event", choice))
        return
    _claims(choice, rows)
    st.text(
        f"{plural(len(rows), 'event')} as told by the articles, newest first. Tolls are ranges and "
        "are never added up: several rows may tell of the same event. Tick a row to read its words."
        + (f" {PAGE} are listed; the download holds them all." if len(rows) > PAGE else "")
    )
    _table(choice, told(choice.corpus, rows[:PAGE]), _readings(choice, rows[:PAGE]))


def _readings(choice: Choice, rows: Rows) -> Mapping[str, Reading]:
    columns = choice.corpus.columns
    ids = dict.fromkeys(columns.article_ids[columns.events.article[row]] for row in rows)
    return resources.store().readings(list(ids))


def _claims(choice: Choice, rows: Rows) -> None:
    """Draw the choice of a place and, for a chosen one, what is said against what."""
    counts = {
        id_: count
        for id_, count in claim_places(choice.corpus, rows).items()
        if id_ in choice.corpus.places
    }
    opened = state.current().place
    st.session_state["w_claims"] = opened if opened in counts else None
    st.selectbox(
        "Claim against claim about a place",
        list(counts),
        format_func=lambda id_: f"{place_label(choice.corpus.places[id_])} ({counts[id_]})",
        key="w_claims",
        index=None,
        placeholder="Choose a place to weigh what is said about it …",
        on_change=lambda: state.open_(place=st.session_state["w_claims"] or ""),
    )
    if opened not in counts:
        return
    place = choice.corpus.places[opened]
    entries = place_ledger(choice.corpus, rows[:PAGE], place, _readings(choice, rows[:PAGE]))
    st.html(ledger_table(choice.corpus, place, entries))


def _table(choice: Choice, shown: list[Told], readings: Mapping[str, Reading]) -> None:
    spans = any(event.end and event.end != event.start for event in shown)
    pixels = {**_WIDTHS, "Date": _SPAN} if spans else _WIDTHS
    widths = {name: st.column_config.TextColumn(width=width) for name, width in pixels.items()}
    chosen = st.dataframe(
        pd.DataFrame([_row(choice.corpus, event, readings) for event in shown]),
        hide_index=True,
        height="auto" if len(shown) < TALL else 560,
        on_select="rerun",
        selection_mode="single-row",
        key="w_events",
        column_config={
            " ": st.column_config.ImageColumn(width=40),
            "Words": st.column_config.TextColumn(width=380),
            **widths,
        },
    )
    for number in chosen.selection.rows:
        if number < len(shown):
            _evidence(choice, shown[number], readings)


def _row(corpus: Corpus, event: Told, readings: Mapping[str, Reading]) -> dict[str, str]:
    columns = corpus.columns
    names = {actor.id: actor.name for actor in columns.actors}
    day = event.start.isoformat() if event.start else "unknown"
    if event.end and event.end != event.start:
        day += f" to {event.end.isoformat()}"
    who = (f"{plain(names.get(who, who))} ({role})" for who, role in event.actors)
    reading = readings[columns.article_ids[event.article]]
    found = reading.events[event.number]
    return {
        " ": picture(glyph_of(event.type, event.sub_type)),
        "Date": day,
        "What": plain(event.sub_type or event.type),
        "Where": "; ".join(
            place_label(corpus.places[id_]) for id_ in event.place_ids if id_ in corpus.places
        ),
        "Said by": plain(found.claimant or names.get(event.claimant, "")),
        "Status": _status(event.status),
        "Toll": toll_words(event.tolls),
        "Words": plain(reading.article.text[found.start : found.end]),
        "Who": "; ".join(who),
        "Article": plain(columns.titles[event.article]),
        "Source": plain(columns.sources[columns.article_source[event.article]]),
    }


def _status(status: str) -> str:
    return {key.value: label for key, label in STATUS_LABELS.items()}[status]


def _evidence(choice: Choice, event: Told, readings: Mapping[str, Reading]) -> None:
    article_id = choice.corpus.columns.article_ids[event.article]
    reading = readings[article_id]
    with st.container(border=True):
        found = reading.events[event.number]
        st.html(evidence_card(reading, found.start, found.end))
        st.html(event_card(found, choice.corpus))
        whole = Link(tab="articles", article=article_id)
        st.link_button("Whole article", state.address(whole), type="tertiary")
        for place_id in event.place_ids:
            if place_id in choice.corpus.places:
                shown = Link(selection=state.selection(), place=place_id)
                name = place_label(choice.corpus.places[place_id])
                st.link_button(
                    f"On the map: {unmarked(name)}", state.address(shown), type="tertiary"
                )
