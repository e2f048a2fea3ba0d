"""Filters with the counts beside each choice, and one button that clears them all."""

from collections.abc import Callable, Mapping, Sequence

import streamlit as st

from mapapp.model.place import Place
from mapapp.model.toponym import Role
from mapapp.ui import resources, state
from mapapp.view.choose import Choice, Facets
from mapapp.view.excerpts import plain
from mapapp.view.labels import ROLE_HELP, ROLE_LABELS, place_label, unmarked
from mapapp.view.place_search import find_place
from mapapp.view.selection import EVERYTHING, Selection

MOST_BOXES = 40
"""Choices that get a box of their own; the rest are reached by typing."""

_TALL = 12


def begin(selection: Selection) -> None:
    """Draw what needs no mention, so that the sidebar has its room before anything is loaded."""
    with st.sidebar:
        st.button(
            "Clear filters",
            on_click=state.clear,
            disabled=selection == EVERYTHING,
            width="stretch",
            key="w_clear",
        )
        _words(selection)


def draw(choice: Choice) -> None:
    """Draw the filters of a selection with their counts, under what `begin` drew."""
    facets = choice.facets()
    selection = choice.selection
    with st.sidebar:
        _places(choice, facets)
        _factions(choice, facets)
        _roles(selection, facets)
        _types(selection, facets)
        _days(selection)
        _sources(selection, facets)
        _confidence(selection)


def _words(selection: Selection) -> None:
    st.session_state["w_words"] = selection.words
    st.text_input(
        "Words in the article",
        key="w_words",
        placeholder="Search …",
        max_chars=200,
        on_change=lambda: state.select(words=st.session_state["w_words"].strip()),
    )


def _places(choice: Choice, facets: Facets) -> None:
    corpus, chosen = choice.corpus, choice.selection.places
    counted = sorted(facets.places, key=lambda id_: -facets.places[id_])
    options = [id_ for id_ in dict.fromkeys((*chosen, *counted)) if id_ in corpus.places]

    def label(option: str) -> str:
        place = corpus.places.get(option)
        return place_label(place) if place else plain(option)

    st.session_state["w_places"] = [id_ for id_ in chosen if id_ in corpus.places]
    st.multiselect(
        "Places",
        options,
        format_func=label,
        key="w_places",
        placeholder="Any spelling: Saraqeb, سراقب …",
        accept_new_options=True,
        on_change=_take_places,
    )
    if message := st.session_state.pop("place_message", ""):
        st.text(message)


def _take_places() -> None:
    """Take over chosen places; what was typed in another spelling is looked up."""
    known = {id_: resources.corpus().places[id_] for id_ in resources.corpus().columns.place_ids}
    chosen: list[str] = []
    for option in st.session_state["w_places"]:
        if option in known:
            chosen.append(option)
            continue
        hit = find_place(option, resources.gazetteer(), known.values())
        if hit.place is not None:
            chosen.append(hit.place.id)
        else:
            st.session_state["place_message"] = _not_named(option, hit.elsewhere)
    state.select(places=tuple(dict.fromkeys(chosen)))


def _not_named(typed: str, elsewhere: Place | None) -> str:
    if elsewhere is None:
        return f"No place is known by the name {plain(typed)!r}. Try another spelling."
    return f"{place_label(elsewhere)} is known, but no article here names it."


def _factions(choice: Choice, facets: Facets) -> None:
    corpus, selection = choice.corpus, choice.selection
    names = {side.id: side.name for side in corpus.sides}
    st.markdown("**Sides**")
    _boxes("side", names, facets.sides, selection.sides, lambda v: state.select(sides=v))
    actors = {actor.id: actor.name for actor in corpus.columns.actors}
    label = "Factions by name" + (f" ({len(selection.actors)})" if selection.actors else "")
    with st.expander(label, expanded=bool(selection.actors), key="x_actors"):
        _boxes("actor", actors, facets.actors, selection.actors, lambda v: state.select(actors=v))


def _roles(selection: Selection, facets: Facets) -> None:
    st.session_state["w_named"] = selection.named
    st.toggle(
        "Show metonyms and datelines",
        key="w_named",
        help="Also show places that are only named: where a reporter writes from, a capital that "
        "stands for its government, an affiliation such as Turkey-backed.",
        on_change=lambda: state.select(named=st.session_state["w_named"]),
    )
    with st.expander("Role of the place name", expanded=bool(selection.roles), key="x_roles"):
        names = {role.value: f"{ROLE_LABELS[role]}: {ROLE_HELP[role]}" for role in Role}
        _boxes("role", names, facets.roles, selection.roles, lambda v: state.select(roles=v))


def _types(selection: Selection, facets: Facets) -> None:
    if not (facets.types or selection.types):
        return
    with st.expander("Event type", expanded=bool(selection.types), key="x_types"):
        names = {name: name for name in (*facets.types, *selection.types)}
        _boxes("type", names, facets.types, selection.types, lambda v: state.select(types=v))


def _sources(selection: Selection, facets: Facets) -> None:
    with st.expander("Source", expanded=bool(selection.sources), key="x_sources"):
        names = {name: name or "Unknown source" for name in (*facets.sources, *selection.sources)}
        names.pop("", None)
        _boxes("source", names, facets.sources, selection.sources, _take_sources)


def _take_sources(values: tuple[str, ...]) -> None:
    state.select(sources=values)


def _days(selection: Selection) -> None:
    dated = bool(selection.start or selection.end or not selection.undated)
    with st.expander("Days", expanded=dated, key="x_days"):
        st.session_state["w_start"] = selection.start
        st.session_state["w_end"] = selection.end
        st.session_state["w_undated"] = selection.undated
        st.date_input("From", key="w_start", format="YYYY-MM-DD", on_change=_take_days)
        st.date_input("To", key="w_end", format="YYYY-MM-DD", on_change=_take_days)
        st.checkbox("Keep what has no date", key="w_undated", on_change=_take_days)


def _take_days() -> None:
    start, end = st.session_state["w_start"], st.session_state["w_end"]
    if start and end and start > end:
        start, end = end, start
    state.select(start=start, end=end, undated=st.session_state["w_undated"])


def _confidence(selection: Selection) -> None:
    with st.expander("Certainty of the place", expanded=selection.confidence > 0, key="x_conf"):
        st.session_state["w_confidence"] = round(selection.confidence * 100)
        st.slider(
            "At least, percent",
            0,
            100,
            step=5,
            key="w_confidence",
            on_change=lambda: state.select(confidence=st.session_state["w_confidence"] / 100),
        )


def _boxes(
    kind: str,
    names: Mapping[str, str],
    counts: Mapping[str, int],
    chosen: Sequence[str],
    take: Callable[[tuple[str, ...]], None],
) -> None:
    """Draw one box a choice with its count; none ticked means no filter."""
    order = sorted(names, key=lambda id_: (id_ not in chosen, -counts.get(id_, 0), names[id_]))
    shown = [id_ for id_ in order if counts.get(id_) or id_ in chosen][:MOST_BOXES]
    if not shown:
        st.caption("Nothing to choose from.")

    def changed(id_: str) -> None:
        kept = [value for value in chosen if value != id_]
        if st.session_state[f"w_{kind}_{id_}"]:
            kept.append(id_)
        take(tuple(kept))

    with st.container(height=280 if len(shown) > _TALL else "content", border=False):
        for id_ in shown:
            key = f"w_{kind}_{id_}"
            st.session_state[key] = id_ in chosen
            count = counts.get(id_, 0)
            label = f"{unmarked(names[id_])} ({count:,})"
            st.checkbox(label, key=key, on_change=changed, args=(id_,))
