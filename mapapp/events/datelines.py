"""The dateline that opens a report: "KYIV, May 20, 2023 (AFP) - " tells of no event."""

from mapapp.model.document import Document, Sentence

DASHES = frozenset("-–—")
REACH = 16
"""First tokens of a sentence among which the dash that ends its dateline stands."""


def past_dateline(document: Document, sentence: Sentence) -> int:
    """Return the token after the dateline of a sentence; its first token when it has none.

    The dash of a dateline stands between spaces, after a number, a bracket or words in capitals.
    """
    words = document.words
    for at in range(sentence.first + 1, min(sentence.first + REACH, sentence.last - 1)):
        if words[at] in DASHES and _is_apart(document, at):
            before = words[at - 1]
            shouted = all(word.isupper() for word in words[sentence.first : at] if word.isalpha())
            return at + 1 if before == ")" or before.isdigit() or shouted else sentence.first
    return sentence.first


def _is_apart(document: Document, at: int) -> bool:
    """Return whether spaces stand around a token."""
    before = document.ends[at - 1] < document.starts[at]
    return before and document.ends[at] < document.starts[at + 1]
