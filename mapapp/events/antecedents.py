"""Whom "they" and "he" mean: the people that the sentence before counted."""

from collections.abc import Sequence
from dataclasses import replace

from mapapp.events.people import NOT_PEOPLE
from mapapp.events.persons import Quantity
from mapapp.events.stretch import Stretch, can_count
from mapapp.events.toll_words import DEATHBED, DYING, KILLED, TOLL_WORDS, WOUNDS

MANY = frozenset(("they", "them"))
ONE = frozenset(("he", "she"))
PRONOUNS = MANY | ONE | {"their"}
PASSIVE = frozenset(("was", "were", "been"))
WOUNDS_REACH = 6
"""Tokens in which the wounds or the hospital stand: "she died" alone may be of an illness."""


def antecedents_of(quantities: Sequence[Quantity]) -> dict[str, Quantity]:
    """Return pronouns with the people whom they mean in the next sentence.

    Args:
        quantities: Counted phrases of a sentence in which nobody was killed. Where two could be
            meant, none is.
    """
    people = [q for q in quantities if can_count(q, strict=True) and q.kind == "people"]
    found: dict[str, Quantity] = {}
    groups = [q for q in people if q.high is None or q.high > 1]
    persons = [q for q in people if q.high == 1]
    if len(groups) == 1:
        found.update(dict.fromkeys((*MANY, "their"), groups[0]))
    if len(persons) == 1:
        found.update(dict.fromkeys(ONE, persons[0]))
    return found


def antecedent(stretch: Stretch, at: int) -> list[Quantity]:
    """Return the people of the sentence before whom the pronoun at a token means."""
    meant = stretch.antecedents.get(stretch.lowers[at])
    return [] if meant is None else [replace(meant, first=at, last=at + 1)]


def pronoun_before(stretch: Stretch, end: int, verb: int) -> list[Quantity]:
    """Return whom "they were killed" and "they died of their wounds" mean.

    Args:
        stretch: The sentence.
        end: One past the token before the verb's auxiliaries.
        verb: Token of the verb.
    """
    word = stretch.lowers[verb]
    deadly = word not in TOLL_WORDS or TOLL_WORDS[word][0] == KILLED
    signs = DEATHBED if stretch.attacked else WOUNDS
    hurt = not signs.isdisjoint(stretch.lowers[verb : min(verb + WOUNDS_REACH, stretch.last)])
    passive = (word in DYING and hurt) or not PASSIVE.isdisjoint(stretch.lowers[end:verb])
    if end == stretch.first or not deadly or not passive:
        return []
    return antecedent(stretch, end - 1) or _in_sentence(stretch, end - 1)


def _in_sentence(stretch: Stretch, at: int) -> list[Quantity]:
    """Return the only people before a pronoun in its own sentence who can be meant."""
    before = [q for q in stretch.quantities if q.last < at]
    people = [q for q in before if q.kind in ("people", "bare") and q.head not in NOT_PEOPLE]
    many = stretch.lowers[at] in MANY
    meant = [q for q in people if (q.low > 1) == many and stretch.lowers[at] in PRONOUNS]
    return [replace(meant[0], first=at, last=at + 1)] if len(meant) == 1 else []
