"""How it works, how accurate it is, where its facts come from, and what it cannot do."""

import re
from pathlib import Path

import streamlit as st

from mapapp.ui import resources
from mapapp.view.labels import ROLE_HELP, ROLE_LABELS

_INTRODUCTION = """
### How a sentence becomes a marker

1. The article is kept exactly as it came; titles told twice and a site's furniture are set aside.
2. Place names are recognized against a gazetteer, in any romanization and in Arabic or Cyrillic.
3. Every namesake is weighed by named clues: a province named beside it, neighbors in the text,
   what the place is, how well the spelling fits. The clues add up; the panel shows them.
4. Each mention gets a role. Only event places and areas are drawn unless you ask for more.
5. Factions, roads, tolls and claims are found around it. A side's word about its own gain is a
   claim; its word about the other side's gain counts for more.
"""

_LIMITS = """
### What to keep in mind

- A marker says that an article *names* the place, not that the report is true.
- A town is a dot, "near X" a ring around X, a province or region an area: somewhere inside.
- Pale markers are places that the resolver is not certain of. *Why here?* names the rivals.
- Tolls are shown as each article tells them. They are never added up.
- What has no date is shown without one and stays in unless you leave it out.
- Highways marked *approximate* join known points; hovering says how far off they may be.
"""


def draw() -> None:
    """Draw the tab."""
    st.markdown(_INTRODUCTION)
    roles = "".join(f"\n- **{ROLE_LABELS[role]}**: {ROLE_HELP[role]}." for role in ROLE_LABELS)
    st.markdown(f"### Roles\n{roles}")
    st.markdown("### Measured accuracy")
    accuracy = _own_page("docs/accuracy.md")
    st.markdown(accuracy or "This installation carries no accuracy report; run `mapapp evaluate`.")
    st.markdown(_LIMITS)
    sources = _own_page("data/SOURCES.md")
    if sources:
        with st.expander("Sources and licences of the bundled data"):
            st.markdown(sources)


def _own_page(name: str) -> str:
    """Return a page of our own documentation; empty where the installation has none."""
    bundled = resources.config().bundled
    relative = Path(name)
    candidates = (bundled.parent / relative, bundled / relative.name)
    found = next((path for path in candidates if path.is_file()), None)
    return _below(found.read_text(encoding="utf-8")) if found else ""


def _below(page: str) -> str:
    """Return a page without its title, its headings small enough to stand under one of ours."""
    untitled = re.sub(r"\A# .*\n", "", page)
    return re.sub(r"^##(?=#* )", "####", untitled, flags=re.MULTILINE)
