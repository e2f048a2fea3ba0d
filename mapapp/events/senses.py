"""What a trigger word means by the words beside it: weapons found, weather, sport."""

from collections.abc import Callable, Sequence
from dataclasses import replace

from mapapp.events.triggers import KINDS, Form, Trigger

FOUND = frozenset(
    "recovered recovers recover recovering seized seizes seizing discovered discovers discovering "
    "confiscated confiscating retrieved retrieves unearthed uncovered possession possessing "
    "smuggling cache caches stockpile stockpiles found finds impounded".split()
)
"""Beside weapons, words of those who found them: nobody used them."""

THINGS = frozenset(
    "bomb bombs ied ieds grenade grenades rocket rockets missile missiles mortar mortars shells "
    "explosive explosives device devices landmine landmines mines drone drones cocktail cocktails "
    "molotov molotovs firebomb firebombs ordnance launcher launchers shell belt belts vest "
    "vests".split()
)
"""Last words of triggers that name a weapon and no use of it."""

FOUND_REACH = 12
"""Tokens between a word of finding and the last weapon of its list."""

NEAR_FOUND = frozenset("destroyed destroying destroys".split())
"""Words straight before weapons that are got rid of: "destroyed 40 unexploded shells"."""

FOUND_AFTER = 4
CLAUSE_ENDS = frozenset(
    "after when as while where who killed exploded blast explosion before in near during that "
    "which detonated fired hit struck ; hurled threw thrown launched attacked attack used dead "
    "injured wounded against".split()
)
"""Words that part what was found from what was used."""

STOPPED = frozenset("destroyed downed intercepted found seized discovered stopped".split())

WEATHER_LEADS = frozenset(
    "the a this tropical winter severe heavy ice sand dust snow violent geomagnetic political "
    "media perfect coming rain monsoon of by from".split()
)
SPORT_AFTER = frozenset("driver drivers car cars stage stages championship race racing".split())
SPORT_BEFORE = frozenset("dakar world motor pep market stock price late comeback dramatic".split())
STRIKING = frozenset(
    "observed observing called staged enacted joined joining indefinite nationwide hour hours day "
    "days week token warning rail bus transport wildcat began begin ended".split()
)
"""Before a strike, words of those who stop working."""

WORK = frozenset(
    "pay wages conditions workers owners drivers doctors nurses teachers students pilots unions "
    "union crews jobs pensions lawyers employees staff".split()
)
METAPHORS = frozenset(
    "color colour colors colours joy interest creativity demand anger laughter sound light taste "
    "flavor flavour cases".split()
)
PICTURES = frozenset(
    "video videos film footage photo photos photograph photographs picture pictures scene scenes "
    "movie documentary selfie".split()
)
PARADES = frozenset("band bands parade parades carnival pageant".split())
MARKETS = frozenset(
    "shares stocks stock prices market markets index dollar yen euro bonds oil points percent "
    "investors".split()
)
DROPPED = frozenset("dropped dropping drop drops".split())


def sense(
    trigger: Trigger, lowers: Sequence[str], words: Sequence[str], first: int, last: int
) -> Trigger | None:
    """Return a trigger as the words beside it have it; None when it tells nothing here.

    Args:
        trigger: The trigger as the table has it.
        lowers: Folded tokens.
        words: The tokens as written.
        first: First token of the sentence.
        last: One past its last token.
    """
    rule = SENSES.get(lowers[trigger.last - 1])
    return trigger if rule is None else rule(trigger, lowers, words, first, last)


def _weapon(
    trigger: Trigger, lowers: Sequence[str], _: Sequence[str], first: int, last: int
) -> Trigger | None:
    """Return weapons that were found as such, and bombs that were dropped as an air strike."""
    if trigger.kind.key == "disarm":
        return trigger
    if trigger.form is Form.NOUN and _is_found(trigger, lowers, first, last):
        return replace(trigger, kind=KINDS["cache"], form=Form.NOUN)
    before = lowers[max(trigger.first - FOUND_AFTER, first) : trigger.first]
    if trigger.kind.key in ("ied", "grenade") and not DROPPED.isdisjoint(before):
        return replace(trigger, kind=KINDS["air"])
    return trigger


def _is_found(trigger: Trigger, lowers: Sequence[str], first: int, last: int) -> bool:
    """Return whether a weapon is the object of finding: "recovered two rifles and a grenade"."""
    for at in range(trigger.first - 1, max(trigger.first - FOUND_REACH, first) - 1, -1):
        near = at >= trigger.first - FOUND_AFTER
        if lowers[at] in FOUND or (near and lowers[at] in NEAR_FOUND):
            return True
        if lowers[at] in CLAUSE_ENDS:
            break
    after = lowers[trigger.last : min(trigger.last + FOUND_AFTER, last)]
    for word in after:
        if word in FOUND:
            return True
        if word in CLAUSE_ENDS:
            return False
    return False


def _laden(
    trigger: Trigger, lowers: Sequence[str], _: Sequence[str], first: int, __: int
) -> Trigger | None:
    """Return no explosion for a vehicle full of explosives that was stopped."""
    before = lowers[max(trigger.first - FOUND_AFTER, first) : trigger.first]
    return trigger if STOPPED.isdisjoint(before) else None


def _explosion(
    trigger: Trigger, lowers: Sequence[str], words: Sequence[str], first: int, last: int
) -> Trigger | None:
    """Return no explosion "of color" or "of interest"."""
    after = lowers[trigger.last : min(trigger.last + FOUND_AFTER, last)]
    if after[:1] == ["of"] and not METAPHORS.isdisjoint(after):
        return None
    return _weapon(trigger, lowers, words, first, last)


def _storm(
    trigger: Trigger, lowers: Sequence[str], words: Sequence[str], first: int, last: int
) -> Trigger | None:
    """Return "storm" only where somebody storms: neither "Storm Ciara" nor "a storm"."""
    before = lowers[trigger.first - 1] if trigger.first > first else ""
    named = trigger.last < last and words[trigger.first][0].isupper()
    named = named and words[trigger.last][0].isupper()
    return None if not before or before in WEATHER_LEADS or named else trigger


def _shot(
    trigger: Trigger, lowers: Sequence[str], _: Sequence[str], __: int, last: int
) -> Trigger | None:
    """Return "shot" only where no camera shoots: "shot a video"."""
    after = lowers[trigger.last : min(trigger.last + FOUND_AFTER, last)]
    return trigger if PICTURES.isdisjoint(after) else None


def _march(
    trigger: Trigger, lowers: Sequence[str], _: Sequence[str], first: int, last: int
) -> Trigger | None:
    """Return "marched" only where no band or parade marches."""
    return trigger if PARADES.isdisjoint(lowers[first:last]) else None


def _labor(
    trigger: Trigger, lowers: Sequence[str], _: Sequence[str], first: int, last: int
) -> Trigger | None:
    """Return "strike" only where nobody stops working: "observed a strike", "strike over pay"."""
    if trigger.kind.key != "air" or trigger.last > trigger.first + 1:
        return trigger
    before = lowers[max(trigger.first - 2, first) : trigger.first]
    after = lowers[trigger.last : min(trigger.last + FOUND_AFTER, last)]
    called = not STRIKING.isdisjoint(before)
    about = after[:1] and after[0] in ("by", "over", "for") and not WORK.isdisjoint(after)
    return None if called or about else trigger


def _rally(
    trigger: Trigger, lowers: Sequence[str], _: Sequence[str], first: int, last: int
) -> Trigger | None:
    """Return "rally" and "rallied" only where people gather: no race, no share prices."""
    before = lowers[trigger.first - 1] if trigger.first > first else ""
    following = lowers[trigger.last] if trigger.last < last else ""
    sport = trigger.form is Form.NOUN and following in SPORT_AFTER
    if sport or before in SPORT_BEFORE or not MARKETS.isdisjoint(lowers[first:last]):
        return None
    return trigger


Rule = Callable[[Trigger, Sequence[str], Sequence[str], int, int], Trigger | None]

SENSES: dict[str, Rule] = {
    **dict.fromkeys(THINGS, _weapon),
    "laden": _laden,
    "explosion": _explosion,
    "shot": _shot,
    "marched": _march,
    "marching": _march,
    "strike": _labor,
    "strikes": _labor,
    "storm": _storm,
    "storms": _storm,
    "rally": _rally,
    "rallied": _rally,
    "rallies": _rally,
}
"""Last word of a trigger to the rule that reads it."""
