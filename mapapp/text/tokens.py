"""Cutting text into tokens, once for all stages."""

import re
import sys
from operator import sub

from mapapp.text.remembered import Remembered

TOKEN = re.compile(
    r"""
    [^\W\d_]++(?=[\s,])                                # most words: no other line says otherwise
    | (?:[^\W\d_]\.){2,}                                # U.S., D.C.
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

    def __init__(self, ends: list[int], words: list[str]) -> None:
        """Hold the lists, which must be of one length, and work out the others."""
        self.starts = list(map(sub, ends, map(len, words)))
        self.ends = ends
        self.words = words
        self.lowers = list(map(_LOWERS.__getitem__, words))


def tokenize(text: str) -> TokenLists:
    """Cut a text into tokens; offsets are Python string offsets into it.

    Possessives stay in their word ("Syria's"); stages that need the bare name cut them off.
    """
    words = list(map(sys.intern, TOKEN.findall(text)))
    find, at = text.find, 0
    # Only white space lies between tokens, so that the word's next occurrence is the token.
    return TokenLists([(at := find(word, at) + len(word)) for word in words], words)


def _fold(word: str) -> str:
    lower = word.lower()
    return sys.intern(lower if lower.isascii() else lower.translate(CURLY))


_LOWERS = Remembered(_fold)
