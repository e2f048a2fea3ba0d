"""Days on which something was said, which happened then or before: "police said on Monday"."""

from collections.abc import Sequence

from mapapp.events.reporting import SAYING

MADE_KNOWN = frozenset(
    "published released issued posted broadcast dated statement statements speaking speech "
    "interview telephone".split()
)
TOLD_REACH = 5
"""Tokens from "told" to the day: "told the news agency on Monday"."""

ARTICLES = frozenset(("the", "a"))
BETWEEN = frozenset(
    "on in late early a the statement statements that reporters journalists afp reuters".split()
)


def is_said(lowers: Sequence[str], first: int, at: int) -> bool:
    """Return whether a day is that of a reporting verb before it.

    Args:
        lowers: Folded tokens.
        first: First token of the sentence.
        at: First token of the date phrase.
    """
    if lowers[at].endswith("'s") or (at > first and lowers[at - 1] in ARTICLES):
        # "Officials said the Wednesday blast killed two", "said Friday's strike killed two".
        return False
    lead = at - 1
    while lead >= first and lowers[lead] in BETWEEN:
        lead -= 1
    if lead < first:
        return False
    if lowers[lead] in SAYING or lowers[lead] in MADE_KNOWN:
        return True
    told = lowers[max(first, at - TOLD_REACH) : at]
    return "told" in told and not told[-1][0].isdigit()
