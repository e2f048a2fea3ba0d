"""The store: articles, what was found in them, and what people corrected, in one SQL database.

Articles and what people put right (corrections, separations) are the only primary data. All else is
derived from them by a parser version, replaced per article in one transaction, and can be rebuilt
at any time: running twice, twice at once or again after a crash changes nothing.
"""

from collections.abc import Collection, Iterable, Mapping, Sequence

from sqlalchemy import Connection, func, select

from mapapp.errors import StoreError
from mapapp.model.article import Article
from mapapp.model.place import Place
from mapapp.model.reading import Correction, Reading, Separation
from mapapp.store import (
    corrections,
    derive,
    excerpts,
    intake,
    listing,
    migrations,
    search,
    separations,
)
from mapapp.store.connection import Database
from mapapp.store.excerpts import Excerpt
from mapapp.store.intake import Added
from mapapp.store.keys import Keys, place_of
from mapapp.store.listing import ArticleRow
from mapapp.store.prepared import Batch, prepare
from mapapp.store.schema import batches, packed, places
from mapapp.store.search import Hit


class Store:
    """One database, safe to share between threads; each method is one transaction."""

    def __init__(self, url: str, *, readonly: bool = False) -> None:
        """Prepare without connecting.

        Args:
            url: ``sqlite:///path``, ``postgresql://user@host/name``, or the path of a file.
            readonly: Refuse every write.

        Raises:
            ConfigurationError: The URL names no database that mapapp supports.
        """
        self.database = Database(url, readonly=readonly)
        self._keys = Keys(self.database)

    @property
    def url(self) -> str:
        """The full URL, password included: for other processes, never for showing."""
        return self.database.url.render_as_string(hide_password=False)

    @property
    def on_server(self) -> bool:
        """Whether several processes may write at once."""
        return self.database.dialect == "postgresql"

    def create(self) -> None:
        """Make the tables where they are missing and bring an older schema up to date.

        Raises:
            StoreError: The database was made by a newer mapapp or cannot be written.
        """
        if self.database.path:
            try:
                self.database.path.parent.mkdir(parents=True, exist_ok=True)
            except OSError as error:
                raise StoreError(
                    f"Cannot make the folder {self.database.path.parent}: {error.strerror}. "
                    "Choose another place with --database or MAPAPP_DATABASE."
                ) from error
        with self.database.write() as connection:
            migrations.upgrade(connection)

    def close(self) -> None:
        """Close every connection; the next call opens new ones."""
        self.database.close()

    def add(self, articles: Iterable[Article]) -> Added:
        """Store new articles; those already known are left alone; copies are linked."""
        with self.database.write() as connection:
            return intake.add(connection, articles)

    def put(self, readings: Sequence[Reading], *, parser: str) -> None:
        """Replace everything derived of these articles, all or nothing; unknown ones are added.

        Args:
            readings: What a parser found.
            parser: The parser's version; articles with another one count as to do.
        """
        self.put_prepared(prepare(readings), parser=parser)

    def put_prepared(self, batch: Batch, *, parser: str) -> None:
        """Like `put`, for readings that another process made ready."""
        keys = self._keys.of(batch)
        with self.database.write() as connection:
            self._add_missing(connection, batch)
            derive.replace(connection, batch.prepared, keys, parser)

    def _add_missing(self, connection: Connection, batch: Batch) -> None:
        wanted = {one.article.id: one.article for one in batch.prepared}
        missing = wanted.keys() - listing.known_ids(connection, wanted)
        if missing:
            intake.add(connection, [wanted[id_] for id_ in wanted if id_ in missing])

    def fail(self, reasons: Mapping[str, str], *, parser: str) -> None:
        """Mark articles, by id, as unreadable for this parser version, each with its reason."""
        with self.database.write() as connection:
            derive.fail(connection, reasons, parser)

    def retry_failed(self) -> int:
        """Mark articles that could not be read as unread; return how many."""
        with self.database.write() as connection:
            return derive.retry(connection)

    def todo(self, parser: str, limit: int = 500) -> list[Article]:
        """Return articles that this parser version has not read, oldest first."""
        with self.database.read() as connection:
            keys = listing.todo_keys(connection, parser, limit)
            return listing.by_keys(connection, keys)

    def todo_keys(
        self, parser: str, limit: int, after: int = 0, *, ids: Collection[str] | None = None
    ) -> list[int]:
        """Return database keys of articles to do, above `after`, ascending: for `by_keys`.

        Args:
            parser: Articles noted with another version, or none, are to do.
            limit: The most keys to return.
            after: Only keys above this one.
            ids: Only these articles, some hundreds at most; None for all.
        """
        with self.database.read() as connection:
            return listing.todo_keys(connection, parser, limit, after, ids)

    def count_todo(self, parser: str, *, ids: Collection[str] | None = None) -> int:
        """Return how many articles, of these or of all, this parser version has not read."""
        with self.database.read() as connection:
            return listing.count_todo(connection, parser, ids)

    def by_keys(self, keys: Iterable[int]) -> list[Article]:
        """Return the articles with these database keys."""
        with self.database.read() as connection:
            return listing.by_keys(connection, keys)

    def count_read(self) -> int:
        """Return how many articles the columns hold: those that some parser version has read."""
        with self.database.read() as connection:
            return int(connection.execute(select(func.count(packed.c.batch))).scalar_one())

    def version(self) -> tuple[int, int]:
        """Return a pair that changes whenever something derived changes: the cache key."""
        query = select(func.count(), func.coalesce(func.max(batches.c.key), 0))
        with self.database.read() as connection:
            count, newest = connection.execute(query.select_from(batches)).one()
        return int(count), int(newest)

    def article(self, article_id: str) -> Article:
        """Return one article.

        Raises:
            StoreError: No article has this id.
        """
        with self.database.read() as connection:
            return listing.article(connection, article_id)

    def articles(
        self,
        *,
        limit: int = 50,
        offset: int = 0,
        ids: Sequence[str] | None = None,
        failed: bool = False,
    ) -> list[ArticleRow]:
        """Return a page of articles with their counts, newest first, undated last.

        Args:
            limit: Rows in a page.
            offset: Rows to skip.
            ids: Only these articles; None for all.
            failed: Only articles that could not be read.
        """
        with self.database.read() as connection:
            return listing.rows(connection, limit=limit, offset=offset, ids=ids, failed=failed)

    def count(self, *, ids: Sequence[str] | None = None, failed: bool = False) -> int:
        """Return how many articles `articles` would list over all pages."""
        with self.database.read() as connection:
            return listing.count(connection, ids=ids, failed=failed)

    def reading(self, article_id: str) -> Reading:
        """Return what was found in an article.

        Raises:
            StoreError: No article has this id, or no parser has read it yet.
        """
        found = self.readings([article_id])
        if article_id not in found:
            row = self.articles(ids=[self.article(article_id).id])[0]
            reason = row.error or "run `mapapp ingest` to read it"
            raise StoreError(f"Article {article_id!r} has not been read: {reason}.")
        return found[article_id]

    def readings(self, article_ids: Sequence[str]) -> dict[str, Reading]:
        """Return what was found in these articles; those not read yet are missing."""
        with self.database.read() as connection:
            return listing.build_readings(connection, article_ids)

    def places(self) -> dict[str, Place]:
        """Return every place that a mention or a rival points to, by id."""
        with self.database.read() as connection:
            return {row.id: place_of(row) for row in connection.execute(select(places))}

    def excerpts(
        self,
        place_id: str,
        *,
        limit: int = 20,
        offset: int = 0,
        roles: Collection[str] | None = None,
    ) -> list[Excerpt]:
        """Return a page of a place's mentions, newest first, undated last.

        Args:
            place_id: The place; an unknown one has no mentions.
            limit: Mentions in a page.
            offset: Mentions to skip.
            roles: Only these roles; None for all.
        """
        with self.database.read() as connection:
            return excerpts.of_place(connection, place_id, limit=limit, offset=offset, roles=roles)

    def count_excerpts(self, place_id: str, *, roles: Collection[str] | None = None) -> int:
        """Return how many mentions `excerpts` would list over all pages."""
        with self.database.read() as connection:
            return excerpts.count(connection, place_id, roles=roles)

    def excerpts_at(self, spots: Sequence[tuple[str, int]]) -> list[Excerpt]:
        """Return the mentions at these spots, each an article id and a first character, in order.

        For a selection made on the columns: unknown spots are left out.
        """
        with self.database.read() as connection:
            return excerpts.at(connection, spots)

    def add_correction(self, correction: Correction) -> None:
        """Store a person's correction; the article counts as to do until it is read again."""
        with self.database.write() as connection:
            corrections.add(connection, correction)

    def remove_correction(self, article_id: str, start: int, end: int) -> bool:
        """Withdraw a correction; return whether there was one."""
        with self.database.write() as connection:
            return corrections.remove(connection, article_id, start, end)

    def corrections(self, article_ids: Iterable[str] | None = None) -> list[Correction]:
        """Return the corrections of these articles, or all, in order of article and span."""
        with self.database.read() as connection:
            return corrections.of(connection, article_ids)

    def add_separation(self, separation: Separation) -> None:
        """Store a person's word that two reports do not tell the same event."""
        with self.database.write() as connection:
            separations.add(connection, separation)

    def remove_separation(self, separation: Separation) -> bool:
        """Withdraw a separation; return whether there was one."""
        with self.database.write() as connection:
            return separations.remove(connection, separation)

    def separations(self) -> list[Separation]:
        """Return all separations, the oldest first."""
        with self.database.read() as connection:
            return separations.every(connection)

    def search(self, words: str, *, limit: int = 20, offset: int = 0) -> list[Hit]:
        """Return a page of articles that match a query, the last stored first.

        Args:
            words: Words that must all occur, ``"a phrase"``, a prefix ``sarm*``, ``-word`` for
                what must not occur; case, diacritics and Arabic letter forms do not matter.
            limit: Articles in a page.
            offset: Articles to skip.

        Raises:
            ConfigurationError: Nothing is left to look for.
        """
        with self.database.read() as connection:
            return search.find(connection, words, limit=limit, offset=offset)

    def matching(self, words: str) -> list[str]:
        """Return the ids of all articles that match a query: to combine with other filters.

        Raises:
            ConfigurationError: Nothing is left to look for.
        """
        with self.database.read() as connection:
            return search.matching_ids(connection, words)
