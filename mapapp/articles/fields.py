"""Records with named fields (rows of tables, JSON objects) turned into articles."""

from collections.abc import Mapping

from mapapp.articles.article import make_article
from mapapp.articles.dates import parse_day
from mapapp.articles.reader import Refused, Source
from mapapp.errors import ReadingError
from mapapp.model.article import Article

NAMES = {
    "text": "text body content article full_text fulltext article_text maintext story notes",
    "title": "title headline subject",
    "date": "date published published_at publish_date published_date pub_date pubdate "
    "date_published date_publish publication_date created_at day",
    "source": "source outlet publisher site source_name source_domain sitename newspaper domain",
    "url": "url link source_url web_url permalink",
    "author": "author authors byline creator",
    "language": "language lang",
    "origin": "id name filename",
}
"""Names under which our fields are usually found, the likeliest first; case does not matter."""

_FIELDS = {field: names.split() for field, names in NAMES.items()}


def choose_columns(names: list[str], source: Source) -> dict[str, str]:
    """Return the record's name of each of our fields that it has.

    Args:
        names: All names of the record or table.
        source: Its defaults may name columns by hand; those outrank the usual names.

    Raises:
        ReadingError: A column named by hand is missing, or none holds the text.
    """
    lowered = {name.strip().lower(): name for name in reversed(names)}
    chosen: dict[str, str] = {}
    for field, usual in _FIELDS.items():
        found = next((lowered[name] for name in usual if name in lowered), None)
        if found is not None:
            chosen[field] = found
    for field, name in source.defaults.columns.items():
        if field not in _FIELDS:
            raise ReadingError(f"No field {field!r}; allowed are {', '.join(_FIELDS)}.")
        if "." not in name and name.lower() not in lowered:
            raise ReadingError(f"{source.name} has no column {name!r}; it has {_list(names)}.")
        chosen[field] = lowered.get(name.lower(), name)
    if "text" not in chosen and "title" not in chosen:
        raise ReadingError(
            f"No column of {source.name} is known to hold the text; it has {_list(names)}. "
            "Name it by --columns text=NAME."
        )
    return chosen


def _list(names: list[str]) -> str:
    shown = ", ".join(repr(name[:40]) for name in names[:20])
    return shown + (" ..." if len(names) > 20 else "") if names else "none"  # noqa: PLR2004


def read_record(
    record: Mapping[str, object], columns: Mapping[str, str], source: Source, where: str
) -> Article | Refused:
    """Return the article that a record holds, or why it holds none."""
    found = {field: _value(record, name) for field, name in columns.items()}
    defaults = source.defaults
    title = _word(found.get("title"))
    origin = _word(found.get("origin"))
    try:
        return make_article(
            _word(found.get("text")) or title,
            title=title,
            source=_word(found.get("source")) or defaults.source,
            url=_word(found.get("url")),
            origin=f"{source.name}: {origin}" if origin else where,
            author=_word(found.get("author")),
            published=parse_day(found.get("date")) or defaults.published,
            language=_word(found.get("language")) or defaults.language,
        )
    except ReadingError as error:
        return Refused(name=where, reason=str(error))


def _value(record: Mapping[str, object], name: str) -> object:
    """Return a field, also one that lies deeper: ``source.name``."""
    if name in record or "." not in name:
        return record.get(name)
    value: object = record
    for part in name.split("."):
        value = value.get(part) if isinstance(value, Mapping) else None
    return value


def _word(value: object) -> str:
    """Return a field as text; a list of authors becomes one line, an object its name."""
    if isinstance(value, str):
        return value
    if isinstance(value, Mapping):
        return _word(value.get("name"))
    if isinstance(value, list):
        return ", ".join(filter(None, map(_word, value)))
    return "" if value is None or isinstance(value, bool) else str(value)
