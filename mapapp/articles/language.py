"""The language of a text by its script and its commonest words; empty when in doubt."""

import re
from collections import Counter
from collections.abc import Sequence

SAMPLE = 4000
"""Characters looked at; more changes nothing."""

FEWEST = 3
"""Common words that a text must show: shorter texts name no language."""

_LATIN_WORDS = {
    "en": "the of and to in that was for with said from have were has by on",
    "fr": "le la les des et du une dans pour est que qui sur par au avec",
    "es": "el los las una del que por con para como más fue sus según en",
    "de": "der die das und den von mit ist im auf für nicht dem ein eine",
    "tr": "ve bir bu için ile olarak olan de da çok daha sonra kadar gibi ise",
    "pt": "os uma não com para mais dos pelo foi são em ao pela seu à",
    "it": "il di che per una sono del della nel con gli alla dei le è",
    "nl": "het een van en dat op voor met zijn niet aan door bij naar ook",
    "pl": "w na się nie jest że do przez po od dla oraz jak są tym",
    "ku": "û li ji bi di ku de jî ya yên ev hat xwe bo wê",
}
_CODES: dict[str, list[str]] = {}
for _code, _words in _LATIN_WORDS.items():
    for _word in _words.split():
        _CODES.setdefault(_word, []).append(_code)

_LATIN = re.compile(r"[^\W\d_]+")
_SCRIPTS = {
    "arabic": re.compile(r"[\u0620-\u06ff]+"),
    "cyrillic": re.compile(r"[\u0400-\u04ff]+"),
    "hebrew": re.compile(r"[\u05d0-\u05ea]+"),
}
_LATIN_LETTERS = re.compile(r"[A-Za-z\u00c0-\u024f]+")
_ASCII = re.compile(r"[\x00-\x7f]+")
_LETTER = re.compile(r"[^\W\d_]")
_LETTERS_ONLY = bytes(
    ord(letter.lower()) if (letter := chr(code)).isascii() and letter.isalpha() else ord(" ")
    for code in range(256)
)
"""Makes ASCII letters small and everything else a space."""


def detect_language(text: str) -> str:
    """Return the ISO 639-1 code of a text's language; empty when its words do not tell."""
    sample = text[:SAMPLE]
    foreign = _ASCII.sub("", sample)
    if not _LETTER.search(foreign):
        return _latin(sample.encode("ascii", "replace").translate(_LETTERS_ONLY).decode().split())
    counts = {name: sum(map(len, found.findall(foreign))) for name, found in _SCRIPTS.items()}
    counts["latin"] = sum(map(len, _LATIN_LETTERS.findall(sample)))
    script = max(counts, key=lambda name: counts[name])
    if counts[script] < FEWEST:
        return ""
    if script == "latin":
        return _latin(_LATIN.findall(sample.lower()))
    if script == "arabic":
        return _arabic(sample, counts[script])
    return "he" if script == "hebrew" else _cyrillic(sample)


def _latin(words: Sequence[str]) -> str:
    counts = Counter(filter(_CODES.__contains__, words))
    scores = Counter(dict.fromkeys(_LATIN_WORDS, 0))
    for word, count in counts.items():
        for code in _CODES[word]:
            scores[code] += count
    (first, best), (_, second) = scores.most_common(2)
    return first if best >= FEWEST and best > second else ""


def _arabic(sample: str, letters: int) -> str:
    """Tell Persian, Urdu and Sorani by letters that Arabic does not write."""
    if len(re.findall("[ۆێڵڕ]", sample)) * 50 > letters:
        return "ku"
    if len(re.findall("[ٹڈڑےں]", sample)) * 100 > letters:
        return "ur"
    return "fa" if len(re.findall("[پچژگی]", sample)) * 50 > letters else "ar"


def _cyrillic(sample: str) -> str:
    return "uk" if re.search("[іїєґІЇЄҐ]", sample) else "ru"
