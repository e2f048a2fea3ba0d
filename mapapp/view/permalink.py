"""The link is a contract: one table of URL keys, each with its type, encoder and decoder.

Unknown keys are ignored. A bad value falls back to the default, and the reader is told.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from urllib.parse import urlencode

from mapapp.model.toponym import Role
from mapapp.view.selection import EVERYTHING, Selection

TABS = ("map", "events", "articles", "highways", "add", "methodology")
"""Tabs by their name in the link; the first is the default."""

LONGEST_VALUE = 200
"""Characters of one value that are read; a longer one is no id, date or search that we made."""

MOST_VALUES = 200

MERCATOR_LIMIT = 85.06
"""Latitude at which web maps end, in degrees."""

MAXIMUM_ZOOM = 19


@dataclass(frozen=True, kw_only=True, slots=True)
class View:
    """The map's center in degrees WGS 84 and its zoom level."""

    lat: float
    lon: float
    zoom: int


@dataclass(frozen=True, kw_only=True, slots=True)
class Link:
    """Everything that a link holds.

    Attributes:
        selection: The filters.
        place: Id of the place whose panel is open; empty when none.
        article: Id of the article open in the reader; empty when none.
        highway: Id of the highway or segment that is open; empty when none.
        event: Id of a report of the event that is open; empty when none.
        tab: One of `TABS`.
        view: Center and zoom of the map; None lets the map fit its places.
    """

    selection: Selection = EVERYTHING
    place: str = ""
    article: str = ""
    highway: str = ""
    event: str = ""
    tab: str = TABS[0]
    view: View | None = None


@dataclass(frozen=True, kw_only=True, slots=True)
class UrlKey:
    """A row of the table.

    Attributes:
        key: Name in the URL.
        field: Field of `Selection`, or of `Link` when it has none of that name.
        allowed: What a value may be, in words for the reader.
        encode: Field value to URL values; empty for the default.
        decode: URL values to field value; raises ValueError for a bad one.
    """

    key: str
    field: str
    allowed: str
    encode: Callable[[object], list[str]]
    decode: Callable[[Sequence[str]], object]


def _many(values: object) -> list[str]:
    return list(values) if isinstance(values, tuple) else []


def _unique(values: Sequence[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(value for value in values if value))


def _roles(values: Sequence[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(Role(value).value for value in values))


def _one(value: object) -> list[str]:
    return [str(value)] if value else []


def _last(values: Sequence[str]) -> str:
    return values[-1].strip()


def _day(value: object) -> list[str]:
    return [value.isoformat()] if isinstance(value, date) else []


def _tab(values: Sequence[str]) -> str:
    if values[-1] not in TABS:
        raise ValueError(values[-1])
    return values[-1]


def _flag(values: Sequence[str]) -> bool:
    if values[-1] not in {"0", "1"}:
        raise ValueError(values[-1])
    return values[-1] == "1"


def _share(values: Sequence[str]) -> float:
    percent = int(values[-1])
    if not 0 <= percent <= 100:  # noqa: PLR2004 (percent)
        raise ValueError(values[-1])
    return percent / 100


def _percent(value: object) -> list[str]:
    return [str(round(value * 100))] if isinstance(value, float) and value else []


def _view(values: Sequence[str]) -> View:
    lat, lon, zoom = values[-1].split(",")
    view = View(lat=float(lat), lon=float(lon), zoom=int(zoom))
    inside = abs(view.lat) <= MERCATOR_LIMIT and abs(view.lon) <= 360  # noqa: PLR2004 (degrees)
    if not (inside and 0 <= view.zoom <= MAXIMUM_ZOOM):
        raise ValueError(values[-1])
    return view


def _encode_view(value: object) -> list[str]:
    return [f"{value.lat:.4f},{value.lon:.4f},{value.zoom}"] if isinstance(value, View) else []


def _key(
    key: str,
    field: str,
    allowed: str,
    encode: Callable[[object], list[str]] = _many,
    decode: Callable[[Sequence[str]], object] = _unique,
) -> UrlKey:
    return UrlKey(key=key, field=field, allowed=allowed, encode=encode, decode=decode)


_ROLE_NAMES = ", ".join(role.value for role in Role)

URL_KEYS = (
    _key("in", "places", "place ids"),
    _key("side", "sides", "side ids"),
    _key("actor", "actors", "actor ids"),
    _key("role", "roles", _ROLE_NAMES, decode=_roles),
    _key("source", "sources", "names of sources"),
    _key("type", "types", "event types"),
    _key("from", "start", "a day as YYYY-MM-DD", _day, lambda v: date.fromisoformat(v[-1])),
    _key("to", "end", "a day as YYYY-MM-DD", _day, lambda v: date.fromisoformat(v[-1])),
    _key("undated", "undated", "0 or 1", lambda v: [] if v else ["0"], _flag),
    _key("confidence", "confidence", "whole percent, 0-100", _percent, _share),
    _key("q", "words", "words to search for", _one, _last),
    _key("named", "named", "0 or 1", lambda v: ["1"] if v else [], _flag),
    _key("place", "place", "a place id", _one, _last),
    _key("article", "article", "an article id", _one, _last),
    _key("highway", "highway", "a highway or segment id", _one, _last),
    _key("event", "event", "an event id", _one, _last),
    _key("tab", "tab", ", ".join(TABS), lambda v: [str(v)] if v != TABS[0] else [], _tab),
    _key("view", "view", "latitude,longitude,zoom", _encode_view, _view),
)
"""Every URL key, in the order in which links are written."""

_SELECTED = frozenset(Selection.__slots__)


def encode(link: Link) -> dict[str, list[str]]:
    """Return the URL values of a link by key; defaults are left out."""
    found: dict[str, list[str]] = {}
    for row in URL_KEYS:
        holder = link.selection if row.field in _SELECTED else link
        values = row.encode(getattr(holder, row.field))
        if values:
            found[row.key] = values
    return found


def query(link: Link) -> str:
    """Return the query string of a link, without the question mark."""
    return urlencode(encode(link), doseq=True, safe=":,~")


def decode(values: Mapping[str, Sequence[str]]) -> tuple[Link, list[str]]:
    """Read a link.

    Args:
        values: URL values by key, as the browser sent them.

    Returns:
        The link, and one message for every value that could not be used.
    """
    chosen: dict[str, object] = {}
    opened: dict[str, object] = {}
    problems: list[str] = []
    for row in URL_KEYS:
        given = [value[:LONGEST_VALUE] for value in values.get(row.key, ())][:MOST_VALUES]
        if not any(given):
            continue
        try:
            value = row.decode(given)
        except ValueError:
            problems.append(
                f"The link's {row.key}={given[-1]} cannot be used and was left out; "
                f"allowed: {row.allowed}."
            )
            continue
        (chosen if row.field in _SELECTED else opened)[row.field] = value
    return _checked(Link(), chosen, opened, problems)


def _checked(
    link: Link, chosen: dict[str, object], opened: dict[str, object], problems: list[str]
) -> tuple[Link, list[str]]:
    selection = replace(link.selection, **chosen)  # type: ignore[arg-type]
    if selection.start and selection.end and selection.start > selection.end:
        problems.append(
            f"The link asks for days from {selection.start} to {selection.end}, which ends before "
            "it begins; the days were left out."
        )
        selection = replace(selection, start=None, end=None)
    return replace(link, selection=selection, **opened), problems  # type: ignore[arg-type]
