"""Counted people after their toll word: objects of "killed", those joined to them, pronouns."""

from collections.abc import Sequence
from dataclasses import replace

from mapapp.events.antecedents import antecedent
from mapapp.events.joints import COMPANY, LISTING, is_origin, links, words_between
from mapapp.events.people import (
    COLLECTIVE_PEOPLE,
    FAMILY_WORDS,
    NOT_PEOPLE,
    is_one_person,
    is_people,
)
from mapapp.events.persons import (
    DETERMINERS,
    LONGEST_PHRASE,
    PART_OF,
    Quantity,
    ends_phrase,
    one_person,
)
from mapapp.events.stretch import Stretch, can_count
from mapapp.events.toll_words import (
    ADJECTIVE_REACH,
    AGENT_ENDINGS,
    AGENT_REACH,
    AUXILIARIES,
    INCLUDING,
    OBJECT_PRONOUNS,
    OBJECT_SKIPS,
    TOLL_WORDS,
)

FINITE = frozenset(
    "was were is are had have has did fled ran left went said told took made got came "
    "also later then could would will".split()
)
"""Verbs and adverbs after the subject of a clause that begins with "and"."""

APART = frozenset(
    "man woman boy girl child baby infant toddler mother father son daughter husband wife brother "
    "sister bride groom".split()
)
"""Nouns of which no two are said of one person."""

ORDINALS = frozenset("second third fourth fifth sixth seventh eighth ninth tenth".split())
ANYBODY = frozenset("people persons civilians individuals villagers residents victims".split())
DETAILS = frozenset((",", ":", "-", "–", "("))
"""Marks after a total, before who the people were."""


def objects_after(stretch: Stretch, at: int, used: set[int]) -> list[Quantity]:
    """Return the coordinated counted phrases that start right after a toll word."""
    while at < stretch.last and stretch.lowers[at] in OBJECT_SKIPS:
        if any(quantity.first == at for quantity in stretch.quantities):
            break
        at += 1
    if stretch.lowers[at + 2 : at + 3] == ["of"] and stretch.lowers[at] in ("a", "the"):
        # "A family of five", "a group of ten farmers".
        at += 3 * any(quantity.first == at + 3 for quantity in stretch.quantities)
    first = next((q for q in stretch.quantities if q.first == at and q.first not in used), None)
    first = first or _someone(stretch, at) or _another(stretch, at)
    if first is None or not can_count(first, strict=False):
        return []
    if first.head == "themselves":
        first = _reflexive(stretch, first)
    return _coordinated(stretch, first, used)


def _reflexive(stretch: Stretch, themselves: Quantity) -> Quantity:
    """Return those who killed themselves: the group counted before, else two at the least."""
    groups = [q for q in stretch.quantities if q.last < themselves.first and q.low > 1]
    meant = [q for q in groups if can_count(q, strict=True)][-1:]
    low, high = (meant[0].low, meant[0].high) if meant else (2, None)
    return replace(themselves, low=low, high=high)


def pronoun_after(stretch: Stretch, at: int, used: set[int]) -> list[Quantity]:
    """Return whom "killed him" and "killed them" mean: one, or those counted last before."""
    if at >= stretch.last or stretch.lowers[at] not in OBJECT_PRONOUNS:
        return []
    before = [q for q in stretch.quantities if q.last < at and can_count(q, strict=True)]
    if stretch.lowers[at] == "them":
        groups = [q for q in before if q.low > 1 and q.first not in used]
        return groups[-1:] or antecedent(stretch, at)
    one = [q for q in before if q.low == 1 and q.first not in used][-1:]
    return one or [one_person(at, at + 1)]


def killed_one(stretch: Stretch, at: int) -> list[Quantity]:
    """Return one for "killed a Chadian national": whatever noun is no thing, herd or group."""
    if stretch.lowers[at : at + 2] == ["the", "former"]:
        at += 1
    elif at >= stretch.last or stretch.lowers[at] not in ("a", "an"):
        return _plain_one(stretch, at)
    end = at + 1
    while end < min(at + LONGEST_PHRASE, stretch.last) and not ends_phrase(stretch.lowers[end]):
        word = stretch.lowers[end]
        if word in NOT_PEOPLE or word in FAMILY_WORDS or word in COLLECTIVE_PEOPLE:
            return []
        end += 1
    counted = stretch.lowers[end : end + 1] != ["number"] and end > at + 1
    return [one_person(at, end)] if counted else []


def _plain_one(stretch: Stretch, at: int) -> list[Quantity]:
    """Return one for "killed local journalist Ahmed Divela": a person's noun without article."""
    for index in range(at, min(at + AGENT_REACH, stretch.last)):
        part = PART_OF[stretch.lowers[index]]
        if part == "person":
            following = stretch.lowers[index + 1] if index + 1 < stretch.last else "."
            if is_one_person(following):
                # "A separatist leader": the last noun of the two is meant.
                continue
            plural = PART_OF[following] == "other" or is_people(following)
            return [] if plural else [one_person(at, index + 1, stretch.lowers[index])]
        if part:
            return []
    return []


def _another(stretch: Stretch, at: int) -> Quantity | None:
    """Return one for "killing one and injuring another" or "a third" without a noun."""
    alone = at + 1 >= stretch.last or ends_phrase(stretch.lowers[at + 1])
    if alone and stretch.lowers[at : at + 1] == ["another"]:
        return one_person(at, at + 1, "another")
    ordinal = stretch.lowers[at : at + 1] == ["a"] and at + 1 < stretch.last
    if ordinal and stretch.lowers[at + 1] in ORDINALS:
        end = at + 2 >= stretch.last or ends_phrase(stretch.lowers[at + 2])
        return one_person(at, at + 2, "another") if end else None
    return None


def _someone(stretch: Stretch, at: int) -> Quantity | None:
    """Return one for "a rubber tapper": an agent's noun that no list has."""
    if at >= stretch.last or stretch.lowers[at] not in ("a", "an"):
        return None
    for index in range(at + 1, min(at + AGENT_REACH, stretch.last)):
        word = stretch.lowers[index]
        if word in NOT_PEOPLE or word == "number" or not word.isalpha():
            return None
        if word.endswith(AGENT_ENDINGS):
            return one_person(at, index + 1, word)
    return None


def _coordinated(stretch: Stretch, first: Quantity, used: set[int]) -> list[Quantity]:
    """Return a counted phrase and those joined to it by commas and "and"."""
    chain = [first]
    for quantity in stretch.quantities:
        if quantity.first < chain[-1].last or quantity.first in used:
            continue
        between = words_between(stretch, chain[-1], quantity)
        if _is_aside(between):
            continue
        if not between or not (links(between) or is_origin(between)):
            break
        if _is_other(stretch, quantity, between):
            break
        chain.append(quantity)
    if _is_detailed(stretch, chain):
        return chain[:1]
    return [*chain, *_second_person(stretch, chain[-1])]


def _is_detailed(stretch: Stretch, chain: Sequence[Quantity]) -> bool:
    """Return whether a list only tells who the first were: "three people, two men and a boy"."""
    first, *others = chain
    if not others or first.low != sum(quantity.low for quantity in others):
        return False
    return first.head in ANYBODY and stretch.lowers[first.last] in DETAILS


def _second_person(stretch: Stretch, first: Quantity) -> list[Quantity]:
    """Return the child of "a woman and child"; "a lawyer and activist" can be one person."""
    at = first.last
    second = stretch.lowers[at + 1 : at + 2]
    joined = stretch.lowers[at : at + 1] == ["and"] and first.head in APART and second
    return [one_person(at + 1, at + 2, second[0])] if joined and second[0] in APART else []


def _is_other(stretch: Stretch, quantity: Quantity, between: Sequence[str]) -> bool:
    """Return whether a list of victims ends before a phrase that seems joined to it."""
    if quantity.kind == "part" or not can_count(quantity, strict=False):
        return True
    if starts_next(stretch, quantity) or (between[-1:] == ["and"] and acts(stretch, quantity)):
        return True
    return between[-1:] == [","] and _opens_clause(stretch, quantity)


def acts(stretch: Stretch, quantity: Quantity) -> bool:
    """Return whether a phrase after "and" is the subject of a verb: "and two men fled"."""
    following = stretch.lowers[quantity.last] if quantity.last < stretch.last else ""
    return following in FINITE or (following.endswith("ed") and following not in TOLL_WORDS)


def _opens_clause(stretch: Stretch, quantity: Quantity) -> bool:
    """Return whether a comma ends a list of victims: "killed nine, a doctor said"."""
    following = stretch.lowers[quantity.last : quantity.last + 1]
    return stretch.lowers[quantity.first] in DETERMINERS and following not in LISTING


def companions_after(stretch: Stretch, at: int, used: set[int]) -> list[Quantity]:
    """Return those "along with" whom somebody was killed."""
    for phrase in COMPANY:
        end = at + len(phrase)
        if tuple(stretch.lowers[at:end]) == phrase:
            return objects_after(stretch, end, used)
    return []


def _is_aside(between: Sequence[str]) -> bool:
    return any(word in INCLUDING for word in between)


def starts_next(stretch: Stretch, quantity: Quantity) -> bool:
    """Return whether a phrase belongs to a toll word that follows it ("and 5 injured")."""
    begin = quantity.last
    if stretch.lowers[begin : begin + 1] == ["and"]:
        # "Three women and a child were wounded."
        begin = next((q.last for q in stretch.quantities if q.first == begin + 1), begin)
    for at in range(begin, min(begin + ADJECTIVE_REACH + 1, stretch.last)):
        word = stretch.lowers[at]
        if word in TOLL_WORDS and TOLL_WORDS[word][1] in ("participle", "adjective"):
            return True
        if word not in AUXILIARIES and word != "others":
            return False
    return False
