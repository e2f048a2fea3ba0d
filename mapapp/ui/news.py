"""A quiet line on an open page when articles have arrived from elsewhere.

The page asks its own server for the database's version, and redraws nothing but this line; what
the reader sees, has typed or has chosen changes only when they ask for it.
"""

import streamlit as st

from mapapp.ui import resources
from mapapp.view.choose import Choice
from mapapp.view.summaries import plural

NEWS_SECONDS = 10
"""How often an open page asks: one query for all pages that ask within half a second."""

_SHOWN = "mapapp_news_shown"


def remember(version: tuple[int, int], choice: Choice) -> None:
    """Note what the page shows: a version of the database, and the articles read in it."""
    st.session_state[_SHOWN] = version, len(choice.corpus.columns.article_ids)


@st.fragment(run_every=NEWS_SECONDS)
def draw() -> None:
    """Say how many articles the page does not show yet, with a button that shows them."""
    words = _words()
    with st.container(key="mapapp-news", horizontal=True, vertical_alignment="center"):
        # There before it says anything: a screen reader tells only of what changes in it.
        st.html(f'<div role="status">{words}</div>')
        if words and st.button("Show", key="w_news", type="tertiary"):
            st.rerun(scope="app")


def _words() -> str:
    version, count = st.session_state[_SHOWN]
    if resources.version() == version:
        return ""
    new = resources.count_read() - count
    return plural(new, "new article") if new > 0 else "Articles were read again"
