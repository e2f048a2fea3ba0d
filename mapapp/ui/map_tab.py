"""Map, panel and timeline: one fragment, so that a click reruns nothing else."""

from dataclasses import replace
from datetime import date

import streamlit as st
from streamlit_folium import st_folium

from mapapp.maps.build import base_map, overlay
from mapapp.ui import assets, panel, resources, state
from mapapp.view.choose import Choice
from mapapp.view.corpus import day_of
from mapapp.view.drawing import Drawing
from mapapp.view.frames import frames
from mapapp.view.labels import day_label
from mapapp.view.road_choice import roads_shown
from mapapp.view.roads import road_states
from mapapp.view.summaries import PlaceSummary, mark_of, plural, summarize
from mapapp.view.timeline import Timeline, timeline

MAP_KEY = "mapapp_map_component"
MAP_HEIGHT = 620
PANEL_HEIGHT = 820
"""Pixels before the style fits both to the window; on a narrow page the panel grows instead."""

LAST_DAY = 100_000
"""Days since 1970-01-01 that the map may send: the year 2243."""

_PLAYS = "mapapp_plays"
ROAD_KINDS = frozenset({"segment", "highway"})


@st.fragment
def draw() -> None:
    """Draw the tab for the session's filters."""
    choice = resources.choose(state.selection())
    summaries = summarize(choice.corpus, choice.rows())
    counted = timeline(choice.corpus, choice.rows("days"))
    left, right = st.columns([2.15, 1], gap="medium")
    with left:
        with st.container(key="mapapp-map"):
            _map(choice, summaries, counted)
        _silent(counted)
    with right, st.container(height=PANEL_HEIGHT, border=False, key="mapapp-panel"):
        panel.draw(choice, summaries)


def _map(choice: Choice, summaries: list[PlaceSummary], counted: Timeline) -> None:
    theme = st.context.theme.type or "light"
    corpus = choice.corpus
    link = state.current()
    roads = road_states(choice)
    drawing = Drawing(
        marks=tuple(mark_of(summary) for summary in summaries),
        sides=corpus.sides,
        highways=roads_shown(choice, (one.place for one in summaries), roads, link.highway),
        roads=roads,
        selected=link.place or link.highway,
        theme=theme,
        outlines=resources.outlines(),
        timeline=counted if choice.selection.undated else replace(counted, undated=0),
        days=(choice.selection.start, choice.selection.end),
        # Made when the reader plays, and sent once: ten thousand places have a megabyte of steps.
        frames=frames(choice) if st.session_state.pop(_PLAYS, False) else None,
    )
    # The theme of the base map is the first one seen: a later one must not remount the map.
    first_theme = st.session_state.setdefault("mapapp_first_theme", theme)
    st_folium(
        base_map(assets.ground(resources.config(), state.map_view(), first_theme)),
        key=MAP_KEY,
        height=MAP_HEIGHT,
        use_container_width=True,
        returned_objects=["last_active_drawing"],
        feature_group_to_add=overlay(drawing),
        on_change=take_click,
    )


def take_click() -> None:
    """Do what was clicked: open a place or a road, choose days, or make the timeline's steps."""
    value = st.session_state.get(MAP_KEY) or {}
    clicked = (value.get("last_active_drawing") or {}).get("properties") or {}
    kind = clicked.get("kind")
    if not isinstance(clicked.get("id"), str):
        return
    if kind == "play":
        st.session_state[_PLAYS] = True
    elif kind == "days":
        first, last = _day(clicked.get("from")), _day(clicked.get("to"))
        state.select(start=first, end=last)
    elif kind in ROAD_KINDS:
        state.open_(highway=clicked["id"], place="")
    else:
        state.open_(place=clicked["id"], highway="")


def _day(number: object) -> date | None:
    """Return a day that the map sent; whatever is no day in the calendar is none."""
    if not isinstance(number, int) or not 0 <= number <= LAST_DAY:
        return None
    return day_of(number)


def _silent(counted: Timeline) -> None:
    """Say what the timeline under the map does not show."""
    undated = f"{plural(counted.undated, 'mention')} without a date"
    if len(counted.days) == 1:
        dated = f"{plural(counted.counts[0], 'mention')} of {day_label(counted.days[0])}"
        st.text(f"{dated}, {undated}." if counted.undated else f"{dated}.")
    elif not counted.days and counted.undated:
        st.text(f"{undated}; no timeline to show.")
