"""Numbers in words and digits, exact or vague."""

import re
from collections.abc import Sequence

from mapapp.model.record import record

UNITS = {
    word: value
    for value, word in enumerate(
        "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen "
        "fifteen sixteen seventeen eighteen nineteen".split()
    )
}
TENS = {
    word: 10 * (at + 2)
    for at, word in enumerate("twenty thirty forty fifty sixty seventy eighty ninety".split())
}
SCALES = {"hundred": 100, "thousand": 1_000, "million": 1_000_000, "billion": 1_000_000_000}

# ACLED counts "dozens" as 12 and "hundreds" as 100 (codebook, fatalities). A plural without a
# number allows two at the least.
VAGUE = {
    "dozens": 12,
    "scores": 20,
    "hundreds": 100,
    "thousands": 1_000,
    "millions": 1_000_000,
    "several": 2,
    "multiple": 2,
    "numerous": 2,
    "many": 2,
    "few": 2,
}

PAIRS = frozenset(("couple", "couples"))
"""Nouns of two people each."""

_DIGITS = re.compile(r"\d{1,3}(?:,\d{3})+|\d+(?:\.\d+)?")
BALANCE_REACH = 5
"""Tokens after "both" in which an "and" joins what it is said of."""

LONGEST_PLAIN = 9
"""Digits of the longest number taken for a count: more are telephone or account numbers."""


@record
class Number:
    """A number at tokens ``first`` up to but not ``last``; high is None when open above."""

    first: int
    last: int
    low: int
    high: int | None


def read_number(lowers: Sequence[str], first: int, last: int) -> Number | None:
    """Return the number that starts at a token; None when none does.

    Reads "13", "1,200", "1.5 million", "twenty-five", "one hundred and four", "a dozen",
    "half a million", "two dozen", "dozens", "several", "hundreds of thousands".

    Args:
        lowers: Folded tokens.
        first: Where the number must start.
        last: One past the last token that may be read.
    """
    word = lowers[first]
    if word in VAGUE:
        return _vague(lowers, first, last)
    if word == "both":
        return None if _is_balance(lowers, first, last) else _plain(first, 2)
    if word in ("a", "an", "half"):
        return _with_article(lowers, first, last)
    if word in UNITS or word in TENS:
        return _spelled(lowers, first, last)
    if word[0].isdigit():
        return _digits(lowers, first, last)
    return None


def _plain(at: int, value: int) -> Number:
    return Number(first=at, last=at + 1, low=value, high=value)


def _is_balance(lowers: Sequence[str], first: int, last: int) -> bool:
    """Return whether "both" only opens "both soldiers and civilians", which counts nobody."""
    return "and" in lowers[first + 2 : min(first + BALANCE_REACH, last)]


def _vague(lowers: Sequence[str], first: int, last: int) -> Number:
    low = VAGUE[lowers[first]]
    end = first + 1
    # "hundreds of thousands", "several hundred", "several dozen"
    if end + 1 < last and lowers[end] == "of" and lowers[end + 1] in ("thousands", "millions"):
        low *= VAGUE[lowers[end + 1]]
        end += 2
    elif end < last and lowers[end] in SCALES:
        low *= SCALES[lowers[end]]
        end += 1
    elif end < last and lowers[end] == "dozen":
        low *= 12
        end += 1
    return Number(first=first, last=end, low=low, high=None)


def _with_article(lowers: Sequence[str], first: int, last: int) -> Number | None:
    """Return "a dozen", "a hundred", "half a million", "half a dozen", "a couple", "a few"."""
    at, divisor = first, 1
    if lowers[at] == "half":
        at, divisor = at + 1, 2
        if at >= last or lowers[at] != "a":
            return None
    if at + 1 >= last:
        return None
    scale = lowers[at + 1]
    if scale == "half" and at + 2 < last and lowers[at + 2] in ("dozen", "million"):
        value = 6 if lowers[at + 2] == "dozen" else SCALES["million"] // 2
        return Number(first=first, last=at + 3, low=value, high=value)
    if scale in ("few", "number"):
        end = at + 3 if scale == "number" and at + 2 < last and lowers[at + 2] == "of" else at + 2
        return Number(first=first, last=end, low=2, high=None)
    value = {"dozen": 12, "couple": 2, "pair": 2, **SCALES}.get(scale, 0) // divisor
    if not value:
        return None
    return Number(first=first, last=at + 2, low=value, high=value)


def _spelled(lowers: Sequence[str], first: int, last: int) -> Number:
    total = current = 0
    at = end = first
    while at < last:
        word = lowers[at]
        if word in UNITS or word in TENS:
            current += UNITS.get(word, TENS.get(word, 0))
        elif word in SCALES and at > first:
            current = max(current, 1) * SCALES[word]
            if word != "hundred":
                total, current = total + current, 0
        elif word == "dozen" and at > first:
            current *= 12
        elif not _joins(lowers, at, last):
            break
        else:
            at += 1
            continue
        at += 1
        end = at
    value = total + current
    return Number(first=first, last=end, low=value, high=value)


def _joins(lowers: Sequence[str], at: int, last: int) -> bool:
    """Return whether a token only joins number words: "twenty-five", "hundred and four"."""
    if at + 1 >= last:
        return False
    before, following = lowers[at - 1], lowers[at + 1]
    if lowers[at] == "-":
        return before in TENS and UNITS.get(following, 0) > 0
    if lowers[at] == "and":
        return before in SCALES and (following in UNITS or following in TENS)
    return False


def _digits(lowers: Sequence[str], first: int, last: int) -> Number | None:
    word = lowers[first]
    if not _DIGITS.fullmatch(word) or len(word) > LONGEST_PLAIN:
        return None
    scale = SCALES.get(lowers[first + 1], 1) if first + 1 < last else 1
    end = first + 1 + (scale > 1)
    if scale == 1 and end < last and lowers[end] == "dozen":
        scale, end = 12, end + 1
    if "." in word and scale == 1:
        return None
    value = round(float(word.replace(",", "")) * scale)
    return Number(first=first, last=end, low=value, high=value)
