"""Named groups that no lexicon has: "the X Brigade", "Liwa X", "XYZ militants"."""

from bisect import bisect_right
from collections.abc import Collection
from itertools import compress

from mapapp.actors.finding import Finding
from mapapp.actors.names import fold
from mapapp.actors.words import (
    ARMED_VERBS,
    FIGHTER_NOUNS,
    GROUP_HEADS,
    LEADING_HEADS,
    NAME_LINKS,
    NO_ACRONYMS,
    NO_NAMES,
    TAIL_LINKS,
    WEAK_HEADS,
)
from mapapp.model.actor import Actor
from mapapp.model.document import Document
from mapapp.text.remembered import Remembered

ARMED_WORDS = frozenset(
    "liberation defense defence resistance patriotic revolutionary peoples democratic islamic "
    "self salvation jihad martyrs freedom fighters popular mujahideen mujahidin armed militia "
    "communal ethnic clan tribal sons youth heroes military shura peoples' people's "
    "operation operations patriots".split()
)
"""Words that make a name with a weak head ("X Force") an armed group's."""

UNIT_WORDS = frozenset(
    "mechanized mechanised infantry armored armoured assault airborne tank motorized motorised "
    "rifle artillery marine commando mountain light air border coast security naval red human "
    "special operations police western rapid task aerospace missile republican national "
    "federal african presidential prime ministry".split()
)
"""Words of regular units: the "93rd Mechanized Brigade" is a part of an army."""

COMMON_ENDINGS = ("ed", "ing", "ist", "ly", "al", "ive", "ous", "ic", "ern", "less", "ful", "an")
"""Endings of ordinary adjectives, which open sentences with a capital ("Masked gunmen")."""

RIGHT_LINKS = NAME_LINKS | TAIL_LINKS
TAIL_OPENERS = frozenset("of for de del du pour".split())
MEMBER_WORDS = FIGHTER_NOUNS | frozenset(
    "members member leaders leader troops soldiers forces units elements supporters remnants "
    "officers officer head chief".split()
)
"""Words for a group's people, which are no part of its name ("Members of the X Front")."""

PEOPLE_MODIFIERS = frozenset("ethnic communal tribal clan armed youth pastoralist".split())
"""Between a people's name and its fighters ("Zogoba ethnic militia")."""

SHARED_NOUNS = frozenset("militias clans subclans tribes tribesmen gangs factions herders".split())
"""Plurals before which "and" parts two names ("Zogoba and Tarumba militias")."""

CLANS = frozenset("clan subclan tribe clans subclans tribes".split())
CLAN_VERBS = ARMED_VERBS | {"shot", "opened", "burned"}
"""After "the X sub-clan", verbs that make the clan one that fights."""

LONGEST_NAME = 8
SHORTEST_ACRONYM, LONGEST_ACRONYM = 3, 8

_HEADS = GROUP_HEADS | WEAK_HEADS
_TRIGGERS = _HEADS | FIGHTER_NOUNS | LEADING_HEADS | CLAN_VERBS | {"forces", "troops"}


def find_groups(
    document: Document, taken: Collection[int], places: Collection[int]
) -> list[Finding]:
    """Return named groups among the tokens that no other rule took.

    Args:
        document: What to read.
        taken: Tokens that already name an actor, or a country or its people.
        places: Tokens of toponyms; a place before "fighters" makes no group's name.
    """
    lowers = document.lowers
    firsts = [sentence.first for sentence in document.sentences]
    found: list[Finding] = []
    for index in compress(range(len(lowers)), map(_HOT.__getitem__, lowers)):
        at = bisect_right(firsts, index) - 1
        if at < 0 or index >= document.sentences[at].last:
            continue
        if index in taken and not _is_beside_acronym(document, index, taken):
            continue
        sentence = document.sentences[at]
        stretch = _stretch(
            document, index, sentence.first, sentence.last, taken=taken, places=places
        )
        if stretch is not None:
            found.append(unknown_group(document, *stretch))
    return found


def _is_beside_acronym(document: Document, index: int, taken: Collection[int]) -> bool:
    """Return whether fighters whom another rule took are those of an acronym: "XKLA rebels"."""
    fighters = index > 0 and document.lowers[index] in FIGHTER_NOUNS
    return fighters and index - 1 not in taken and is_acronym(document.words[index - 1])


def _is_hot(word: str) -> bool:
    return word in _TRIGGERS or fold(word) in LEADING_HEADS


_HOT = Remembered(_is_hot)


def _stretch(
    document: Document,
    index: int,
    first: int,
    last: int,
    *,
    taken: Collection[int],
    places: Collection[int],
) -> tuple[int, int] | None:
    """Return the tokens of a group's name whose head or follower stands at an index."""
    word = fold(document.lowers[index])
    capital = document.words[index][0].isupper()
    if capital and word in LEADING_HEADS:
        return _led_by(document, index, last)
    if capital and word in _HEADS:
        return _headed_by(document, index, first, last, taken)
    if not capital:
        return _before_fighters(document, index, first, taken, places)
    return None


def _led_by(document: Document, index: int, last: int) -> tuple[int, int] | None:
    end = name_after(document, index + 1, last)
    return (index, end) if end > index + 1 else None


def _headed_by(
    document: Document, index: int, first: int, last: int, taken: Collection[int]
) -> tuple[int, int] | None:
    begin = name_before(document, index, first, taken)
    end = index + 1
    if end < last and document.lowers[end] in TAIL_OPENERS:
        end = max(end, name_after(document, end, last))
    words = {fold(word) for word in document.lowers[begin:end]}
    if begin == index and end - index < 3:  # noqa: PLR2004  (head, link, name)
        return None
    # An "operations room" is a league of groups, "special operations" are a regular unit's.
    units = UNIT_WORDS - GROUP_HEADS - ({"operations"} if "room" in words else set())
    if words & units or _only_links(document, begin, index, end):
        return None
    head = fold(document.lowers[index])
    if head in WEAK_HEADS and not (words - {head}) & ARMED_WORDS:
        return None
    return begin, end


def _before_fighters(
    document: Document, index: int, first: int, taken: Collection[int], places: Collection[int]
) -> tuple[int, int] | None:
    if index == first or index - 1 in taken or index - 1 in places:
        return None
    word = document.words[index - 1]
    if is_acronym(word):
        return index - 1, index
    if document.lowers[index - 1] in CLANS and document.lowers[index] in CLAN_VERBS:
        return _clan(document, index, first, taken)
    head = index
    while head > first + 1 and document.lowers[head - 1] in PEOPLE_MODIFIERS:
        head -= 1
    begin = name_before(document, head, first, taken)
    if document.lowers[index] in SHARED_NOUNS:
        begin = max(
            (at + 1 for at in range(begin, head) if document.lowers[at] == "and"), default=begin
        )
    in_place = any(at in places for at in range(begin, head))
    if document.lowers[index] not in FIGHTER_NOUNS or begin == head or in_place:
        return None
    opens = begin == first or not document.words[begin - 1][0].isalnum()
    if opens and head - begin == 1 and _looks_common(document.lowers[begin]):
        return None
    return begin, head


def _clan(
    document: Document, index: int, first: int, taken: Collection[int]
) -> tuple[int, int] | None:
    """Return the name of a clan that fights: "Digil-Garre sub-clan shot"."""
    head = index - 1
    while head > first and document.lowers[head - 1] in ("-", "sub"):
        head -= 1
    begin = name_before(document, head, first, taken)
    begin = max(
        (at + 1 for at in range(begin, head) if document.lowers[at] == "and"), default=begin
    )
    end = head if document.lowers[index - 1] in SHARED_NOUNS else index
    return (begin, end) if begin < head else None


def name_before(document: Document, index: int, first: int, taken: Collection[int]) -> int:
    """Return the first token of the capitalized words that end before an index."""
    begin = at = index
    while at > max(first, index - LONGEST_NAME):
        at -= 1
        word = document.words[at]
        if at in taken or not (word[0].isupper() or document.lowers[at] in NAME_LINKS):
            break
        if word[0].isupper():
            begin = at
    while begin < index and _is_no_name(fold(document.lowers[begin])):
        begin += 1
    return begin


def _is_no_name(word: str) -> bool:
    return word in NO_NAMES or word in NAME_LINKS or word in MEMBER_WORDS


def name_after(document: Document, at: int, last: int) -> int:
    """Return one past the last capitalized word that follows, links between skipped."""
    end = at
    for index in range(at, min(last, at + LONGEST_NAME)):
        if document.words[index][0].isupper():
            if index > at and fold(document.lowers[index]) in LEADING_HEADS:
                break
            end = index + 1
        elif document.lowers[index] not in RIGHT_LINKS:
            break
    return end


def _only_links(document: Document, begin: int, index: int, end: int) -> bool:
    others = [*range(begin, index), *range(index + 1, end)]
    return not any(
        document.words[at][0].isupper() and fold(document.lowers[at]) not in NO_NAMES
        for at in others
    )


def is_acronym(word: str) -> bool:
    """Return whether a word in capitals may be a group's: "XKLA", not "UNHCR"."""
    return (
        SHORTEST_ACRONYM <= len(word) <= LONGEST_ACRONYM
        and word.isupper()
        and word.isalnum()
        and not word.isdigit()
        and word not in NO_ACRONYMS
    )


def _looks_common(lower: str) -> bool:
    return len(lower) <= 3 or lower.endswith(COMMON_ENDINGS)  # noqa: PLR2004


def unknown_group(document: Document, first: int, last: int) -> Finding:
    """Return the group that no lexicon has and that tokens name."""
    start, end = document.starts[first], document.ends[last - 1]
    name = " ".join(document.text[start:end].split()).replace("’", "'").removesuffix("'s")
    slug = "-".join(fold(word) for word in document.lowers[first:last] if word[0].isalnum())
    actor = Actor(id=f"unknown:{slug}", name=name, short_name=name, kind="militia", side="unknown")
    return Finding(first=first, last=last, actor=actor, rule="unknown group")
