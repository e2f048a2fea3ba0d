"""How names and sentences are written: what stands inside a name, and what capitals say."""

from collections.abc import Sequence

from mapapp.model.document import Sentence
from mapapp.text.remembered import Remembered

HYPHENS = frozenset("-‐‑–")
JOINERS = HYPHENS | {".", "'", "’", "/"}
ARTICLES = frozenset(
    "al el ul ad ar as ash at az an adh ath ed er es esh et ez en l d la le los las de du".split()
)
CONNECTORS = frozenset(
    "of the al el de la du del da do dos das di la le les los las san es ez ad ar as ash at az an"
    " en ed er esh et na nad pri upon on am and sur y i u bin ibn abu umm kwa ya".split()
)
"""Lower-case words that may stand inside a name."""

LINKS = frozenset({"e", "i", "ye", "yi"})
"""Persian links between the words of a name: "Rabat-e Sangi-ye Pain", "Dara i Suf"."""

ROMANCE = frozenset("de del do da dos das di du della".split())
"""Lower-case words that go on with a name in Spanish, Portuguese, French or Italian."""

HEADS = frozenset(
    "puerto san santa santo villa ciudad nueva nuevo rio monte cerro campo la las los el abu umm"
    " khan tell tall tal wadi jebel jabal kafr kafar beit bayt bir ain ayn deir dayr al ar um om"
    " qala qalat shahr deh bala pul new old fort port mount saint st nor novo novaya nova novyi"
    " bab bani beni ras khor hajir wad donkey nahr bandar chah mazra kampung ban baan nong phnom"
    " poblado vila nossa sidi oued douar ait camp ceel cel buur buuraha hara laag lagh".split()
)
"""First words of names of places: "Puerto Jordan" is one name, no word before a country."""


def bare_length(word: str) -> int:
    """Return the length of a word without its possessive ending ("Syria's", "Texas'")."""
    if word[-1] in "sS" and len(word) > 2 and word[-2] in "'’ʼ`‘":  # noqa: PLR2004
        return len(word) - 2
    return len(word)


SHOUTING = frozenset({"CAPS", "Title"})
LEAST_LETTERS, LEAST_WORDS = 4, 3
"""Words of fewer letters say nothing of a sentence's shape; fewer of the others are too few."""


def shape_of(words: Sequence[str], sentence: Sentence) -> str:
    """Return whether a sentence is in capitals (CAPS), a headline (Title), short, or text."""
    cases = list(map(_CASES.__getitem__, words[sentence.first : sentence.last]))
    long = len(cases) - cases.count("")
    if long < LEAST_WORDS:
        return "short"
    capitals = cases.count("CAPS")
    if capitals * 4 > long * 3:
        return "CAPS"
    return "Title" if (capitals + cases.count("Title")) * 4 > long * 3 else "text"


def _case_of(word: str) -> str:
    """Return CAPS, Title or text for a long word, nothing for a short one."""
    if len(word) < LEAST_LETTERS or not word[0].isalpha():
        return ""
    if word.isupper():
        return "CAPS"
    return "Title" if word[0].isupper() else "text"


_CASES = Remembered(_case_of)
