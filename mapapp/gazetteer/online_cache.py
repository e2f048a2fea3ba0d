"""Answers of online services kept on disk, so that no question is asked twice."""

import json
import sqlite3
import time
from collections.abc import Callable
from pathlib import Path

from mapapp.errors import DataError

FILE = "online.sqlite"
"""Name of the file in the cache folder."""

KEPT_SECONDS = 90 * 86400.0
"""How long an answer is trusted, "nothing found" as well: maps of war zones grow."""

_TABLE = """
CREATE TABLE IF NOT EXISTS answer (
    service TEXT, query TEXT, at REAL, rows TEXT, PRIMARY KEY (service, query)
) WITHOUT ROWID
"""


class AnswerCache:
    """One SQLite file; several processes may use it at once."""

    def __init__(self, folder: Path, *, now: Callable[[], float] = time.time) -> None:
        """Open the file, or make it.

        Args:
            folder: The cache folder; made where it is missing.
            now: Seconds since 1970.

        Raises:
            DataError: The file is damaged or cannot be written.
        """
        self._path = folder / FILE
        self._now = now
        try:
            folder.mkdir(parents=True, exist_ok=True)
            self._database = sqlite3.connect(self._path, timeout=30)
        except (OSError, sqlite3.Error) as error:
            raise self._explained(error) from error
        try:
            with self._database:
                self._database.execute(_TABLE)
        except sqlite3.Error as error:
            self.close()
            raise self._explained(error) from error

    def close(self) -> None:
        """Close the file."""
        self._database.close()

    def get(self, service: str, query: str) -> list[object] | None:
        """Return the kept rows of an answer; None when it was never asked or is too old.

        Raises:
            DataError: The file cannot be read.
        """
        try:
            found = self._database.execute(
                "SELECT rows FROM answer WHERE service = ? AND query = ? AND at > ?",
                (service, query, self._now() - KEPT_SECONDS),
            ).fetchone()
            rows = json.loads(found[0]) if found else None
        except (sqlite3.Error, ValueError) as error:
            raise self._explained(error) from error
        return rows if isinstance(rows, list) else None

    def put(self, service: str, query: str, rows: list[object]) -> None:
        """Keep an answer, in place of an older one.

        Raises:
            DataError: The file cannot be written.
        """
        text = json.dumps(rows)
        try:
            with self._database:
                self._database.execute(
                    "INSERT OR REPLACE INTO answer VALUES (?, ?, ?, ?)",
                    (service, query, self._now(), text),
                )
        except sqlite3.Error as error:
            raise self._explained(error) from error

    def _explained(self, error: Exception) -> DataError:
        message = (
            f"The answers kept in {self._path} cannot be used: {error}. Delete the file, which only"
            " means to ask again, or set MAPAPP_CACHE_FOLDER to a folder that can be written."
        )
        return DataError(message)
