"""The page's own style."""

from pathlib import Path

import streamlit as st

_STYLE = Path(__file__).with_name("page.css")


def apply() -> None:
    """Add the style to the page."""
    st.html(_STYLE)
