"""What may stand between two counted phrases of one list of victims."""

from collections.abc import Sequence

from mapapp.events.named import name_after
from mapapp.events.people import NOT_PEOPLE, is_one_person
from mapapp.events.persons import STOPPERS, Quantity
from mapapp.events.stretch import Stretch
from mapapp.events.toll_words import CHAIN_LINKS

OF = (
    ("of",),
    ("from",),
    ("in",),
    ("working", "for"),
    ("working", "with"),
    ("belonging", "to"),
    ("loyal", "to"),
    ("employed", "by"),
)
"""Words that begin what a counted person is of."""

ORIGINS = frozenset(("the", "a", "an", "and"))
"""Words between the names of where somebody is of."""

LONGEST_ORIGIN = 8
COMPANY = (
    ("along", "with"),
    ("together", "with"),
    ("alongside",),
    ("as", "well", "as"),
    ("in", "addition", "to"),
)
"""Words that join further victims."""

LISTING = ([","], ["and"], ["&"])
"""What follows an item of a list that goes on."""

LISTED = ([","], ["and"], ["as"], ["along"])
"""What follows a noun that no list has, if the list of victims goes on."""


def words_between(stretch: Stretch, one: Quantity, other: Quantity) -> Sequence[str]:
    """Return the words between two phrases, without the name of one person between commas.

    "A journalist, Omar Hadi, and his brother."
    """
    first = one.last
    if one.kind == "bare" and one.high != 1:
        # "Four deminers and their driver": a noun that no list has.
        first += _is_plural(stretch, first)
    if one.high == 1 and stretch.lowers[first] == ",":
        titled = stretch.lowers[first + 1 : first + 2]
        title = bool(titled) and is_one_person(titled[0])
        named = name_after(stretch, first + 1 + title, shortest=1)
        if named and stretch.lowers[named[0].last] == ",":
            first = named[0].last
    return stretch.lowers[first : other.first]


def _is_plural(stretch: Stretch, at: int) -> bool:
    """Return whether a word can be what a number counts, and "and" or a comma follows."""
    word = stretch.lowers[at] if at < stretch.last else ""
    plain = word.isalpha() and word.endswith("s") and word not in STOPPERS
    return plain and word not in NOT_PEOPLE and stretch.lowers[at + 1 : at + 2] in LISTED


def links(between: Sequence[str]) -> bool:
    """Return whether words join two victims, a bracket or an age between commas among them."""
    between = without_bracket(between)
    if between[:1] == [","] and between[1:2] and between[1].isdigit() and between[2:3] == [","]:
        between = between[2:]
    return CHAIN_LINKS.issuperset(between) or tuple(between) in COMPANY


def is_origin(between: Sequence[str]) -> bool:
    """Return whether words only tell where a victim is of: "the head *of Gao and* two men".

    A bracket tells more of the same: "two men (from Gao) and".
    """
    between = without_bracket(between)
    start = next((len(words) for words in OF if tuple(between[: len(words)]) == words), 0)
    inner = between[start:-1]
    plain = all(word in ORIGINS or (word.isalnum() and word not in STOPPERS) for word in inner)
    return start > 0 and between[-1:] in LISTING and len(between) <= LONGEST_ORIGIN and plain


def without_bracket(between: Sequence[str]) -> Sequence[str]:
    """Return words without the bracket that opens them."""
    if between[:1] != ["("] or ")" not in between:
        return between
    return between[between.index(")") + 1 :]
