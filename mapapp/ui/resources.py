"""What all sessions share: settings, database, columns and the stages' knowledge.

Each is made once and kept; the columns are kept by database version, so that new data appears
without a restart.
"""

import threading
from collections.abc import Collection, Sequence

import streamlit as st

from mapapp.actors.lexicon import Lexicon, load_lexicon
from mapapp.articles.sources import find_sources
from mapapp.config import Config, load_config
from mapapp.engine.ingest import ingest_sources
from mapapp.engine.read import read_pending
from mapapp.gazetteer.gazetteer import Gazetteer
from mapapp.highways.load import load_highways
from mapapp.model.highway import Highway
from mapapp.model.reading import Correction, Separation
from mapapp.pipeline import Knowledge, load_knowledge
from mapapp.store.columns import MentionColumns, load_columns
from mapapp.store.columns_file import columns_path, keep_columns
from mapapp.store.database import Store
from mapapp.ui.loading import Loading
from mapapp.view.choose import Choice
from mapapp.view.corpus import Corpus, build_corpus
from mapapp.view.linked import Links, link
from mapapp.view.outlines import Outlines, load_outlines
from mapapp.view.selection import Selection

VERSION_SECONDS = 0.5
"""How long a database version is believed before it is asked for again."""

LOADING_SECONDS = 0.2
"""How often a page that waits for the first load says how far it is."""


@st.cache_resource(show_spinner=False)
def config() -> Config:
    """Return the settings."""
    return load_config()


@st.cache_resource(show_spinner=False)
def store() -> Store:
    """Return the database, its tables made where they are missing."""
    opened = Store(config().database)
    opened.create()
    return opened


@st.cache_resource(show_spinner=False)
def _loading() -> Loading[Knowledge]:
    settings = config()
    return Loading(
        lambda moved: load_knowledge(
            settings.bundled,
            settings.gazetteer_files,
            settings.cache_folder,
            opinion=settings.second_opinion,
            progress=moved,
        )
    )


def knowledge() -> Knowledge:
    """Return what the stages know; the first start of all compiles the names, with a bar.

    Raises:
        DataError: A data file breaks its format; the next call tries again.
    """
    loading = _loading()
    if not loading.wait(0):
        _show(loading)
    try:
        return loading.result()
    except Exception:
        _loading.clear()
        raise


def _show(loading: Loading[Knowledge]) -> None:
    """Say how far the first load is until it ends."""
    bar = st.empty()
    with st.spinner("Loading gazetteer, factions and highways …"):
        while not loading.wait(LOADING_SECONDS):
            done, total = loading.progress
            if total:
                words = f"First start: indexing place names, {done:,} of {total:,} places"
                bar.progress(min(1.0, done / total), words)
    bar.empty()


@st.cache_resource(show_spinner=False)
def lexicon() -> Lexicon:
    """Return the actors and sides."""
    return load_lexicon(config().bundled / "actors")


@st.cache_resource(show_spinner=False)
def highways() -> tuple[Highway, ...]:
    """Return the highways."""
    return load_highways(*config().highway_folders)


@st.cache_resource(show_spinner=False)
def outlines() -> Outlines:
    """Return the outlines of provinces and countries."""
    return load_outlines(config().bundled / "basemap")


@st.cache_data(ttl=VERSION_SECONDS, show_spinner=False)
def version() -> tuple[int, int]:
    """Return the database's version."""
    return store().version()


@st.cache_data(ttl=VERSION_SECONDS, show_spinner=False)
def count_read() -> int:
    """Return how many articles have been read into the database."""
    return store().count_read()


@st.cache_resource(show_spinner=False)
def _last_columns() -> dict[str, MentionColumns]:
    return {}


@st.cache_resource(max_entries=2, show_spinner="Loading mentions …")
def _corpus(number: tuple[int, int]) -> Corpus:  # noqa: ARG001 (the cache key)
    kept = _last_columns()
    file = columns_path(config().cache_folder, store())
    columns = load_columns(store(), kept.get("columns"), file=file)
    kept["columns"] = columns
    # Beside the page: nobody waits for a file that only the next start needs.
    threading.Thread(target=keep_columns, args=(columns, file), daemon=True).start()
    known = lexicon()
    return build_corpus(
        columns, store().places(), tuple(known.sides.values()), highways(), known=known.actors
    )


def corpus() -> Corpus:
    """Return the mentions as they are in the database now."""
    return _corpus(version())


@st.cache_data(ttl=VERSION_SECONDS, show_spinner=False)
def separations() -> tuple[Separation, ...]:
    """Return the pairs of reports that readers have set apart."""
    return tuple(store().separations())


@st.cache_resource(max_entries=2, show_spinner=False)
def _linking(
    number: tuple[int, int],  # noqa: ARG001 (the cache key)
    apart: tuple[Separation, ...],
    _corpus: Corpus,
) -> Loading[Links]:
    return Loading(lambda _: link(_corpus, apart))


def linking(choice: Choice) -> Loading[Links]:
    """Return the linking of all reports, begun now if it was not before."""
    corpus = choice.corpus
    return _linking(corpus.columns.version, separations(), corpus)


def links(choice: Choice) -> Links:
    """Return which reports tell one event; a first call for a database version may take seconds."""
    with st.spinner("Linking reports of the same event …"):
        return linking(choice).result()


def separate(pairs: Sequence[Separation]) -> None:
    """Store that reports do not tell the same event."""
    for pair in pairs:
        store().add_separation(pair)
    separations.clear()


def rejoin(pairs: Sequence[Separation]) -> None:
    """Withdraw that reports do not tell the same event."""
    for pair in pairs:
        store().remove_separation(pair)
    separations.clear()


def refresh() -> None:
    """Look at the database again at once, after a write of our own."""
    version.clear()
    count_read.clear()


@st.cache_data(ttl=VERSION_SECONDS, show_spinner=False)
def _found(words: str, number: tuple[int, int]) -> Collection[str]:  # noqa: ARG001 (cache key)
    return store().matching(words)


def choose(selection: Selection) -> Choice:
    """Apply a selection to the mentions."""
    found = _found(selection.words, version()) if selection.words else None
    return Choice(corpus(), selection, found)


def gazetteer() -> Gazetteer:
    """Return the gazetteer, for finding places in any spelling."""
    return knowledge().gazetteer


def load() -> Knowledge:
    """Return the loaded knowledge: what the engine asks for."""
    return knowledge()


def correct(correction: Correction) -> None:
    """Store a person's correction and read the article again with it."""
    store().add_correction(correction)
    only = (correction.article_id,)
    read_pending(store(), load, prior=config().prior, only=only)
    refresh()


@st.cache_resource(show_spinner=False)
def start(url: str) -> None:  # noqa: ARG001 (the cache key: once for each database)
    """Read the seed articles into an empty database; other sessions wait until it is done."""
    settings = config()
    if settings.seeds is None or store().count():
        return
    knowledge()
    with st.spinner("First start: reading the seed articles …"):
        ingest_sources(find_sources(str(settings.seeds)), store(), load, prior=settings.prior)
    refresh()
