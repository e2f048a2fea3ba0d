"""One person as the subject of a verb in the singular, and what stands between the two."""

from mapapp.events.named import SHORTEST_NAME, name_before, name_ending
from mapapp.events.people import NOT_PEOPLE, is_one_person
from mapapp.events.persons import STOPPERS, Quantity, one_person
from mapapp.events.stretch import Stretch
from mapapp.events.toll_words import ADJECTIVE_REACH, AGENT_ENDINGS, INCLUDING

BE = frozenset("was been being is".split())
NOUN_PHRASE = 7
"""Tokens of the longest subject that "a" opens."""

WHO = frozenset(("who", "whose", "whom"))
OPENS_ASIDE = WHO | frozenset(
    "a an the one aged identified named known believed including among most mostly all both many "
    "some not".split()
)
"""What a description between commas begins with: "Ali Raza, a critic, was killed"."""

LEAD_INS = frozenset("on in at near during late early around by after following".split())
"""What a sentence begins with whose first comma opens no description: "On Monday, a man"."""

QUOTES = frozenset("'\"“”‘’")
NO_NOUN = STOPPERS | NOT_PEOPLE
COMMAS = frozenset(",-–—")
LONGEST_ASIDE = 30


OPENING_ENDS = frozenset("for of at in with on from".split())
LONGEST_NOUN = 3
"""Words of a noun that "a" opens, before what it is of or for."""


def before_aside(stretch: Stretch, end: int) -> int:
    """Return one past a subject without the descriptions between commas or brackets behind it.

    "Ali Raza, who led it," and "Omar Hadi, 45, a baker from Aden," end after the name; "his
    second, Ali Raza," before the comma.
    """
    subject = end
    while end - 1 > stretch.first:
        begin = _aside(stretch, end, described=end < subject)
        if begin == end:
            break
        end = begin
    return end


def _aside(stretch: Stretch, end: int, *, described: bool) -> int:
    """Return where the description that ends at a token begins; the token when there is none.

    Args:
        stretch: The sentence.
        end: One past the description.
        described: Whether another one stands behind it, as after an age.
    """
    lowers = stretch.lowers
    mark = lowers[end - 1]
    if mark == ")":
        reach = range(end - 2, max(stretch.first, end - LONGEST_ASIDE), -1)
        return next((at for at in reach if lowers[at] == "("), end)
    if described and lowers[end - 2] == "," and mark.isdigit():
        return end - 2
    if mark not in COMMAS:
        return end
    marks = [
        at
        for at in range(end - 2, max(stretch.first, end - LONGEST_ASIDE), -1)
        if lowers[at] == mark
    ]
    for at in marks:
        if lowers[at + 1] in WHO:
            return at
    if not marks:
        return end - 1
    lead_in = lowers[stretch.first] in LEAD_INS and "," not in lowers[stretch.first : marks[0]]
    following = "" if lead_in else lowers[marks[0] + 1]
    described = following in OPENS_ASIDE or following.isdigit() or is_one_person(following)
    described |= any(q.first == marks[0] + 1 and q.kind == "part" for q in stretch.quantities)
    return marks[0] if described or mark != "," else end - 1


def one_before(
    stretch: Stretch, begin: int, end: int, at: int, *, described: bool
) -> list[Quantity]:
    """Return one for a subject that no number, but its noun, name or verb tells to be one.

    Args:
        stretch: The sentence.
        begin: Where the clause begins.
        end: One past the subject.
        at: Token of the verb.
        described: Whether a description stands behind the subject, so that one name is enough.
    """
    shortest = 1 if described else SHORTEST_NAME
    return (
        _bare_person(stretch, begin, end)
        or _indefinite(stretch, begin, end, at)
        or name_before(stretch, begin, end, at, shortest=shortest)
    )


def _bare_person(stretch: Stretch, begin: int, end: int) -> list[Quantity]:
    """Return one for a headline's "Soldier killed" or "Palestinian man shot dead"."""
    if begin == end or end - begin > ADJECTIVE_REACH + 1:
        return []
    head = stretch.lowers[end - 1]
    plain = all(word.isalpha() or word == "-" for word in stretch.lowers[begin:end])
    if not plain or not is_one_person(head) or head in ("one", "member"):
        return []
    return [one_person(begin, end, head)]


def _indefinite(stretch: Stretch, begin: int, end: int, at: int) -> list[Quantity]:
    """Return one for "a suspected returnee was killed", whatever the noun, but for things."""
    if end == begin or BE.isdisjoint(stretch.lowers[end:at]):
        return []
    head = _opening_noun(stretch, begin, end)
    if head:
        return [one_person(begin, end)]
    for index in range(end - 1, max(begin, end - NOUN_PHRASE) - 1, -1):
        word = stretch.lowers[index]
        if word in ("a", "an"):
            return [one_person(index, end)]
        if word in STOPPERS or word in NOT_PEOPLE or word.endswith("s") or not word.isalpha():
            return []
    return []


def _opening_noun(stretch: Stretch, begin: int, end: int) -> bool:
    """Return whether a clause opens with "a" and a noun for one: "a physician for the town"."""
    if stretch.lowers[begin] not in ("a", "an"):
        return False
    stop = next((at for at in range(begin + 1, end) if stretch.lowers[at] in OPENING_ENDS), begin)
    nouns = stretch.lowers[begin + 1 : stop]
    plain = 0 < len(nouns) <= LONGEST_NOUN and is_unlisted(stretch, begin + 1, stop)
    things = any(word in NOT_PEOPLE or word.endswith("s") for word in nouns)
    return plain and not things and nouns[-1].endswith(AGENT_ENDINGS)


def is_unlisted(stretch: Stretch, first: int, last: int) -> bool:
    """Return whether words can be a noun for persons although no list has it."""
    words = [word for word in stretch.lowers[first:last] if word not in QUOTES]
    return all(word.isalpha() and word not in NO_NOUN for word in words)


AND_A = (["and", "a"], ["and", "an"])


def last_unlisted(stretch: Stretch, first: int, last: int) -> list[Quantity]:
    """Return one for the "an FNL" of "two soldiers and an FNL were killed"."""
    joined = range(first + 1, last - 1)
    article = [at for at in joined if stretch.lowers[at - 1 : at + 1] in AND_A]
    partial = bool(article) and not INCLUDING.isdisjoint(stretch.lowers[first : article[-1]])
    if not article or partial or not is_unlisted(stretch, article[-1] + 1, last):
        return []
    return [one_person(article[-1], last)]


def leading_person(stretch: Stretch, begin: int, end: int) -> list[Quantity]:
    """Return one for a person's noun without article before "and": "Party leader and his son"."""
    begin += stretch.lowers[begin : begin + 1] == ["the"]
    last = next((at for at in range(begin, end) if stretch.lowers[at] == "of"), end)
    head = stretch.lowers[last - 1] if last > begin else ""
    plain = 0 < last - begin <= NOUN_PHRASE and is_unlisted(stretch, begin, last)
    if plain and is_one_person(head):
        return [one_person(begin, end, head)]
    owned = stretch.lowers[end + 1 : end + 2] in (["his"], ["her"])
    # "Omar Hadi and his son": whose son it is is a person.
    return name_ending(stretch, begin, end, shortest=1) if plain and owned else []


def second_person(stretch: Stretch, first: Quantity, end: int) -> list[Quantity]:
    """Return the second of "the pilot and co-pilot were killed", whose article is left out."""
    at = first.last
    joined = stretch.lowers[at : at + 1] == ["and"] and first.high == 1 and at + 1 < end
    joined |= stretch.lowers[at : at + 1] == [","] and end - at == 2  # noqa: PLR2004
    plain = joined and end - at <= NOUN_PHRASE and is_one_person(stretch.lowers[end - 1])
    marks = any(q.last > at for q in stretch.quantities if q.first < end)
    return [one_person(at + 1, end, stretch.lowers[end - 1])] if plain and not marks else []
