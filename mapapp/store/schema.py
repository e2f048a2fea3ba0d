"""Tables: articles, corrections and separations are primary, all else can be rebuilt from them.

An article's reading is kept whole as one compressed record (`readings`), its mentions also as
rows (`mentions`, for paging by place) and as packed columns (`packed`, for the copy in memory
that filters run on). Texts stand apart from `articles` so that listing never reads them.
"""

from sqlalchemy import (
    BigInteger,
    Boolean,
    Column,
    Date,
    DateTime,
    Float,
    ForeignKey,
    Index,
    Integer,
    LargeBinary,
    MetaData,
    Table,
    Text,
    UniqueConstraint,
    func,
)

SCHEMA_VERSION = 2

metadata = MetaData()

meta = Table(
    "meta",
    metadata,
    Column("name", Text, primary_key=True),
    Column("value", Text, nullable=False),
)

articles = Table(
    "articles",
    metadata,
    Column("key", Integer, primary_key=True),
    Column("id", Text, nullable=False, unique=True),
    Column("title", Text, nullable=False),
    Column("source", Text, nullable=False),
    Column("url", Text, nullable=False),
    Column("origin", Text, nullable=False),
    Column("author", Text, nullable=False),
    Column("published", Date),
    Column("language", Text, nullable=False),
    Column("added", DateTime, nullable=False, server_default=func.now()),
    Column("copy_of", Integer),
    Column("parser", Text),
    Column("error", Text),
    Column("mentions", Integer, nullable=False, server_default="0"),
    Column("places", Integer, nullable=False, server_default="0"),
    Column("events", Integer, nullable=False, server_default="0"),
    Index("articles_parser", "parser", "key"),
    Index("articles_newest", "published", "key"),
)

texts = Table(
    "texts",
    metadata,
    Column("article", ForeignKey("articles.key", ondelete="CASCADE"), primary_key=True),
    Column("text", Text, nullable=False),
)

places = Table(
    "places",
    metadata,
    Column("key", Integer, primary_key=True),
    Column("id", Text, nullable=False, unique=True),
    Column("name", Text, nullable=False),
    Column("lat", Float, nullable=False),
    Column("lon", Float, nullable=False),
    Column("feature_class", Text, nullable=False),
    Column("feature_code", Text, nullable=False),
    Column("country", Text, nullable=False),
    Column("admin1", Text, nullable=False),
    Column("admin2", Text, nullable=False),
    Column("population", BigInteger, nullable=False),
    Column("radius_km", Float, nullable=False),
    Column("error_km", Float, nullable=False),
    Column("source", Text, nullable=False),
    Column("parent_id", Text, nullable=False),
)

actors = Table(
    "actors",
    metadata,
    Column("key", Integer, primary_key=True),
    Column("id", Text, nullable=False, unique=True),
    Column("name", Text, nullable=False),
    Column("short_name", Text, nullable=False),
    Column("kind", Text, nullable=False),
    Column("side", Text, nullable=False),
    Column("home_country", Text, nullable=False),
    Column("valid_from", Date),
    Column("valid_to", Date),
)

terms = Table(
    "terms",
    metadata,
    Column("key", Integer, primary_key=True),
    Column("kind", Text, nullable=False),
    Column("name", Text, nullable=False),
    UniqueConstraint("kind", "name"),
)

mentions = Table(
    "mentions",
    metadata,
    Column("article", ForeignKey("articles.key", ondelete="CASCADE"), primary_key=True),
    Column("number", Integer, primary_key=True),
    Column("start", Integer, nullable=False),
    Column("end", Integer, nullable=False),
    Column("sentence_start", Integer, nullable=False),
    Column("sentence_end", Integer, nullable=False),
    Column("place", ForeignKey("places.key")),
    Column("role", Text, nullable=False),
    Column("day", Integer, nullable=False),
    Column("confidence", Float, nullable=False),
    Column("sure", Boolean, nullable=False),
    Index("mentions_place", "place", "day", "article", "number"),
    sqlite_with_rowid=False,
)

readings = Table(
    "readings",
    metadata,
    Column("article", ForeignKey("articles.key", ondelete="CASCADE"), primary_key=True),
    Column("record", LargeBinary, nullable=False),
)

packed = Table(
    "packed",
    metadata,
    Column("article", ForeignKey("articles.key", ondelete="CASCADE"), primary_key=True),
    Column("batch", Integer, nullable=False, index=True),
    Column("day", Integer, nullable=False),
    Column("mentions", LargeBinary, nullable=False),
    Column("links", LargeBinary, nullable=False),
    Column("events", LargeBinary, nullable=False),
    Column("event_links", LargeBinary, nullable=False),
    Column("highways", LargeBinary, nullable=False),
)

batches = Table(
    "batches",
    metadata,
    Column("key", Integer, primary_key=True),
    Column("at", DateTime, nullable=False, server_default=func.now()),
    Column("parser", Text, nullable=False),
    Column("articles", Integer, nullable=False),
    sqlite_autoincrement=True,
)

corrections = Table(
    "corrections",
    metadata,
    Column("key", Integer, primary_key=True),
    Column("article_id", Text, nullable=False),
    Column("start", Integer, nullable=False),
    Column("end", Integer, nullable=False),
    Column("place_id", Text, nullable=False),
    Column("note", Text, nullable=False),
    Column("at", DateTime, nullable=False, server_default=func.now()),
    UniqueConstraint("article_id", "start", "end"),
)

_EVENT_SPAN = {"article_id": Text, "start": Integer, "end": Integer, "type": Text, "place_id": Text}
SEPARATED = tuple(f"{report}_{name}" for report in ("one", "other") for name in _EVENT_SPAN)
"""Columns that name the two reports of a separation."""

separations = Table(
    "separations",
    metadata,
    Column("key", Integer, primary_key=True),
    *(Column(name, _EVENT_SPAN[name.partition("_")[2]], nullable=False) for name in SEPARATED),
    Column("at", DateTime, nullable=False, server_default=func.now()),
    UniqueConstraint(*SEPARATED),
)

bands = Table(
    "bands",
    metadata,
    Column("band", BigInteger, primary_key=True, autoincrement=False),
    Column("article", ForeignKey("articles.key", ondelete="CASCADE"), primary_key=True),
    sqlite_with_rowid=False,
)

feeds = Table(
    "feeds",
    metadata,
    Column("url", Text, primary_key=True),
    Column("title", Text, nullable=False),
    Column("added", DateTime, nullable=False, server_default=func.now()),
    Column("fetched", DateTime),
    Column("etag", Text),
    Column("modified", Text),
    Column("error", Text),
)

DERIVED = (mentions, readings, packed)
"""Tables that a parser fills and `rebuild` empties; places, actors and terms may stay."""

_SQLITE_WORDS = """
CREATE VIRTUAL TABLE IF NOT EXISTS words USING fts5(
    folded, content='', columnsize=0, tokenize='unicode61 remove_diacritics 0'
)
"""

_POSTGRESQL_WORDS = """
CREATE TABLE IF NOT EXISTS words (
    article INTEGER NOT NULL REFERENCES articles (key) ON DELETE CASCADE,
    piece INTEGER NOT NULL,
    vector TSVECTOR NOT NULL,
    PRIMARY KEY (article, piece)
)
"""

WORD_INDEX = {
    "sqlite": (_SQLITE_WORDS,),
    "postgresql": (
        _POSTGRESQL_WORDS,
        "CREATE INDEX IF NOT EXISTS words_vector ON words USING gin (vector)",
    ),
}
"""The full-text index of each database; it holds folded words and no text."""
