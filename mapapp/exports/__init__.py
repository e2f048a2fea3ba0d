"""One module per export format: each defines ``EXPORT``, an `Export`.

Every format writes exactly what the selection shows. Formats that follow another data set's
layout say in `Export.note` that the rows are machine-coded and not that data set's.
"""

from collections.abc import Callable
from dataclasses import dataclass
from typing import TextIO

from mapapp.view.extract import Extract


@dataclass(frozen=True, kw_only=True, slots=True)
class Export:
    """A file format.

    Attributes:
        name: What ``--format`` takes.
        label: Name for people.
        suffix: Suffix of the file, with its point.
        media_type: What a browser is told.
        note: What a reader must know about the file; empty when nothing.
        write: Writes the selection as text; lines end as the format asks for.
    """

    name: str
    label: str
    suffix: str
    media_type: str
    write: Callable[[Extract, TextIO], None]
    note: str = ""


def machine_coded(layout: str) -> str:
    """Return the label that every file in another data set's layout carries."""
    return f"machine-coded, {layout} layout; not {layout} data"
