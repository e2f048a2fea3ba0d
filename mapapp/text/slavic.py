"""The loose key that unites Ukrainian and Russian romanizations of a name."""

import re
from collections.abc import Sequence

_LEAST_LETTERS = 3

# In order; a rule is tried where its first column is in the text. The text may hold many names, one
# a line, so that no pattern may reach over a line's end.
_RULES = tuple(
    (letters, re.compile(pattern, re.MULTILINE), replacement)
    for letters, pattern, replacement in (
        ("ch", r"shch|sch|tsch", "S"),
        ("zh", r"zh", "z"),
        ("kh", r"kh", "h"),
        ("x", r"x", "h"),
        ("t", r"t[sz]", "c"),
        ("h", r"[sc]h", "S"),
        ("w", r"w", "v"),
        ("g", r"g", "h"),  # Luhansk, Lugansk
        ("v", r"(?:y?[ieo]|yi|iy[eo])v(?=$|k)", "ov"),  # Kharkiv, Kharkov; Horlivka, Gorlovka
        ("", r"(?:yi|yy|iy|ii|ij|yj|y|i|j)$", "i"),  # -yi, -y, -ii
        ("", r"(?:iy|yy|ii|i|y)?(?:ya|ia|ye|ie|iia|a|e|o)$", ""),  # -ia, -ya, -e, -o
        ("", r"[aeiouyj]+", "a"),
        ("", r"(.)(?=\1)", ""),
    )
)


def slavic_key(words: Sequence[str]) -> str:
    """Return the key on which Ukrainian and Russian forms of a name meet; empty when too short.

    Kyiv and Kiev, Kharkiv and Kharkov, Luhansk and Lugansk share it; names that differ in more
    than sound (Bakhmut, Artemivsk) need an alias.
    """
    return slavic_keys((words,))[0]


def slavic_keys(names: Sequence[Sequence[str]]) -> list[str]:
    """Return the Slavic key of each name; see `slavic_key`."""
    text = "\n".join(["".join(words) for words in names])
    for letters, rule, replacement in _RULES:
        if letters in text:
            text = rule.sub(replacement, text)
    return [key if len(key) >= _LEAST_LETTERS else "" for key in text.split("\n")]
