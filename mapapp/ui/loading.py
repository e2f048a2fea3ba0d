"""Loading in the background, which goes on while visitors come and go."""

import threading
from collections.abc import Callable
from concurrent.futures import Future
from concurrent.futures import wait as wait_for
from typing import Generic, TypeVar

Loaded = TypeVar("Loaded")

Moved = Callable[[int, int], None]
"""Takes the steps done and the steps in all."""


class Loading(Generic[Loaded]):
    """One load for all sessions.

    Streamlit ends the run of a session whose page is closed or reloaded. Work inside that run would
    begin anew with the next visitor.
    """

    def __init__(self, load: Callable[[Moved], Loaded]) -> None:
        """Begin; the thread does not keep the server from stopping."""
        self.progress = (0, 0)
        self._future: Future[Loaded] = Future()
        threading.Thread(target=self._run, args=(load,), name="loading", daemon=True).start()

    def wait(self, seconds: float) -> bool:
        """Return whether the load has ended, after at most so long."""
        return bool(wait_for([self._future], seconds).done)

    def result(self) -> Loaded:
        """Return what was loaded, when it is.

        Raises:
            Exception: Whatever the load raised.
        """
        return self._future.result()

    def _run(self, load: Callable[[Moved], Loaded]) -> None:
        try:
            self._future.set_result(load(self._moved))
        except Exception as error:  # noqa: BLE001 (handed to whoever asks for the result)
            self._future.set_exception(error)

    def _moved(self, done: int, total: int) -> None:
        self.progress = (done, total)
