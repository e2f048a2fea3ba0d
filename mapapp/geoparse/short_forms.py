"""Abbreviations of places as they stand in text: "Ky.", "N.J.", "U.S.", "J&K"."""

from collections.abc import Mapping

from mapapp.geoparse.lexicon import Abbreviation
from mapapp.geoparse.spelling import bare_length
from mapapp.model.document import Document


def find_short_form(
    document: Document, abbreviations: Mapping[str, Abbreviation], at: int, last: int
) -> tuple[str, int] | None:
    """Return the abbreviation that begins at a token, and the token after it; None without one.

    Forms that are words, too, need a name and a comma before ("Portland, Ore.").

    Args:
        document: The text.
        abbreviations: By the form as written.
        at: The token.
        last: One past the last token that may belong to it.
    """
    form, end = _form(document, at, last)
    if form not in abbreviations:
        word = document.words[at]
        form, end = word[: bare_length(word)], at + 1
    abbreviation = abbreviations.get(form)
    if abbreviation is None or (abbreviation.after_comma and not _after_comma(document, at)):
        return None
    return form, end


def _form(document: Document, at: int, last: int) -> tuple[str, int]:
    """Return the longest form that the tokens from one on may spell, and the token after it."""
    words = document.words
    word, end = words[at], at + 1
    if end >= last or document.starts[end] != document.ends[at]:
        return word, end
    if words[end] == ".":
        return word + ".", end + 1
    if words[end] == "&" and end + 1 < last:
        second = words[end + 1]
        return f"{word}&{second[: bare_length(second)]}", end + 2
    return word, end


def _after_comma(document: Document, at: int) -> bool:
    """Return whether a capitalized word and a comma stand before a token."""
    words = document.words
    return at > 1 and words[at - 1] == "," and words[at - 2][0].isupper()
