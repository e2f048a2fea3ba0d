"""Full-text search: what a person types becomes a safe query, what is found becomes snippets.

A query is words, all of which must occur; ``"in quotes"`` is a phrase, ``sarm*`` a prefix, and
``-word`` must not occur. The person's text never reaches the index's own query language: it is
cut into folded words first, and only letters and digits are left.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from sqlalchemy import Connection, func, select, text

from mapapp.errors import ConfigurationError
from mapapp.store.schema import articles, texts
from mapapp.store.words import fold_words, spans

_TERM = re.compile(r'(-?)"([^"]*)"?(\*?)|(-?)(\S+?)(\*?)(?=\s|$)')

MOST_TERMS = 50
"""Terms of a query that are looked at."""

BEFORE, AFTER = 12, 24
"""Words of a snippet before and after its first hit."""

SNIPPED = 300_000
"""Characters of an article in which hits are marked."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Term:
    """Words that must stand in a row, or must not; with `prefix` the last may go on."""

    words: tuple[str, ...]
    prefix: bool = False
    minus: bool = False


@dataclass(frozen=True, kw_only=True, slots=True)
class Hit:
    """An article that was found; offsets point into the article's text.

    Attributes:
        article_id: The article's content hash.
        title: Its headline.
        source: Its outlet.
        published: Its day of publication; None when unknown.
        start: First character of the snippet.
        end: One past the last character of the snippet.
        snippet: The snippet as written.
        marks: Start and end of each word that was looked for, inside the snippet.
    """

    article_id: str
    title: str
    source: str
    published: date | None
    start: int
    end: int
    snippet: str
    marks: tuple[tuple[int, int], ...]


def parse_query(words: str) -> tuple[Term, ...]:
    """Return the terms of what a person typed.

    Raises:
        ConfigurationError: Nothing is left to look for.
    """
    terms = []
    for match in _TERM.finditer(words):
        minus, quoted, star = (
            (match[1], match[2], match[3])
            if match[2] is not None
            else (match[4], match[5], match[6])
        )
        folded = tuple(fold_words(quoted))
        if folded:
            terms.append(Term(words=folded, prefix=bool(star), minus=bool(minus)))
    if all(term.minus for term in terms):
        raise ConfigurationError(
            f"Nothing to look for in {words!r}: give at least one word. Allowed are words, "
            '"a phrase", a prefix such as sarm*, and -word for what must not occur.'
        )
    return tuple(terms[:MOST_TERMS])


def find(connection: Connection, words: str, *, limit: int, offset: int) -> list[Hit]:
    """Return a page of articles that match, the last stored first."""
    terms = parse_query(words)
    keys = _page(connection, _query(terms, connection), limit, offset)
    columns = (articles.c.id, articles.c.title, articles.c.source, articles.c.published)
    content = func.substr(texts.c.text, 1, SNIPPED).label("content")
    found = (
        select(*columns, content)
        .join(texts, texts.c.article == articles.c.key)
        .where(articles.c.key.in_(keys))
        .order_by(articles.c.key.desc())
    )
    return [_hit(row, terms) for row in connection.execute(found)]


def _page(connection: Connection, query: str, limit: int, offset: int) -> list[int]:
    """Return the keys of a page of articles that match, the highest first."""
    values = {"query": query, "limit": limit, "offset": offset}
    if connection.dialect.name == "sqlite":
        return list(connection.scalars(text(_NEWEST), values))
    recent = list(connection.scalars(text(_RECENT), {**values, "window": WINDOW}))
    return recent if len(recent) == limit else list(connection.scalars(text(_INDEXED), values))


_NEWEST = """
    SELECT rowid FROM words WHERE words MATCH :query ORDER BY rowid DESC
    LIMIT :limit OFFSET :offset
"""

WINDOW = 1000
"""Newest articles that PostgreSQL looks through one by one before it asks its index.

The index gives all matches or none: a word of every article takes 370 ms to 2.8 s on 200,000
articles, and fills the page out of the newest in 1. Left to itself the planner walks for rare
words too, through all articles: 560 ms where the index takes 1.
"""

_RECENT = """
    SELECT DISTINCT article FROM (
        SELECT article, vector FROM words
        WHERE article > (SELECT max(article) FROM words) - :window
        ORDER BY article DESC OFFSET 0
    ) AS recent
    WHERE vector @@ to_tsquery('simple', :query)
    ORDER BY article DESC LIMIT :limit OFFSET :offset
"""
# OFFSET 0 keeps the planner from asking the index here, and MATERIALIZED from walking there.
_INDEXED = """
    WITH found AS MATERIALIZED (
        SELECT article FROM words WHERE vector @@ to_tsquery('simple', :query)
    )
    SELECT DISTINCT article FROM found ORDER BY article DESC LIMIT :limit OFFSET :offset
"""


def matching_ids(connection: Connection, words: str) -> list[str]:
    """Return the ids of all articles that match, the last stored first."""
    statement = text(f"""
        SELECT articles.id FROM ({_MATCH[connection.dialect.name]}) AS found
        JOIN articles ON articles.key = found.key ORDER BY articles.key DESC
    """)  # noqa: S608 (put together from constants; the query is a bound parameter)
    values = {"query": _query(parse_query(words), connection)}
    return list(connection.scalars(statement, values))


_MATCH = {
    "sqlite": "SELECT rowid AS key FROM words WHERE words MATCH :query",
    "postgresql": (
        "SELECT DISTINCT article AS key FROM words WHERE vector @@ to_tsquery('simple', :query)"
    ),
}


def _query(terms: Sequence[Term], connection: Connection) -> str:
    """Return the terms in the index's language, put together from folded words only."""
    write = _sqlite_term if connection.dialect.name == "sqlite" else _postgresql_term
    wanted = [write(term) for term in terms if not term.minus]
    unwanted = [write(term) for term in terms if term.minus]
    if connection.dialect.name == "sqlite":
        query = " AND ".join(wanted)
        return f"({query}) NOT ({' OR '.join(unwanted)})" if unwanted else query
    return " & ".join([*wanted, *(f"!({term})" for term in unwanted)])


def _sqlite_term(term: Term) -> str:
    return f'"{" ".join(term.words)}"' + (" *" if term.prefix else "")


def _postgresql_term(term: Term) -> str:
    quoted = [f"'{word}'" for word in term.words]
    if term.prefix:
        quoted[-1] += ":*"
    return f"({' <-> '.join(quoted)})"


def _hit(row: Any, terms: Sequence[Term]) -> Hit:  # noqa: ANN401 (a SQLAlchemy row)
    words = list(spans(row.content))
    hits = sorted(_marked(words, [term for term in terms if not term.minus]))
    first = hits[0] if hits else 0
    shown = words[max(first - BEFORE, 0) : first + AFTER]
    start, end = (shown[0][0], shown[-1][1]) if shown else (0, 0)
    marks = ((words[hit][0], words[hit][1]) for hit in hits)
    return Hit(
        article_id=row.id,
        title=row.title,
        source=row.source,
        published=row.published,
        start=start,
        end=end,
        snippet=row.content[start:end],
        marks=tuple(mark for mark in marks if start <= mark[0] and mark[1] <= end),
    )


def _marked(words: Sequence[tuple[int, int, str]], terms: Sequence[Term]) -> set[int]:
    """Return the numbers of the words that a term asks for."""
    folded = [word for _, _, word in words]
    found: set[int] = set()
    for term in terms:
        first, length = term.words[0], len(term.words)
        begins = str.startswith if term.prefix and length == 1 else str.__eq__
        for number, word in enumerate(folded):
            if begins(word, first) and _matches(folded[number : number + length], term):
                found.update(range(number, number + length))
    return found


def _matches(words: Sequence[str], term: Term) -> bool:
    *inner, last = term.words
    if len(words) < len(term.words) or list(words[:-1]) != inner:
        return False
    return words[-1].startswith(last) if term.prefix else words[-1] == last
