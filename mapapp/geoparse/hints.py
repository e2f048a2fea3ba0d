"""Words beside a name that say what kind of place it is: "town of", "province", "river"."""

from collections.abc import Mapping, Sequence

from mapapp.geoparse.lexicon import load_words
from mapapp.geoparse.mention import Mention
from mapapp.model.document import Document

HINTS: Mapping[str, str] = {
    word: hint
    for hint, words in {
        "admin": "province provinces governorate governorates district districts region regions"
        " state county counties oblast raion prefecture department subdistrict sub-district canton"
        " wilayat wilaya voivodeship krai okrug woreda departement parish emirate federation",
        "settlement": "city cities town towns village villages hamlet settlement municipality"
        " suburb suburbs neighborhood neighbourhood quarter borough township camp",
        "water": "river rivers lake lakes sea gulf bay strait ocean dam canal reservoir",
        "mountain": "mountain mountains hill hills heights mount plateau highlands",
        "island": "island islands peninsula",
        "facility": "airport airbase airfield base crossing checkpoint prison hospital",
    }.items()
    for word in words.split()
}

EXTENDING = frozenset(
    "province governorate district county region oblast raion prefecture department river lake"
    " island islands mountains valley desert peninsula subdistrict municipality krai"
    " township woreda upazila".split()
)
"""Capitalized type words that belong to the name that they follow."""

DISTANCES = frozenset("km kms kilometers kilometres kilometer kilometre mile miles".split())

SIDES = frozenset(
    "northern southern eastern western northwestern northeastern southwestern southeastern".split()
)

LIST_MARKS = frozenset({",", "and", "&", "or"})


def read_hints(document: Document, mentions: Sequence[Mention]) -> None:
    """Fill in the hints of accepted mentions, and take in capitalized type words after names.

    A hint before a list holds for the list ("the towns of A, B and C"), and a plural after one too
    ("A and B provinces").
    """
    previous: Mention | None = None
    for mention in mentions:
        before = mention.hint or _before(document, mention)
        if not before and previous is not None and _listed(document, previous, mention):
            before = previous.hint if _plural_list(document, previous) else ""
        if before == "water":
            mention.hint = _after(document, mention) or before
        else:
            mention.hint = before or _after(document, mention) or _power(document, mention)
        previous = mention
    for left, right in zip(reversed(mentions[:-1]), reversed(mentions[1:]), strict=True):
        if not left.hint and right.hint and _ends_plural(document, right):
            left.hint = right.hint if _listed(document, left, right) else ""


def _before(document: Document, mention: Mention) -> str:
    if mention.sense.size > 1 and _WATERS.intersection(mention.sense.key.split(" ")):
        return "water"
    lowers = document.lowers
    first = document.sentences[mention.sentence].first
    at = mention.first - 1
    if at >= first and lowers[at] == "of":
        at -= 1
        if lowers[max(first, at - 1)] in DISTANCES:
            return "settlement"  # "10 km north of Raqqa" counts from the city
    elif at >= first and document.words[at] in SIDES:
        return "region"  # "southern Idlib" is a part of the province
    elif at >= first and not document.words[at][0].islower():
        return ""
    return HINTS.get(lowers[at], "") if at >= first else ""


def _after(document: Document, mention: Mention) -> str:
    at, last = mention.last, document.sentences[mention.sentence].last
    if at >= last or mention.end != document.ends[at - 1]:
        return ""
    hint = HINTS.get(document.lowers[at], "")
    if hint and document.words[at][0].isupper():
        if document.lowers[at] not in EXTENDING or not _run_ends(document, at + 1, last):
            return ""
        mention.last = at + 1
        mention.end = document.ends[at]
    return hint


def _power(document: Document, mention: Mention) -> str:
    """Return ``power`` when a verb of politics follows: "Washington said" is no small town."""
    at = mention.last
    if at >= document.sentences[mention.sentence].last or mention.end != document.ends[at - 1]:
        return ""
    sections = load_words().sections
    word = document.lowers[at]
    return "power" if word in sections["policy"] or word in sections["speech"] else ""


def _run_ends(document: Document, at: int, last: int) -> bool:
    """Return whether no capitalized word follows: "Idlib Province", not "Essex County Council"."""
    return at >= last or not document.words[at][0].isupper()


def _listed(document: Document, left: Mention, right: Mention) -> bool:
    """Return whether two mentions stand in one list: only a comma or an "and" parts them."""
    if left.sentence != right.sentence or right.first - left.last > 2:  # noqa: PLR2004
        return False
    between = document.lowers[left.last : right.first]
    return bool(between) and all(word in LIST_MARKS for word in between)


def _plural_list(document: Document, mention: Mention) -> bool:
    """Return whether a list that a mention stands in was opened by a plural type word."""
    first = document.sentences[mention.sentence].first
    window = document.lowers[max(first, mention.first - _REACH) : mention.first]
    return any(word in HINTS and word.endswith("s") for word in window)


def _ends_plural(document: Document, mention: Mention) -> bool:
    at = mention.last
    if at >= document.sentences[mention.sentence].last:
        return False
    word = document.lowers[at]
    return word in HINTS and word.endswith("s")


_REACH = 14
_WATERS = frozenset("sea gulf lake river bay strait ocean".split())
"""Words of a name that say what it is: "the Red Sea" is not the province by the sea."""
