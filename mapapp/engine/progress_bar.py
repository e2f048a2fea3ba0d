"""A progress bar on standard error: rate, and time left once the total is known."""

from typing import Any, Self

from tqdm import tqdm

from mapapp.engine.read import Progress

_WORDS = {"collect": "Storing", "read": "Reading", "compile": "Compiling the gazetteer"}


class Bar:
    """One bar at a time; nothing is drawn where standard error is no terminal."""

    def __init__(self, *, quiet: bool = False) -> None:
        """Prepare; the bar appears with the first progress."""
        self._quiet = quiet
        self._bar: tqdm[Any] | None = None
        self._stage = ""

    def __enter__(self) -> Self:
        """Start."""
        return self

    def __exit__(self, *_: object) -> None:
        """Leave the last state standing."""
        if self._bar is not None:
            self._bar.close()
            self._bar = None

    def show(self, progress: Progress) -> None:
        """Draw how far storing and reading have come."""
        bar = self._draw(progress.stage, progress.done, progress.total, " articles")
        if bar is not None and progress.failed:
            bar.set_postfix(failed=progress.failed)

    def compile(self, done: int, total: int) -> None:
        """Draw how far the compiling of the gazetteer has come: rows done, rows in all."""
        self._draw("compile", done, total, " places")

    def _draw(self, stage: str, done: int, total: int | None, unit: str) -> "tqdm[Any] | None":
        if self._quiet:
            return None
        if self._bar is None or stage != self._stage:
            self.__exit__()
            self._stage = stage
            self._bar = tqdm(total=total, desc=_WORDS[stage], unit=unit, disable=None)
        self._bar.update(done - self._bar.n)
        return self._bar
