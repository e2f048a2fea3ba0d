"""Map, panel and timeline: one fragment, so that a click reruns nothing else."""

import altair as alt
import pandas as pd
import streamlit as st
from streamlit_folium import st_folium

from mapapp.maps.build import base_map, overlay
from mapapp.ui import assets, panel, resources, state
from mapapp.view.choose import Choice
from mapapp.view.drawing import Drawing
from mapapp.view.roads import road_states
from mapapp.view.summaries import PlaceSummary, mark_of, plural, summarize
from mapapp.view.timeline import Timeline, timeline

MAP_KEY = "mapapp_map_component"
MAP_HEIGHT = 620
PANEL_HEIGHT = 820
"""Pixels before the style fits both to the window; on a narrow page the panel grows instead."""

LEAST_ROOM = 9
"""Days left free on both sides of the timeline, so that a single day is a bar and not a wall."""

ROAD_KINDS = frozenset({"segment", "highway"})


@st.fragment
def draw() -> None:
    """Draw the tab for the session's filters."""
    choice = resources.choose(state.selection())
    summaries = summarize(choice.corpus, choice.rows())
    left, right = st.columns([2.15, 1], gap="medium")
    with left:
        with st.container(key="mapapp-map"):
            _map(choice, summaries)
        _timeline(choice)
    with right, st.container(height=PANEL_HEIGHT, border=False, key="mapapp-panel"):
        panel.draw(choice, summaries)


def _map(choice: Choice, summaries: list[PlaceSummary]) -> None:
    theme = st.context.theme.type or "light"
    corpus = choice.corpus
    link = state.current()
    drawing = Drawing(
        marks=tuple(mark_of(summary) for summary in summaries),
        sides=corpus.sides,
        highways=corpus.highways,
        roads=road_states(choice),
        selected=link.place or link.highway,
        theme=theme,
        outlines=resources.outlines(),
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
    """Open what was clicked; called when the map sends something."""
    value = st.session_state.get(MAP_KEY) or {}
    clicked = (value.get("last_active_drawing") or {}).get("properties") or {}
    if not isinstance(clicked.get("id"), str):
        return
    if clicked.get("kind") in ROAD_KINDS:
        state.open_(highway=clicked["id"], place="")
    else:
        state.open_(place=clicked["id"], highway="")


def _timeline(choice: Choice) -> None:
    counted = timeline(choice.corpus, choice.rows("days"))
    if not counted.days:
        if counted.undated:
            st.text(f"{plural(counted.undated, 'mention')} without a date; no timeline to show.")
        return
    st.altair_chart(_bars(counted), key="w_timeline", on_select=_take_brush, selection_mode="days")
    left = (
        f" · {plural(counted.undated, 'mention')} without a date, always shown unless switched off"
    )
    st.text(f"Mentions per day; drag to choose days{left if counted.undated else ''}")


def _bars(counted: Timeline) -> alt.Chart:
    data = pd.DataFrame({"day": pd.to_datetime(list(counted.days)), "mentions": counted.counts})
    room = pd.Timedelta(days=max(LEAST_ROOM, (data["day"].max() - data["day"].min()).days // 40))
    span = [str((data["day"].min() - room).date()), str((data["day"].max() + room).date())]
    chart: alt.Chart = (
        alt.Chart(data)
        .mark_rect(color="#3b82d6")
        .encode(
            x=alt.X(
                "yearmonthdate(day):T",
                title=None,
                scale=alt.Scale(domain=span),
                axis=alt.Axis(format="%d %b %Y", tickCount=6, labelOverlap=True),
            ),
            y=alt.Y("mentions:Q", title=None, axis=alt.Axis(tickMinStep=1, tickCount=3)),
            tooltip=[alt.Tooltip("day:T", format="%d %B %Y"), alt.Tooltip("mentions:Q")],
        )
        .properties(height=110)
        .add_params(alt.selection_interval(encodings=["x"], name="days"))
    )
    return chart


def _take_brush() -> None:
    chosen = (st.session_state["w_timeline"].get("selection") or {}).get("days") or {}
    span = next(iter(chosen.values()), None)
    if not span:
        state.select(start=None, end=None)
        return
    first, last = (pd.Timestamp(value, unit="ms").date() for value in span)
    state.select(start=first, end=last)
