"""Killed, injured, displaced, captured, missing: which counted people a toll word means."""

from collections.abc import Sequence
from dataclasses import replace

from mapapp.events.antecedents import PRONOUNS
from mapapp.events.death_nouns import BODIES, counted_noun
from mapapp.events.death_phrases import SPECIAL_FORMS
from mapapp.events.elsewhere import elsewhere_after
from mapapp.events.listed import persons_after, pronouns_after
from mapapp.events.objects import (
    companions_after,
    objects_after,
    starts_next,
)
from mapapp.events.people import FAMILY_WORDS
from mapapp.events.persons import DETERMINERS, Quantity
from mapapp.events.stretch import Stretch
from mapapp.events.subjects import AMONG, subjects_before, total_of
from mapapp.events.toll_words import (
    AUXILIARIES,
    BREAKS,
    CONDITIONAL,
    DEATH_PHRASES,
    DONE,
    DYING,
    FOUND_DEAD,
    INTENDED,
    JOINTS,
    KILLED,
    MEANT,
    NEGATION_REACH,
    NEGATIONS,
    OBJECT_PRONOUNS,
    SAME_REACH,
    STRICT_WORDS,
    THE_DEAD,
    TOLL_WORDS,
    WOUNDS,
)
from mapapp.model.event import Count
from mapapp.model.record import record

POINTING = PRONOUNS | OBJECT_PRONOUNS | BODIES
"""Words that alone stand for somebody: of a death told before they are no other one."""


INVERTED = (["was"], ["were"])
"""After a participle that opens its sentence, verbs before their subject."""

NEARLY = (["nearly"], ["almost"])
"""Before "lynched", words after which somebody lived."""

SAME_FORMS = ("participle", "shot")
"""Forms of toll words that may tell more of people counted before them."""

PHRASE_LEADS = frozenset("by from in on near at outside inside during".split())
"""What begins a phrase between two verbs of one subject: "kidnapped from his home and killed"."""


@record
class Toll:
    """A count with the token of its toll word and the tokens that it was read from."""

    kind: str
    at: int
    first: int
    last: int
    count: Count


def find_tolls(stretch: Stretch) -> list[Toll]:
    """Return the tolls of a sentence in the order of their toll words.

    Each counted phrase is used once. "No one was killed", "killed or wounded 20", "to kill two"
    and plurals without any number give no toll.
    """
    found: list[Toll] = []
    used: set[int] = set()
    words = stretch.lowers[stretch.first : stretch.last]
    for at in [at for at, word in enumerate(words, stretch.first) if word in TOLL_WORDS]:
        if _is_void(stretch, at):
            continue
        kind, form = TOLL_WORDS[stretch.lowers[at]]
        chain = _chain_of(stretch, at, form, used)
        if kind == KILLED and chain and _is_again(stretch, chain, found):
            continue
        if chain and not (stretch.lowers[at] in STRICT_WORDS and _is_vague(stretch, chain)):
            used.update(quantity.first for quantity in chain)
            found.append(_toll(kind, at, chain, cumulative=form == "total"))
        elif found and kind == KILLED and _is_same(stretch, found[-1], _deed(stretch, at)):
            found.append(replace(found[-1], kind=kind, at=at, last=at + 1))
    return found


def _is_again(stretch: Stretch, chain: Sequence[Quantity], found: Sequence[Toll]) -> bool:
    """Return whether a pronoun or a part only tells again of people killed before."""
    if not stretch.told and all(toll.kind != KILLED for toll in found):
        return False
    first, last = chain[0].first, chain[-1].last
    if last == first + 1 and stretch.lowers[first] in POINTING:
        return True
    here = any(toll.kind == KILLED for toll in found)
    parts = chain[0].kind == "part" and all(q.kind in ("part", "bare") for q in chain)
    return parts and (here or stretch.only_dead or all(q.head in THE_DEAD for q in chain))


def _deed(stretch: Stretch, at: int) -> int:
    """Return the verb of a toll word: of "stabbed to death" the first."""
    to_death = stretch.lowers[max(at - 1, 0) : at + 1] == ["to", "death"]
    return at - 2 if to_death and at - 2 >= stretch.first else at


def _is_same(stretch: Stretch, before: Toll, at: int) -> bool:
    """Return whether the people of the toll before are those killed: "abducted and later killed".

    "23 men arrested by the army were executed" has them as the subject of both.
    """
    between = stretch.lowers[before.at + 1 : at]
    _, form = TOLL_WORDS.get(stretch.lowers[at], ("", "participle"))
    if form not in SAME_FORMS and FOUND_DEAD.isdisjoint(between[-1:]):
        return False
    if before.kind == KILLED or before.last > at or len(between) > SAME_REACH:
        return False
    if all(word in AUXILIARIES or word in JOINTS for word in between):
        return bool(between)
    if not PHRASE_LEADS.isdisjoint(between[:1]) and _goes_on(between):
        # "Arrested by the army and killed", "kidnapped from his home and later shot dead".
        return True
    reduced = stretch.lowers[before.at - 1] not in AUXILIARIES and before.last == before.at + 1
    # "Two men wounded in the raid died on Sunday."
    passive = stretch.lowers[at - 1] in AUXILIARIES or stretch.lowers[at] in DYING
    return reduced and passive and not BREAKS & set(between)


def _goes_on(between: Sequence[str]) -> bool:
    """Return whether one phrase and "and" stand between two verbs of one subject."""
    if "and" not in between:
        return False
    joint = len(between) - 1 - between[::-1].index("and")
    joined = all(word in AUXILIARIES or word in JOINTS for word in between[joint + 1 :])
    return joined and not BREAKS & set(between[:joint])


def _is_vague(stretch: Stretch, chain: Sequence[Quantity]) -> bool:
    """Return whether a number has neither people nor a name beside it ("neutralized two")."""
    return any(q.kind != "people" and q.last - 1 not in stretch.actors for q in chain)


def _chain_of(stretch: Stretch, at: int, form: str, used: set[int]) -> list[Quantity]:
    """Return the counted phrases that a toll word means."""
    special = SPECIAL_FORMS.get(form)
    if special is not None:
        return special(stretch, at, used)
    if form == "participle" and (whole := total_of(stretch, at)):
        return [] if whole[0].first in used else whole
    if form == "participle" and stretch.lowers[at + 1 : at + 2] in INVERTED and _opens(stretch, at):
        return objects_after(stretch, at + 2, used) or persons_after(stretch, at + 2, used)
    chain = objects_after(stretch, at + 1, used) or pronouns_after(stretch, at + 1, used)
    if not chain and stretch.lowers[max(stretch.first, at - 2) : at] == AMONG:
        chain = _named_among(stretch, at, used)
    if not chain and TOLL_WORDS[stretch.lowers[at]][0] == KILLED:
        chain = persons_after(stretch, at + 1, used)
    if chain and not (form == "participle" and _has_left_subject(stretch, at, used, chain)):
        return chain
    if form == "participle":
        subjects = subjects_before(stretch, at, used)
        further = companions_after(stretch, at + 1, used) or elsewhere_after(stretch, at, used)
        return [*subjects, *further] if subjects else chain
    return chain or (counted_noun(stretch, at, used) if stretch.lowers[at] == "wounds" else [])


def _opens(stretch: Stretch, at: int) -> bool:
    """Return whether a participle opens its sentence: "also killed were two guards"."""
    return at - (stretch.lowers[at - 1] == "also") <= stretch.first


def _named_among(stretch: Stretch, at: int, used: set[int]) -> list[Quantity]:
    """Return whom "among those killed in the raid were three officers" means."""
    if at - 2 > stretch.first:
        return []
    verbs = [i for i in range(at + 1, stretch.last) if stretch.lowers[i] in ("was", "were")]
    return objects_after(stretch, verbs[0] + 1, used) if verbs else []


def _is_void(stretch: Stretch, at: int) -> bool:
    """Return whether a toll word states no toll: negated, intended, or a fixed phrase."""
    lowers = stretch.lowers
    begin = max(stretch.first, at - NEGATION_REACH)
    before = lowers[begin:at]
    if any(word in NEGATIONS or word.endswith("n't") for word in before):
        return not _is_contrast(stretch, begin, at)
    if (stretch.told and before[-2:] == AMONG) or (lowers[at] == "kia" and at in stretch.actors):
        # Of the total that was told before; the name of a group.
        return True
    word = lowers[at]
    if word.startswith("succumb") and WOUNDS.isdisjoint(lowers[at : min(at + 5, stretch.last)]):
        return True
    elsewhere = before[-1:] in NEARLY or before[-2:] == ["those", "who"]
    conditional = elsewhere or ("have" in before and not CONDITIONAL.isdisjoint(before))
    adjective = word in ("slain", "murdered") and before and before[-1] in DETERMINERS
    noun = word in ("gun", "guns") and lowers[at + 1 : at + 2] != ["down"]
    if conditional or noun or adjective or (before and _is_intended(word, before)):
        return True
    following = lowers[at + 1] if at + 1 < stretch.last else ""
    if word in ("death", "deaths") and following in DEATH_PHRASES:
        return True
    return word in ("killed", "wounded", "injured") and _is_both(stretch, at)


def _is_contrast(stretch: Stretch, begin: int, at: int) -> bool:
    """Return whether only others are denied: "eight rebels and *no* civilians were killed"."""
    lowers = stretch.lowers
    no = next((i for i in range(begin, at) if lowers[i] == "no"), stretch.first)
    joined = no > stretch.first and lowers[no - 1] in ("and", "but")
    return joined and any(q.last == no - 1 and q.kind == "people" for q in stretch.quantities)


def _is_intended(word: str, before: Sequence[str]) -> bool:
    """Return whether "to kill" and "will die" only tell what is meant or feared."""
    if word in ("die", "dies"):
        return before[-1] in INTENDED
    return before[-1] == "to" and word in MEANT and not DONE & set(before[-2:-1])


def _is_both(stretch: Stretch, at: int) -> bool:
    """Return whether one number counts killed and wounded together ("killed or wounded 20")."""
    lowers, last = stretch.lowers, stretch.last
    pair = ("wounded", "injured", "killed", "hurt")
    if at + 2 < last and lowers[at + 1] in ("or", "and", "/") and lowers[at + 2] in pair:
        own = any(q.last == at for q in stretch.quantities)
        following = any(q.first == at + 3 for q in stretch.quantities)
        return lowers[at + 1] != "and" or following == own
    if at < stretch.first + 2 or lowers[at - 2] not in pair:
        return False
    shared = lowers[at - 1] == "and" and lowers[at - 3 : at - 2] in (["have"], ["had"], ["has"])
    return lowers[at - 1] in ("or", "/") or shared


def _has_left_subject(stretch: Stretch, at: int, used: set[int], chain: Sequence[Quantity]) -> bool:
    """Return whether a participle is passive although a number follows it.

    "2 killed, 5 injured" and "13 were killed 40 km north of X" have their people before it.
    """
    if at > stretch.first and stretch.lowers[at - 1] in ("was", "were", "been", "being"):
        return True
    if chain[0].first == at + 1 and not any(q.last == at for q in stretch.quantities):
        # "Murle youth killed nine people": no number before it, and its object right after.
        return False
    left = subjects_before(stretch, at, used)
    touches = any(quantity.last == at for quantity in left)
    return touches and (starts_next(stretch, chain[-1]) or chain[0].first > at + 1)


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
