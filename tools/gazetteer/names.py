"""Cleaning of name lists, and the keys by which two sources are recognized as one place."""

import re
import unicodedata
from collections.abc import Iterable

_SPECIAL = str.maketrans(
    {
        "ı": "i",
        "İ": "I",
        "ø": "o",
        "Ø": "O",
        "ß": "ss",
        "æ": "ae",
        "Æ": "Ae",
        "œ": "oe",
        "đ": "d",
        "Đ": "D",
        "ð": "d",
        "Ð": "D",
        "þ": "th",
        "Þ": "Th",
        "ł": "l",
        "Ł": "L",
        "ə": "a",
        "Ə": "A",
        "ħ": "h",
        "Ħ": "H",
    }
)
_APOSTROPHES = re.compile("[`'\u2018\u2019\u02bc\u02bb\u02be\u02bf\u02b9\u02bd\u00b4\u2032]")
_LATIN = re.compile(r"^[A-Za-zÀ-ɏḀ-ỿ'`‘’ʻʼʿʾ .\-–()/,&0-9]+$")
_ARABIC = re.compile("^[\u0600-\u06ff\u0750-\u077f\u200c\u200d '\\-()،.]+$")
_CYRILLIC = re.compile("^[\u0400-\u052f '’\\-().]+$")
_CODE_LENGTH = 5
_MIN_LETTERS = 3
_MIN_LATIN_LETTERS = 4
_ARTICLE = re.compile(r"^(al|el|ul|the|as|ash|an|ar|at|ath|ad|adh|az)$")
_PHRASE = re.compile(r"^(de|du|des|la|di|le|les) |^(Gouvernement|Gouvernorat|Muhafazat|Distrikt) ")
_TURKISH = re.compile("[şŞçÇğĞ]")


def ascii_name(name: str) -> str:
    """Return the name without diacritics; letters of other scripts are dropped."""
    text = unicodedata.normalize("NFKD", name.translate(_SPECIAL))
    text = "".join(c for c in text if not unicodedata.combining(c))
    text = _APOSTROPHES.sub("'", text).replace("–", "-")
    return " ".join("".join(c for c in text if c.isascii()).split())


def fold(name: str) -> str:
    """Return letters and digits in lower case, without diacritics or punctuation."""
    text = unicodedata.normalize("NFKD", name.translate(_SPECIAL).casefold())
    text = "".join(c for c in text if not unicodedata.combining(c))
    return "".join(c for c in text if c.isalnum())


def match_keys(name: str) -> set[str]:
    """Return the keys by which a name may be recognized in another source.

    `=` + fold without a leading Arabic article; `~` + consonant skeleton when it has
    at least three consonants, since shorter ones meet by chance.
    """
    words = re.split(r"[\s\-]+", _APOSTROPHES.sub("", ascii_name(name)).casefold())
    if len(words) > 1 and _ARTICLE.match(words[0]):
        words = words[1:]
    plain = fold("".join(words)) or fold(name)
    keys = {"=" + plain} if plain else set()
    kept = [w for w in words if not _ARTICLE.match(w)]
    skeleton = "".join(kept).translate(str.maketrans("qcvypg", "kkwibj"))
    skeleton = re.sub(r"[^a-z]|[aeiouwh]", "", skeleton)
    skeleton = re.sub(r"(.)\1+", r"\1", skeleton)
    if len(skeleton) >= _MIN_LETTERS:
        keys.add("~" + skeleton)
    return keys


def is_useful(name: str) -> bool:
    """Tell whether an alternate name can occur in an article.

    Dropped: airport and port codes (all capitals), transliteration debris such as
    `sraqb` (GeoNames lists these in lower case only), links, other-language phrases that begin
    with a preposition, Latin names under four letters (`Sam` for Damascus would meet every
    Sam), other names under three, and scripts that the text stage does not read.
    """
    letters = [c for c in name if c.isalpha()]
    if len(letters) < _MIN_LETTERS or "://" in name or "|" in name:
        return False
    if _ARABIC.match(name) or _CYRILLIC.match(name):
        return True
    if not _LATIN.match(name) or name == name.lower() or _PHRASE.match(name):
        return False
    if len(letters) < _MIN_LATIN_LETTERS:
        return False
    return not (name == name.upper() and len(letters) <= _CODE_LENGTH)


def _key(name: str) -> str:
    """Fold for duplicates; Turkish letters stay apart, `Şam` is also read `Sham`."""
    return fold(name) + ("+" if _TURKISH.search(name) else "")


def dedupe_names(name: str, names: Iterable[str]) -> list[str]:
    """Return `names` without repeats of one another or of `name` (compared folded)."""
    seen = {_key(name)}
    kept = []
    for raw in names:
        other = " ".join(raw.split())
        key = _key(other)
        if key and key not in seen:
            seen.add(key)
            kept.append(other)
    return kept
