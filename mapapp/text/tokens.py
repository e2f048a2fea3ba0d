"""Cutting text into tokens, once for all stages."""

import re
import sys

TOKEN = re.compile(
    r"""
    (?:[^\W\d_]\.){2,}                                  # U.S., D.C.
    | [^\W\d_]+(?:[\u0300-\u036f]+[^\W\d_]*)+           # decomposed accents stay inside the word
    | \d+(?:[.,:]\d+)*                                  # 1,000  3.5  10:30
    | [^\W_]+(?:['’ʼ`‘ʿʾ][^\W_]+)*                      # Syria's  N'Djamena
    | [^\w\s]
    | _
    """,
    re.VERBOSE,
)
"""A word, a number or one punctuation mark; hyphens are always tokens of their own."""

CURLY = str.maketrans({"’": "'", "ʼ": "'", "‘": "'", "`": "'", "ʿ": "'", "ʾ": "'"})


class TokenLists:
    """Parallel lists of tokens: starts, ends, words as written, words folded to lower case."""

    __slots__ = ("ends", "lowers", "starts", "words")

    def __init__(self, starts: list[int], ends: list[int], words: list[str]) -> None:
        """Hold the lists and fold the words; lists must be of one length."""
        self.starts = starts
        self.ends = ends
        self.words = words
        self.lowers = [_fold(word) for word in words]


def tokenize(text: str) -> TokenLists:
    """Cut a text into tokens; offsets are Python string offsets into it.

    Possessives stay in their word ("Syria's"); stages that need the bare name cut them off.
    """
    starts: list[int] = []
    ends: list[int] = []
    words: list[str] = []
    for match in TOKEN.finditer(text):
        start, end = match.span()
        starts.append(start)
        ends.append(end)
        words.append(match.group())
    return TokenLists(starts, ends, words)


def _fold(word: str) -> str:
    lower = word.lower()
    return sys.intern(lower if lower.isascii() else lower.translate(CURLY))
