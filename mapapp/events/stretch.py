"""A sentence's tokens with the counted people in them."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass

from mapapp.events.people import NOT_PEOPLE
from mapapp.events.persons import Quantity


@dataclass(frozen=True, kw_only=True, slots=True)
class Stretch:
    """Tokens of a sentence with the counted people in them.

    Attributes:
        lowers: Folded tokens.
        first: First token.
        last: One past the last token.
        quantities: Counted phrases.
        words: The tokens as written; empty leaves persons' names unread.
        actors: Tokens that name a party, which are no person's name.
    """

    lowers: Sequence[str]
    first: int
    last: int
    quantities: Sequence[Quantity]
    words: Sequence[str] = ()
    actors: Collection[int] = ()


def can_count(quantity: Quantity, *, strict: bool) -> bool:
    """Return whether a counted phrase can be a toll; strict asks for a word for people."""
    if quantity.head in NOT_PEOPLE:
        return False
    return quantity.kind in ("people", "dead", "family") or not strict
