"""Victims in lists that a name opens: "killed Omar Hadi, his wife and two guards"."""

from mapapp.events.joints import COMPANY
from mapapp.events.named import SHORTEST_NAME, name_after, name_ending
from mapapp.events.objects import acts, killed_one, pronoun_after, starts_next
from mapapp.events.people import is_one_person, is_people
from mapapp.events.persons import Quantity
from mapapp.events.stretch import Stretch, can_count
from mapapp.events.toll_words import POSSESSIVES, TOLL_WORDS

LINKS = ("and", "&")
ARTICLES = frozenset(("a", "an", "the"))
OTHERS = frozenset("others".split())
LONGEST_LEAD = 9
"""Tokens of the longest name with its titles that opens a list."""


def persons_after(
    stretch: Stretch, at: int, used: set[int], *, shortest: int = SHORTEST_NAME
) -> list[Quantity]:
    """Return a person without a number after a toll word, and those whom the list goes on with.

    Args:
        stretch: The sentence.
        at: Where the person starts.
        used: First tokens of phrases counted before.
        shortest: Words in capitals that make a name.
    """
    named = killed_one(stretch, at) or name_after(stretch, at, shortest=shortest)
    if not named:
        return []
    return [*named, *_further(stretch, named[0].last, used)]


def pronouns_after(stretch: Stretch, at: int, used: set[int]) -> list[Quantity]:
    """Return whom "killed him and three of his guards" means."""
    meant = pronoun_after(stretch, at, used)
    return [*meant, *_further(stretch, at + 1, used)] if meant else []


def _further(stretch: Stretch, at: int, used: set[int]) -> list[Quantity]:
    """Return those named or counted after "and" or a comma; names after commas only in a list.

    "Killed Omar Hadi, Sana News said" has no list: no "and" closes it.
    """
    found: list[Quantity] = []
    closed = 0
    at = _past_description(stretch, at)
    while at < stretch.last:
        comma = stretch.lowers[at] == ","
        start = _past_link(stretch, at)
        item = _item(stretch, start, used) if start > at else None
        if item is None:
            break
        found.append(item)
        last_link = not comma or stretch.lowers[start - 1] in LINKS
        if last_link or stretch.lowers[item.first] in POSSESSIVES:
            closed = len(found)
        at = _past_description(stretch, item.last)
    return found[:closed]


def _past_link(stretch: Stretch, at: int) -> int:
    """Return one past what joins two victims at a token; the token where nothing does."""
    for phrase in COMPANY:
        if tuple(stretch.lowers[at : at + len(phrase)]) == phrase:
            return at + len(phrase)
    start = at + (stretch.lowers[at] == ",")
    return start + (start < stretch.last and stretch.lowers[start] in LINKS)


def _item(stretch: Stretch, at: int, used: set[int]) -> Quantity | None:
    for quantity in stretch.quantities:
        if quantity.first == at and quantity.first not in used:
            apart = starts_next(stretch, quantity) or acts(stretch, quantity)
            return None if apart or not can_count(quantity, strict=False) else quantity
    named = name_after(stretch, at)
    return named[0] if named and not acts(stretch, named[0]) else None


def _past_description(stretch: Stretch, at: int) -> int:
    """Return one past what is said of a name: "Omar Hadi, 45, a baker, and his son"."""
    lowers = stretch.lowers
    if lowers[at : at + 1] == [","] and lowers[at + 1 : at + 2] and lowers[at + 1].isdigit():
        at += 2 if lowers[at + 2 : at + 3] == [","] else 0
    noun = next((q for q in stretch.quantities if q.first == at + 1), None)
    if lowers[at : at + 1] != [","] or noun is None or noun.high != 1:
        return at
    listed = lowers[noun.last : noun.last + 1] == ["and"] and lowers[noun.last + 1] in ARTICLES
    return at if listed or lowers[noun.first] not in ARTICLES else noun.last


def leading_name(stretch: Stretch, begin: int, first: Quantity) -> list[Quantity]:
    """Return one for the name that opens a list: "Omar Hadi, his wife and a guard were killed".

    A name before "and" must open its clause: "rebels raided Deir Hafer and two men were killed".
    """
    mark = first.first - 1
    taken = begin > stretch.first and stretch.lowers[begin - 1] in TOLL_WORDS
    if taken or mark <= begin or mark - begin > LONGEST_LEAD:
        # "Killed Omar Hadi, and two men were wounded": the name is the object of a verb.
        return []
    owned = stretch.lowers[first.first] in POSSESSIVES
    joined = stretch.lowers[mark] in LINKS
    if not (joined or (owned and stretch.lowers[mark] == ",")):
        return []
    end = mark - (joined and stretch.lowers[mark - 1] == ",")
    named = name_ending(stretch, begin, end, shortest=1 if owned else SHORTEST_NAME)
    return named if named and (_opens(stretch, begin, named[0]) or first.head in OTHERS) else []


def _opens(stretch: Stretch, begin: int, name: Quantity) -> bool:
    """Return whether nothing but titles stands before a name in its clause."""
    before = stretch.lowers[begin : name.first]
    return all(word in ARTICLES or is_one_person(word) or word == "," for word in before)


def names_before(stretch: Stretch, begin: int, end: int) -> list[Quantity]:
    """Return two for "Omar Hadi and Salim Raza were killed"; places are not killed."""
    joint = next((at for at in range(begin + 1, end) if stretch.lowers[at] in LINKS), 0)
    second = name_after(stretch, joint + 1) if joint else []
    if not second or second[0].last != end:
        return []
    first = name_ending(stretch, begin, joint, shortest=1)
    before = stretch.lowers[begin : first[0].first] if first else ["-"]
    titled = all(is_people(word) or word in ARTICLES for word in before)
    return [*first, *second] if titled else []
