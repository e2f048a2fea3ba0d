"""New articles into the database: known ones told apart, words indexed, copies linked."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection, bindparam, select, text
from sqlalchemy.dialects import postgresql, sqlite

from mapapp.model.article import Article
from mapapp.store.keys import chunks
from mapapp.store.originals import copies_among
from mapapp.store.rows import insert_rows
from mapapp.store.schema import articles, texts
from mapapp.store.words import fold_words

PIECE = 10_000
"""Words in one PostgreSQL vector: it keeps no positions beyond 16,383."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Added:
    """What became of articles that were handed in, by id.

    Attributes:
        new: Stored now.
        known: Stored before, or twice among those handed in.
        copies: New ones that repeat an older article, with that article's id.
    """

    new: tuple[str, ...]
    known: tuple[str, ...]
    copies: Mapping[str, str]


def add(connection: Connection, given: Iterable[Article]) -> Added:
    """Store the articles that are not there yet."""
    new: list[str] = []
    known: list[str] = []
    found: dict[str, str] = {}
    for chunk in chunks(given):
        unique = {article.id: article for article in chunk}
        keys = _insert(connection, list(unique.values()))
        fresh = [unique[id_] for id_ in unique if id_ in keys]
        new += [article.id for article in fresh]
        known += _known(chunk, keys)
        found |= _index(connection, fresh, keys)
    return Added(new=tuple(new), known=tuple(known), copies=found)


def _known(chunk: Sequence[Article], keys: Mapping[str, int]) -> list[str]:
    seen: set[str] = set()
    known = []
    for article in chunk:
        if article.id not in keys or article.id in seen:
            known.append(article.id)
        seen.add(article.id)
    return known


def _insert(connection: Connection, given: Sequence[Article]) -> dict[str, int]:
    """Insert what is new and return its keys."""
    ids = [article.id for article in given]
    have = set(connection.scalars(select(articles.c.id).where(articles.c.id.in_(ids))))
    rows = [_row(article) for article in given if article.id not in have]
    if not rows:
        return {}
    make = sqlite.insert if connection.dialect.name == "sqlite" else postgresql.insert
    statement = make(articles).on_conflict_do_nothing().returning(articles.c.id, articles.c.key)
    keys = {str(row.id): int(row.key) for row in connection.execute(statement, rows)}
    contents = [(keys[article.id], article.text) for article in given if article.id in keys]
    insert_rows(connection, texts, contents)
    return keys


def _row(article: Article) -> dict[str, Any]:
    names = ("id", "title", "source", "url", "origin", "author", "published", "language")
    return {name: getattr(article, name) for name in names}


def _index(
    connection: Connection, fresh: Sequence[Article], keys: Mapping[str, int]
) -> dict[str, str]:
    """File new articles under their words, and link those that repeat an older one."""
    words = {keys[one.id]: fold_words(one.text) for one in fresh}
    titles = {keys[one.id]: fold_words(one.title) for one in fresh}
    index_words(connection, {key: titles[key] + found for key, found in words.items()})
    originals = copies_among(connection, words)
    if originals:
        change = articles.update().where(articles.c.key == bindparam("copy"))
        rows = [{"copy": copy, "copy_of": original} for copy, original in originals.items()]
        connection.execute(change, rows)
    return _ids_of(connection, originals)


def _ids_of(connection: Connection, originals: Mapping[int, int]) -> dict[str, str]:
    ids: dict[int, str] = {}
    for chunk in chunks({*originals, *originals.values()}):
        query = select(articles.c.key, articles.c.id).where(articles.c.key.in_(chunk))
        ids.update({row.key: row.id for row in connection.execute(query)})
    return {ids[copy]: ids[original] for copy, original in originals.items()}


def index_words(connection: Connection, words: Mapping[int, Sequence[str]]) -> None:
    """File articles, by key, under their folded words."""
    if connection.dialect.name == "sqlite":
        statement = text("INSERT INTO words (rowid, folded) VALUES (:key, :words)")
        rows = [{"key": key, "words": " ".join(found)} for key, found in words.items()]
    else:
        statement = text(
            "INSERT INTO words (article, piece, vector) "
            "VALUES (:key, :piece, to_tsvector('simple', :words))"
        )
        rows = [
            {"key": key, "piece": number, "words": " ".join(piece)}
            for key, found in words.items()
            for number, piece in enumerate(chunks(found, PIECE))
        ]
    if rows:
        connection.execute(statement, rows)
