"""What the stored readings say about the corpus, and which prior articles were last read with."""

import json
from collections import Counter
from collections.abc import Collection
from typing import Any

from sqlalchemy import distinct, func, select
from sqlalchemy.dialects import postgresql, sqlite

from mapapp.store.database import Store
from mapapp.store.schema import articles, mentions, meta, places

LATEST = 20_000
"""Articles, the last stored first, that are asked: enough for shares, and quick in any database."""

_NAME = "prior"


def country_counts(
    store: Store, *, least: float, roles: Collection[str]
) -> dict[int, Counter[str]]:
    """Return how many distinct places of each country every article surely speaks of.

    Args:
        store: The database.
        least: Least confidence (0-1) of a mention that counts.
        roles: Roles that count.

    Returns:
        Counts by country code, by the article's database key; articles without any are missing.
    """
    newest = select(func.coalesce(func.max(articles.c.key), 0)).scalar_subquery()
    query = (
        select(mentions.c.article, places.c.country, func.count(distinct(mentions.c.place)))
        .join(places, places.c.key == mentions.c.place)
        .where(mentions.c.article > newest - LATEST)
        .where(mentions.c.confidence >= least)
        .where(mentions.c.role.in_(sorted(roles)))
        .where(places.c.country != "")
        .group_by(mentions.c.article, places.c.country)
    )
    found: dict[int, Counter[str]] = {}
    with store.database.read() as connection:
        for article, country, count in connection.execute(query):
            found.setdefault(article, Counter())[country] = count
    return found


def keep_prior(store: Store, record: dict[str, Any]) -> None:
    """Note the prior that articles are being read with, in place of the one before."""
    value = json.dumps(record)
    with store.database.write() as connection:
        make = sqlite.insert if connection.dialect.name == "sqlite" else postgresql.insert
        statement = make(meta).values(name=_NAME, value=value)
        connection.execute(
            statement.on_conflict_do_update(index_elements=["name"], set_={"value": value})
        )


def kept_prior(store: Store) -> dict[str, Any]:
    """Return what `keep_prior` noted last; empty when articles were read for themselves."""
    with store.database.read() as connection:
        value = connection.execute(
            select(meta.c.value).where(meta.c.name == _NAME)
        ).scalar_one_or_none()
    return {} if value is None else dict(json.loads(value))
