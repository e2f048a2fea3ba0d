"""Reading every stored article that the current parser version has not read."""

import logging
import time
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field

from mapapp.engine.task import Loader, Result, Task, knowledge_of, write
from mapapp.engine.workforce import Workforce
from mapapp.pipeline import PARSER_VERSION
from mapapp.store.database import Store

logger = logging.getLogger(__name__)

BATCH = 50
"""Articles in a task and in a transaction: a quarter of a second of work."""

_CHUNK = 20_000
"""Keys of articles to do that are held at once."""

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
    """

    read: int = 0
    failed: int = 0
    reasons: dict[str, str] = field(default_factory=dict)
    seconds: float = 0.0


def read_pending(
    store: Store,
    load: Loader,
    *,
    workforce: Workforce | None = None,
    parser: str = PARSER_VERSION,
    on_progress: OnProgress | None = None,
    beside: Iterable[object] = (),
) -> ReadSummary:
    """Read what is to do and store what is found; stopped at any point, it goes on next time.

    Args:
        store: The database; each batch is one transaction.
        load: Loads the knowledge in each process that reads.
        workforce: Who reads; this process when None.
        parser: The version to note; articles noted with it are done.
        on_progress: Called after each batch, from when `beside` is done.
        beside: Storing of further articles, in short steps, that goes on meanwhile.

    Raises:
        StoreError: The database cannot be written.
        EngineError: The processes or the cluster fail as a whole.
    """
    summary = ReadSummary()
    chosen = workforce or Workforce()
    todo = _Todo(store, load, parser, chosen)
    collecting = _Steps(beside)
    started = time.monotonic()
    if collecting.going_on or store.count_todo(parser):
        total: int | None = None
        for result in chosen.driver().run(todo.take, collecting):
            _take(store, result, summary)
            done = summary.read + summary.failed
            if on_progress and not collecting.going_on:
                total = done + store.count_todo(parser) if total is None else total
                on_progress(Progress(stage="read", done=done, total=total, failed=summary.failed))
    summary.seconds = time.monotonic() - started
    return summary


class _Steps:
    """Work that is done step by step, and whether it still goes on."""

    def __init__(self, steps: Iterable[object]) -> None:
        self._steps = steps
        self.going_on = bool(steps)

    def __iter__(self) -> Iterator[object]:
        yield from self._steps
        self.going_on = False


class _Todo:
    """Tasks out of whatever is stored and not read, also what is stored later."""

    def __init__(self, store: Store, load: Loader, parser: str, workforce: Workforce) -> None:
        self._store = store
        self._load = load
        self._parser = parser
        self._workforce = workforce
        self._keys: list[int] = []
        self._after = 0

    def take(self) -> Task | None:
        """Return the next task, or None when everything stored so far is read or under way."""
        if not self._keys:
            self._keys = self._store.todo_keys(self._parser, _CHUNK, self._after)[::-1]
            if not self._keys:
                return None
            if not self._after and not self._workforce.cluster:
                # Compiles the name index where that is due, before several processes want it.
                knowledge_of(self._load)
            self._after = self._keys[0]
        batch = tuple(self._keys[: -BATCH - 1 : -1])
        del self._keys[-BATCH:]
        writes = self._store.on_server and not self._workforce.alone
        return Task(
            url=self._store.url, keys=batch, parser=self._parser, load=self._load, writes=writes
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
