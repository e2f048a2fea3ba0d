"""Highways: their segments, what is claimed about each, and the sentences that name them."""

import streamlit as st

from mapapp.model.highway import Highway
from mapapp.ui import resources, state
from mapapp.view.choose import Choice
from mapapp.view.drawing import RoadState
from mapapp.view.reader import evidence_card
from mapapp.view.roads import (
    RoadMention,
    claim_words,
    road_claims,
    road_mentions,
    road_states,
    road_table,
)
from mapapp.view.summaries import plural

PAGE = 12


def draw() -> None:
    """Draw the tab for the session's filters."""
    choice = resources.choose(state.selection())
    states = road_states(choice)
    roads = choice.corpus.highways
    if not roads:
        st.text("No highway file is installed.")
        return
    opened = state.current().highway
    mentions = road_mentions(choice)
    counts = {road.id: len(_of(mentions, road)) for road in roads}
    chosen = next((road for road in roads if _is_open(road, opened)), None)
    if chosen is None and any(counts.values()):
        chosen = max(roads, key=lambda road: counts[road.id])
    _selector(roads, chosen, counts)
    if chosen is None:
        st.text("No article in the selection names a highway. Choose one above to see its course.")
    else:
        _road(choice, chosen, states, _of(mentions, chosen))


def _is_open(road: Highway, opened: str) -> bool:
    return opened == road.id or any(opened == segment.id for segment in road.segments)


def _of(mentions: list[RoadMention], road: Highway) -> list[RoadMention]:
    ids = {road.id, *(segment.id for segment in road.segments)}
    return [mention for mention in mentions if mention.highway_id in ids]


def _selector(roads: tuple[Highway, ...], chosen: Highway | None, counts: dict[str, int]) -> None:
    names = {road.id: f"{road.shield}  {road.name}" for road in roads}
    order = sorted(names, key=lambda id_: (-counts[id_], id_))
    st.session_state["w_highway"] = chosen.id if chosen else None
    st.selectbox(
        "Highway",
        order,
        format_func=names.__getitem__,
        key="w_highway",
        index=None,
        placeholder="Choose a highway …",
        on_change=lambda: state.open_(highway=st.session_state["w_highway"] or ""),
    )


def _road(
    choice: Choice, road: Highway, states: dict[str, RoadState], mentions: list[RoadMention]
) -> None:
    whole = [
        claim_words(choice.corpus, claim)
        for claim in road_claims(choice)
        if road.id in claim.highway_ids
    ]
    st.html(road_table(road, states, whole))
    if not mentions:
        st.text("No article in the selection names this road.")
        return
    shown = f", {PAGE} of them here" if len(mentions) > PAGE else ""
    st.text(f"{plural(len(mentions), 'mention')} in the selection{shown}, newest first.")
    for mention in mentions[:PAGE]:
        reading = resources.store().reading(mention.article_id)
        with st.container(border=True):
            st.html(evidence_card(reading, mention.start, mention.end))
