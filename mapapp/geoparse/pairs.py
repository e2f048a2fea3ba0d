"""Names that the text puts inside others: "Paris, Texas", "Vodiane (Donetska)", "Giza's Haram"."""

from collections.abc import Sequence

from mapapp.geoparse.containment import contains
from mapapp.geoparse.mention import UNKNOWN, Mention
from mapapp.geoparse.senses import kind_of
from mapapp.model.document import Document

PAIRED_CANDIDATES = 12
"""Candidates of each side that are compared in "X, Y"."""

LONGEST_IN = 3
"""Words of "in the northern" between a place and what contains it."""


def pair_containers(document: Document, mentions: Sequence[Mention]) -> None:
    """Find "X, Y" and "X (Y)" where Y contains X, and "Y's X".

    Where no candidate of X lies in Y, the text is believed rather than the gazetteer if it cannot
    be a list: "Holliday, Missouri" is in Missouri also when only Texas has a Holliday on record.
    """
    for index in range(len(mentions) - 1):
        mention, following = mentions[index], mentions[index + 1]
        if following.sentence != mention.sentence:
            continue
        gap = document.lowers[mention.last : following.first]
        if gap in ([","], ["("]):
            _pair_marked(document, mentions, index)
        elif not gap and mention.end < document.ends[mention.last - 1]:
            if _holds(mention, following):
                following.container = mention
        elif gap[:1] == ["in"] and len(gap) <= LONGEST_IN:
            known = bool(mention.sense.candidates)
            mention.container = (
                following if _may_contain(following, mention, listed=known) else None
            )


def _pair_marked(document: Document, mentions: Sequence[Mention], index: int) -> None:
    """Pair a mention with what follows its comma or bracket."""
    mention, following = mentions[index], mentions[index + 1]
    # "... in Idlib, Turkey's ministry said": after the comma a new clause begins.
    possessive = following.end < document.ends[following.last - 1]
    listed = document.words[mention.last] == "," and (
        possessive or _in_list(document, mentions, index)
    )
    if _may_contain(following, mention, listed=listed):
        mention.container = following
    else:
        _pair_further(document, mentions, index)


def _pair_further(document: Document, mentions: Sequence[Mention], index: int) -> None:
    """Find Z in "X (Y, Z)" and "X, Y, Z" where Y is not known to contain X."""
    mention, at = mentions[index], index + 1
    while at + 1 < len(mentions) and at - index < REACH:
        left, right = mentions[at], mentions[at + 1]
        between = document.lowers[left.last : right.first]
        if between != [","] or right.sentence != mention.sentence:
            return
        if right.sense.kind in UNITS and mention.sense.kind != "country":
            bracketed = document.lowers[mention.last] == "(" and mention.sense.kind in FORCED
            if bracketed or _holds(right, mention):
                mention.container = right
                return
        at += 1


def _in_list(document: Document, mentions: Sequence[Mention], index: int) -> bool:
    """Return whether "X, Y" may be part of an enumeration of places of one kind."""
    lowers = document.lowers
    mention, following = mentions[index], mentions[index + 1]
    if (
        index
        and mention.first - mentions[index - 1].last == 1
        and lowers[mention.first - 1] in MARKS
    ):
        return True
    if index + 2 >= len(mentions) or mentions[index + 2].sentence != mention.sentence:
        return False
    between = lowers[following.last : mentions[index + 2].first]
    return 0 < len(between) <= 2 and all(word in MARKS for word in between)  # noqa: PLR2004


def _may_contain(outer: Mention, inner: Mention, *, listed: bool) -> bool:
    """Return whether the text can mean that one mention lies in the other."""
    kinds = (inner.sense.kind, outer.sense.kind)
    if kinds == ("country", "country"):
        return False
    if outer.sense.kind not in CONTAINING and inner.sense.kind != UNKNOWN:
        return _holds(outer, inner) and kinds[0] != "country"
    if _holds(outer, inner):
        return True
    if inner.sense.kind == UNKNOWN:
        return not listed and _is_unit(outer)
    return not listed and inner.sense.kind in FORCED and outer.sense.kind in UNITS


def _is_unit(mention: Mention) -> bool:
    """Return whether a name can mean a country or first-level unit, whatever else it means."""
    candidates = mention.sense.candidates[:PAIRED_CANDIDATES]
    return any(kind_of(candidate.place) in UNITS for candidate in candidates)


def _holds(outer: Mention, inner: Mention) -> bool:
    return any(
        contains(wide.place, narrow.place)
        for wide in outer.sense.candidates[:PAIRED_CANDIDATES]
        for narrow in inner.sense.candidates
    )


MARKS = frozenset({",", "and", "&", "or", ";"})
REACH = 3
CONTAINING = frozenset({"country", "admin1", "unit", "admin"})
UNITS = frozenset({"country", "admin1", "unit"})
FORCED = frozenset({"city", "town", "village", "spot", UNKNOWN})
"""Kinds of names that the text outranks the gazetteer about."""
