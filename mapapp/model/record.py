"""Objects that a stage makes by the dozen for every sentence and keeps to itself."""

from dataclasses import dataclass
from typing import TypeVar, dataclass_transform

Made = TypeVar("Made")


@dataclass_transform(frozen_default=True, kw_only_default=True)
def record(kind: type[Made]) -> type[Made]:
    """Make a class a frozen, keyword-only dataclass with slots that is quick to make.

    The type checker alone sees to it that no instance is changed. What stages hand on, and callers
    may hold, is a dataclass that is frozen when it runs, too: filling a slot of one takes four
    times as long, which was a twelfth of the time that a note takes to read.
    """
    return dataclass(kw_only=True, slots=True, unsafe_hash=True)(kind)
