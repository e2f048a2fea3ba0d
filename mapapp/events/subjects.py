"""Counted people before their toll word: subjects of "were killed", of "dead", of headlines."""

from collections.abc import Sequence

from mapapp.events.amounts import SCALES, TENS, UNITS, VAGUE
from mapapp.events.antecedents import pronoun_before
from mapapp.events.joints import is_origin, links, words_between
from mapapp.events.listed import leading_name, names_before
from mapapp.events.persons import DETERMINERS, Quantity
from mapapp.events.singular import (
    QUOTES,
    WHO,
    before_aside,
    is_unlisted,
    last_unlisted,
    leading_person,
    one_before,
    second_person,
)
from mapapp.events.stretch import Stretch, can_count
from mapapp.events.toll_words import (
    ADJECTIVE_REACH,
    AFTERWARDS,
    AUXILIARIES,
    CHAIN_LINKS,
    CLAUSE_OPENERS,
    INCLUDING,
    INJURED,
    KILLED,
    THE_DEAD,
    TOLL_WORDS,
)

NAMING = frozenset("identified known described such named serving working".split())
"""Before "as", words that go on about the same people and open no clause."""

LONGEST_LIST = 12
"""Tokens before a phrase in which the list that it is an item of begins."""

NO_ITEM = frozenset("was were is are had have has who which that in on at by with from".split())
"""Words that end the search for the beginning of a list."""

AMONG = ["among", "those"]
COMING_TRUE = tuple(["would", word] for word in AFTERWARDS)
SOURCE = ["according", "to"]
UNLISTED = 2
"""Words of the longest noun that no list has."""

NUMBER_WORDS = UNITS.keys() | TENS.keys() | SCALES.keys() | VAGUE.keys() | {"dozen"}


def subjects_before(stretch: Stretch, at: int, used: set[int]) -> list[Quantity]:
    """Return the counted phrases that are the subject of a participle."""
    begin, end, subject = _subject_of(stretch, at)
    if end < subject and stretch.lowers[end + 1] in WHO:
        # "A man, who was wounded in the raid, died": counted twice, once as wounded.
        used = set()
    edge = _before_unlisted(stretch, begin, end, at)
    inside = [
        quantity
        for quantity in stretch.quantities
        if begin <= quantity.first
        and quantity.last <= end
        and quantity.first not in used
        and can_count(quantity, strict=quantity.last < edge and not _is_part(stretch, quantity))
        and not _is_beside(stretch, quantity)
    ]
    if not inside:
        one = one_before(stretch, begin, end, at, described=end < subject)
        pair = names_before(stretch, begin, end) if "were" in stretch.lowers[end:at] else []
        pronoun = pronoun_before(stretch, end, at)
        return pronoun or one or pair or _passive_before(stretch, begin, at)
    chain = [*_named_before(stretch, inside[0], begin), inside[0]]
    if chain[0] is inside[0]:
        chain = [*_leading(stretch, begin, chain[0]), *chain]
    unlisted = last_unlisted(stretch, inside[-1].last, end)
    for quantity in [*inside[1:], *unlisted]:
        between = words_between(stretch, chain[-1], quantity)
        if between and (links(between) or (between[-1] == "(" and links(between[:-1]))):
            chain.append(quantity)
        elif is_origin(between) and chain[-1].kind == "people" and _is_of_list(stretch, quantity):
            # "Two soldiers of the army and three members of the group".
            chain.append(quantity)
        elif quantity.last == end or _is_next_clause(between):
            chain = [quantity]
    # A headline leaves the verb out: "2 officers, civilian killed".
    several = end == at or "were" in stretch.lowers[end:at]
    return [*chain, *(second_person(stretch, chain[-1], end) if several else ())]


def _subject_of(stretch: Stretch, at: int) -> tuple[int, int, int]:
    """Return where the subject of a verb begins and ends, and where what describes it ends."""
    subject = _before_auxiliaries(stretch, at)
    end = before_aside(stretch, subject)
    if end < subject and stretch.lowers[end - 1] in THE_DEAD:
        # "The victims, a father and his son, were shot": who they are counts them.
        return end, subject, subject
    return _clause_start(stretch, end), end, subject


def _leading(stretch: Stretch, begin: int, first: Quantity) -> list[Quantity]:
    """Return who stands without a number before the first counted phrase of a list."""
    mark = first.first - 1
    headline = stretch.lowers[mark] == "," and begin == stretch.first and mark - begin == 1
    joined = headline or stretch.lowers[mark] == "and"
    one = leading_person(stretch, begin, mark) if joined else []
    return one or leading_name(stretch, begin, first)


def _passive_before(stretch: Stretch, begin: int, at: int) -> list[Quantity]:
    """Return the name that a first passive has: "Omar Hadi was dragged from home and killed"."""
    lowers = stretch.lowers
    if lowers[at - 1] != "and":
        return []
    verb = next((i for i in range(begin, at - 2) if lowers[i] in ("was", "were")), begin)
    passive = verb > begin and lowers[verb + 1].endswith("ed")
    apart = any(word in (",", "and") for word in lowers[verb + 1 : at - 1])
    if not passive or apart:
        return []
    return one_before(stretch, begin, verb, verb + 1, described=False)


def _is_part(stretch: Stretch, quantity: Quantity) -> bool:
    """Return whether a part of people named before opens a list: "one of them and a boy died".

    So does a headline's number with the part told right after it: "4 including woman killed".
    """
    following = stretch.lowers[quantity.last : quantity.last + 1]
    if quantity.kind == "bare":
        return not INCLUDING.isdisjoint(following)
    return quantity.kind == "part" and following == ["and"]


def _is_of_list(stretch: Stretch, quantity: Quantity) -> bool:
    """Return whether a phrase counts people or bearers of a name: "and three Libyans"."""
    return quantity.kind == "people" or counts_name(stretch, quantity)


def _is_next_clause(between: Sequence[str]) -> bool:
    """Return whether a comma parts two clauses: "rebels attacked a base*,* 14 men were killed"."""
    verbs = any(word.endswith("ed") and word not in NAMING for word in between)
    return verbs and between[-1:] == [","]


def _before_auxiliaries(stretch: Stretch, at: int) -> int:
    """Return one past the token before a verb and the words that belong to it."""
    if stretch.lowers[max(stretch.first, at - 2) : at] == AMONG:
        at -= 2
    while at > stretch.first and stretch.lowers[at - 1] in AUXILIARIES:
        if any(q.last == at for q in stretch.quantities):
            break
        at -= 1
    # "Would later die" tells what came.
    would = at > stretch.first and stretch.lowers[at - 1 : at + 1] in COMING_TRUE
    return at - would


def _before_unlisted(stretch: Stretch, begin: int, end: int, at: int) -> int:
    """Return where the nouns that no list has end a number: "one pastoralist were killed"."""
    if TOLL_WORDS.get(stretch.lowers[at], ("",))[0] not in (KILLED, INJURED):
        return end
    bare = [q.last for q in stretch.quantities if begin <= q.first < end and q.kind != "part"]
    last = max(bare, default=end)
    words = [word for word in stretch.lowers[last:end] if word not in QUOTES]
    return last if 0 < len(words) <= UNLISTED and is_unlisted(stretch, last, end) else end


def total_of(stretch: Stretch, at: int) -> list[Quantity]:
    """Return the total that somebody is one of: "a chief was among four men killed" means four."""
    for quantity in reversed(stretch.quantities):
        if quantity.last > at:
            continue
        begin = quantity.first
        while begin > stretch.first and stretch.lowers[begin - 1] in DETERMINERS:
            begin -= 1
        between = stretch.lowers[quantity.last : at]
        joined = all(word in AUXILIARIES or word == "who" for word in between)
        among = begin > stretch.first and stretch.lowers[begin - 1] == "among"
        several = quantity.high is None or quantity.high > 1
        whole = among and joined and several and can_count(quantity, strict=bool(between))
        return [quantity] if whole else []
    return []


def _named_before(stretch: Stretch, first: Quantity, begin: int) -> list[Quantity]:
    """Return a number with a name before the counted people: "34 Tigers, 5 soldiers"."""
    before = [q for q in stretch.quantities if begin <= q.first and q.last < first.first]
    if not before or before[-1].kind != "bare":
        return []
    between = stretch.lowers[before[-1].last : first.first]
    linked = len(between) == 1 and between[0] in CHAIN_LINKS
    return before[-1:] if linked and counts_name(stretch, before[-1]) else []


def counts_name(stretch: Stretch, quantity: Quantity) -> bool:
    """Return whether a number counts a bare name ("34 Tigers", "3 SDF")."""
    last = stretch.lowers[quantity.last - 1]
    return quantity.kind == "bare" and last[0].isalpha() and last not in NUMBER_WORDS


def _clause_start(stretch: Stretch, end: int) -> int:
    """Return where the clause that ends at a token begins."""
    for at in range(end - 1, stretch.first - 1, -1):
        word = stretch.lowers[at]
        if word == "as" and stretch.lowers[at - 1] in NAMING:
            continue
        if word == "said" and stretch.words and stretch.words[at] == "Said":
            # A name: within a sentence the verb has no capital.
            continue
        told = word in TOLL_WORDS and TOLL_WORDS[word][1] in ("participle", "active")
        # "The leader of a kidnap gang": the word only tells which gang.
        told = told and stretch.lowers[at - 1] not in DETERMINERS
        opens = word in CLAUSE_OPENERS or told
        if opens and not any(q.first <= at < q.last for q in stretch.quantities):
            return at + 1
    return stretch.first


def _is_beside(stretch: Stretch, quantity: Quantity) -> bool:
    """Return whether a phrase is no victim: who did it, a source, or a part of a number before.

    "Two farmers attacked *by ten bandits* and killed" has the bandits as its agents.
    """
    if stretch.lowers[max(stretch.first, quantity.first - 1) : quantity.first] == ["by"]:
        return True
    if stretch.lowers[max(stretch.first, quantity.first - 2) : quantity.first] == SOURCE:
        return True
    return _after_including(stretch, quantity)


def _after_including(stretch: Stretch, quantity: Quantity) -> bool:
    """Return whether a phrase is a part of a number given before it ("including four").

    So is what the list goes on with: "four people including three herders of Kerou and a teacher".
    """
    listed = stretch.lowers[quantity.first - 1 : quantity.first] in ([","], ["and"])
    for at in range(quantity.first - 1, max(quantity.first - LONGEST_LIST, stretch.first) - 1, -1):
        word = stretch.lowers[at]
        if word in INCLUDING:
            return True
        counted = any(q.first <= at < q.last for q in stretch.quantities)
        if word not in (",", "and", "of") and not counted:
            named = listed and (word.isalnum() or word == "the") and word not in NO_ITEM
            if not named:
                return False
    return False


def adjacent_before(stretch: Stretch, at: int, used: set[int]) -> list[Quantity]:
    """Return what stands right before "dead" or "die"."""
    end = at
    reach = ADJECTIVE_REACH
    while end > stretch.first and reach and stretch.lowers[end - 1] in AUXILIARIES:
        end, reach = end - 1, reach - 1
    for quantity in stretch.quantities:
        covers = quantity.first < at <= quantity.last and quantity.kind == "dead"
        # "22 inmates of a prison in Jos are dead".
        covers |= _is_of(stretch, quantity.last, end) and quantity.kind == "people"
        if (quantity.last == end or covers) and quantity.first not in used:
            return _back(stretch, quantity, used) if can_count(quantity, strict=False) else []
    return []


def _is_of(stretch: Stretch, first: int, last: int) -> bool:
    """Return whether words only tell whose or where the counted people are."""
    return first < last and is_origin([*stretch.lowers[first:last], "and"])


def _back(stretch: Stretch, last: Quantity, used: set[int]) -> list[Quantity]:
    """Return a counted phrase and those joined to it before ("a woman and two children dead")."""
    chain = [last]
    for quantity in reversed(stretch.quantities):
        between = stretch.lowers[quantity.last : chain[0].first]
        if quantity.first >= chain[0].first or quantity.first in used:
            continue
        if not between or not all(word in (",", "and") for word in between):
            break
        if not can_count(quantity, strict=not counts_name(stretch, quantity)):
            break
        chain.insert(0, quantity)
    return chain
