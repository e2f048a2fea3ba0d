"""Loose keys of romanized names: what is left when spelling habits are taken away.

Two names with one *vowel key* are likely one name (precision .85 on 30,773 GeoNames names of
Syria); two names with one *skeleton* are only candidates, to be ranked by `alike`.

Sounds are written with one letter each: S for sh and ch, K for kh, G for gh, Y and W for the
glides; a, i and u are the three vowels that Arabic tells apart.
"""

import re
from collections.abc import Iterable, Sequence
from functools import lru_cache

from mapapp.text.arabic import ARABIC, romanize_arabic
from mapapp.text.similarity import jaro_winkler

VOWELS = "aiu"

_CARRYING_CONSONANTS = 3
_WRITTEN_IS_SPOKEN = 0.8

# One spelling per word that begins many Arabic, Turkish and Kurdish place names.
_COMMON_WORDS = {
    spelling: form
    for form, spellings in {
        "tel": "tall tal tell til tull tel tepe",
        "telul": "tulul teloul telul tloul",
        "telat": "tallat tellat telat",
        "jabal": "jabal jebel djebel gebel jbel gabal jabel jebal cebel djabal",
        "kafr": "kafr kfar kafar kfer kefr kafer kfr kafra",
        "khirba": "khirbat khirbet kherbet khurbat khirbah khirba kharbet khrab",
        "dir": "dayr deir der dair dir deyr",
        "bit": "bayt beit bet bait beyt bayta",
        "ain": "ayn ain ein eyn aayn aain aine",
        "um": "umm um oum om oumm omm",
        "abu": "abu abou bou aboul abul abo bu",
        "shikh": "shaykh sheikh sheik cheikh shekh shaikh cheik sheykh seyh sheyh",
        "qala": "qalat qalaat kalaat qalah qala kalat qalaa qalet kala kalah",
        "mara": "maarat maarrat maaret marrat maarret maarra maara marat maarrah maarah marra",
        "dara": "darat daret dara",
        "mazraa": "mazraat mazraet mazraah mezraat mazraa mazrat",
        "wadi": "wadi ouadi wadiya uadi oued",
        "nahr": "nahr nahar",
        "burj": "burj borj bourj burc",
        "jisr": "jisr jisser jeser jser djisr",
        "qara": "qarat qara",
        "tiba": "taybat tibat tayyibat tayyibah taybah tayba taibat taibeh taybeh",
        "ras": "ras raas",
    }.items()
    for spelling in spellings.split()
}

_DIGRAPHS = (
    ("tch", "ch"),
    ("dj", "j"),
    ("sch", "sh"),
    ("ssh", "sh"),
    ("shsh", "sh"),
    ("khkh", "kh"),
    ("ghgh", "gh"),
    ("kh", "K"),
    ("gh", "G"),
    ("sh", "S"),
    ("ch", "S"),
    ("th", "t"),
    ("dh", "d"),
    ("ph", "f"),
    ("x", "K"),
)
_LONG_VOWELS = (("oo", "u"), ("ee", "i"), ("aa", "a"), ("ii", "i"), ("uu", "u"))

# In order: each rule reads what the ones before it left. A rule is tried where its first column is
# in the text, which saves most of the time that patterns take on a single word. The text may hold
# many words, one a line, so that no pattern may reach over a line's end.
_RULES = tuple(
    (letters, re.compile(pattern, re.MULTILINE), replacement)
    for letters, pattern, replacement in (
        ("", r"([^aeiou\n])(?=\1)", ""),  # doubled consonants
        ("y", r"(?<=[aei])y(?![aeiou])", "i"),  # ay, ey
        ("w", r"(?<=[ao])w(?![aeiou])", "u"),  # aw, ow
        ("y", r"(?<![aeiou])y(?![aeiou])", "i"),  # y as a vowel
        ("y", r"i?y+(?=[aeiou])", "Y"),  # iya, iyya, ya
        ("i", r"i(?=[aeou])", "Y"),  # ia, ie
        ("w", r"(?<=[^aeiou\n])w$", "u"),
        ("w", r"u?w+(?=[aeiouY])", "W"),
        ("u", r"u(?=[aei])", "W"),
        ("h", r"[aeiou]+h$", "a"),  # feminine ending -ah, -eh
        ("e", r"(?<=[^aeiouYW\n])e$", "a"),  # feminine ending -e
        ("", r"[aei]*[ei][aei]*", "i"),  # ai, ei, e: one front vowel
        ("", r"[aou]*[ou][aou]*", "u"),  # au, o: one back vowel
        ("aa", r"a+", "a"),
    )
)
_FRENCH_GHAYN = re.compile(r"^r(?=h)", re.MULTILINE)
_SOFT_C = re.compile(r"c(?=[eiy])")
_OU_GLIDE = re.compile(r"ou(?=[aeiouy])")
_CONSTRUCT_T = re.compile(r"(?<=...[ae])t$", re.MULTILINE)
# A rule that puts nothing in is far faster than one that puts a group back.
_ATTACHED_ARTICLE = re.compile(r"^[ae]([tdrszn])(?=\1..)", re.MULTILINE)
# An unstressed first vowel comes and goes before a diphthong: Hreitan, Huraytan.
_FLEETING_VOWEL = re.compile(r"(?<=^[^aiuYW\n])[ui](?=[^aiuYW\n]i|W)", re.MULTILINE)
_DOUBLED = re.compile(r"([^aiu\n])(?=\1)")
_FINAL_GLIDE = re.compile(r"[aiu]*Ya?$")


def _sounds_of_all(words: Sequence[str], *, last: bool) -> list[str]:
    """Return each word of some names as consonants and the vowels a, i, u.

    Patterns run over all words at once: a call for each word takes five times as long.

    Args:
        words: None of them empty or with a line's end in it.
        last: Whether they are the last words of their names.
    """
    text = "\n".join(words)
    if not last:
        text = _CONSTRUCT_T.sub("", text)
    text = _ATTACHED_ARTICLE.sub("", text)
    text = "\n".join([_COMMON_WORDS.get(word, word) for word in text.split("\n")])
    text = _FRENCH_GHAYN.sub("g", text)  # Rharbi is Gharbi
    for digraph, sound in _DIGRAPHS:
        text = text.replace(digraph, sound)
    if "c" in text:
        text = _SOFT_C.sub("s", text).replace("c", "k")
    text = text.replace("q", "k").replace("p", "b").replace("v", "w")
    if "ou" in text:
        text = _OU_GLIDE.sub("w", text).replace("ou", "u")
    for long, short in _LONG_VOWELS:
        text = text.replace(long, short)
    for letters, rule, replacement in _RULES:
        if letters in text:
            text = rule.sub(replacement, text)
    return _FLEETING_VOWEL.sub("", text).split("\n")


@lru_cache(maxsize=1 << 14)
def _sounds(word: str, last: bool) -> str:  # noqa: FBT001 - cached, so that it takes no keywords
    return _sounds_of_all((word,), last=last)[0]


def vowel_key(words: Sequence[str]) -> str:
    """Return consonants and vowels a, i, u of a name whose articles are gone; may be empty.

    Only words in Latin letters have sounds. A final vowel counts only where at most two
    consonants carry the name, so that Hama keeps its a and Sarmada, Sarmade meet.
    """
    last = len(words) - 1
    return _joined([_sounds(word, index == last) for index, word in enumerate(words)])


def vowel_keys(names: Sequence[Sequence[str]]) -> list[str]:
    """Return the vowel key of each name, much faster than one by one.

    Args:
        names: Each of at least one word.
    """
    inner = list(dict.fromkeys([word for words in names for word in words[:-1]]))
    final = list(dict.fromkeys([words[-1] for words in names]))
    sounds = dict(zip(inner, _sounds_of_all(inner, last=False), strict=False))
    final_sounds = dict(zip(final, _sounds_of_all(final, last=True), strict=False))
    keys = {word: _trimmed(sound) for word, sound in final_sounds.items()}
    return [
        keys[words[0]]
        if len(words) == 1
        else _joined([*[sounds[word] for word in words[:-1]], final_sounds[words[-1]]])
        for words in names
    ]


def _joined(sounds: Sequence[str]) -> str:
    key = "".join(sounds)
    return _trimmed(_DOUBLED.sub("", key) if len(sounds) > 1 else key)


def _trimmed(key: str) -> str:
    if "Y" in key[-2:]:
        key = _FINAL_GLIDE.sub("Y", key)
    if key[-1:] in VOWELS and len(_consonants(key)) >= _CARRYING_CONSONANTS:
        key = key.rstrip(VOWELS)
    return key


def skeleton(vowels: str) -> str:
    """Return the consonants of a vowel key, after an a where the name begins with a vowel."""
    bare = _DOUBLED.sub("", _consonants(vowels))
    return _headed(vowels, bare)


def skeletons(vowel_keys: Sequence[str]) -> list[str]:
    """Return the skeleton of each vowel key; see `skeleton`."""
    text = _DOUBLED.sub("", _consonants("\n".join(vowel_keys)))
    return [
        _headed(vowels, bare) for vowels, bare in zip(vowel_keys, text.split("\n"), strict=False)
    ]


def _headed(vowels: str, bare: str) -> str:
    return (f"a{bare}" if vowels[0] in VOWELS else bare) if bare else vowels


def _consonants(key: str) -> str:
    for sound in "aiuYW":
        key = key.replace(sound, "")
    return key


def arabic_skeleton(words: Iterable[str]) -> str:
    """Return the skeleton of a name in Arabic script whose articles are gone.

    Written vowels say nothing of spoken ones, but an initial alif or ayn is heard as a vowel.
    """
    joined = "".join(words)
    roman = romanize_arabic(joined)
    for digraph, sound in _DIGRAPHS:
        roman = roman.replace(digraph, sound)
    bare = _DOUBLED.sub("", _consonants(roman).replace("q", "k"))
    return "a" + bare if joined[:1] in {"ا", "ع"} and bare else bare or roman


def is_arabic(words: Iterable[str]) -> bool:
    """Return whether any word is in Arabic script."""
    return any(not word.isascii() and ARABIC.search(word) for word in words)


_CONSONANT = re.compile(r"[^aiu]")


def alike(left: str, right: str, least: float = 0.0) -> float:
    """Return how close two folded names with one skeleton are, 0-1; 0 when their vowels clash.

    In romanized Arabic a and i change places, and so do i and u, but a and u hardly ever: Kobani
    is not Kabani. Arabic script, which leaves short vowels out, is compared by what it writes.

    Args:
        left: A folded name.
        right: Another.
        least: What is no closer than this interests nobody: its vowels are not looked at.
    """
    if is_arabic((left, right)):
        return _alike_across_scripts(left, right)
    similarity = jaro_winkler(left, right)
    return 0.0 if similarity >= least and _vowels_clash(left, right) else similarity


def _alike_across_scripts(left: str, right: str) -> float:
    if is_arabic((left,)) and is_arabic((right,)):
        return jaro_winkler(left, right)
    arabic, latin = (left, right) if is_arabic((left,)) else (right, left)
    written = _plain_sounds(romanize_arabic(arabic))
    spoken = _plain_sounds(latin)
    # All that Arabic writes must be spoken, in order; what it does not write may be short vowels.
    rest = iter(spoken)
    if not all(sound in rest for sound in written):
        return 0.0
    return _WRITTEN_IS_SPOKEN + (1 - _WRITTEN_IS_SPOKEN) * len(written) / max(1, len(spoken))


def _plain_sounds(word: str) -> str:
    """Return the sounds of a romanized word, glides as vowels, vowels at both ends dropped."""
    return vowel_key((word,)).replace("Y", "i").replace("W", "u").strip(VOWELS)


def _vowels_clash(left: str, right: str) -> bool:
    mine = _CONSONANT.split(vowel_key((left,)))
    others = _CONSONANT.split(vowel_key((right,)))
    if len(mine) != len(others):
        return False
    return any({slot, other} == {"a", "u"} for slot, other in zip(mine, others, strict=True))
