"""What says outright that a name is a place, or a person: cues that outrank the fitted clues."""

from collections.abc import Sequence
from itertools import pairwise

from mapapp.geoparse.brackets import mark_bracketed
from mapapp.geoparse.lexicon import WordLists, load_words
from mapapp.geoparse.mention import Mention
from mapapp.geoparse.spelling import HYPHENS, SHOUTING, bare_length, shape_of
from mapapp.geoparse.word_classes import capital_classes
from mapapp.geoparse.wording import RELATIONS
from mapapp.model.document import Document

FATES = frozenset(
    "shelled bombed bombarded liberated besieged encircled recaptured retaken overrun blockaded"
    " evacuated depopulated annexed flattened reconquered".split()
)
"""What is done to a town, and not to a person, when it opens a sentence: "Mosul was retaken"."""

AUXILIARIES = frozenset(
    "was were is are has have had been being be also now again later reportedly finally recently"
    " completely fully heavily partially nearly once still then itself remains remained".split()
)
MOST_AUXILIARIES = 4

FALLS = frozenset({"fell", "falls", "fallen"})
CONQUERED = frozenset({"to", "into", "under"})
BODILY = frozenset({"his", "her", "their", "my", "its", "a", "an", "ground", "floor", "death"})
"""What a person falls to: "Victoria fell to her death"."""

RULED = frozenset({"control", "siege", "fire", "attack", "bombardment", "shelling", "occupation"})
RULED_REACH = 4
"""Words after "under" in which the rule follows: "under full rebel control"."""

CODED = frozenset({"as", "to", "at"})

CURRENCIES = frozenset({"dollar", "dollars"})

GIVEN_COUNTRIES = frozenset({"chad", "georgia", "israel", "jordan"})
"""Countries whose names are usual given names in English: "Chad Smith", "Jordan Peele"."""

LARGE_KINDS = frozenset({"country", "admin1", "metropolis", "city"})


SITES = frozenset(
    "village villages town towns city district districts airbase airport upazila woreda kebele"
    " municipality subdistrict province governorate oblast raion township hamlet lga cercle"
    " barangay commune refinery locality".split()
)
"""Words right after a name that make it a place: "shelled the Tamanhint airbase"."""

PLAIN_LOCATIVES = frozenset({"in", "near"})

ROADS = frozenset("road highway axis route motorway".split())


def mark_cues(document: Document, mentions: Sequence[Mention]) -> None:
    """Mark the mentions that their place in the text shows to be places; `cue` is set on them."""
    mark_bracketed(document, mentions)
    _mark_roads(document, mentions)
    lists = load_words()
    # A sentence may be a megabyte long: its shape is asked for once.
    shapes: dict[int, str] = {}
    for mention in mentions:
        if not mention.cue and mention.sense.candidates:
            mention.cue = _is_shown(document, mention, lists, shapes)


def _is_shown(
    document: Document, mention: Mention, lists: WordLists, shapes: dict[int, str]
) -> bool:
    """Return whether the words beside a name on record leave no doubt that it is the place."""
    first = document.sentences[mention.sentence].first
    key = mention.sense.key
    if mention.first == first:
        return key not in lists.common and _suffers(document, mention)
    before = document.lowers[mention.first - 1]
    if before in CODED:
        return document.lowers[max(first, mention.first - 2)] == "coded"  # "(coded as Gorgadji)"
    if document.words[mention.first - 1][0].isupper():
        return False  # "Kafin Dawa village" is one name
    if not document.words[mention.first][0].isupper() or _is_word(mention, lists):
        return False
    return _is_site(document, mention) or (
        before in PLAIN_LOCATIVES and _stands_alone(document, mention, shapes)
    )


def _is_word(mention: Mention, lists: WordLists) -> bool:
    """Return whether a name is a word, too, or in capitals, which may be anybody's."""
    sense = mention.sense
    if sense.loose or sense.size > 1:
        return sense.loose
    return (
        sense.key in lists.common
        or sense.key in lists.first_names
        or sense.key in lists.surnames
        or any(sense.key in lists.sections[name] for name in ("not_places", "calendar", "titles"))
    )


def _is_site(document: Document, mention: Mention) -> bool:
    """Return whether a word for a kind of place follows in lower case."""
    at, last = mention.last, document.sentences[mention.sentence].last
    if at >= last or mention.end != document.ends[at - 1]:
        return False
    words = document.words
    return words[at] in SITES or (words[at] == "air" and words[at + 1 : at + 2] == ["base"])


def _stands_alone(document: Document, mention: Mention, shapes: dict[int, str]) -> bool:
    """Return whether a name is whole: no capital, hyphen or possessive goes on with it."""
    at, last = mention.last, document.sentences[mention.sentence].last
    if mention.end != document.ends[at - 1] or document.words[mention.first].isupper():
        return False
    number = mention.sentence
    if number not in shapes:
        shapes[number] = shape_of(document.words, document.sentences[number])
    if shapes[number] in SHOUTING:
        return False
    return at >= last or not (document.words[at][0].isupper() or document.words[at] in HYPHENS)


def _mark_roads(document: Document, mentions: Sequence[Mention]) -> None:
    """Mark both ends of a road as places: "the Jessore-Benapole road"."""
    lowers = document.lowers
    for left, right in pairwise(mentions):
        if right.first - left.last != 1 or lowers[left.last] not in HYPHENS:
            continue
        if right.last < document.sentences[right.sentence].last and lowers[right.last] in ROADS:
            left.cue = right.cue = True


def _suffers(document: Document, mention: Mention) -> bool:
    """Return whether the sentence tells what became of the place that it opens with."""
    last = document.sentences[mention.sentence].last
    if mention.end != document.ends[mention.last - 1]:
        return False
    rest = document.lowers[mention.last : min(last, mention.last + MOST_AUXILIARIES + RULED_REACH)]
    at = 0
    while at < min(len(rest), MOST_AUXILIARIES) and rest[at] in AUXILIARIES:
        at += 1
    verb, after = rest[at : at + 1], rest[at + 1 : at + 1 + RULED_REACH]
    if not verb:
        return False
    if verb[0] in FALLS:
        return bool(after) and after[0] in CONQUERED and BODILY.isdisjoint(after[1:3])
    if verb[0] == "came" and after[:1] == ["under"]:
        return not RULED.isdisjoint(after)
    if verb[0] == "under":
        return at > 0 and not RULED.isdisjoint(after)
    return at > 0 and verb[0] in FATES


def names_currency(document: Document, mention: Mention) -> bool:
    """Return whether a country's name only says whose money is meant: "the US dollar"."""
    at = mention.last
    return at < document.sentences[mention.sentence].last and document.lowers[at] in CURRENCIES


def names_person(document: Document, mention: Mention, after: Mention | None) -> bool:
    """Return whether a country's name is the given name of a person: "Jordan Peele said".

    Args:
        document: The text.
        mention: A mention whose name is one of `GIVEN_COUNTRIES`.
        after: The mention that begins right after it; None when there is none.
    """
    at, last = mention.last, document.sentences[mention.sentence].last
    if at >= last or mention.end != document.ends[at - 1]:
        return False
    word, lower = document.words[at], document.lowers[at]
    lower = lower[: bare_length(lower)]
    if not word[0].isupper() or word.isupper() or capital_classes().get(lower) is not None:
        return False
    if shape_of(document.words, document.sentences[mention.sentence]) in SHOUTING:
        return False
    if after is not None and after.sense.kind in LARGE_KINDS:
        return False
    return _is_family_name(lower, load_words()) and not _goes_on(document, at + 1, last)


def _is_family_name(lower: str, lists: WordLists) -> bool:
    if lower in lists.surnames:
        return True
    sections = lists.sections
    return not (
        lower in lists.common
        or lower in lists.demonyms
        or lower in sections["titles"]
        or lower in sections["function"]
    )


def _goes_on(document: Document, at: int, last: int) -> bool:
    """Return whether the words after show that two parties stand side by side: "war", "talks"."""
    return at < last and document.lowers[at] in RELATIONS
