"""Spellings: cutting a name into words and folding the words to one form.

A name is cut as text is: words are letters and digits with inner apostrophes and points, and
everything else, hyphens above all, only parts them. So "Deir ez-Zor" is ``deir ez zor``,
"Washington, D.C." ``washington dc``, "U.S." ``us``, "St. Petersburg" ``st petersburg``,
"N'Djamena" ``ndjamena`` and "Guinea-Bissau" ``guinea bissau``. Whoever matches text walks over
its tokens, folds each by `fold_word`, skips those that fold to nothing (hyphens, points) and
joins the rest.

Keys, strict before loose: the words joined by spaces (``exact``); the words joined by nothing, in
short forms and without Arabic articles (``fold``); `mapapp.text.sounds` has the loose ones.
"""

import re
import unicodedata
from collections.abc import Iterable, Sequence
from functools import lru_cache

from mapapp.text.arabic import ARABIC, bare_arabic, fold_arabic
from mapapp.text.cyrillic import CYRILLIC, romanize_cyrillic

APOSTROPHES = "'`\u00b4\u02b9\u02bb\u02bc\u02bd\u02be\u02bf\u02c8\u2018\u2019\u201b\u2032\u05f3"
"""Marks that stand for an apostrophe, ayn, hamza or soft sign."""

SHORT_FORMS = {"saint": "st", "sainte": "ste", "mount": "mt", "fort": "ft"}
"""Words that news writes long and gazetteers short, or the other way around."""

_UNSPELLED = "\u0900"
# From here on, vowel signs of the scripts of South and East Asia are no letters to Python.

_INNER = APOSTROPHES + "."
_MARKS = "\u0300-\u036f\u0610-\u061a\u0640\u064b-\u065f\u0670\u06d6-\u06ed\u200c\u200d"
_WORD = re.compile(rf"[^\W_](?:[^\W_]|[{re.escape(_INNER)}{_MARKS}])*")
_ASIDE = re.compile(r"\([^)]*\)|\[[^]]*\]")

# Letters that Unicode does not take apart, and the digits of Arabic and Persian.
_LETTERS = str.maketrans(
    dict.fromkeys(_INNER)
    | {
        "ı": "i",
        "ø": "o",
        "ß": "ss",
        "æ": "ae",
        "œ": "oe",
        "đ": "d",
        "ð": "d",
        "þ": "th",
        "ł": "l",
        "ə": "e",
        "ħ": "h",
        "ŋ": "ng",
    }
    | {chr(0x660 + digit): str(digit) for digit in range(10)}
    | {chr(0x6F0 + digit): str(digit) for digit in range(10)}
)


class _Bare(dict[int, str]):
    """Each letter's plain form, worked out when it is first met; nothing for marks and the like."""

    def __missing__(self, code: int) -> str:
        letter = chr(code)
        bare = "" if unicodedata.combining(letter) else letter.casefold()
        self[code] = "".join(part for part in bare if part.isalnum() or part >= _UNSPELLED)
        return self[code]


_BARE = _Bare()
_HUSHED = str.maketrans({"ş": "sh", "ș": "sh", "š": "sh", "ç": "ch", "č": "ch", "ž": "zh"})
_HUSHED_LETTER = re.compile("[şșšçčžŞȘŠÇČŽ]|[sSczCZ][\u0306\u030c\u0326\u0327]")


@lru_cache(maxsize=1 << 17)
def fold_word(word: str) -> str:
    """Return a word in lower case without marks, apostrophes and points.

    Cyrillic becomes Latin, Arabic letters one of their variants. Empty for punctuation.

    Args:
        word: One token, in lower case as in `mapapp.model.document.Document.lowers`, or as written.
    """
    if word.isascii():
        if word.isalnum():
            return word.lower()
        return "".join(letter for letter in word.lower() if letter.isalnum())
    word = unicodedata.normalize("NFKC", word).lower()
    if CYRILLIC.search(word):
        word = romanize_cyrillic(word)
    word = unicodedata.normalize("NFKD", word.translate(_LETTERS)).translate(_BARE)
    return fold_arabic(word) if ARABIC.search(word) else word


def name_words(name: str) -> list[str]:
    """Return the folded words of a name, asides in brackets left out; empty when none are left."""
    if name.isascii() and name.replace(" ", "").isalnum():
        return name.lower().split()
    bare = _ASIDE.sub(" ", name) if "(" in name or "[" in name else name
    words = [folded for word in _WORD.findall(bare) if (folded := fold_word(word))]
    if not words and bare is not name:
        return name_words(name.translate(_NO_BRACKETS))
    return words


_NO_BRACKETS = str.maketrans("()[]", "    ")


def hushed(name: str) -> str:
    """Return the name with Turkish, Kurdish and Slavic hushing letters spelled out.

    "Qamişlo" is read both as ``qamislo`` and, by this, as ``qamishlo``. Empty when the name has no
    such letter.
    """
    if name.isascii() or not _HUSHED_LETTER.search(name):
        return ""
    return unicodedata.normalize("NFC", name).lower().translate(_HUSHED)


def exact_key(words: Iterable[str]) -> str:
    """Return the key of names that differ in case, marks and punctuation only."""
    return " ".join(words)


def fold_key(words: Iterable[str]) -> str:
    """Return the key of names that also differ in spacing and in common short forms."""
    return "".join([SHORT_FORMS.get(word, word) for word in words])


_LONGEST_ARTICLE = 3
_ARTICLES = frozenset({"al", "el", "ul", "il", "l"})
# The l of the article becomes the sound it meets: an-Nabk, ash-Shaddadi, ez-Zor.
_SOUNDS = ("n", "r", "sh", "ch", "s", "th", "t", "dh", "d", "z", "j", "l")
_ASSIMILATED = {
    f"{vowel}{written}": sound
    for sound in _SOUNDS
    for vowel in "aeui"
    for written in (sound, sound * 2 if len(sound) == 1 else sound)
    if vowel + written != "in"  # "In Nabatieh, ..." is English
}


def drop_articles(words: Sequence[str]) -> list[str]:
    """Return the words without Arabic articles; the last word always stays.

    An assimilated article goes only where the next word begins with its sound, so that "En Nahud"
    loses its first word and "En Gedi" does not.
    """
    if len(words) == 1 and words[0].isascii():
        return list(words)
    kept: list[str] = []
    last = len(words) - 1
    for index, word in enumerate(words):
        if index < last and _is_article(word, words[index + 1]):
            continue
        kept.append(word if word.isascii() else bare_arabic(word))
    return kept


def _is_article(word: str, following: str) -> bool:
    if len(word) > _LONGEST_ARTICLE:
        return False
    if word in _ARTICLES:
        return True
    sound = _ASSIMILATED.get(word)
    return sound is not None and following.startswith(sound)
