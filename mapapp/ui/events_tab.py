"""Events and claims as a table; a chosen row opens every report that it rests on."""

from collections.abc import Mapping

import pandas as pd
import streamlit as st

from mapapp.events.reports import Comparison
from mapapp.model.reading import Reading
from mapapp.ui import event_reports, resources, state
from mapapp.view.choose import Choice
from mapapp.view.claims import claim_places, ledger_table, place_ledger
from mapapp.view.corpus import Corpus, Rows
from mapapp.view.crossings import flagged
from mapapp.view.excerpts import plain
from mapapp.view.glyphs import glyph_of, picture
from mapapp.view.labels import STATUS_LABELS, place_label
from mapapp.view.ledger import Told, ledger_rows, told, toll_words
from mapapp.view.linked import (
    LinkedRows,
    Links,
    comparisons,
    count_events,
    linked_rows,
    row_of_record,
    split,
)
from mapapp.view.reports import differences_label, sources_label
from mapapp.view.summaries import nothing, plural

PAGE = 150
"""Events listed, and events weighed against each other in a ledger."""

TALL = 14
"""Rows from which on the table scrolls."""

_WIDTHS = {
    "Date": 100, "What": 235, "Where": 180, "Toll": 120, "Told by": 190, "Reports differ in": 140,
    "Said by": 170, "Status": 180,
}  # fmt: skip

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
    links = resources.links(choice)
    _opened(choice, links, rows)
    count = count_events(links, rows)
    st.text(
        f"{plural(count, 'event')} in {plural(len(rows), 'report')}, newest first. Reports "
        "of several articles that agree in type, side, place and day are linked to one event; "
        "its toll is their range, never a sum. Tick a row to read and compare what each one says."
        + (f" {PAGE} are listed; the download holds them all." if count > PAGE else "")
    )
    _table(choice, linked_rows(links, rows, PAGE))


def _opened(choice: Choice, links: Links, rows: Rows) -> None:
    """Draw the event that the link opens, until it is closed."""
    opened = state.current().event
    if not opened:
        return
    row = row_of_record(choice.corpus, opened)
    with st.container(border=True, key="mapapp-event"):
        st.button("Close", key="w_close_event", type="tertiary", icon=":material/close:",
                  on_click=lambda: state.open_(event=""))  # fmt: skip
        if row is None:
            st.text(f"The link opens the event {plain(opened)!r}, which no article here tells.")
            return
        event = split(links.of(row), flagged(len(links.group), rows))
        if event.rows:
            event_reports.draw(choice, event, "link")
        else:
            st.text("The event has no report that passes the filters.")
            st.button("Clear filters", key="w_clear_event", on_click=state.clear)


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


def _table(choice: Choice, events: list[LinkedRows]) -> None:
    shown = [told(choice.corpus, event.rows) for event in events]
    firsts = [reports[0] for reports in shown]
    ids = choice.corpus.columns.article_ids
    readings = resources.store().readings([ids[first.article] for first in firsts])
    spans = any(_days(reports).find(" to ") > 0 for reports in shown)
    pixels = {**_WIDTHS, "Date": _SPAN} if spans else _WIDTHS
    widths = {name: st.column_config.TextColumn(width=width) for name, width in pixels.items()}
    table = [
        _row(choice.corpus, compared, reports, readings[ids[reports[0].article]])
        for compared, reports in zip(
            comparisons(choice.corpus, [event.rows for event in events]), shown, strict=True
        )
    ]
    chosen = st.dataframe(
        pd.DataFrame(table),
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
        if number < len(events):
            event_reports.draw(choice, events[number], "row")


def _row(
    corpus: Corpus, compared: Comparison, reports: list[Told], reading: Reading
) -> dict[str, str]:
    columns, lead = corpus.columns, reports[0]
    names = {actor.id: actor.name for actor in columns.actors}
    found = reading.events[lead.number]
    speakers = (names.get(report.claimant, "") for report in reports)
    said = dict.fromkeys(name for name in (found.claimant, *speakers) if name)
    who = dict.fromkeys(
        f"{plain(names.get(actor, actor))} ({role})"
        for report in reports
        for actor, role in report.actors
    )
    labels = {key.value: label for key, label in STATUS_LABELS.items()}
    return {
        " ": picture(glyph_of(lead.type, lead.sub_type)),
        "Date": _days(reports),
        "What": plain(lead.sub_type or lead.type),
        "Where": "; ".join(
            place_label(corpus.places[id_]) for id_ in lead.place_ids if id_ in corpus.places
        ),
        "Toll": toll_words(compared.tolls),
        "Told by": plain(sources_label(corpus, reports)),
        "Reports differ in": differences_label(compared),
        "Said by": plain("; ".join(said)),
        "Status": "; ".join(dict.fromkeys(labels[report.status] for report in reports)),
        "Words": plain(reading.article.text[found.start : found.end]),
        "Who": "; ".join(who),
        "Article": plain(columns.titles[lead.article]),
    }


def _days(reports: list[Told]) -> str:
    """Return the first and the last day that reports tell."""
    firsts = [report.start for report in reports if report.start]
    if not firsts:
        return "unknown"
    first = min(firsts)
    last = max([*firsts, *(report.end for report in reports if report.end)])
    return first.isoformat() if first == last else f"{first.isoformat()} to {last.isoformat()}"
