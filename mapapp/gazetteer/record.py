"""What a reader yields for each row, and what it says about a row that cannot be used."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

from mapapp.model.place import Place


@dataclass(frozen=True, kw_only=True, slots=True)
class Record:
    """A place with every way to write its name.

    Attributes:
        place: The row itself.
        names: Other names and spellings, in any script; the primary name need not be among them.
        line: Where in its file the row begins, counted from 1; 0 when the format has no lines.
    """

    place: Place
    names: tuple[str, ...] = ()
    line: int = 0


@dataclass(frozen=True, kw_only=True, slots=True)
class Problem:
    """A value that breaks a rule.

    Attributes:
        line: Counted from 1.
        column: The column's name; empty when the whole row is meant.
        value: What was found.
        rule: What is allowed.
    """

    line: int
    column: str
    value: str
    rule: str

    def __str__(self) -> str:
        """Return one line for a person."""
        where = f"line {self.line}" + (f", column {self.column}" if self.column else "")
        return f"{where}: found {self.value!r}; {self.rule}"


Report = Callable[[Problem], None]
"""Takes each problem as it is found."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Reader:
    """A gazetteer format: one module in `mapapp.gazetteer.readers`, found by being there.

    Attributes:
        label: Name of the format for people.
        accepts: Whether a file, by its name and first bytes, has this format. At most one reader
            should say yes; the first in alphabetical order of modules wins.
        read: Yields the rows in file order and in constant memory. A row that breaks a rule is
            reported and left out. Raises DataError when the file as a whole cannot be read.
        count: Returns about how many rows the file has, for a progress bar; 0 when unknown.
    """

    label: str
    accepts: Callable[[Path], bool]
    read: Callable[[Path, Report], Iterator[Record]]
    count: Callable[[Path], int]
