"""Reading every stored article that the current parser version has not read."""

import logging
import time
from collections.abc import Callable, Collection, Iterable, Iterator
from dataclasses import dataclass, field, replace

from mapapp.engine.prior import Prior, choose_prior
from mapapp.engine.task import Loader, Result, Task, knowledge_of, write
from mapapp.engine.workforce import Workforce
from mapapp.pipeline import PARSER_VERSION
from mapapp.store.database import Store

logger = logging.getLogger(__name__)

BATCH = 50
"""Articles in a task and in a transaction: a quarter of a second of work."""

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
    only: Collection[str] | None = None,
    on_progress: OnProgress | None = None,
    beside: Iterable[object] = (),
) -> ReadSummary:
    """Read what is to do and store what is found; stopped at any point, it goes on next time.

    Args:
        store: The database; each batch is one transaction.
        load: Loads the knowledge in each process that reads.
        workforce: Who reads; this process when None.
        parser: The version to note; articles noted with it are done.
        prior: Which corpus prior to use, see `mapapp.engine.prior`; empty reads each article for
            itself. A database that says too little for a prior is read for itself first.
        only: Ids of the articles to read, if they are to do; None for all. A person who corrects
            one article does not wait for the thousands that another process reads.
        on_progress: Called after each batch, from when `beside` is done.
        beside: Storing of further articles, in short steps, that goes on meanwhile.

    Raises:
        StoreError: The database cannot be written.
        EngineError: The processes or the cluster fail as a whole.
        ConfigurationError: The prior's file cannot be read.
        DataError: The prior's file is no prior.
    """
    summary = ReadSummary()
    chosen = workforce or Workforce()
    steps = _Steps(beside)
    if not steps.going_on and not store.count_todo(parser, ids=only):
        return summary
    if prior or not chosen.cluster:
        # Compiles the name index where that is due, once, before several processes want it.
        knowledge_of(load)
    started = time.monotonic()
    run = _Run(
        store=store,
        load=load,
        workforce=chosen,
        parser=parser,
        only=only,
        on_progress=on_progress,
    )
    run, summary.prior = _with_prior(run, prior)
    run.read(summary, steps)
    summary.seconds = time.monotonic() - started
    return summary


def _with_prior(run: "_Run", choice: str) -> tuple["_Run", Prior]:
    prior = choose_prior(choice, run.store, run.load)
    if not prior.full:
        replace(run, parser=run.parser + _ALONE).read(ReadSummary(), _Steps(()))
        prior = choose_prior(choice, run.store, run.load)
    return replace(run, prior=tuple(prior.shares.items())), prior


class _Steps:
    """Work that is done step by step, and whether it still goes on."""

    def __init__(self, steps: Iterable[object]) -> None:
        self._steps = steps
        self.going_on = bool(steps)

    def __iter__(self) -> Iterator[object]:
        yield from self._steps
        self.going_on = False


@dataclass(frozen=True, kw_only=True, slots=True)
class _Run:
    """What stays the same from the first article to the last."""

    store: Store
    load: Loader
    workforce: Workforce
    parser: str
    only: Collection[str] | None
    on_progress: OnProgress | None
    prior: tuple[tuple[str, float], ...] = ()

    def read(self, summary: ReadSummary, beside: _Steps) -> None:
        """Read what is to do by this run's parser, and count it."""
        total: int | None = None
        for result in self.workforce.driver().run(_Todo(self).take, beside):
            _take(self.store, result, summary)
            done = summary.read + summary.failed
            if self.on_progress and not beside.going_on:
                if total is None:
                    total = done + self.store.count_todo(self.parser, ids=self.only)
                self.on_progress(
                    Progress(stage="read", done=done, total=total, failed=summary.failed)
                )


class _Todo:
    """Tasks out of whatever is stored and not read, also what is stored later."""

    def __init__(self, run: _Run) -> None:
        self._run = run
        self._keys: list[int] = []
        self._after = 0

    def take(self) -> Task | None:
        """Return the next task, or None when everything stored so far is read or under way."""
        run = self._run
        if not self._keys:
            self._keys = run.store.todo_keys(run.parser, _CHUNK, self._after, ids=run.only)
            self._after = self._keys[-1] if self._keys else self._after
        batch, self._keys = tuple(self._keys[:BATCH]), self._keys[BATCH:]
        return self._task(batch) if batch else None

    def _task(self, keys: tuple[int, ...]) -> Task:
        run = self._run
        return Task(
            url=run.store.url,
            keys=keys,
            parser=run.parser,
            load=run.load,
            writes=run.store.on_server and not run.workforce.alone,
            prior=run.prior,
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
