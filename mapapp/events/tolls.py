"""Killed, injured, displaced, captured, missing: which counted people a toll word means."""

from collections.abc import Sequence
from dataclasses import dataclass

from mapapp.events.people import FAMILY_WORDS, NOT_PEOPLE, is_one_person
from mapapp.events.quantities import Quantity
from mapapp.model.event import Count

KILLED, INJURED, DISPLACED, CAPTURED, MISSING = (
    "killed",
    "injured",
    "displaced",
    "captured",
    "missing",
)

_PARTICIPLES = {
    KILLED: "killed slain murdered massacred executed assassinated beheaded slaughtered martyred "
    "lynched decapitated hanged perished died drowned",
    INJURED: "wounded injured hurt maimed hospitalized hospitalised",
    DISPLACED: "displaced uprooted evacuated fled flee flees fleeing",
    CAPTURED: "captured detained arrested abducted kidnapped apprehended",
    MISSING: "missing disappeared",
}
_ACTIVES = {
    KILLED: "kill kills killing murdering murders executing executes beheading massacring "
    "slaughtering assassinating lynching slays slaying",
    INJURED: "wound wounds wounding injure injures injuring hurting",
    DISPLACED: "displace displaces displacing uprooting evacuating",
    CAPTURED: "capture captures capturing detaining detains arrests arresting abducting abducts "
    "kidnapping kidnaps",
}
_ADJECTIVES = {"dead": KILLED, "die": KILLED, "dies": KILLED, "lives": KILLED, "dying": KILLED}

TOLL_WORDS: dict[str, tuple[str, str]] = {
    **{w: (kind, "participle") for kind, ws in _PARTICIPLES.items() for w in ws.split()},
    **{w: (kind, "active") for kind, ws in _ACTIVES.items() for w in ws.split()},
    **{w: (kind, "adjective") for w, kind in _ADJECTIVES.items()},
    "deaths": (KILLED, "noun"),
    "death": (KILLED, "noun"),
    "fatalities": (KILLED, "noun"),
    "fatality": (KILLED, "noun"),
    "bodies": (KILLED, "noun"),
    "corpses": (KILLED, "noun"),
    "body": (KILLED, "noun"),
    "toll": (KILLED, "total"),
    "number": (KILLED, "total"),
    "injuries": (INJURED, "noun"),
    "injury": (INJURED, "noun"),
    "murder": (KILLED, "noun"),
    "shot": (KILLED, "shot"),
    "gunned": (KILLED, "participle"),
}
"""Toll word to what it counts and how it stands to the counted people."""

AUXILIARIES = frozenset(
    "was were been being be have has had is are also reportedly later allegedly confirmed feared "
    "believed reported said to presumed then subsequently instantly initially found left all "
    "lost their lives shot hacked beaten burned burnt stabbed stoned starved seriously severely "
    "critically slightly lightly badly both each get got getting remain remains declared went go "
    "gone brutally forcibly forced internally tortured and tragically seen".split()
)
"""Words between the counted people and a participle."""

OBJECT_SKIPS = frozenset(
    "of the up down dead over reportedly also : killed wounded injured instantly all those lives "
    "least".split()
)
"""Words between an active toll word and the counted people."""

INCLUDING = frozenset("including among whom include includes comprising namely".split())
NEGATIONS = frozenset("no not without never neither nor n't nobody none zero".split())
CHAIN_LINKS = frozenset(", and & plus + along together with as well including".split())
CLAUSE_OPENERS = frozenset("when after before until while as ; that saying said adding :".split())
AGENT_ENDINGS = ("er", "or", "ist", "ian")
AGENT_REACH = 4
NEGATION_REACH = 4
ADJECTIVE_REACH = 3
BODY_VERBS = frozenset("found recovered discovered retrieved exhumed dumped unearthed".split())
TOTAL_LINKS = frozenset("to at of reached reaching hit passed topped stood exceeded".split())
TOTAL_REACH = 30
SHOT_REACH = 8


@dataclass(frozen=True, kw_only=True, slots=True)
class Toll:
    """A count with the token of its toll word and the tokens that it was read from."""

    kind: str
    at: int
    first: int
    last: int
    count: Count


@dataclass(frozen=True, kw_only=True, slots=True)
class Stretch:
    """Tokens of a sentence with the counted people in them."""

    lowers: Sequence[str]
    first: int
    last: int
    quantities: Sequence[Quantity]


def find_tolls(stretch: Stretch) -> list[Toll]:
    """Return the tolls of a sentence in the order of their toll words.

    Each counted phrase is used once. "No one was killed", "killed or wounded 20", "to kill two"
    and plurals without any number give no toll.
    """
    found: list[Toll] = []
    used: set[int] = set()
    for at in range(stretch.first, stretch.last):
        entry = TOLL_WORDS.get(stretch.lowers[at])
        if entry is None or _is_void(stretch, at):
            continue
        kind, form = entry
        chain = _chain_of(stretch, at, form, used)
        if chain:
            used.update(quantity.first for quantity in chain)
            found.append(_toll(kind, at, chain, cumulative=form == "total"))
    return found


def _chain_of(stretch: Stretch, at: int, form: str, used: set[int]) -> list[Quantity]:
    """Return the counted phrases that a toll word means."""
    if form == "total":
        return _total(stretch, at)
    if form == "adjective":
        return _adjacent_left(stretch, at, used) or _lives(stretch, at, used)
    if form == "noun":
        return _counted_noun(stretch, at, used)
    if form == "shot":
        return _shot_dead(stretch, at, used)
    chain = _right(stretch, at + 1, used)
    if chain and not (form == "participle" and _has_left_subject(stretch, at, used, chain)):
        return chain
    if form == "participle":
        return _left(stretch, at, used) or chain
    return chain


def _is_void(stretch: Stretch, at: int) -> bool:
    """Return whether a toll word states no toll: negated, intended, or a fixed phrase."""
    lowers = stretch.lowers
    begin = max(stretch.first, at - NEGATION_REACH)
    before = lowers[begin:at]
    if any(word in NEGATIONS or word.endswith("n't") for word in before):
        return True
    word = lowers[at]
    if before and before[-1] == "to" and word in ("kill", "murder", "wound", "injure", "capture"):
        return True
    following = lowers[at + 1] if at + 1 < stretch.last else ""
    if word in ("death", "deaths") and following in ("toll", "threats", "threat", "penalty", "row"):
        return True
    if word == "death" and before and before[-1] == "to":
        return True
    return word in ("killed", "wounded") and _is_both(stretch, at)


def _is_both(stretch: Stretch, at: int) -> bool:
    """Return whether one number counts killed and wounded together ("killed or wounded 20")."""
    lowers, last = stretch.lowers, stretch.last
    pair = ("wounded", "injured", "killed", "hurt")
    if at + 2 < last and lowers[at + 1] in ("or", "and", "/") and lowers[at + 2] in pair:
        own = any(q.last == at for q in stretch.quantities)
        following = any(q.first == at + 3 for q in stretch.quantities)
        return lowers[at + 1] != "and" or following == own
    if at - 2 >= stretch.first and lowers[at - 1] in ("or", "/") and lowers[at - 2] in pair:
        return True
    return False


def _right(stretch: Stretch, at: int, used: set[int]) -> list[Quantity]:
    """Return the coordinated counted phrases that start right after a toll word."""
    while at < stretch.last and stretch.lowers[at] in OBJECT_SKIPS:
        if any(quantity.first == at for quantity in stretch.quantities):
            break
        at += 1
    first = next((q for q in stretch.quantities if q.first == at and q.first not in used), None)
    first = first or _someone(stretch, at)
    if first is None or not _counts(first, strict=False):
        return []
    return _coordinated(stretch, first, used)


def _someone(stretch: Stretch, at: int) -> Quantity | None:
    """Return one for "a rubber tapper": an agent's noun that no list has."""
    if at >= stretch.last or stretch.lowers[at] not in ("a", "an"):
        return None
    for index in range(at + 1, min(at + AGENT_REACH, stretch.last)):
        word = stretch.lowers[index]
        if word in NOT_PEOPLE or not word.isalpha():
            return None
        if word.endswith(AGENT_ENDINGS):
            return Quantity(
                first=at, last=index + 1, low=1, high=1, hedge="", head=word, kind="people"
            )
    return None


def _coordinated(stretch: Stretch, first: Quantity, used: set[int]) -> list[Quantity]:
    """Return a counted phrase and those joined to it by commas and "and"."""
    chain = [first]
    for quantity in stretch.quantities:
        if quantity.first < chain[-1].last or quantity.first in used:
            continue
        between = stretch.lowers[chain[-1].last : quantity.first]
        if not between or not all(word in CHAIN_LINKS for word in between):
            if _is_aside(between):
                continue
            break
        if any(word in INCLUDING for word in between):
            continue
        if not _counts(quantity, strict=False) or _starts_next(stretch, quantity):
            break
        chain.append(quantity)
    return chain


def _is_aside(between: Sequence[str]) -> bool:
    return any(word in INCLUDING for word in between)


def _starts_next(stretch: Stretch, quantity: Quantity) -> bool:
    """Return whether a phrase belongs to a toll word that follows it ("and 5 injured")."""
    for at in range(quantity.last, min(quantity.last + ADJECTIVE_REACH + 1, stretch.last)):
        word = stretch.lowers[at]
        if word in TOLL_WORDS and TOLL_WORDS[word][1] in ("participle", "adjective"):
            return True
        if word not in AUXILIARIES and word != "others":
            return False
    return False


def _left(stretch: Stretch, at: int, used: set[int]) -> list[Quantity]:
    """Return the counted phrases that are the subject of a participle."""
    end = at
    while end > stretch.first and stretch.lowers[end - 1] in AUXILIARIES:
        if any(q.last == end for q in stretch.quantities):
            break
        end -= 1
    begin = _clause_start(stretch, end)
    inside = [
        quantity
        for quantity in stretch.quantities
        if begin <= quantity.first
        and quantity.last <= end
        and quantity.first not in used
        and _counts(quantity, strict=quantity.last < end)
        and not _after_including(stretch, quantity)
    ]
    if not inside:
        return _bare_person(stretch, begin, end)
    chain = [inside[0]]
    for quantity in inside[1:]:
        between = stretch.lowers[chain[-1].last : quantity.first]
        if between and all(word in CHAIN_LINKS or word == "(" for word in between):
            chain.append(quantity)
        elif quantity.last == end:
            chain = [quantity]
    return chain


def _clause_start(stretch: Stretch, end: int) -> int:
    """Return where the clause that ends at a token begins."""
    for at in range(end - 1, stretch.first - 1, -1):
        word = stretch.lowers[at]
        if word in CLAUSE_OPENERS and not any(q.first <= at < q.last for q in stretch.quantities):
            return at + 1
        if word in TOLL_WORDS and TOLL_WORDS[word][1] in ("participle", "active"):
            return at + 1
    return stretch.first


def _after_including(stretch: Stretch, quantity: Quantity) -> bool:
    """Return whether a phrase is a part of a number given before it ("including four")."""
    for at in range(quantity.first - 1, max(quantity.first - 12, stretch.first) - 1, -1):
        word = stretch.lowers[at]
        if word in INCLUDING:
            return True
        if word not in (",", "and", "of") and not any(
            q.first <= at < q.last for q in stretch.quantities
        ):
            return False
    return False


def _bare_person(stretch: Stretch, begin: int, end: int) -> list[Quantity]:
    """Return one for a headline's "Soldier killed" or "Palestinian man shot dead"."""
    if begin == end or end - begin > ADJECTIVE_REACH + 1:
        return []
    head = stretch.lowers[end - 1]
    plain = all(word.isalpha() for word in stretch.lowers[begin:end])
    if not plain or not is_one_person(head) or head in ("one", "member"):
        return []
    return [Quantity(first=begin, last=end, low=1, high=1, hedge="", head=head, kind="people")]


def _adjacent_left(stretch: Stretch, at: int, used: set[int]) -> list[Quantity]:
    """Return what stands right before "dead" or "die"."""
    end = at
    reach = ADJECTIVE_REACH
    while end > stretch.first and reach and stretch.lowers[end - 1] in AUXILIARIES:
        end, reach = end - 1, reach - 1
    for quantity in stretch.quantities:
        covers = quantity.first < at <= quantity.last and quantity.kind == "dead"
        if (quantity.last == end or covers) and quantity.first not in used:
            return _back(stretch, quantity, used) if _counts(quantity, strict=False) else []
    return []


def _back(stretch: Stretch, last: Quantity, used: set[int]) -> list[Quantity]:
    """Return a counted phrase and those joined to it before ("a woman and two children dead")."""
    chain = [last]
    for quantity in reversed(stretch.quantities):
        between = stretch.lowers[quantity.last : chain[0].first]
        if quantity.first >= chain[0].first or quantity.first in used:
            continue
        if not between or not all(word in (",", "and") for word in between):
            break
        if not _counts(quantity, strict=True):
            break
        chain.insert(0, quantity)
    return chain


def _lives(stretch: Stretch, at: int, used: set[int]) -> list[Quantity]:
    """Return whom "claimed the lives of" and "12 people lost their lives" mean."""
    if stretch.lowers[at] != "lives":
        return []
    if at + 1 < stretch.last and stretch.lowers[at + 1] == "of":
        return _right(stretch, at + 1, used)
    verbs = ("lost", "lose", "losing", "claimed", "claiming", "claim", "cost", "costing", "took")
    begin = max(stretch.first, at - SHOT_REACH)
    verb = next((i for i in range(at - 1, begin - 1, -1) if stretch.lowers[i] in verbs), None)
    if verb is None:
        return []
    inside = [q for q in stretch.quantities if verb < q.first < at and q.first not in used]
    return inside[:1] or _left(stretch, verb, used)


def _counted_noun(stretch: Stretch, at: int, used: set[int]) -> list[Quantity]:
    """Return "13 deaths", "deaths of 13 people", "13 bodies were found", "fatalities: 13"."""
    own = [q for q in stretch.quantities if q.first <= at < q.last and q.first not in used]
    word = stretch.lowers[at]
    if own:
        found = any(w in BODY_VERBS for w in stretch.lowers[stretch.first : stretch.last])
        counted = own[0].kind == "dead" and (found or word not in ("bodies", "body", "corpses"))
        return own[:1] if counted or word == "injuries" else []
    following = stretch.lowers[at + 1] if at + 1 < stretch.last else ""
    if following in ("of", ":"):
        return _right(stretch, at + 1, used)
    return []


def _shot_dead(stretch: Stretch, at: int, used: set[int]) -> list[Quantity]:
    """Return whom "shot dead two men", "two men were shot dead" and "shot two men dead" mean."""
    reach = stretch.lowers[at + 1 : min(at + SHOT_REACH, stretch.last)]
    if "dead" not in reach:
        return []
    chain = _right(stretch, at + 1, used)
    return chain or _left(stretch, at, used)


def _total(stretch: Stretch, at: int) -> list[Quantity]:
    """Return the N of "death toll rose to N" and "brought the number of ... killed to N"."""
    lowers = stretch.lowers
    ahead = lowers[at : min(at + TOTAL_REACH, stretch.last)]
    if lowers[at] == "number" and not any(w in ("killed", "dead", "deaths") for w in ahead):
        return []
    if lowers[at] == "toll" and (at == stretch.first or lowers[at - 1] == "injury"):
        return []
    for quantity in stretch.quantities:
        if at < quantity.first < at + TOTAL_REACH and lowers[quantity.first - 1] in TOTAL_LINKS:
            return [quantity] if _counts(quantity, strict=False) else []
    return []


def _has_left_subject(stretch: Stretch, at: int, used: set[int], chain: Sequence[Quantity]) -> bool:
    """Return whether a participle is passive although a number follows it.

    "2 killed, 5 injured" and "13 were killed 40 km north of X" have their people before it.
    """
    if at > stretch.first and stretch.lowers[at - 1] in ("was", "were", "been", "being"):
        return True
    left = _left(stretch, at, used)
    touches = any(quantity.last == at for quantity in left)
    return touches and (_starts_next(stretch, chain[-1]) or chain[0].first > at + 1)


def _counts(quantity: Quantity, *, strict: bool) -> bool:
    if quantity.head in NOT_PEOPLE:
        return False
    return quantity.kind in ("people", "dead", "family") or not strict


def _toll(kind: str, at: int, chain: Sequence[Quantity], *, cumulative: bool) -> Toll:
    low = sum(quantity.low for quantity in chain)
    highs = [quantity.high for quantity in chain]
    high = None if None in highs else sum(high for high in highs if high is not None)
    who = ", ".join(dict.fromkeys(q.head for q in chain if q.head))
    return Toll(
        kind=kind,
        at=at,
        first=min(at, chain[0].first),
        last=max(at + 1, chain[-1].last),
        count=Count(
            low=low,
            high=high,
            hedge=next((q.hedge for q in chain if q.hedge), ""),
            who="families" if any(q.head in FAMILY_WORDS for q in chain) else who,
            cumulative=cumulative,
        ),
    )
