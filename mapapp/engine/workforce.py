"""Who reads: this process, several processes of this machine, or a Dask cluster."""

import importlib
import multiprocessing
from collections.abc import Callable
from concurrent.futures import BrokenExecutor, Executor, Future, ProcessPoolExecutor
from dataclasses import dataclass
from typing import Any, ParamSpec, TypeVar

from mapapp.engine.drive import Driver
from mapapp.errors import ConfigurationError, EngineError

Arguments = ParamSpec("Arguments")
Answer = TypeVar("Answer")

TASKS_EACH = 3
"""Tasks under way for each process: enough that none waits while the driver writes."""


PATIENCE = "10s"
"""How long a cluster's scheduler may take to answer."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Workforce:
    """How to read.

    Attributes:
        workers: Processes on this machine; 1 reads in this one.
        cluster: Address of a Dask scheduler, such as ``tcp://10.0.0.5:8786``; empty for none.
    """

    workers: int = 1
    cluster: str = ""

    @property
    def alone(self) -> bool:
        """Whether everything happens in this process."""
        return not self.cluster and self.workers == 1

    def driver(self) -> Driver:
        """Return what runs tasks.

        Raises:
            ConfigurationError: The cluster's software is not installed.
            EngineError: The cluster does not answer.
        """
        if self.cluster:
            return _dask_driver(self.cluster)
        if self.workers == 1:
            return Driver(_Here, window=1)
        return Driver(self._pool, window=TASKS_EACH * self.workers)

    def _pool(self) -> Executor:
        # Spawned, not forked: a forked child would share the parent's database connections.
        return ProcessPoolExecutor(self.workers, mp_context=multiprocessing.get_context("spawn"))


class _Here(Executor):
    """Runs a task at once in this process."""

    def submit(
        self,
        fn: Callable[Arguments, Answer],
        /,
        *args: Arguments.args,
        **kwargs: Arguments.kwargs,
    ) -> Future[Answer]:
        """Run a function and return its answer in a finished future."""
        future: Future[Answer] = Future()
        future.set_result(fn(*args, **kwargs))
        return future


def _dask_driver(address: str) -> Driver:
    try:
        distributed: Any = importlib.import_module("distributed")
    except ImportError as error:
        raise ConfigurationError(
            "--cluster needs Dask, which is not installed. Run: pip install 'mapapp[cluster]'"
        ) from error
    try:
        client = distributed.Client(address, timeout=PATIENCE)
    except (OSError, TimeoutError, ValueError) as error:
        raise EngineError(
            f"No Dask scheduler answers at {address}: {error}. Start one by `dask scheduler`, "
            "workers by `dask worker ADDRESS`, and give its address as tcp://HOST:8786."
        ) from error
    processes = sum(client.nthreads().values())

    def make_executor() -> Executor:
        executor: Executor = client.get_executor(retries=3, pure=False)
        return executor

    deaths = (BrokenExecutor, distributed.KilledWorker)
    return Driver(
        make_executor,
        window=TASKS_EACH * max(processes, 1),
        deaths=deaths,
        disconnect=client.close,
    )
