"""The page: header, filters, tabs."""

import logging
from pathlib import Path

import streamlit as st

from mapapp.errors import MapappError
from mapapp.ui import (
    add_tab,
    articles_tab,
    downloads,
    events_tab,
    highways_tab,
    map_tab,
    methodology_tab,
    news,
    resources,
    sidebar,
    state,
    style,
)
from mapapp.view.choose import Choice
from mapapp.view.excerpts import plain
from mapapp.view.permalink import TABS
from mapapp.view.summaries import plural

ICON = Path(__file__).with_name("icon.png")

logger = logging.getLogger(__name__)

TAB_LABELS = {
    "map": "Map",
    "events": "Events and claims",
    "articles": "Articles",
    "highways": "Highways",
    "add": "Add articles",
    "methodology": "Methodology",
}


def main() -> None:
    """Draw the page."""
    st.set_page_config(page_title="mapapp", page_icon=str(ICON), layout="wide")
    style.apply()
    try:
        _page()
    except MapappError as error:
        logger.exception("the page cannot be drawn")
        st.error(plain(str(error)))


def _page() -> None:
    # The sidebar first: it takes its room before anything beside it is drawn, so nothing moves.
    sidebar.begin(state.read().selection)
    resources.start(resources.store().url)
    version = resources.version()
    choice = resources.choose(state.selection())
    news.remember(version, choice)
    sidebar.draw(choice)
    _head(choice)
    for problem in state.problems():
        st.warning(plain(problem))
    st.session_state["w_tab"] = TAB_LABELS[state.current().tab]
    tabs = st.tabs(list(TAB_LABELS.values()), key="w_tab", on_change=_take_tab)
    for name, tab in zip(TABS, tabs, strict=True):
        if tab.open:
            with tab:
                if name != "map":
                    state.forget_map_view()
                _DRAW[name]()


def _head(choice: Choice) -> None:
    columns = choice.corpus.columns
    shown = plural(len(choice.rows()), "mention")
    whole = plural(len(columns.article_ids), "article")
    words = f"Every marker opens the sentence behind it · {shown} shown from {whole}"
    with st.container(key="mapapp-head", horizontal=True, vertical_alignment="center"):
        st.html(f"<h1>mapapp</h1><p>{words}</p>")
        news.draw()
        downloads.draw(choice)


def _take_tab() -> None:
    labels = {label: name for name, label in TAB_LABELS.items()}
    state.open_(tab=labels[st.session_state["w_tab"]])


_DRAW = {
    "map": map_tab.draw,
    "events": events_tab.draw,
    "articles": articles_tab.draw,
    "highways": highways_tab.draw,
    "add": add_tab.draw,
    "methodology": methodology_tab.draw,
}
