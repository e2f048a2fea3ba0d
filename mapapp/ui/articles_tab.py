"""Articles: a list, and a reader in which every mention is marked with its role."""

from collections.abc import Sequence

import pandas as pd
import streamlit as st

from mapapp.errors import StoreError
from mapapp.store.listing import ArticleRow
from mapapp.ui import resources, state
from mapapp.view.cards import mark_key
from mapapp.view.excerpts import plain
from mapapp.view.reader import reader_page
from mapapp.view.summaries import nothing, plural

PAGE = 100
_WIDTHS = {"Title": 520, "Source": 190, "Date": 95}

TALL = 12
"""Rows from which on the table scrolls."""


def draw() -> None:
    """Draw the tab: the articles that pass the filters, and the open one."""
    choice = resources.choose(state.selection())
    passing = choice.articles()
    ids = [id_ for id_, ok in zip(choice.corpus.columns.article_ids, passing, strict=True) if ok]
    failed = resources.store().count(failed=True)
    st.text(
        (
            f"{plural(len(ids), 'article')} with a mention that passes the filters."
            if ids
            else nothing("place", choice)
        )
        + (f" {plural(failed, 'article')} could not be read." if failed else "")
    )
    opened = (_list(ids) if ids else "") or state.current().article
    if not opened and len(ids) == 1:
        opened = ids[0]
    if opened:
        _reader(opened)
    elif ids:
        st.text("Tick an article to read it with every mention marked.")


def _list(ids: Sequence[str]) -> str:
    """Draw a page of the list; returns the ticked article's id, empty for none."""
    page = _page_number(len(ids))
    rows = resources.store().articles(ids=ids, limit=PAGE, offset=page * PAGE)
    chosen = st.dataframe(
        pd.DataFrame([_row(row) for row in rows]),
        hide_index=True,
        height="auto" if len(rows) < TALL else 440,
        on_select="rerun",
        selection_mode="single-row",
        key=f"w_articles_{page}",
        column_config={
            name: st.column_config.TextColumn(width=width) for name, width in _WIDTHS.items()
        },
    )
    ticked = [rows[number].id for number in chosen.selection.rows if number < len(rows)]
    return ticked[-1] if ticked else ""


def _page_number(count: int) -> int:
    pages = -(-count // PAGE)
    if pages < 2:  # noqa: PLR2004 (one page needs no choice)
        return 0
    return int(st.number_input("Page", 1, pages, key="w_article_page")) - 1


def _row(row: ArticleRow) -> dict[str, object]:
    return {
        "Title": plain(row.title) or plain(row.origin) or "Untitled",
        "Source": plain(row.source),
        "Date": row.published.isoformat() if row.published else "unknown",
        "Mentions": row.mentions,
        "Places": row.places,
        "Events": row.events,
        "Repeats": "yes" if row.copy_of else "",
    }


def _reader(article_id: str) -> None:
    try:
        reading = resources.store().reading(article_id)
    except StoreError as error:
        st.text(plain(str(error)))
        return
    st.html(mark_key())
    st.html(reader_page(reading))
    if reading.article.url:
        st.text(f"Read at {plain(reading.article.url)}")
