"""One person in words: "a man", "the 23-year-old driver", "a father of four", "a man's body"."""

from collections.abc import Sequence
from dataclasses import replace

from mapapp.events.amounts import PAIRS, read_number
from mapapp.events.people import DEATH_NOUNS, NOT_PEOPLE, SELVES, is_one_person, is_people
from mapapp.model.record import record
from mapapp.text.remembered import Remembered

LONGEST_PHRASE = 8
"""Tokens after a number or determiner in which its noun is sought."""

STOPPERS = frozenset(
    "in on at by from to with and or as when while after before during near for but that who "
    "which were was are is have has had been be being killed wounded injured dead died hurt "
    "including among also since against between into inside outside around across over under "
    "he she it they his her its their both then where because whose will would could may "
    "might not no the a an said says reported missing displaced arrested captured abducted "
    "kidnapped detained shot slain murdered executed beheaded massacred fled forced left "
    "leaving lost losing more less than were two three four five six seven eight nine ten "
    "according following amid through".split()
)
DETERMINERS = frozenset("a an one another his her its their the".split())
ANOTHER_VERBS = frozenset("was is injured wounded killed hurt died".split())
ORDINALS = (["second"], ["third"], ["fourth"], ["fifth"])
PARENTS = frozenset("father mother parent dad mum".split())
LONGEST_BRACKET = 8
"""Tokens of the longest bracket that stands between a number and its noun."""

AGE_REACH = 8
"""Tokens after "a" in which the "old" of an age stands."""

AGED = (["-", "year", "-", "old"], ["-", "years", "-", "old"], ["year", "-", "old"])
BODY_REACH = 4
"""Tokens after "a man's" in which his body is named."""


@record
class Quantity:
    """A counted noun phrase.

    Attributes:
        first: First token, hedge included.
        last: One past the last token.
        low: Lowest number that the words allow.
        high: Highest number; None when open.
        hedge: Hedging words as written in lower case.
        head: The noun in lower case; empty when the number stands alone.
        kind: people, dead, family, other, or bare when there is no noun.
    """

    first: int
    last: int
    low: int
    high: int | None
    hedge: str
    head: str
    kind: str


def find_person(lowers: Sequence[str], words: Sequence[str], at: int, last: int) -> Quantity | None:
    """Return "a man", "the 23-year-old driver", "an IS leader", "himself" as one."""
    if lowers[at] in SELVES:
        return one_person(at, at + 1, lowers[at])
    if lowers[at] not in DETERMINERS:
        return None
    further = 1 + (lowers[at] == "a" and lowers[at + 1 : at + 2] in ORDINALS)
    if (further > 1 or lowers[at] == "another") and _is_alone(lowers, at + further, last):
        return one_person(at, at + further, "another")
    return _person_after(lowers, words, at, last)


def _is_alone(lowers: Sequence[str], at: int, last: int) -> bool:
    """Return whether "another" stands without a noun ("and another seriously wounded")."""
    at += at < last and lowers[at].endswith("ly")
    return at < last and lowers[at] in ANOTHER_VERBS


def one_person(first: int, last: int, head: str = "") -> Quantity:
    """Return one person at tokens ``first`` up to but not ``last``."""
    return Quantity(first=first, last=last, low=1, high=1, hedge="", head=head, kind="people")


def _person_after(
    lowers: Sequence[str], words: Sequence[str], at: int, last: int
) -> Quantity | None:
    """Return the one person that a determiner leads to, in the words up to the next verb."""
    head, end = "", at
    index, stop = at, min(at + LONGEST_PHRASE, last)
    while (index := index + 1) < stop:
        word = lowers[index]
        part = "end" if word == "of" and head else PART_OF[word]
        if part == "end":
            past = _past_mark(lowers, words, index, last)
            if past == index:
                break
            index = past - 1
            continue
        if part == "owner":
            return _body_of(lowers, at, index, last)
        if part == "person":
            head, end = word, index + 1
        elif part == "other":
            # "A police officer" is one person, "the police" are not.
            head, end = "", at
    return _described(lowers, (at, end, last), head) if head else _aged(lowers, at, last)


def _described(lowers: Sequence[str], span: tuple[int, int, int], head: str) -> Quantity:
    """Return the person of a noun, two of "a couple", without the children of a parent.

    Args:
        lowers: Folded tokens.
        span: The determiner, one past the noun, one past the last token that may be read.
        head: The noun.
    """
    at, end, last = span
    if head in PAIRS:
        return replace(one_person(at, end, head), low=2, high=2)
    return one_person(at, _past_children(lowers, end, last) if head in PARENTS else end, head)


def _past_mark(lowers: Sequence[str], words: Sequence[str], at: int, last: int) -> int:
    """Return one past a bracket or a group's letters within a phrase; the token at its end."""
    if lowers[at] == "(":
        return past_bracket(lowers, at, last)
    return at + _is_acronym(words, at, last)


def _aged(lowers: Sequence[str], at: int, last: int) -> Quantity | None:
    """Return one for "a 60-year-old" without a noun, or with one that no list has."""
    if "old" not in lowers[at + 1 : min(at + AGE_REACH, last)]:
        return None
    for index in range(at + 1, min(at + 4, last)):
        for words in AGED:
            end = index + 1 + len(words)
            if lowers[index][0].isdigit() and lowers[index + 1 : end] == words:
                following = PART_OF[lowers[end]] if end < last else "end"
                return None if following == "other" else one_person(at, end + (not following))
    return None


def past_bracket(lowers: Sequence[str], at: int, last: int) -> int:
    """Return one past the bracket that opens at a token ("an NSCN (Khaplang) cadre")."""
    for index in range(at + 1, min(at + LONGEST_BRACKET, last)):
        if lowers[index] == ")":
            return index + 1
    return at


def _is_acronym(words: Sequence[str], at: int, last: int) -> bool:
    """Return whether a word is a group's letters ("an IS leader") and no shouted "is"."""
    beside = (*words[at - 1 : at], *words[at + 1 : min(at + 2, last)])
    return _is_capitals(words[at]) and not any(_is_capitals(word) for word in beside)


def _is_capitals(word: str) -> bool:
    return len(word) > 1 and word.isupper()


def ends_phrase(word: str) -> bool:
    """Return whether a word or mark cannot stand between a determiner and its noun."""
    return word in STOPPERS or word in ("number", "one") or not (word[0].isalnum() or word in "-'")


def _part_of(word: str) -> str:
    if ends_phrase(word):
        return "end"
    if word.endswith("'s") and is_one_person(word[:-2]):
        return "owner"
    if is_one_person(word) or word in PAIRS:
        return "person"
    return "other" if word in NOT_PEOPLE or word in DEATH_NOUNS or is_people(word) else ""


PART_OF = Remembered(_part_of)
"""Word to what it is after a determiner: end, owner, person, other or empty."""


def _body_of(lowers: Sequence[str], at: int, owner: int, last: int) -> Quantity | None:
    """Return one dead for "a man's body"; of "a man's house" none."""
    for index in range(owner + 1, min(owner + BODY_REACH, last)):
        if lowers[index] in ("body", "corpse"):
            return Quantity(
                first=at, last=index + 1, low=1, high=1, hedge="", head="body", kind="dead"
            )
    return None


def _past_children(lowers: Sequence[str], at: int, last: int) -> int:
    """Return one past the children of "a father of four", who are no victims."""
    if at + 1 >= last or lowers[at] != "of":
        return at
    number = read_number(lowers, at + 1, last)
    if number is None:
        return at
    end = number.last
    return end + (end < last and lowers[end] in ("children", "kids", "sons", "daughters"))
