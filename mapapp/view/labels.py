"""Words for codes: what the page, the legend and the files call roles, places and tolls."""

import re
from datetime import date

from mapapp.model.event import Count, Status
from mapapp.model.place import Place
from mapapp.model.toponym import Role
from mapapp.view.excerpts import plain

ROLE_LABELS = {
    Role.EVENT_PLACE: "Event place",
    Role.AREA: "Area",
    Role.DATELINE: "Dateline",
    Role.METONYM: "Government (metonym)",
    Role.AFFILIATION: "Affiliation",
}

ROLE_HELP = {
    Role.EVENT_PLACE: "something is said to happen or to be here",
    Role.AREA: "a region, or the surroundings of a place",
    Role.DATELINE: "where the reporter writes from",
    Role.METONYM: "a capital or country that stands for its government",
    Role.AFFILIATION: "names where somebody belongs, such as 'Turkey-backed'",
}

STATUS_LABELS = {
    Status.REPORTED: "Reported",
    Status.CLAIMED: "Claim of one side",
    Status.DENIED: "Denied",
    Status.DISPUTED: "Disputed",
    Status.ACKNOWLEDGED: "Admitted by the other side",
    Status.BACKGROUND: "Background",
    Status.PLANNED: "Planned",
    Status.THREATENED: "Threatened",
    Status.HYPOTHETICAL: "Hypothetical",
    Status.NEGATED: "Said not to have happened",
}

_FEATURES = {
    "A": "administrative area",
    "P": "town or village",
    "H": "water",
    "L": "area",
    "R": "road",
    "S": "site",
    "T": "terrain",
    "V": "vegetation",
    "PCLI": "country",
    "PCLD": "territory",
    "ADM1": "province",
    "ADM2": "district",
    "ADM3": "subdistrict",
    "PPLC": "capital",
    "AIRB": "air base",
    "AIRP": "airport",
}

_MARKUP = re.compile(
    r"([\\`*_{}\[\]<>#+!|~$:@^=&]|(?<=\])\(|\.(?=\w)|/(?=/)|(?<!\w)-|-(?!\w)|(?<=^\d)\.|(?<=^\d\d)\.)"
)
"""What Markdown may read as more than itself. A hyphen inside a word, an apostrophe or a bracket
that follows no other stays as it is: screen readers are given the label with its backslashes."""


def day_label(day: date | None) -> str:
    """Return a day in words, or ``date unknown``."""
    return f"{day.day} {day:%B %Y}" if day else "date unknown"


_UNMISTAKABLE = frozenset({"PCLI", "PCLD"})
"""Kinds of area whose name nobody takes for a town's."""


def map_label(place: Place) -> str:
    """Return a short name for the map, on which a province must not read like its main town."""
    name = plain(place.name)
    kind = _FEATURES.get(place.feature_code, "") if place.feature_class == "A" else ""
    if not kind or place.parent_id or place.feature_code in _UNMISTAKABLE:
        return name
    return name if kind in name.casefold() else f"{name} ({kind})"


def place_label(place: Place) -> str:
    """Return a name that tells namesakes apart: name, kind of area, province, country code."""
    kind = _FEATURES.get(place.feature_code, "") if place.feature_class == "A" else ""
    told = not kind or place.parent_id or kind in place.name.casefold()
    parts = [plain(place.name) if told else f"{plain(place.name)} ({kind})"]
    if place.admin1 and place.admin1 != place.name and place.feature_code != "ADM1":
        parts.append(plain(place.admin1))
    if place.country and place.feature_code != "PCLI":
        parts.append(place.country)
    return ", ".join(parts)


def feature_label(place: Place) -> str:
    """Return what kind of place it is."""
    if place.parent_id:
        return "area made from the words around the name"
    return _FEATURES.get(place.feature_code) or _FEATURES.get(place.feature_class, "place")


def count_label(count: Count) -> str:
    """Return a toll as it was told: a range, never an average."""
    if count.high is None:
        number = f"at least {count.low:,}"
    elif count.high == count.low:
        number = f"{count.low:,}"
    elif count.low <= 1:
        number = f"up to {count.high:,}"
    else:
        number = f"{count.low:,}–{count.high:,}"
    who = f" {plain(count.who)}" if count.who else ""
    return f"{number}{who}{' in all so far' if count.cumulative else ''}"


def unmarked(text: str) -> str:
    """Return text for a widget's label, which Streamlit reads as Markdown: every sign escaped."""
    return _MARKUP.sub(r"\\\1", plain(text).replace("\n", " "))
