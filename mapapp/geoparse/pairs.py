"""Names that the text puts inside others: "Paris, Texas", "Vodiane (Donetska)", "Giza's Haram"."""

from collections.abc import Sequence

from mapapp.geoparse.containment import contains
from mapapp.geoparse.mention import UNKNOWN, Mention
from mapapp.geoparse.senses import COUNTRY_CODES, FIRST_LEVEL_CODES
from mapapp.geoparse.word_classes import TYPE_WORDS
from mapapp.model.document import Document

PAIRED_CANDIDATES = 12
"""Candidates of each side that are compared in "X, Y"."""

BEST_LISTED = 3
"""Candidates of X that count in "X, Y and Z": an obscure namesake in Y is a coincidence."""

LONGEST_IN = 3
"""Words of "in the northern" between a place and what contains it."""


def pair_containers(document: Document, mentions: Sequence[Mention]) -> None:
    """Find "X, Y" and "X (Y)" where Y contains X, and "Y's X".

    Where no candidate of X lies in Y, the text is believed rather than the gazetteer if it cannot
    be a list: "Holliday, Missouri" is in Missouri also when only Texas has a Holliday on record.
    """
    for index in range(len(mentions) - 1):
        mention, following = mentions[index], mentions[index + 1]
        if following.sentence == mention.sentence:
            gap = document.lowers[mention.last : following.first]
            if gap:
                _pair_apart(document, mentions, index, gap)
            elif mention.end < document.ends[mention.last - 1] and _holds(mention, following):
                following.container = mention


def _pair_apart(
    document: Document, mentions: Sequence[Mention], index: int, gap: Sequence[str]
) -> None:
    """Pair a mention with the next one by the words between them."""
    mention, following = mentions[index], mentions[index + 1]
    named = _types_before(gap)
    rest = list(gap[named:])
    if rest == ["("] or (named and rest in (["of"], ["of", "the"])):
        _pair_bracket(document, mentions, index)
    elif rest == [","]:
        _pair_comma(document, mentions, index, typed=named > 0)
    elif rest[:1] == ["in"] and len(rest) <= LONGEST_IN:
        known = bool(mention.sense.candidates)
        mention.container = following if _may_contain(following, mention, listed=known) else None


def _types_before(gap: Sequence[str]) -> int:
    """Return how many words of "X village, Y" say what X is; plurals end lists and count none."""
    count = 0
    while count < min(len(gap), MOST_TYPES) and gap[count] in TYPE_WORDS:
        count += 1
    return count


def _pair_bracket(document: Document, mentions: Sequence[Mention], index: int) -> None:
    """Pair "X (Y)" and "X (Y, Z)": coded notes put the district and the province there.

    The nearest of them that contains X on record is taken, else the nearest that is on record.
    """
    mention = mentions[index]
    outers = _bracketed(document, mentions, index)
    for outer in outers:
        if _holds(outer, mention) and mention.sense.kind != "country":
            mention.container = outer
            return
    if mention.sense.kind not in FORCED:
        return
    for at, outer in enumerate(outers):
        if _is_unit(outer) or (outer.sense.candidates and _any_holds(outers[at + 1 :], outer)):
            mention.container = outer
            return


def _bracketed(document: Document, mentions: Sequence[Mention], index: int) -> list[Mention]:
    """Return the names in the bracket after a mention, parted by commas and types alone."""
    found = [mentions[index + 1]]
    for right in mentions[index + 2 : index + 1 + REACH]:
        between = document.lowers[found[-1].last : right.first]
        if between[_types_before(between) :] != [","] or right.sentence != found[-1].sentence:
            break
        found.append(right)
    return found


def _any_holds(outers: Sequence[Mention], inner: Mention) -> bool:
    return any(_holds(outer, inner) for outer in outers)


def _pair_comma(
    document: Document, mentions: Sequence[Mention], index: int, *, typed: bool
) -> None:
    """Pair a mention with what follows its comma."""
    mention, following = mentions[index], mentions[index + 1]
    # "... in Idlib, Turkey's ministry said": after the comma a new clause begins.
    possessive = following.end < document.ends[following.last - 1]
    listed = possessive or (not typed and _in_list(document, mentions, index))
    if _may_contain(following, mention, listed=listed):
        mention.container = following
    else:
        _pair_further(document, mentions, index)


def _pair_further(document: Document, mentions: Sequence[Mention], index: int) -> None:
    """Find Z in "X, Y, Z" where Y is not known to contain X."""
    mention, at = mentions[index], index + 1
    while at + 1 < len(mentions) and at - index < REACH:
        left, right = mentions[at], mentions[at + 1]
        between = document.lowers[left.last : right.first]
        if between != [","] or right.sentence != mention.sentence:
            return
        if right.sense.kind in UNITS and mention.sense.kind != "country" and _holds(right, mention):
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
    if _holds(outer, inner, best=BEST_LISTED if listed else None):
        return True
    if inner.sense.kind == UNKNOWN:
        return not listed and _is_unit(outer)
    return not listed and inner.sense.kind in FORCED and outer.sense.kind in UNITS


def _is_unit(mention: Mention) -> bool:
    """Return whether a name can mean a country or first-level unit, whatever else it means."""
    candidates = mention.sense.candidates[:PAIRED_CANDIDATES]
    return any(candidate.place.feature_code in UNIT_CODES for candidate in candidates)


def _holds(outer: Mention, inner: Mention, best: int | None = None) -> bool:
    """Return whether some candidate of one, perhaps only of its best known, lies in the other."""
    return any(
        contains(wide.place, narrow.place)
        for wide in outer.sense.candidates[:PAIRED_CANDIDATES]
        for narrow in inner.sense.candidates[:best]
    )


MOST_TYPES = 2
MARKS = frozenset({",", "and", "&", "or", ";"})
REACH = 3
CONTAINING = frozenset({"country", "admin1", "unit", "admin"})
UNITS = frozenset({"country", "admin1", "unit"})
UNIT_CODES = COUNTRY_CODES | FIRST_LEVEL_CODES
FORCED = frozenset({"city", "town", "village", "spot", UNKNOWN})
"""Kinds of names that the text outranks the gazetteer about."""
