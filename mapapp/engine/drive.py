"""Handing tasks to processes and outliving the ones that die.

A pool from the standard library breaks as a whole when one of its processes is killed. The
tasks that were under way are then run again alone, one article each, in a new pool: whatever
was killed by chance succeeds, and an article that kills its process twice is known by name.
"""

import logging
from collections.abc import Callable, Generator, Iterable, Iterator
from concurrent.futures import (
    ALL_COMPLETED,
    FIRST_COMPLETED,
    BrokenExecutor,
    Executor,
    Future,
    wait,
)
from dataclasses import replace

from mapapp.engine.task import Result, Task, perform
from mapapp.errors import EngineError

logger = logging.getLogger(__name__)

TRIES_ALONE = 2
"""How often an article may take its process down before it is given up."""

MOST_BREAKS = 100
"""Broken pools in one run: beyond, the machine and not an article is at fault."""

_OVER = object()


class Driver:
    """Runs tasks on executors, which it replaces when they break."""

    def __init__(
        self,
        make_executor: Callable[[], Executor],
        *,
        window: int,
        work: Callable[[Task], Result] = perform,
        deaths: tuple[type[BaseException], ...] = (BrokenExecutor,),
        disconnect: Callable[[], object] | None = None,
    ) -> None:
        """Prepare.

        Args:
            make_executor: Makes an executor; called again after one broke.
            window: Tasks under way at once.
            work: What is done with a task, in the executor's processes.
            deaths: Exceptions by which an executor says that a task's process died.
            disconnect: Called at the very end, after the last executor was shut down.
        """
        self._make_executor = make_executor
        self._window = window
        self._work = work
        self._deaths = deaths
        self._disconnect = disconnect
        self._executor: Executor | None = None
        self._breaks = 0

    def run(
        self, take: Callable[[], Task | None], beside: Iterable[object] = ()
    ) -> Iterator[Result]:
        """Yield the result of every task, in the order in which they end.

        Args:
            take: Gives the next task; None when there is none, for now where `beside` goes on.
            beside: Work of this process that goes on while others read, in short steps.

        Raises:
            EngineError: Processes keep dying, whatever they read.
        """
        steps = iter(beside)
        busy = True
        pending: dict[Future[Result], Task] = {}
        try:
            while self._fill(pending, take) or busy:
                busy = busy and next(steps, _OVER) is not _OVER
                suspects = yield from self._finished(pending, FIRST_COMPLETED, block=not busy)
                if suspects:
                    # A broken pool takes all of its tasks with it: wait for what they say.
                    suspects += yield from self._finished(pending, ALL_COMPLETED)
                    yield from self._retry(suspects)
        finally:
            for future in pending:
                future.cancel()
            self._close()
            if self._disconnect is not None:
                self._disconnect()

    def _fill(self, pending: dict[Future[Result], Task], take: Callable[[], Task | None]) -> bool:
        """Submit tasks up to the window; return whether any are under way."""
        while len(pending) < self._window and (task := take()) is not None:
            pending[self._submit(task)] = task
        return bool(pending)

    def _submit(self, task: Task) -> Future[Result]:
        if self._executor is None:
            self._executor = self._make_executor()
        try:
            return self._executor.submit(self._work, task)
        except self._deaths as error:
            # The pool broke between two tasks: the future says so, as if the task had begun.
            failed: Future[Result] = Future()
            failed.set_exception(error)
            return failed

    def _finished(
        self, pending: dict[Future[Result], Task], until: str, *, block: bool = True
    ) -> Generator[Result, None, list[Task]]:
        """Yield results, take them out of `pending`, return the tasks whose process died."""
        died = []
        done, _ = wait(pending, timeout=None if block else 0, return_when=until)
        for future in done:
            task = pending.pop(future)
            try:
                yield future.result()
            except self._deaths:
                died.append(task)
        return died

    def _retry(self, suspects: Iterable[Task]) -> Iterator[Result]:
        """Run tasks again that were under way when a process died, one article at a time."""
        logger.warning("a reading process died; what it was reading is tried again alone")
        self._close()
        for task in suspects:
            for key in task.keys:
                yield self._alone(replace(task, keys=(key,)))

    def _alone(self, task: Task) -> Result:
        for _ in range(TRIES_ALONE):
            try:
                return self._submit(task).result()
            except self._deaths:
                self._close()
                self._breaks += 1
        if self._breaks > MOST_BREAKS:
            raise EngineError(
                f"{self._breaks} reading processes died in this run: the machine is probably out "
                "of memory. Use fewer --workers; what was read before is kept."
            )
        return Result(task=task, died=True)

    def _close(self) -> None:
        if self._executor is not None:
            self._executor.shutdown(wait=True)
            self._executor = None
