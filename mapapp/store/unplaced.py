"""Names that articles call places and that the gazetteer could not place."""

from collections import Counter

from sqlalchemy import func, select

from mapapp.store.database import Store
from mapapp.store.schema import mentions, texts


def unplaced_names(store: Store) -> list[tuple[str, int]]:
    """Return each name with its number of mentions, the most mentioned first.

    Args:
        store: The database; names are as written, space within them made single.

    Raises:
        StoreError: The database cannot be read.
    """
    name = func.substr(texts.c.text, mentions.c.start + 1, mentions.c.end - mentions.c.start)
    query = (
        select(name, func.count())
        .select_from(mentions)
        .join(texts, texts.c.article == mentions.c.article)
        .where(mentions.c.place.is_(None))
        .group_by(name)
    )
    counts: Counter[str] = Counter()
    with store.database.read() as connection:
        for written, count in connection.execute(query):
            counts[" ".join(written.split())] += count
    return sorted(counts.items(), key=lambda pair: (-pair[1], pair[0]))
