"""An opened event: its reports side by side, the words of each, and the way to undo a link."""

import streamlit as st

from mapapp.model.reading import EventSpan, Reading, Separation
from mapapp.ui import resources, state
from mapapp.view.cards import event_card
from mapapp.view.choose import Choice
from mapapp.view.excerpts import SafeHtml, plain
from mapapp.view.labels import day_label, place_label, unmarked
from mapapp.view.ledger import Told, told
from mapapp.view.linked import LinkedRows, comparison, event_spans, record_id, rows_at
from mapapp.view.permalink import Link
from mapapp.view.reader import evidence_card
from mapapp.view.reports import hidden_label, reports_summary, reports_table

MOST_CARDS = 6
"""Reports whose words are shown at once; the table above them has all."""


def draw(choice: Choice, event: LinkedRows, key: str) -> None:
    """Draw an event.

    Args:
        choice: The selection.
        event: The event's reports.
        key: Tells this drawing from another one of the same event on the page.
    """
    corpus = choice.corpus
    reports = told(corpus, event.rows)
    ids = [corpus.columns.article_ids[report.article] for report in reports]
    readings = resources.store().readings(list(dict.fromkeys(ids)))
    if len(reports) > 1:
        compared = comparison(corpus, event.rows)
        st.html(reports_summary(corpus, reports, compared))
        st.html(reports_table(corpus, reports, readings, compared))
    if event.hidden:
        st.text(hidden_label(len(event.hidden)))
    for number, (row, report, article_id) in enumerate(zip(event.rows, reports, ids, strict=True)):
        if number < MOST_CARDS or st.session_state.get(f"e_all_{key}"):
            with st.container(border=True):
                head = SafeHtml(f'<div class="m-meta">Report {number + 1}</div>')
                words = _words(choice, report, readings[article_id])
                st.html(head + words if len(reports) > 1 else words)
                _actions(choice, event, row, report, key)
    if len(reports) > MOST_CARDS:
        st.toggle(f"Show the words of all {len(reports)} reports", key=f"e_all_{key}")
    with st.expander("Link to this event", key=f"x_event_{key}"):
        lead = record_id(corpus, event.rows[0])
        link = Link(selection=state.selection(), tab="events", event=lead)
        st.code(state.address(link), language=None, wrap_lines=True)
    _set_apart(choice, event, key)


def _words(choice: Choice, report: Told, reading: Reading) -> SafeHtml:
    found = reading.events[report.number]
    said = evidence_card(reading, found.start, found.end)
    return SafeHtml(said + event_card(found, choice.corpus))


def _actions(choice: Choice, event: LinkedRows, row: int, report: Told, key: str) -> None:
    corpus = choice.corpus
    with st.container(horizontal=True, gap="medium"):
        whole = Link(tab="articles", article=corpus.columns.article_ids[report.article])
        st.link_button("Whole article", state.address(whole), type="tertiary")
        for place_id in report.place_ids:
            if place_id in corpus.places:
                shown = Link(selection=state.selection(), place=place_id)
                name = place_label(corpus.places[place_id])
                st.link_button(
                    f"On the map: {unmarked(name)}", state.address(shown), type="tertiary"
                )
        if len(event.rows) + len(event.hidden) > 1:
            st.button(
                "Not the same event",
                key=f"e_apart_{key}_{row}",
                type="tertiary",
                icon=":material/link_off:",
                help="Your word is kept and outranks the rule. It can be taken back.",
                on_click=_separate,
                args=(choice, event, row),
            )


def _separate(choice: Choice, event: LinkedRows, row: int) -> None:
    others = [other for other in (*event.rows, *event.hidden) if other != row]
    one, *rest = event_spans(choice.corpus, [row, *others])
    resources.separate([Separation(one=one, other=other) for other in rest])
    st.toast("Kept. The report stands as an event of its own now.")


def _set_apart(choice: Choice, event: LinkedRows, key: str) -> None:
    """List the reports that readers have set apart from this event, each to be linked again."""
    own = frozenset(event_spans(choice.corpus, [*event.rows, *event.hidden]))
    apart: dict[EventSpan, list[Separation]] = {}
    for separation in resources.separations():
        for mine, other in ((separation.one, separation.other), (separation.other, separation.one)):
            if mine in own and other not in own:
                apart.setdefault(other, []).append(separation)
    for number, (span, separations) in enumerate(apart.items()):
        rows = rows_at(choice.corpus, span)
        if rows:
            with st.container(horizontal=True, gap="medium", vertical_alignment="center"):
                st.text(
                    f"Set apart by a reader: {_described(choice, told(choice.corpus, rows)[0])}"
                )
                st.button(
                    "Link again",
                    key=f"e_again_{key}_{number}",
                    type="tertiary",
                    icon=":material/link:",
                    on_click=_rejoin,
                    args=(separations,),
                )


def _rejoin(separations: list[Separation]) -> None:
    resources.rejoin(separations)
    st.toast("Taken back. The reports are linked again where the rule links them.")


def _described(choice: Choice, report: Told) -> str:
    columns = choice.corpus.columns
    source = columns.sources[columns.article_source[report.article]] or "unknown source"
    what = report.sub_type or report.type
    return plain(f"{source}, {day_label(report.start)}: {what}, “{columns.titles[report.article]}”")
