"""From anything a person hands in to places on the map: the one way in for command and page."""

from collections import deque
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from itertools import islice

from mapapp.articles.reader import Refused, Source
from mapapp.articles.sources import read_source
from mapapp.engine.read import OnProgress, Progress, ReadSummary, read_pending
from mapapp.engine.task import Loader
from mapapp.engine.workforce import Workforce
from mapapp.model.article import Article
from mapapp.store.database import Store

TOGETHER = 200
"""Articles stored in one transaction while collecting."""

_LISTED = 1000
"""Ids and refusals that are kept one by one; beyond, they are only counted."""


@dataclass(kw_only=True, slots=True)
class IngestSummary:
    """What became of everything that was handed in.

    Attributes:
        new: Articles stored for the first time.
        known: Articles that were there already.
        copies: New articles that repeat an older one nearly word by word.
        refused: Inputs that gave no article.
        refusals: The first thousand of them, with reasons.
        articles: Ids of the first thousand articles handed in, new and known.
        read: What the reading of new and left-over articles gave.
    """

    new: int = 0
    known: int = 0
    copies: int = 0
    refused: int = 0
    refusals: list[Refused] = field(default_factory=list)
    articles: list[str] = field(default_factory=list)
    read: ReadSummary = field(default_factory=ReadSummary)

    @property
    def failed(self) -> int:
        """Inputs without an article and articles that could not be read."""
        return self.refused + self.read.failed


def ingest_sources(
    items: Iterable[Article | Source | Refused],
    store: Store,
    load: Loader,
    *,
    workforce: Workforce | None = None,
    prior: str = "",
    on_progress: OnProgress | None = None,
) -> IngestSummary:
    """Store the articles of all sources, and read whatever has not been read.

    One process stores everything before it reads; where others read, it goes on storing
    meanwhile, unless a prior has to be learned first. A run that is stopped goes on where it was.
    Nothing that is already known is stored or read again.

    Args:
        items: Articles, sources to take articles from, and refusals to pass on.
        store: The database; its tables are made when missing.
        load: Loads the knowledge; a page that has it loaded passes ``lambda: knowledge``.
        workforce: Who reads; this process when None.
        prior: Which corpus prior to use, see `mapapp.engine.prior`; empty for none.
        on_progress: Called after each batch of either stage.

    Raises:
        StoreError: The database cannot be written.
        EngineError: The processes or the cluster fail as a whole.
    """
    store.create()
    summary = IngestSummary()
    chosen = workforce or Workforce()
    beside: Iterable[None] = _collect(items, store, summary, on_progress)
    if chosen.alone or prior:
        deque(beside, maxlen=0)
        beside = ()
    summary.read = read_pending(
        store, load, workforce=chosen, prior=prior, on_progress=on_progress, beside=beside
    )
    return summary


def _collect(
    items: Iterable[Article | Source | Refused],
    store: Store,
    summary: IngestSummary,
    on_progress: OnProgress | None,
) -> Iterator[None]:
    """Store all articles, some at each step."""
    found = _articles(items, summary)
    while chunk := list(islice(found, TOGETHER)):
        _store(store, chunk, summary)
        if on_progress:
            done = summary.new + summary.known
            progress = Progress(stage="collect", done=done, total=None, failed=summary.refused)
            on_progress(progress)
        yield


def _store(store: Store, chunk: list[Article], summary: IngestSummary) -> None:
    added = store.add(chunk)
    summary.new += len(added.new)
    summary.known += len(added.known)
    summary.copies += len(added.copies)
    room = _LISTED - len(summary.articles)
    summary.articles += [article.id for article in chunk[: max(room, 0)]]


def _articles(
    items: Iterable[Article | Source | Refused], summary: IngestSummary
) -> Iterator[Article]:
    for item in items:
        for found in read_source(item) if isinstance(item, Source) else (item,):
            if isinstance(found, Article):
                yield found
            else:
                summary.refused += 1
                if len(summary.refusals) < _LISTED:
                    summary.refusals.append(found)
