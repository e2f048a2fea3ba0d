"""The link and the page's state: one object in, one write out.

The link is read when a run begins and differs from what was last written (a first visit, the Back
button, an edited address). It is written once per action, so each action is one entry of the
browser's history. Streamlit's own binding of widgets to the URL is not used: it would put labels
with their changing counts into links, and drop bad values without a word.
"""

from dataclasses import replace
from typing import Any

import streamlit as st

from mapapp.view.permalink import Link, View, decode, encode, query
from mapapp.view.selection import EVERYTHING, Selection

_LINK = "mapapp_link"
_WRITTEN = "mapapp_written"
_PROBLEMS = "mapapp_problems"
_MAP_VIEW = "mapapp_map_view"

PAGE = 8
"""Excerpts shown at first, and added by each "Show more"."""


def read() -> Link:
    """Return the link that the page shows, taking over a changed address."""
    given = _address()
    if _LINK not in st.session_state or given != st.session_state.get(_WRITTEN):
        link, problems = decode({key: st.query_params.get_all(key) for key in st.query_params})
        st.session_state[_LINK] = replace(link, view=None)
        st.session_state[_WRITTEN] = given
        st.session_state[_PROBLEMS] = problems
    return current()


def current() -> Link:
    """Return the link of this session without looking at the address."""
    link: Link = st.session_state[_LINK]
    return link


def problems() -> list[str]:
    """Return what could not be used of the address, until the reader changes something."""
    found: list[str] = st.session_state.get(_PROBLEMS, [])
    return found


def select(**changes: object) -> None:
    """Change filters and write the link."""
    link = current()
    selection = replace(link.selection, **changes)  # type: ignore[arg-type]
    _write(replace(link, selection=selection))


def clear() -> None:
    """Clear every filter; the open place and tab stay."""
    _write(replace(current(), selection=EVERYTHING))


def open_(**changes: Any) -> None:  # noqa: ANN401 (fields of Link)
    """Open a place, article, highway or tab and write the link."""
    _write(replace(current(), **changes))


def selection() -> Selection:
    """Return the filters of this session."""
    return current().selection


def map_view() -> View | None:
    """Return center and zoom with which the map is mounted; constant while it stays mounted."""
    if _MAP_VIEW not in st.session_state:
        link, _ = decode({"view": st.query_params.get_all("view")})
        st.session_state[_MAP_VIEW] = link.view
    view: View | None = st.session_state[_MAP_VIEW]
    return view


def forget_map_view() -> None:
    """Let the next mount of the map start from the view that the address then has."""
    st.session_state.pop(_MAP_VIEW, None)


def address(link: Link) -> str:
    """Return the absolute address of a link, with the view that the address has now."""
    view, _ = decode({"view": st.query_params.get_all("view")})
    base = (st.context.url or "").split("?")[0]
    written = query(replace(link, view=view.view))
    return f"{base}?{written}" if written else base


def _address() -> dict[str, list[str]]:
    return {key: st.query_params.get_all(key) for key in st.query_params if key != "view"}


def _write(link: Link) -> None:
    if link == current():
        return
    st.session_state[_LINK] = link
    st.session_state[_PROBLEMS] = []
    values = encode(link)
    st.session_state[_WRITTEN] = values
    view = st.query_params.get_all("view")
    st.query_params.from_dict({**values, **({"view": view} if view else {})})
