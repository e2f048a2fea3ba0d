"""Compiling gazetteer files into the name index, once for each content."""

import gc
import logging
import os
import sqlite3
import tempfile
from collections.abc import Callable, Iterator, Sequence
from contextlib import closing, contextmanager, suppress
from pathlib import Path

import mapapp.gazetteer.readers
from mapapp.errors import DataError
from mapapp.gazetteer.finish import write_tables
from mapapp.gazetteer.loading import Loader
from mapapp.gazetteer.merge import merge_duplicates
from mapapp.gazetteer.record import Problem, Reader, Record
from mapapp.gazetteer.schema import TABLES
from mapapp.registry import discover

logger = logging.getLogger(__name__)

Progress = Callable[[int, int], None]

_KEPT_INDEXES = 4
_PROGRESS_ROWS = 2000
_LOGGED_PROBLEMS = 5

# The index is written to a file of its own and moved into place when whole: no journal needed.
_FAST_AND_SMALL = """
PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF; PRAGMA locking_mode = EXCLUSIVE;
PRAGMA cache_size = -32768; PRAGMA temp_store = FILE; PRAGMA temp.cache_size = -16384;
"""


def reader_for(path: Path) -> Reader:
    """Return the reader that accepts a file.

    Raises:
        DataError: No reader does.
    """
    readers = discover(mapapp.gazetteer.readers, "READER", Reader)
    for reader in readers.values():
        if reader.accepts(path):
            return reader
    labels = "; ".join(reader.label for reader in readers.values())
    message = f"{path} is in no gazetteer format that mapapp reads. It reads: {labels}."
    raise DataError(message)


def compile_index(files: Sequence[Path], target: Path, *, progress: Progress | None = None) -> None:
    """Compile gazetteer files into one index file, in bounded memory.

    Two processes that do so at once each write a file of their own; the last to finish wins, and
    both are whole. Rows that break a rule are left out and logged.

    Args:
        files: In order of trust: where two files have one place, the first one's row stands.
        target: The index file to make.
        progress: Called with rows done and rows in all, the latter an estimate.

    Raises:
        DataError: A file cannot be read, or the folder cannot be written.
    """
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
        handle, name = tempfile.mkstemp(dir=target.parent, prefix=target.stem, suffix=".part")
    except OSError as error:
        message = (
            f"The name index cannot be written to {target.parent}: {error.strerror}. Set "
            "MAPAPP_CACHE_FOLDER to a folder that can be written."
        )
        raise DataError(message) from error
    os.close(handle)
    draft = Path(name)
    try:
        with _uncollected():
            _write(files, draft, progress)
        with draft.open("rb+") as file:
            os.fsync(file.fileno())
        draft.replace(target)
    except sqlite3.Error as error:
        message = f"The name index {target} could not be written: {error}. Is the disk full?"
        raise DataError(message) from error
    finally:
        draft.unlink(missing_ok=True)
    _drop_old_indexes(target)


def _write(files: Sequence[Path], draft: Path, progress: Progress | None) -> None:
    readers = [(path, reader_for(path)) for path in files]
    total = sum(reader.count(path) for path, reader in readers) if progress else 0
    with closing(sqlite3.connect(draft, isolation_level=None)) as database:
        database.executescript(_FAST_AND_SMALL + TABLES)
        loader = Loader(database)
        database.execute("BEGIN")
        for number, (path, reader) in enumerate(readers):
            for record in _usable(path, reader):
                loader.add(number, record)
                if progress and loader.rows % _PROGRESS_ROWS == 0:
                    progress(loader.rows, max(total, loader.rows))
        loader.finish()
        merge_duplicates(database, files=len(files))
        write_tables(database)
        database.execute("COMMIT")
    if progress:
        progress(total, total)


@contextmanager
def _uncollected() -> Iterator[None]:
    """Hold the search for reference cycles: there are none, and it walks over all that is held.

    It takes a tenth of the time of a compilation.
    """
    collecting = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if collecting:
            gc.enable()


def _usable(path: Path, reader: Reader) -> Iterator[Record]:
    """Yield a file's rows; log how many were left out, and the first few of them."""
    problems: list[Problem] = []
    refused = 0

    def report(problem: Problem) -> None:
        nonlocal refused
        refused += 1
        if len(problems) < _LOGGED_PROBLEMS:
            problems.append(problem)

    yield from reader.read(path, report)
    if refused:
        logger.warning(
            "%s: %d values break a rule and their rows were left out, such as %s. "
            "'mapapp gazetteer check %s' lists them all.",
            path,
            refused,
            "; ".join(str(problem) for problem in problems),
            path,
        )


def _drop_old_indexes(newest: Path) -> None:
    indexes = sorted(
        newest.parent.glob("names-*.sqlite"), key=lambda path: path.stat().st_mtime, reverse=True
    )
    for path in indexes[_KEPT_INDEXES:]:
        # Windows refuses while another process reads it: it goes next time.
        with suppress(PermissionError, FileNotFoundError):
            path.unlink()
