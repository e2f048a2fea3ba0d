"""What a second opinion on place names is: the contract of every module in `opinions/`."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Entity:
    """A stretch of text and what it names: ``place``, ``person`` or ``group``."""

    start: int
    end: int
    kind: str


Reader = Callable[[str], Sequence[Entity]]
"""Returns the entities of a piece of text, in text order and without overlap."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Opinion:
    """A plug-in in `mapapp/geoparse/opinions/`.

    Attributes:
        load: Loads what is needed; raises ConfigurationError with the command that installs it.
    """

    load: Callable[[], Reader]
