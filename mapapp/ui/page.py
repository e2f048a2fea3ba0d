"""The page: header, filters, tabs."""

import logging
from pathlib import Path

import streamlit as st

from mapapp.errors import MapappError
from mapapp.ui import map_tab, resources, sidebar, state, style
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
    state.read()
    choice = resources.choose(state.selection())
    columns = choice.corpus.columns
    with st.container(key="mapapp-head"):
        shown = f"{plural(len(choice.rows()), 'mention')} shown, of "
        whole = f"{plural(len(columns.article), 'mention')} in {plural(len(columns.article_ids), 'article')}"
        st.html(f"<h1>mapapp</h1><p>Every marker opens the sentence behind it · {shown}{whole}</p>")
    for problem in state.problems():
        st.warning(plain(problem))
    sidebar.draw(choice)
    st.session_state["w_tab"] = TAB_LABELS[state.current().tab]
    tabs = st.tabs(list(TAB_LABELS.values()), key="w_tab", on_change=_take_tab)
    for name, tab in zip(TABS, tabs, strict=True):
        if tab.open:
            with tab:
                if name != "map":
                    state.forget_map_view()
                _DRAW[name]()


def _take_tab() -> None:
    labels = {label: name for name, label in TAB_LABELS.items()}
    state.open_(tab=labels[st.session_state["w_tab"]])


_DRAW = {name: map_tab.draw for name in TABS}
