"""Download buttons: the selection in every format, made only when asked for."""

import io
from functools import partial

import streamlit as st

import mapapp.exports
from mapapp.exports import Export
from mapapp.registry import discover
from mapapp.ui import resources
from mapapp.view.choose import Choice
from mapapp.view.extract import Extract
from mapapp.view.selection import EVERYTHING


def draw(choice: Choice) -> None:
    """Draw the buttons for a selection."""
    exports = {one.name: one for one in discover(mapapp.exports, "EXPORT", Export).values()}
    with st.popover("Download", icon=":material/download:", type="tertiary"):
        # Made here: the file itself is written in another thread, which has no session.
        states = resources.lexicon().states
        extract = Extract(
            choice,
            resources.store().readings,
            links=resources.linking(choice).result,
            basemap=resources.config().bundled / "basemap",
            countries={code: state.names[0] for code, state in states.items()},
        )
        everything = choice.selection == EVERYTHING
        st.text("Everything on the map" if everything else "Exactly what the filters show")
        for name in sorted(exports, key=lambda name: (bool(exports[name].note), name)):
            export = exports[name]
            st.download_button(
                export.label,
                data=partial(_written, extract, export),
                file_name=f"mapapp{export.suffix}",
                mime=export.media_type,
                help=export.note or None,
                key=f"d_{name}",
                on_click="ignore",
                type="tertiary",
            )


def _written(extract: Extract, export: Export) -> bytes:
    out = io.StringIO(newline="")
    export.write(extract, out)
    return out.getvalue().encode("utf-8", "replace")
