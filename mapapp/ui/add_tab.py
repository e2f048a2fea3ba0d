"""Add articles: paste, upload, or an address; progress while they are read; what was found."""

from collections.abc import Iterable, Sequence
from datetime import date

import streamlit as st

from mapapp.articles.fetch import Fetcher
from mapapp.articles.reader import Defaults, Refused, Source
from mapapp.engine.ingest import IngestSummary, ingest_sources
from mapapp.engine.read import Progress
from mapapp.errors import NetworkError
from mapapp.ui import resources, state
from mapapp.view.excerpts import plain
from mapapp.view.summaries import plural

_DONE = "mapapp_added"
LONGEST_PASTE = 2_000_000
MOST_LISTED = 20


def draw() -> None:
    """Draw the tab."""
    paste, upload, fetch = st.columns(3, gap="medium")
    with paste:
        _paste()
    with upload:
        _upload()
    with fetch:
        _fetch()
    summary: IngestSummary | None = st.session_state.get(_DONE)
    if summary is not None:
        _found(summary)


def _paste() -> None:
    with st.form("f_paste", clear_on_submit=True):
        text = st.text_area("Paste an article", height=260, max_chars=LONGEST_PASTE)
        title = st.text_input("Title (optional)", max_chars=500)
        source = st.text_input("Source (optional)", max_chars=200)
        day = st.date_input("Published (leave empty when unknown)", None, format="YYYY-MM-DD")
        if not st.form_submit_button("Read it", type="primary"):
            return
        if not text.strip():
            st.warning("Paste the article's words above, then read it.")
        else:
            body = f"{title.strip()}\n\n{text}" if title.strip() else text
            _read([_pasted(body, source.strip(), day)])


def _pasted(text: str, source: str, day: date | None) -> Source:
    return Source(
        name="pasted text.txt",
        data=text.encode("utf-8", "replace"),
        media_type="text/plain",
        encoding="utf-8",
        defaults=Defaults(source=source, published=day),
    )


def _upload() -> None:
    with st.form("f_upload", clear_on_submit=True):
        files = st.file_uploader(
            "Upload files",
            accept_multiple_files=True,
            help="Web pages, PDF, Word, plain text, Markdown, e-mail, tables, JSON lines, RSS or "
            "Atom feeds, and ZIP archives of these.",
        )
        source = st.text_input("Source of all of them (optional)", max_chars=200)
        day = st.date_input("Published, where a file does not say", None, format="YYYY-MM-DD")
        if not st.form_submit_button("Read them", type="primary"):
            return
        if not files:
            st.warning("Choose one file or more above, then read them.")
        else:
            said = Defaults(source=source.strip(), published=day)
            _read(
                Source(name=file.name, data=file.getvalue(), media_type=file.type, defaults=said)
                for file in files
            )


def _fetch() -> None:
    with st.form("f_fetch", clear_on_submit=True):
        addresses = st.text_area(
            "Web addresses of articles or feeds, one a line",
            height=120,
            placeholder="https://…",
            max_chars=20_000,
        )
        st.text("Fetching contacts the sites that you name, and no other.")
        if not st.form_submit_button("Fetch and read", type="primary"):
            return
        lines = [line.strip() for line in addresses.splitlines() if line.strip()]
        if not lines:
            st.warning("Write an address above, such as https://example.org/article.")
        else:
            _read(_fetched(lines))


def _fetched(addresses: Sequence[str]) -> Iterable[Source | Refused]:
    fetcher = Fetcher()
    for address in addresses:
        try:
            answer = fetcher.fetch(address)
        except NetworkError as error:
            yield Refused(name=address, reason=str(error))
            continue
        yield Source(
            name=address,
            data=answer.data,
            url=answer.url,
            media_type=answer.media_type,
            encoding=answer.encoding,
        )


def _read(items: Iterable[Source | Refused]) -> None:
    """Ingest and remember what was found; the bar moves while it works."""
    bar = st.progress(0.0, "Collecting …")

    def moved(progress: Progress) -> None:
        if progress.total:
            words = f"Read {progress.done:,} of {progress.total:,}"
            bar.progress(min(1.0, progress.done / progress.total), words)
        else:
            bar.progress(0.0, f"Collected {progress.done:,}")

    summary = ingest_sources(
        items,
        resources.store(),
        resources.load,
        prior=resources.config().prior,
        on_progress=moved,
    )
    bar.empty()
    resources.refresh()
    st.session_state[_DONE] = summary
    # What stands above and beside this tab was drawn before there were these articles.
    st.rerun()


def _found(summary: IngestSummary) -> None:
    st.subheader("What was found")
    parts = [
        plural(summary.new, "new article"),
        f"{summary.known:,} already known" if summary.known else "",
        f"{summary.copies:,} repeating an older one" if summary.copies else "",
        plural(summary.failed, "input") + " refused" if summary.failed else "",
    ]
    st.text(" · ".join(part for part in parts if part))
    if summary.articles:
        rows = resources.store().articles(ids=summary.articles[:MOST_LISTED], limit=MOST_LISTED)
        st.dataframe(
            [
                {
                    "Title": plain(row.title or row.origin),
                    "Place mentions": row.mentions,
                    "Places": row.places,
                    "Events": row.events,
                    "Problem": plain(row.error),
                }
                for row in rows
            ],
            hide_index=True,
            column_config={"Title": st.column_config.TextColumn(width="large")},
        )
        st.button("Show the map", key="w_show_map", on_click=lambda: state.open_(tab="map"))
    for refused in summary.refusals[:MOST_LISTED]:
        # Most reasons name their input themselves.
        named = refused.reason.startswith((refused.name, repr(refused.name)))
        st.text(plain(refused.reason if named else f"{refused.name}: {refused.reason}"))
    for reason in list(summary.read.reasons.values())[:MOST_LISTED]:
        st.text(plain(reason))
