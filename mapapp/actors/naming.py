"""Groups that a text itself introduces: "a militia called X", "cadres of X (XYZ)", "A and B clans".

Nothing here makes a group of a place, of a person or of a party: each rule asks for a word that
says that people fight, and for a name beside it.
"""

from bisect import bisect_right
from collections.abc import Collection, Sequence
from itertools import compress

from mapapp.actors.finding import Finding
from mapapp.actors.groups import is_acronym, name_after, name_before, unknown_group
from mapapp.actors.lexicon import Lexicon
from mapapp.actors.names import Hit, fold
from mapapp.actors.words import ARMED_VERBS, FIGHTER_NOUNS
from mapapp.model.document import Document

CALLED = frozenset("called named dubbed".split())
CALLING = frozenset(("itself", "themselves"))
OPENERS = CALLED | CALLING | {"as", "("}
GROUP_NOUNS = frozenset("group groups band outfit organization organisation movement cell".split())
ARMED_ADJECTIVES = frozenset(
    "armed militant rebel jihadist jihadi terrorist insurgent vigilante separatist guerrilla "
    "islamist extremist paramilitary criminal masked".split()
)
"""Before a "group", words that make it one that fights."""

MEMBERS = FIGHTER_NOUNS | frozenset("cadre members member leader leaders elements".split())
CIVIL = frozenset(
    "commission university bank association committee ministry court parliament society institute "
    "agency company corporation foundation hospital union church federation programme program fund "
    "office department network school college chamber congress party league council club "
    "team".split()
)
"""Words of a name whose members are no fighters ("members of the Rights Commission (RC)")."""

OF_WORDS = frozenset("of from by".split())
MARKS = frozenset("\"'“”‘’,")
FORCES = frozenset(
    "forces troops fighters rebels men militia militias militants soldiers loyalists army "
    "militiamen gunmen faction".split()
)
"""Words for those who follow a leader ("Zorro's men")."""

LOYAL = (("loyal", "to"), ("led", "by"), ("commanded", "by"), ("of",))
"""Between a leader's people and the leader."""

PAIRED = frozenset(
    "militias clans subclans tribes tribesmen gangs factions fighters warriors militiamen herders "
    "raiders gunmen youths brigades".split()
)
"""Plurals before which two names stand ("Zogoba and Tarumba militias")."""

SHORTEST_SPELLED = 2
REACH_BACK = 4


def find_introduced(
    document: Document, named: Collection[int], places: Collection[int]
) -> list[Finding]:
    """Return groups that the text names as such, or by their acronym in brackets.

    Args:
        document: What to read.
        named: Tokens that already name an actor.
        places: Tokens of toponyms, which alone name no group.
    """
    firsts = [sentence.first for sentence in document.sentences]
    lowers = document.lowers
    found: list[Finding] = []
    for index in compress(range(len(lowers)), map(OPENERS.__contains__, lowers)):
        at = bisect_right(firsts, index) - 1
        if at < 0 or index >= document.sentences[at].last - 1:
            continue
        first, last = document.sentences[at].first, document.sentences[at].last
        find = _spelled if lowers[index] == "(" else _called
        stretch = find(document, index, first, last) if index > first else None
        tokens = range(*stretch) if stretch else ()
        if stretch and not any(at in named for at in tokens) and set(tokens) - set(places):
            found.append(unknown_group(document, *stretch))
    return found


def find_paired(document: Document, findings: Sequence[Finding], lexicon: Lexicon) -> list[Finding]:
    """Return the first of two groups that share a noun: "Hema and Lendu militias"."""
    lowers, words = document.lowers, document.words
    found: list[Finding] = []
    for finding in findings:
        at = finding.first - 2
        noun = finding.last - 1 if lowers[finding.last - 1] in PAIRED else finding.last
        while noun < len(lowers) - 1 and lowers[noun] in ("ethnic", "communal", "tribal", "clan"):
            noun += 1
        if at < 0 or noun >= len(lowers) or lowers[noun] not in PAIRED:
            continue
        if lowers[at + 1] != "and" or not words[at][0].isupper() or words[at].isdigit():
            continue
        first = name_before(document, at + 1, max(at - 2, 0), ())
        if first > at:
            continue
        found.append(_known(document, first, at + 1, lowers[noun], lexicon))
    return found


def find_followers(document: Document, hits: Sequence[Hit], lexicon: Lexicon) -> list[Finding]:
    """Return leaders' people as the leader's party: "forces loyal to Haftar", "Haftar's men"."""
    lowers = document.lowers
    found: list[Finding] = []
    for hit in hits:
        alias = hit.aliases[0]
        if alias.kind != "voice" or lexicon.actors[alias.key].kind in ("monitor", "media"):
            continue
        first = _led_from(lowers, hit.first)
        following = lowers[hit.last] if hit.last < len(lowers) else ""
        if first < hit.first:
            stretch = (first, hit.last)
        elif following in FORCES and not _is_title(document, hit):
            stretch = (hit.first, hit.last + 1)
        else:
            continue
        actor = lexicon.actors[alias.key]
        found.append(Finding(first=stretch[0], last=stretch[1], actor=actor, rule="leader"))
    return found


def _called(document: Document, index: int, first: int, last: int) -> tuple[int, int] | None:
    """Return the name after "an armed group called", "a militia known as"."""
    lowers = document.lowers
    word, before = lowers[index], lowers[index - 1]
    if not (
        word in CALLED
        or (word == "as" and before == "known")
        or (word in CALLING and before == "calling")
    ):
        return None
    if not _is_armed(lowers, max(first, index - REACH_BACK), index):
        return None
    at = index + 1
    while at < last and (lowers[at] == "the" or document.words[at] in MARKS):
        at += 1
    end = name_after(document, at, last) if at < last else at
    return (at, end) if end > at and document.words[at][0].isupper() else None


def _is_armed(lowers: Sequence[str], first: int, last: int) -> bool:
    """Return whether words name a group that fights: "armed group", "a local militia"."""
    nouns = [at for at in range(first, last) if lowers[at] in GROUP_NOUNS]
    fighters = any(lowers[at] in FIGHTER_NOUNS for at in range(first, last))
    return fighters or any(at > 0 and lowers[at - 1] in ARMED_ADJECTIVES for at in nouns)


def _spelled(document: Document, index: int, first: int, last: int) -> tuple[int, int] | None:
    """Return a name whose acronym follows in brackets: "cadres of Weichan Auka Mapu (WAM)"."""
    lowers, words = document.lowers, document.words
    if lowers[index] != "(" or index + 2 >= last or lowers[index + 2] != ")":
        return None
    acronym = words[index + 1]
    if not is_acronym(acronym):
        return None
    begin = name_before(document, index, first, ())
    while begin > first and words[begin - 1][0].isupper():
        begin -= 1
    initials = [words[at][0] for at in range(begin, index) if words[at][0].isupper()]
    if len(initials) < SHORTEST_SPELLED or not _spells(initials, acronym):
        return None
    if not CIVIL.isdisjoint(lowers[begin:index]):
        return None
    following = lowers[index + 3] if index + 3 < last else ""
    fights = following in FIGHTER_NOUNS or following in ARMED_VERBS
    return (begin, index) if fights or _are_members(lowers, begin, first) else None


def _spells(initials: Sequence[str], acronym: str) -> bool:
    """Return whether each initial stands in an acronym, in order."""
    letters = iter(acronym)
    return all(initial in letters for initial in initials)


def _are_members(lowers: Sequence[str], begin: int, first: int) -> bool:
    """Return whether "fighters of the" stands before a name."""
    at = begin - 1
    while at > first and lowers[at] in ("the", "banned", "outlawed", "emerged", "newly"):
        at -= 1
    return at > first and lowers[at] in OF_WORDS and lowers[at - 1] in MEMBERS


def _known(document: Document, first: int, last: int, noun: str, lexicon: Lexicon) -> Finding:
    """Return the group of a name before a shared noun, as the lexicon knows it if it does."""
    name = tuple(fold(word) for word in document.lowers[first:last])
    for ending in ((fold(noun),), (fold(noun).removesuffix("s"),), ()):
        aliases = lexicon.names.spelled((*name, *ending))
        actors = {alias.key for alias in aliases if alias.kind == "name"}
        if len(actors) == 1:
            actor = lexicon.actors[actors.pop()]
            return Finding(first=first, last=last, actor=actor, rule="lexicon")
    return unknown_group(document, first, last)


def _led_from(lowers: Sequence[str], at: int) -> int:
    """Return where "forces loyal to" begins before a leader's name; the name where it does not."""
    for words in LOYAL:
        begin = at - len(words)
        if begin > 0 and tuple(lowers[begin:at]) == words and lowers[begin - 1] in FORCES:
            return begin - 1
    return at


def _is_title(document: Document, hit: Hit) -> bool:
    """Return whether a leader's name is no possessor: "Haftar forces" is, "Putin army" may be."""
    return document.words[hit.last][0].isupper()
