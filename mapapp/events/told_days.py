"""Days counted from a day that was told before: "the same day", "a day earlier", "two days later".

Where no day was told they are counted from the day of publication.
"""

from collections.abc import Sequence
from datetime import date

from mapapp.events.amounts import read_number
from mapapp.events.date_phrases import DatePhrase, days_from, one_day, phrase_of

DAY_PARTS = frozenset("day morning afternoon evening night".split())
STEPS = {"same": 0, "that": 0, "previous": -1, "preceding": -1, "following": 1, "next": 1}
"""Words before a part of the day, with the days that they go on."""

ARTICLES = frozenset(("the", "that", "this"))
NOUN_LEADS = frozenset(
    "a an the his her their its our my this that these those last election elections "
    "christmas".split()
)
"""After "the day before", words of what it was the day before of."""

SPEECH = frozenset("said says say told so such".split())
EARLIER = frozenset("earlier before previously".split())
LATER = frozenset("later after afterwards".split())
CAME = frozenset("came comes coming come happened occurred".split())
JUST = frozenset("just only barely less hardly exactly".split())
DEEDS = frozenset(
    "attack attacks blast blasts bombing bombings explosion explosions strike strikes raid raids "
    "killing killings shelling massacre ambush assault incident airstrike airstrikes clash "
    "clashes bombardment".split()
)
MOST_DAYS = 10
"""Days that news counts from another event."""


def told_day(
    lowers: Sequence[str], at: int, last: int, told: date | None, published: date
) -> DatePhrase | None:
    """Return "that night", "the same day", "the day before", "the following morning".

    Args:
        lowers: Folded tokens.
        at: Where the part of the day stands.
        last: One past the last token of the sentence.
        told: Day told last; None when none was.
        published: Day of publication.
    """
    before = lowers[at - 1] if at else ""
    step = STEPS.get(before)
    if step is not None:
        lead = lowers[at - 2] if at > 1 else ""
        if before == "that" and lead in SPEECH:
            # "Police said that night raids went on."
            return None
        first = at - 1 - (lead in ARTICLES)
        return _from(first, at + 1, step, told, published)
    if before != "the" or at + 1 >= last:
        return None
    if lowers[at + 1] == "before":
        return _before(lowers, at, last, told, published)
    ofs = lowers[at + 1 : at + 3] == ["of", "the"] and lowers[at] == "day"
    if ofs and at + 3 < last and lowers[at + 3] in DEEDS:
        return _from(at - 1, at + 4, 0, told, published)
    return None


def counted_days(
    lowers: Sequence[str], at: int, last: int, told: date | None, published: date
) -> DatePhrase | None:
    """Return "a day earlier", "two days before", "three days later" counted from a told day.

    "It came two days after" an attack tells the day of that attack, and "on Monday, a day after
    the attack" too.
    """
    counted = _count(lowers, at, last)
    if counted is None:
        return None
    count, word_at = counted
    word, end = lowers[word_at], word_at + 1
    if word in EARLIER:
        days = None if _has_noun(lowers, end, last) else -count
    elif word == "after" and (_came(lowers, at) or _is_said_after(lowers, at, end, last)):
        days = -count
    else:
        on = word in LATER and not (word == "after" and _goes_on(lowers, end, last))
        days = count if on else None
    return None if days is None else _from(at, end, days, told, published)


def _count(lowers: Sequence[str], at: int, last: int) -> tuple[int, int] | None:
    """Return how many days a phrase counts and the token after them; None for no exact number."""
    number = read_number(lowers, at, last)
    single = lowers[at] in ("a", "an")
    if not single and (number is None or number.high is None):
        return None
    count, unit_at = (1, at + 1) if single or number is None else (number.low, number.last)
    if unit_at + 1 >= last or not 0 < count <= MOST_DAYS:
        return None
    days = lowers[unit_at].removesuffix("s") in ("day", "night")
    return (count, unit_at + 1) if days else None


def _from(
    first: int, last: int, days: int, told: date | None, published: date
) -> DatePhrase | None:
    if told is None and days >= 0:
        return None
    day = days_from(told or published, days)
    return phrase_of(first, last, one_day(day)) if day <= published else None


def _before(
    lowers: Sequence[str], at: int, last: int, told: date | None, published: date
) -> DatePhrase | None:
    """Return "the night before", "the day before yesterday"; not "the day before the vote"."""
    if at + 2 < last and lowers[at + 2] == "yesterday":
        return phrase_of(at - 1, at + 3, one_day(days_from(published, -2)))
    if _has_noun(lowers, at + 2, last):
        return None
    return _from(at - 1, at + 2, -1, told, published)


def _has_noun(lowers: Sequence[str], at: int, last: int) -> bool:
    """Return whether "before" goes on with what it was before: "the", "dying", "they left"."""
    if at >= last:
        return False
    word = lowers[at]
    return word in NOUN_LEADS or word.endswith("ing") or word in ("they", "he", "she", "it")


def _goes_on(lowers: Sequence[str], at: int, last: int) -> bool:
    return at < last and lowers[at].isalpha()


def _came(lowers: Sequence[str], at: int) -> bool:
    """Return whether "it came", "the blast comes" stands before "two days after"."""
    lead = at - 1 - (at > 0 and lowers[at - 1] in JUST)
    return lead >= 0 and lowers[lead] in CAME


def _is_said_after(lowers: Sequence[str], at: int, end: int, last: int) -> bool:
    """Return whether ", a day after the attack" tells of the event of its own sentence."""
    aside = at > 0 and lowers[at - 1] in (",", "-", "–", "—")
    deed = lowers[end : end + 2]
    stop = lowers[end + 2] if end + 2 < last else "."
    known = len(deed) > 1 and deed[0] == "the" and deed[1] in DEEDS
    return aside and known and not stop[0].isalpha()
