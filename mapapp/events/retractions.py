"""Deaths that the text takes back: "presumed killed ... later reports say he is alive"."""

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass

from mapapp.events.antecedents import MANY, ONE
from mapapp.events.persons import Quantity
from mapapp.events.quantities import find_quantities
from mapapp.events.toll_words import AUXILIARIES, KILLED, NEGATIONS
from mapapp.events.tolls import Toll
from mapapp.model.document import Document, Sentence

DOUBTS = frozenset(
    "presumed believed feared thought assumed rumored rumoured reportedly reported allegedly "
    "initially supposedly apparently".split()
)
"""Before a toll word, words that leave a death open."""

DOUBT_REACH = 5
LIFE = frozenset("alive survived".split())
STATES = (AUXILIARIES - {"all", "both", "each", "and", "burned", "burnt"}) | frozenset(
    "turned out discovered rescued shown proven proved actually still in fact had emerged "
    "resurfaced appeared reappeared ' \" “ ‘".split()
)
"""Words between a subject and "alive"."""

SAME = MANY | ONE | frozenset(("all", "both"))
ELIDED = frozenset("but and yet though although however ,".split())
OTHERS = frozenset("a an another other his her their its".split())
"""What opens a phrase for people of whom nothing was told yet."""

BE = frozenset("was were been is are being have has had".split())
FOLLOWING = 2
"""Sentences after a death in which it is taken back."""

NEGATION_REACH = 5
IFS = frozenset("if whether".split())


@dataclass(frozen=True, kw_only=True, slots=True)
class Survivors:
    """A sentence in which somebody may be alive.

    Attributes:
        first: Token after which who lives is told.
        quantities: Counted phrases from there on.
        names: Names in the sentence that told the death.
    """

    first: int
    quantities: Sequence[Quantity]
    names: frozenset[str]


def taken_back(
    document: Document, sentence: Sentence, tolls: Sequence[Toll], actors: frozenset[int]
) -> list[Toll]:
    """Return the tolls of a sentence that it, or one of the next two, takes back.

    Only a death that is told with a doubt ("presumed killed") can be taken back, and only where
    those who live are the same: a pronoun, the same number, the same noun or the same name.

    Args:
        document: The text.
        sentence: The sentence that tells the tolls.
        tolls: Its tolls.
        actors: Tokens of it that name a party, which is no person.
    """
    doubtful = [t for t in tolls if t.kind == KILLED and _is_doubtful(document, sentence, t)]
    if not doubtful:
        return []
    names = frozenset(
        document.words[at]
        for at in range(sentence.first, sentence.last)
        if document.words[at][0].isupper() and at not in actors
    )
    return [toll for toll in doubtful if _is_alive(document, sentence, toll, names)]


def _is_alive(document: Document, sentence: Sentence, toll: Toll, names: frozenset[str]) -> bool:
    """Return whether the dead of a toll live, by the rest of its sentence or the next two."""
    for begin, last in ((toll.at + 1, sentence.last), *_following(document, sentence)):
        signs = [at for at in range(begin, last) if document.lowers[at] in LIFE]
        if not signs:
            continue
        quantities = find_quantities(document.lowers, document.words, begin, last)
        survivors = Survivors(first=begin, quantities=quantities, names=names)
        if any(_lives(document, survivors, toll, at) for at in signs):
            return True
    return False


def _is_doubtful(document: Document, sentence: Sentence, toll: Toll) -> bool:
    begin = max(sentence.first, toll.at - DOUBT_REACH)
    return not DOUBTS.isdisjoint(document.lowers[begin : toll.at])


def _following(document: Document, sentence: Sentence) -> list[tuple[int, int]]:
    """Return the next sentences of the same paragraph."""
    at = bisect_left(document.sentences, sentence.start, key=lambda one: one.start)
    spans: list[tuple[int, int]] = []
    for following in document.sentences[at + 1 : at + 1 + FOLLOWING]:
        if "\n" in document.text[sentence.end : following.start]:
            break
        spans.append((following.first, following.last))
    return spans


def _lives(document: Document, survivors: Survivors, toll: Toll, at: int) -> bool:
    """Return whether the people of a toll are those who are alive at a token."""
    lowers = document.lowers
    near = lowers[max(survivors.first, at - NEGATION_REACH) : at]
    if any(word in NEGATIONS or word in IFS or word.endswith("n't") for word in near):
        return False
    end = at
    while end > survivors.first and lowers[end - 1] in STATES:
        end -= 1
    counted = next((q for q in survivors.quantities if q.first < end <= q.last), None)
    if counted is not None:
        return lowers[counted.first] not in OTHERS and _is_same(counted, toll)
    here = survivors.first == toll.at + 1
    if lowers[end - 1] in SAME or document.words[end - 1] in survivors.names:
        return True
    return here and (lowers[end - 1] in ELIDED or _is_reduced(lowers, toll))


def _is_same(counted: Quantity, toll: Toll) -> bool:
    named = counted.head in ("", *toll.count.who.split(", "))
    return named and (counted.low, counted.high) == (toll.count.low, toll.count.high)


def _is_reduced(lowers: Sequence[str], toll: Toll) -> bool:
    """Return whether "believed killed" only describes the subject of the verb that follows."""
    doubt = next(at for at in range(toll.at - 1, -1, -1) if lowers[at] in DOUBTS)
    return doubt > 0 and lowers[doubt - 1] not in BE
