"""How many rows a file has, for a progress bar: counted by its line ends, unread."""

from pathlib import Path
from typing import IO

_CHUNK = 1 << 20


def count_lines(file: IO[bytes]) -> int:
    """Return the number of line ends from where a stream stands."""
    return sum(chunk.count(b"\n") for chunk in iter(lambda: file.read(_CHUNK), b""))


def count_rows(path: Path) -> int:
    """Return the number of lines after the header."""
    with path.open("rb") as file:
        return max(0, count_lines(file) - 1)
