"""Coded brackets: "X village (District, Province)", as notes of conflict coders name places.

What stands in such a bracket is a place, and its names lie in one another: that settles which of
several namesakes is meant ("Analalava (Analalava, Sofia)" is in Madagascar's Sofia).
"""

from collections.abc import Sequence
from functools import lru_cache

from mapapp.geoparse.containment import contains
from mapapp.geoparse.lexicon import load_words
from mapapp.geoparse.mention import Mention, NameSense
from mapapp.geoparse.senses import COUNTRY_CODES, FIRST_LEVEL_CODES, make_sense
from mapapp.geoparse.word_classes import TYPE_WORDS
from mapapp.model.document import Document
from mapapp.model.place import Candidate
from mapapp.model.record import record

MOST_NAMES = 4
"""Names in a coded bracket: quarter, district, province, country."""

MOST_TYPES = 2
"""Words that say what a name is: "X mining site (Y)"."""

COMPARED = 12
"""Candidates of an inner name that are compared with what may contain it."""

UNIT_CODES = COUNTRY_CODES | FIRST_LEVEL_CODES


@record
class Bracket:
    """A bracket that says where a place lies.

    Attributes:
        named: The mention before it; None when there is none.
        typed: Whether words between say that it is a place ("village").
        names: The mentions in it, the narrowest first.
    """

    named: Mention | None
    typed: bool
    names: Sequence[Mention]


def find_brackets(document: Document, mentions: Sequence[Mention]) -> list[Bracket]:
    """Return the brackets that hold nothing but names of places and words for their types.

    "(Reuters)" and "(Smith, Jones)" are none: the last name is a unit or country, or one of the
    names is known to lie in the last.
    """
    lowers = document.lowers
    found: list[Bracket] = []
    for index, mention in enumerate(mentions):
        if mention.first == 0 or lowers[mention.first - 1] != "(":
            continue
        names = _inside(document, mentions, index)
        if names and _is_chain(names):
            named = mentions[index - 1] if index else None
            found.append(_bracket(document, named, names))
    return found


def _inside(document: Document, mentions: Sequence[Mention], index: int) -> list[Mention]:
    """Return the names of a bracket from its first on; none when it holds anything else."""
    lowers = document.lowers
    last = document.sentences[mentions[index].sentence].last
    names = [mentions[index]]
    while len(names) <= MOST_NAMES:
        at = names[-1].last
        while at < last and lowers[at] in TYPE_WORDS:
            at += 1
        if at >= last or lowers[at] not in {",", ")"}:
            return []
        if lowers[at] == ")":
            return names
        following = index + len(names)
        if following >= len(mentions) or mentions[following].first != at + 1:
            return []
        names.append(mentions[following])
    return []


def _is_chain(names: Sequence[Mention]) -> bool:
    widest = names[-1].sense.candidates
    if any(candidate.place.feature_code in UNIT_CODES for candidate in widest[:COMPARED]):
        return True
    return any(_inner(widest, name.sense) for name in names[:-1])


def _bracket(document: Document, named: Mention | None, names: Sequence[Mention]) -> Bracket:
    opening = names[0].first - 1
    if named is None or named.sentence != names[0].sentence:
        return Bracket(named=None, typed=False, names=names)
    between = document.lowers[named.last : opening]
    if len(between) > MOST_TYPES or not all(word in TYPE_WORDS for word in between):
        return Bracket(named=None, typed=False, names=names)
    return Bracket(named=named, typed=bool(between), names=names)


def mark_bracketed(document: Document, mentions: Sequence[Mention]) -> None:
    """Mark the names of coded brackets as places, and the name before one that lies in it."""
    for bracket in find_brackets(document, mentions):
        for name in bracket.names:
            name.cue = True
        named = bracket.named
        if named is None or named.sense.key in load_words().sections["compass"]:
            continue  # "Aweil East county (...)" is not East
        named.cue = named.cue or bracket.typed or _lies_in(named, bracket.names)


def _lies_in(named: Mention, names: Sequence[Mention]) -> bool:
    return any(_inner(name.sense.candidates, named.sense) for name in names)


def settle_bracketed(document: Document, mentions: Sequence[Mention]) -> None:
    """Leave the names of a coded bracket only those candidates that lie in one another.

    The widest name keeps the candidates that contain most of the others; where none contains any,
    nothing is known and all stay. Elsewhere in the document the same names stay in those
    countries. Mentions are changed in place.
    """
    countries: dict[int, set[str]] = {}
    done: set[int] = set()
    for bracket in find_brackets(document, mentions):
        inner = [*bracket.names[:-1], *([bracket.named] if bracket.named is not None else ())]
        widest = bracket.names[-1]
        outers = _holders(widest, inner)
        if not outers:
            continue
        homes = {outer.place.country for outer in outers}
        for name in (widest, *inner):
            countries.setdefault(id(name.sense), set()).update(homes)
        done.update(id(name) for name in (widest, *inner))
        widest.sense = narrowed(widest.sense.key, outers)
        for name in inner:
            held = _held(outers, name.sense)
            name.sense = narrowed(name.sense.key, held) if held else name.sense
    for mention in mentions if countries else ():
        homes = countries.get(id(mention.sense), set())
        if homes and id(mention) not in done:
            mention.sense = _at_home(mention.sense, homes)


def _holders(widest: Mention, inner: Sequence[Mention]) -> tuple[Candidate, ...]:
    """Return the candidates of the widest name that contain most of the others; units first."""
    senses = list({id(name.sense): name.sense for name in inner}.values())
    held = [sum(_inner((outer,), sense) for sense in senses) for outer in widest.sense.candidates]
    most = max(held, default=0)
    if not most:
        return ()
    pairs = zip(widest.sense.candidates, held, strict=True)
    outers = tuple(candidate for candidate, count in pairs if count == most)
    return tuple(c for c in outers if c.place.feature_class == "A") or outers


def _held(outers: Sequence[Candidate], sense: NameSense) -> tuple[Candidate, ...]:
    return tuple(
        candidate
        for candidate in sense.candidates
        if any(contains(outer.place, candidate.place) for outer in outers)
    )


def _at_home(sense: NameSense, homes: set[str]) -> NameSense:
    """Return a sense with only its candidates in some countries; as it is when it has none."""
    kept = tuple(c for c in sense.candidates if c.place.country in homes)
    return narrowed(sense.key, kept) if kept else sense


def _inner(outers: Sequence[Candidate], sense: NameSense) -> bool:
    """Return whether some candidate of a name lies in one of the outer ones."""
    return any(
        contains(outer.place, candidate.place)
        for outer in outers
        for candidate in sense.candidates[:COMPARED]
    )


@lru_cache(maxsize=1 << 10)
def narrowed(key: str, candidates: tuple[Candidate, ...]) -> NameSense:
    """Return the sense of a name with only some of its candidates; the same object each time."""
    return make_sense(key, candidates)
