"""A sentence's tokens with the counted people in them."""

from collections.abc import Sequence
from dataclasses import dataclass

from mapapp.events.people import NOT_PEOPLE
from mapapp.events.persons import Quantity


@dataclass(frozen=True, kw_only=True, slots=True)
class Stretch:
    """Tokens of a sentence with the counted people in them."""

    lowers: Sequence[str]
    first: int
    last: int
    quantities: Sequence[Quantity]


def can_count(quantity: Quantity, *, strict: bool) -> bool:
    """Return whether a counted phrase can be a toll; strict asks for a word for people."""
    if quantity.head in NOT_PEOPLE:
        return False
    return quantity.kind in ("people", "dead", "family") or not strict
