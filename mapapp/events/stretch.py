"""A sentence's tokens with the counted people in them."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import field

from mapapp.events.people import NOT_PEOPLE
from mapapp.events.persons import Quantity
from mapapp.model.record import record


@record
class Stretch:
    """Tokens of a sentence with the counted people in them.

    Attributes:
        lowers: Folded tokens.
        first: First token.
        last: One past the last token.
        quantities: Counted phrases.
        words: The tokens as written; empty leaves persons' names unread.
        actors: Tokens that name a party, which are no person's name.
        antecedents: Pronoun to whom the sentence before counted.
        attacked: Whether the sentence before tells an event, of which "he died in hospital" may be.
        told: Whether a death is told in the sentences before, so that "his body" is of its dead.
        only_dead: Whether deaths are all that these tell, so that "two of them" are of the dead.
    """

    lowers: Sequence[str]
    first: int
    last: int
    quantities: Sequence[Quantity]
    words: Sequence[str] = ()
    actors: Collection[int] = ()
    antecedents: Mapping[str, Quantity] = field(default_factory=dict)
    attacked: bool = False
    told: bool = False
    only_dead: bool = False


def can_count(quantity: Quantity, *, strict: bool) -> bool:
    """Return whether a counted phrase can be a toll; strict asks for a word for people."""
    if quantity.head in NOT_PEOPLE:
        return False
    return quantity.kind in ("people", "dead", "family") or not strict
