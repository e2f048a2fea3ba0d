"""Events and claims as a table; a chosen row opens the words that it rests on."""

import pandas as pd
import streamlit as st

from mapapp.ui import resources, state
from mapapp.view.cards import event_card
from mapapp.view.choose import Choice
from mapapp.view.corpus import Corpus
from mapapp.view.excerpts import plain
from mapapp.view.labels import STATUS_LABELS, place_label, unmarked
from mapapp.view.ledger import Told, ledger_rows, told, toll_words
from mapapp.view.permalink import Link
from mapapp.view.reader import evidence_card
from mapapp.view.summaries import plural

PAGE = 200


def draw() -> None:
    """Draw the tab for the session's filters."""
    choice = resources.choose(state.selection())
    rows = ledger_rows(choice)
    st.text(
        f"{plural(len(rows), 'event')} as told by the articles. Tolls are ranges and are never "
        "added up: several rows may tell of the same event."
    )
    if not len(rows):
        return
    shown = told(choice.corpus, rows[:PAGE])
    if len(rows) > PAGE:
        st.text(f"The newest {PAGE} are listed; the download holds them all.")
    chosen = st.dataframe(
        pd.DataFrame([_row(choice.corpus, event) for event in shown]),
        hide_index=True,
        on_select="rerun",
        selection_mode="single-row",
        key="w_events",
        column_config={"Where": st.column_config.TextColumn(width="medium")},
    )
    for number in chosen.selection.rows:
        if number < len(shown):
            _evidence(choice, shown[number])


def _row(corpus: Corpus, event: Told) -> dict[str, str]:
    columns = corpus.columns
    names = {actor.id: actor.name for actor in columns.actors}
    day = event.start.isoformat() if event.start else "unknown"
    if event.end and event.end != event.start:
        day += f" to {event.end.isoformat()}"
    who = (f"{plain(names.get(who, who))} ({role})" for who, role in event.actors)
    return {
        "Date": day,
        "What": plain(event.sub_type or event.type),
        "Where": "; ".join(
            place_label(corpus.places[id_]) for id_ in event.place_ids if id_ in corpus.places
        ),
        "Who": "; ".join(who),
        "Toll": toll_words(event.tolls),
        "Said by": plain(names.get(event.claimant, "")),
        "Status": _status(event.status),
        "Article": plain(columns.titles[event.article]),
        "Source": plain(columns.sources[columns.article_source[event.article]]),
    }


def _status(status: str) -> str:
    return {key.value: label for key, label in STATUS_LABELS.items()}[status]


def _evidence(choice: Choice, event: Told) -> None:
    article_id = choice.corpus.columns.article_ids[event.article]
    reading = resources.store().reading(article_id)
    with st.container(border=True):
        found = reading.events[event.number]
        st.html(evidence_card(reading, found.start, found.end))
        st.html(event_card(found, choice.corpus))
        whole = Link(tab="articles", article=article_id)
        st.link_button("Whole article", state.address(whole), type="tertiary")
        for place_id in event.place_ids:
            if place_id in choice.corpus.places:
                shown = Link(selection=state.selection(), place=place_id)
                name = place_label(choice.corpus.places[place_id])
                st.link_button(
                    f"On the map: {unmarked(name)}", state.address(shown), type="tertiary"
                )
