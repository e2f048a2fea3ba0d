"""Classes of the words that stand beside names, and how well known names are."""

from functools import cache

from mapapp.geoparse.lexicon import load_words
from mapapp.geoparse.mention import UNKNOWN

TIERS = {
    "country": "high",
    "admin1": "high",
    "metropolis": "high",
    "city": "mid",
    "unit": "mid",
    "town": "mid",
    "nature": "mid",
    "admin": "low",
    "village": "low",
    "spot": "low",
    UNKNOWN: "none",
}

BACKINGS = frozenset(
    "backed based led held controlled born ruled occupied mediated brokered sponsored funded made"
    " registered trained owned administered aligned allied supported linked style run armed"
    " affiliated friendly supplied hosted loyal".split()
)
"""What may follow "Turkey-"."""

PREFIXES = frozenset("pro anti non ex post pre trans mid cross un inter intra sub".split())


TYPE_WORDS = frozenset(
    "village town city hamlet settlement camp district subdistrict province governorate region"
    " area county municipality township territory zone sector commune locality junction front"
    " axis valley neighborhood neighbourhood suburb quarter raion oblast prefecture department"
    " lga upazila woreda cercle kebele base checkpoint crossing airport refinery".split()
)
"""What may stand between a name and the name of what contains it: "X village (Y, Z)"."""


@cache
def classes_before() -> dict[str, str]:
    """Return the class of each lower-case word that can stand before a name."""
    sections = load_words().sections
    found: dict[str, str] = {}
    for section, name in (
        ("assault", "assault"),
        ("speech", "speech"),
        ("place_types", "type"),
        ("states_people", "people"),
        ("titles", "title"),
        ("calendar", "calendar"),
        ("compass", "compass"),
        ("function", ""),
    ):
        for word in sections[section]:
            found[word] = name or word
    return found


@cache
def classes_after() -> dict[str, str]:
    """Return the class of each lower-case word that can follow a name."""
    sections = load_words().sections
    found: dict[str, str] = {}
    for section, name in (
        ("policy", "policy"),
        ("speech", "speech"),
        ("states_people", "people"),
        ("place_types", "type"),
        ("roads", "road"),
        ("function", ""),
    ):
        for word in sections[section]:
            found[word] = name or word
    return found


@cache
def capital_classes() -> dict[str, str]:
    """Return the class of each word that means something when capitalized beside a name."""
    sections = load_words().sections
    found: dict[str, str] = {}
    for section, name in (
        ("org_civil", "civil"),
        ("org_business", "business"),
        ("org_media", "media"),
        ("facilities", "facility"),
        ("org_gov", "gov"),
        ("roads", "road"),
        ("type_suffixes", "suffix"),
        ("calendar", "calendar"),
        ("compass", "compass"),
    ):
        for word in sections[section]:
            found[word] = name
    return found


def ending_of(lower: str) -> str:
    """Return a rough word class by ending."""
    for ending in ("ing", "ed", "ly", "s"):
        if lower.endswith(ending):
            return f"~{ending}"
    return "~"
