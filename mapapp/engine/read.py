"""Reading every stored article that the current parser version has not read."""

import logging
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, replace

from mapapp.engine.prior import Prior, choose_prior
from mapapp.engine.task import Loader, Result, Task, knowledge_of, write
from mapapp.engine.workforce import Workforce
from mapapp.pipeline import PARSER_VERSION
from mapapp.store.database import Store

logger = logging.getLogger(__name__)

BATCH = 50
"""Articles in a task and in a transaction: half a second of work."""

_CHUNK = 20_000
"""Keys of articles to do that are held at once."""

_ALONE = " alone"
"""Marks articles that were read for themselves to learn a prior, and are to be read again."""

_SAY_SO = 100
"""Failures that are kept word by word; beyond, they are only counted."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Progress:
    """How far a run has come.

    Attributes:
        stage: ``collect`` while articles are stored, ``read`` while they are read.
        done: Articles done in this stage.
        total: Articles in all; None while that is unknown.
        failed: Articles that could not be read.
    """

    stage: str
    done: int
    total: int | None
    failed: int


OnProgress = Callable[[Progress], None]


@dataclass(kw_only=True, slots=True)
class ReadSummary:
    """What became of the articles that were to be read.

    Attributes:
        read: How many were read.
        failed: How many could not be read.
        reasons: Reasons by article id, for the first hundred.
        seconds: How long it took, without loading what the stages know.
        prior: The corpus prior that the articles were read with.
    """

    read: int = 0
    failed: int = 0
    reasons: dict[str, str] = field(default_factory=dict)
    seconds: float = 0.0
    prior: Prior = field(default_factory=Prior)


def read_pending(
    store: Store,
    load: Loader,
    *,
    workforce: Workforce | None = None,
    parser: str = PARSER_VERSION,
    prior: str = "",
    on_progress: OnProgress | None = None,
) -> ReadSummary:
    """Read what is to do and store what is found; stopped at any point, it goes on next time.

    Args:
        store: The database; each batch is one transaction.
        load: Loads the knowledge in each process that reads.
        workforce: Who reads; this process when None.
        parser: The version to note; articles noted with it are done.
        prior: Which corpus prior to use, see `mapapp.engine.prior`; empty reads each article for
            itself. A database that says too little for a prior is read for itself first.
        on_progress: Called after each batch.

    Raises:
        StoreError: The database cannot be written.
        EngineError: The processes or the cluster fail as a whole.
        ConfigurationError: The prior's file cannot be read.
        DataError: The prior's file is no prior.
    """
    summary = ReadSummary()
    chosen = workforce or Workforce()
    if not store.count_todo(parser):
        return summary
    if prior or not chosen.cluster:
        # Compiles the name index where that is due, once, before several processes want it.
        knowledge_of(load)
    started = time.monotonic()
    run = _Run(store=store, load=load, workforce=chosen, parser=parser, on_progress=on_progress)
    run, summary.prior = _with_prior(run, prior)
    run.read(summary)
    summary.seconds = time.monotonic() - started
    return summary


def _with_prior(run: "_Run", choice: str) -> tuple["_Run", Prior]:
    prior = choose_prior(choice, run.store, run.load)
    if not prior.full:
        replace(run, parser=run.parser + _ALONE).read(ReadSummary())
        prior = choose_prior(choice, run.store, run.load)
    return replace(run, prior=tuple(prior.shares.items())), prior


@dataclass(frozen=True, kw_only=True, slots=True)
class _Run:
    """What stays the same from the first article to the last."""

    store: Store
    load: Loader
    workforce: Workforce
    parser: str
    on_progress: OnProgress | None
    prior: tuple[tuple[str, float], ...] = ()

    def read(self, summary: ReadSummary) -> None:
        """Read what is to do by this run's parser, and count it."""
        total = self.store.count_todo(self.parser)
        for result in self.workforce.driver().run(self._tasks()) if total else ():
            _take(self.store, result, summary)
            if self.on_progress:
                done = summary.read + summary.failed
                self.on_progress(
                    Progress(stage="read", done=done, total=total, failed=summary.failed)
                )

    def _tasks(self) -> Iterator[Task]:
        store, after = self.store, 0
        writes = store.on_server and not self.workforce.alone
        while keys := store.todo_keys(self.parser, _CHUNK, after):
            after = keys[-1]
            for first in range(0, len(keys), BATCH):
                yield Task(
                    url=store.url,
                    keys=tuple(keys[first : first + BATCH]),
                    parser=self.parser,
                    load=self.load,
                    writes=writes,
                    prior=self.prior,
                )


def _take(store: Store, result: Result, summary: ReadSummary) -> None:
    """Write a result, where its task has not, and count it."""
    failed = result.failed
    if result.died:
        reason = "The process that read it died, twice. It was skipped; report the article."
        failed = {article.id: reason for article in store.by_keys(result.task.keys)}
        store.fail(failed, parser=result.task.parser)
    elif not result.task.writes:
        write(store, result)
    for article_id, reason in failed.items():
        logger.info("article %s: %s", article_id, reason)
        if len(summary.reasons) < _SAY_SO:
            summary.reasons[article_id] = reason
    summary.failed += len(failed)
    summary.read += len(result.task.keys) - len(failed)
