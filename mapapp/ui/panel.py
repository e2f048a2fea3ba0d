"""The panel beside the map: what was said about the open place, newest first."""

import streamlit as st

from mapapp.model.event import Event
from mapapp.model.place import Place
from mapapp.model.reading import Correction
from mapapp.store.excerpts import Excerpt
from mapapp.ui import resources, state
from mapapp.view.cards import excerpt_card, place_card
from mapapp.view.choose import Choice
from mapapp.view.excerpts import plain
from mapapp.view.labels import place_label, unmarked
from mapapp.view.linked import Links, record_id, row_of_event
from mapapp.view.permalink import Link
from mapapp.view.reports import also_told
from mapapp.view.spots import newest_spots
from mapapp.view.summaries import PlaceSummary, nothing

_SHOWN = "mapapp_shown"
LINKING_SECONDS = 0.5
TALL = 12
"""Rows from which on the list of places scrolls."""


def draw(choice: Choice, summaries: list[PlaceSummary]) -> None:
    """Draw the place selector and, for an open place, its excerpts."""
    opened = state.current().place
    known = {summary.place.id: summary for summary in summaries}
    _selector(known, opened)
    if opened in known:
        _place(choice, known[opened])
    elif opened:
        _not_shown(choice, opened)
    elif summaries:
        st.text("Click a marker, or choose a place, to read what was said about it.")
        _overview(summaries)
    else:
        st.text(nothing("place", choice))


def _selector(known: dict[str, PlaceSummary], opened: str) -> None:
    st.session_state["w_place"] = opened if opened in known else None
    st.selectbox(
        "Place",
        list(known),
        format_func=lambda id_: place_label(known[id_].place),
        key="w_place",
        index=None,
        placeholder="Choose a place …",
        on_change=_take_place,
    )


def _take_place() -> None:
    st.session_state.pop(_SHOWN, None)
    state.open_(place=st.session_state["w_place"] or "")


def _overview(summaries: list[PlaceSummary]) -> None:
    st.dataframe(
        {
            "Place": [place_label(summary.place) for summary in summaries],
            "Mentions": [summary.mentions for summary in summaries],
        },
        hide_index=True,
        height="auto" if len(summaries) < TALL else 440,
        column_config={"Mentions": st.column_config.NumberColumn(width=80)},
    )


def _not_shown(choice: Choice, opened: str) -> None:
    place = choice.corpus.places.get(opened)
    if place is None:
        st.text(f"The link opens the place {plain(opened)!r}, which no article here names.")
        return
    st.text(f"{place_label(place)} has no mention that passes the filters.")
    st.button("Clear filters", key="w_clear_here", on_click=state.clear)


def _place(choice: Choice, summary: PlaceSummary) -> None:
    st.html(place_card(summary, choice.corpus))
    link = state.current()
    with st.expander("Link to this view", key="x_link"):
        st.code(state.address(link), language=None, wrap_lines=True)
    spots = newest_spots(choice, summary.place.id)
    shown = st.session_state.get(_SHOWN, state.PAGE)
    # A large database is linked once in seconds; until then the panel does without.
    linking = resources.linking(choice)
    links = linking.result() if linking.wait(LINKING_SECONDS) else None
    for excerpt in resources.store().excerpts_at(spots[:shown]):
        _excerpt(choice, excerpt, links)
    if shown < len(spots):
        st.button(
            f"Show more ({len(spots) - shown:,} left)",
            key="w_more",
            on_click=lambda: st.session_state.update({_SHOWN: shown + state.PAGE}),
        )


def _excerpt(choice: Choice, excerpt: Excerpt, links: Links | None) -> None:
    spot = f"{excerpt.article.id[:12]}_{excerpt.toponym.start}"
    also = [_told_also(choice, excerpt, event, links) for event in excerpt.events]
    with st.container(border=True, key=f"mapapp_card_{spot}"):
        st.html(excerpt_card(excerpt, choice.corpus, [words for words, _ in also]))
        with st.container(horizontal=True, gap="medium"):
            whole = Link(tab="articles", article=excerpt.article.id)
            st.link_button("Whole article", state.address(whole), type="tertiary")
            for _, rows in also:
                if rows:
                    event = Link(tab="events", event=record_id(choice.corpus, rows[0]))
                    name = f"Compare {len(rows)} reports"
                    st.link_button(name, state.address(event), type="tertiary")
            with st.popover("Correct it", type="tertiary"):
                _correct(excerpt, spot)


def _told_also(
    choice: Choice, excerpt: Excerpt, event: Event, links: Links | None
) -> tuple[str, tuple[int, ...]]:
    """Return who else tells an event of an excerpt, with the rows of all its reports."""
    row = row_of_event(choice.corpus, excerpt.article.id, event) if links else None
    if links is None or row is None:
        return "", ()
    words = also_told(choice.corpus, links, row)
    return words, links.of(row) if words else ()


def _correct(excerpt: Excerpt, spot: str) -> None:
    toponym = excerpt.toponym
    st.text(f"Where is “{plain(toponym.text)}”? Your word outranks every rule and is kept.")
    rivals = [rival.place for rival in toponym.rivals]
    typed = st.text_input("Another place, in any spelling", key=f"c_name_{spot}")
    if typed.strip():
        rivals = [hit.candidate.place for hit in resources.gazetteer().search(typed, 8)]
    chosen = st.selectbox(
        "The right place",
        rivals,
        index=None,
        format_func=_described,
        key=f"c_place_{spot}",
        placeholder="Choose …" if rivals else "Type a name above",
    )
    note = st.text_input("Why (optional)", key=f"c_note_{spot}", max_chars=500)
    st.button(
        "Move it there",
        key=f"c_move_{spot}",
        disabled=chosen is None,
        on_click=_store,
        args=(excerpt, chosen.id if chosen else "", note),
    )
    st.button(
        "It is no place at all", key=f"c_none_{spot}", on_click=_store, args=(excerpt, "", note)
    )


def _described(place: Place) -> str:
    spot = f"{place.coordinates.lat:.2f}, {place.coordinates.lon:.2f}"
    return f"{place_label(place)} ({spot})"


def _store(excerpt: Excerpt, place_id: str, note: str) -> None:
    toponym = excerpt.toponym
    resources.correct(
        Correction(
            article_id=excerpt.article.id,
            start=toponym.start,
            end=toponym.end,
            place_id=place_id,
            note=note,
        )
    )
    st.toast(f"Kept. “{unmarked(toponym.text)}” was read again with your correction.")
