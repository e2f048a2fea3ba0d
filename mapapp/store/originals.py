"""Finding the older article that a new one repeats: candidates by shared bands, then compared."""

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence

from sqlalchemy import Connection, func, select

from mapapp.store import copies
from mapapp.store.keys import chunks
from mapapp.store.rows import insert_rows
from mapapp.store.schema import articles, bands, texts
from mapapp.store.words import fold_words

_MOST_CANDIDATES = 8
"""Possible originals that are compared word by word."""


def copies_among(connection: Connection, words: Mapping[int, Sequence[str]]) -> dict[int, int]:
    """File new articles under their bands; return the key of the original of each copy.

    Args:
        connection: A transaction that may write.
        words: Folded words of new articles by key; the originals are among them or older.
    """
    marks = {key: copies.shingles(found) for key, found in words.items()}
    filed = {key: sorted(set(copies.bands(found))) for key, found in marks.items()}
    sharing = _stored(connection, {band for found in filed.values() for band in found})
    originals: dict[int, int] = {}
    for key in sorted(words):
        shared = Counter(other for band in filed[key] for other in sharing[band])
        likely = sorted(shared, key=lambda other: (-shared[other], other))[:_MOST_CANDIDATES]
        original = _closest(connection, key, likely, marks) if likely else None
        if original is not None:
            originals[key] = originals.get(original) or _root(connection, original)
        for band in filed[key]:
            sharing[band].append(key)
    insert_rows(connection, bands, [(band, key) for key, found in filed.items() for band in found])
    return originals


def _stored(connection: Connection, wanted: set[int]) -> defaultdict[int, list[int]]:
    """Return the articles that are filed under each band already."""
    found: defaultdict[int, list[int]] = defaultdict(list)
    for chunk in chunks(wanted):
        query = select(bands.c.band, bands.c.article).where(bands.c.band.in_(chunk))
        for band, article in connection.execute(query):
            found[band].append(article)
    return found


def _closest(
    connection: Connection, key: int, likely: Sequence[int], marks: dict[int, copies.Shingles]
) -> int | None:
    """Return the likeliest original that is similar enough, the oldest of equals."""
    unread = [other for other in likely if other not in marks]
    if unread:
        query = select(texts.c.article, texts.c.text).where(texts.c.article.in_(unread))
        for other, content in connection.execute(query):
            marks[other] = copies.shingles(fold_words(content))
    scored = [(copies.similarity(marks[key], marks[other]), -other) for other in likely]
    score, negative = max(scored)
    return -negative if score >= copies.SAME else None


def _root(connection: Connection, key: int) -> int:
    """Return the original of an original: copies of copies point to the first."""
    root = select(func.coalesce(articles.c.copy_of, articles.c.key)).where(articles.c.key == key)
    return int(connection.execute(root).scalar_one())
