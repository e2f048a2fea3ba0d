"""New articles into the database: known ones told apart, words indexed, copies linked."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection, func, insert, select, text
from sqlalchemy.dialects import postgresql, sqlite

from mapapp.model.article import Article
from mapapp.store import copies
from mapapp.store.keys import chunks
from mapapp.store.schema import articles, bands, texts
from mapapp.store.words import fold_words

PIECE = 10_000
"""Words in one PostgreSQL vector: it keeps no positions beyond 16,383."""

_MOST_CANDIDATES = 8
"""Possible originals that are compared word by word."""


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
    contents = [
        {"article": keys[article.id], "text": article.text}
        for article in given
        if article.id in keys
    ]
    if contents:
        connection.execute(insert(texts), contents)
    return keys


def _row(article: Article) -> dict[str, Any]:
    names = ("id", "title", "source", "url", "origin", "author", "published", "language")
    return {name: getattr(article, name) for name in names}


def _index(
    connection: Connection, fresh: Sequence[Article], keys: Mapping[str, int]
) -> dict[str, str]:
    found: dict[str, str] = {}
    for article in fresh:
        key = keys[article.id]
        words = fold_words(article.text)
        index_words(connection, key, fold_words(article.title) + words)
        marks = copies.shingles(words)
        filed = copies.bands(marks)
        original = _original(connection, marks, filed)
        if filed:
            rows = [{"band": band, "article": key} for band in sorted(set(filed))]
            connection.execute(insert(bands), rows)
        if original:
            original_key, found[article.id] = original
            change = articles.update().where(articles.c.key == key)
            connection.execute(change.values(copy_of=original_key))
    return found


def index_words(connection: Connection, key: int, words: Sequence[str]) -> None:
    """File an article under its folded words."""
    if connection.dialect.name == "sqlite":
        statement = text("INSERT INTO words (rowid, folded) VALUES (:key, :words)")
        connection.execute(statement, {"key": key, "words": " ".join(words)})
        return
    statement = text(
        "INSERT INTO words (article, piece, vector) "
        "VALUES (:key, :piece, to_tsvector('simple', :words))"
    )
    pieces = [
        {"key": key, "piece": number, "words": " ".join(piece)}
        for number, piece in enumerate(chunks(words, PIECE))
    ]
    if pieces:
        connection.execute(statement, pieces)


def _original(
    connection: Connection, marks: copies.Shingles, filed: Sequence[int]
) -> tuple[int, str] | None:
    """Return key and id of the oldest article that this one repeats."""
    if not filed:
        return None
    shared = (
        select(bands.c.article)
        .where(bands.c.band.in_(filed))
        .group_by(bands.c.article)
        .order_by(func.count().desc(), bands.c.article)
        .limit(_MOST_CANDIDATES)
    )
    candidates = connection.execute(
        select(texts.c.article, texts.c.text).where(texts.c.article.in_(shared.subquery().select()))
    ).all()
    scored = [
        (copies.similarity(marks, copies.shingles(fold_words(content))), -key)
        for key, content in candidates
    ]
    score, negative_key = max(scored, default=(0.0, 0))
    if score < copies.SAME:
        return None
    root = func.coalesce(articles.c.copy_of, articles.c.key)
    root_key = connection.execute(select(root).where(articles.c.key == -negative_key)).scalar_one()
    root_id = select(articles.c.id).where(articles.c.key == root_key)
    return root_key, connection.execute(root_id).scalar_one()
