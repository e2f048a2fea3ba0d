"""One task of the engine: read some stored articles, wherever the task runs."""

import functools
from collections import defaultdict
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

from mapapp.errors import ReadingError
from mapapp.model.article import Article
from mapapp.model.reading import Correction
from mapapp.pipeline import Knowledge, read_or_refuse
from mapapp.store.database import Store
from mapapp.store.prepared import Batch

Loader = Callable[[], Knowledge]
"""Loads what the stages know. For other processes it must be importable there and hashable:
a module's function, or a frozen dataclass with ``__call__``."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Task:
    """Articles to read, by their database keys: texts never travel through a scheduler.

    Attributes:
        url: The database.
        keys: Which articles.
        parser: The version to note beside what was found.
        load: Loads the knowledge, once in each process.
        writes: Whether the task writes its result itself; else the driver does.
        prior: Country codes with their shares (0-1) of the corpus; empty for no prior.
    """

    url: str
    keys: tuple[int, ...]
    parser: str
    load: Loader
    writes: bool = False
    prior: tuple[tuple[str, float], ...] = ()


@dataclass(frozen=True, kw_only=True, slots=True)
class Result:
    """What a task found.

    Attributes:
        task: The task.
        batch: What is still to be written; None when the task wrote it.
        failed: Articles that could not be read, by id, with the reason.
        died: Whether every process that tried the task died of it.
    """

    task: Task
    batch: Batch | None = None
    failed: dict[str, str] = field(default_factory=dict)
    died: bool = False


@functools.lru_cache(maxsize=1)
def knowledge_of(load: Loader) -> Knowledge:
    """Load once in each process: tasks that follow find it loaded."""
    return load()


@functools.lru_cache(maxsize=2)
def _store(url: str, writes: bool) -> Store:  # noqa: FBT001 (a cache key)
    return Store(url, readonly=not writes)


def perform(task: Task) -> Result:
    """Read the articles of a task; one that cannot be read never stops the others."""
    store = _store(task.url, task.writes)
    articles = store.by_keys(task.keys)
    corrections = _corrections(store, articles)
    knowledge = knowledge_of(task.load)
    prior = dict(task.prior)
    batch, failed = Batch(), dict[str, str]()
    for article in articles:
        used = corrections[article.id]
        try:
            reading = read_or_refuse(article, knowledge, corrections=used, prior=prior)
            batch.add(reading, used)
        except ReadingError as error:
            failed[article.id] = str(error)
    if not task.writes:
        return Result(task=task, batch=batch, failed=failed)
    write(store, Result(task=task, batch=batch, failed=failed))
    return Result(task=task, failed=failed)


def _corrections(store: Store, articles: Sequence[Article]) -> dict[str, list[Correction]]:
    found: dict[str, list[Correction]] = defaultdict(list)
    for correction in store.corrections([article.id for article in articles]):
        found[correction.article_id].append(correction)
    return found


def write(store: Store, result: Result) -> None:
    """Store what a task found; doing it twice changes nothing."""
    if result.batch and result.batch.prepared:
        store.put_prepared(result.batch, parser=result.task.parser)
    if result.failed:
        store.fail(result.failed, parser=result.task.parser)
