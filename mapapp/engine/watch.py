"""Watching folders and feeds: what is new is ingested, again and again until stopped."""

import time
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass

from mapapp.articles.reader import Refused, Source

Mark = tuple[int, int]
"""Size and time of change of a file: when both stay, so does the content."""


@dataclass(kw_only=True, slots=True)
class Watch:
    """Which files were seen, and in which state.

    Attributes:
        find: Yields the sources that are there now.
        pause: Seconds between two looks.
        wait: Waits; replaced in tests.
    """

    find: Callable[[], Iterator[Source | Refused]]
    pause: float = 10.0
    wait: Callable[[float], None] = time.sleep

    def rounds(self, most: int | None = None) -> Iterator[list[Source | Refused]]:
        """Yield what is new or changed at each look, empty when nothing is; never ends by itself.

        A file counts once it has stopped changing from one look to the next: what is still
        being written is left for later.

        Args:
            most: Looks after which to stop; None for no end.
        """
        done: dict[str, Mark] = {}
        before: Mapping[str, Mark] = {}
        looks = 0
        while most is None or looks < most:
            if looks:
                self.wait(self.pause)
            sources = [found for found in self.find() if isinstance(found, Source) and found.path]
            marks = {str(source.path): _mark(source) for source in sources}
            first = looks == 0
            ready = [
                source
                for source in sources
                if (mark := marks[str(source.path)]) != done.get(str(source.path))
                and (first or mark == before.get(str(source.path)))
            ]
            done.update((str(source.path), marks[str(source.path)]) for source in ready)
            before = marks
            looks += 1
            yield list(ready)


def _mark(source: Source) -> Mark:
    try:
        status = source.path.stat() if source.path else None
    except OSError:
        status = None
    return (status.st_size, status.st_mtime_ns) if status else (-1, -1)
