"""Asking an online geocoder about names that the gazetteer lacks; only ever on a person's request.

Requests go one by one through geopy, no faster than the service allows, under mapapp's own name.
Answers are kept on disk and not asked for again.
"""

import time
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import closing, contextmanager
from functools import partial
from pathlib import Path
from urllib.parse import urlsplit

from geopy.exc import (
    GeocoderAuthenticationFailure,
    GeocoderInsufficientPrivileges,
    GeocoderQueryError,
    GeocoderQuotaExceeded,
    GeocoderServiceError,
    GeocoderTimedOut,
    GeocoderUnavailable,
)
from geopy.extra.rate_limiter import RateLimiter

from mapapp import __version__
from mapapp.errors import ConfigurationError, DataError, NetworkError
from mapapp.gazetteer.online_answers import Answer, plain_text
from mapapp.gazetteer.online_cache import AnswerCache
from mapapp.gazetteer.online_services import Service
from mapapp.gazetteer.online_transport import CheckedAdapter
from mapapp.gazetteer.record import Record
from mapapp.gazetteer.rows import LONGEST_NAME

USER_AGENT = f"mapapp/{__version__} (conflict map; looks up place names on a person's request)"

SECONDS = 20.0
"""Longest wait for a connection and for each piece of an answer."""

PAUSE_SECONDS = 1.0
"""From one request to the next: Nominatim's policy allows one a second, the others ask for less."""

PATIENCE = 3
"""Names in a row whose answers cannot be used before a service is left alone."""


class OnlineGeocoder:
    """One service with its pause and its cache; see `open_geocoder`."""

    def __init__(
        self,
        service: Service,
        url: str,
        ask: Callable[..., object],
        cache: AnswerCache,
        country: str = "",
    ) -> None:
        """Answer through a function that asks the service, unless the cache knows.

        Args:
            service: For the options of a request and the reading of its answer.
            url: The server, part of the cache's key.
            ask: geopy's ``geocode``, held back to the service's pace.
            cache: Where answers are kept.
            country: ISO 3166-1 alpha-2 code of the only country to look in; empty for the world.
        """
        self.service = service
        self._url = url
        self._country = country
        self._ask = ask
        self._cache = cache

    def look_up_all(self, names: Iterable[str]) -> Iterator[Answer]:
        """Yield an answer for each name, in order.

        A name whose answer cannot be used costs itself only, until `PATIENCE` do so in a row.

        Raises:
            NetworkError: The service cannot be reached, refuses, or fails name after name.
            DataError: The cache cannot be used.
        """
        failures = 0
        for name in names:
            answer = self.look_up(name)
            failures = failures + 1 if answer.failure else 0
            yield answer
            if failures == PATIENCE:
                message = (
                    f"{self._url} failed for {failures} names in a row, last: {answer.failure}"
                    " What was answered is kept; try again later, or use another --service."
                )
                raise NetworkError(message)

    def look_up(self, name: str) -> Answer:
        """Return what the service, or the cache, knows of a name.

        Raises:
            NetworkError: The service cannot be reached or refuses.
            DataError: The cache cannot be used.
        """
        query = plain_text(name)
        if not any(letter.isalnum() for letter in query) or len(query) > LONGEST_NAME:
            rule = f"a name has a letter or digit and at most {LONGEST_NAME} characters."
            return Answer(query=query[:LONGEST_NAME], failure=f"it was not asked: {rule}")
        key = f"{self.service.name} {self._url} {self._country}".rstrip()
        rows = self._cache.get(key, query)
        if rows is None:
            try:
                rows = self._rows(query)
            except DataError as error:
                return Answer(query=query, failure=str(error))
            self._cache.put(key, query, rows)
        found = (self.service.read(row) for row in rows if isinstance(row, dict))
        records = tuple(record for record in found if record and self._inside(record))
        return Answer(query=query, records=records)

    def _inside(self, record: Record) -> bool:
        return self._country in {"", record.place.country}

    def _rows(self, query: str) -> list[object]:
        """Ask the service, and say what went wrong in the reader's terms."""
        options = dict(self.service.options)
        if self._country and self.service.country_option:
            options[self.service.country_option] = self._country
        try:
            found = self._ask(query, exactly_one=False, **options)
        except GeocoderServiceError as error:
            raise self._explained(error) from error
        except (ValueError, TypeError, LookupError, AttributeError) as error:
            # geopy takes rows as they come; what it stumbles over is no answer of this service.
            message = f"{self._url} sent what {self.service.name} never sends: {error!r}."
            raise DataError(message) from error
        return [place.raw for place in found if place] if isinstance(found, list) else []

    def _explained(self, error: GeocoderServiceError) -> NetworkError | DataError:
        """Return the error to raise: of the network when asking on makes no sense."""
        for kind, text in _NETWORK_FAILURES.items():
            if isinstance(error, kind):
                asked_to_wait = getattr(error, "retry_after", None)
                wait = f" It asks to wait {asked_to_wait:.0f} seconds." if asked_to_wait else ""
                said = plain_text(str(error)).rstrip(".")
                return NetworkError(f"{self._url} {text.format(said=said)}{wait}")
        what = "refused the question" if isinstance(error, GeocoderQueryError) else "failed"
        return DataError(f"{self._url} {what}: {plain_text(str(error))[:LONGEST_NAME]}.")


_NETWORK_FAILURES: Mapping[type[Exception], str] = {
    GeocoderQuotaExceeded: (
        "has had enough questions for now ({said}). What was answered is kept, so that the next"
        " run goes on from here."
    ),
    GeocoderAuthenticationFailure: (
        "does not know who asks ({said}). For GeoNames give --username, an account made at"
        " geonames.org/login."
    ),
    GeocoderInsufficientPrivileges: (
        "refuses to answer ({said}). A GeoNames account must be enabled for web services at"
        " geonames.org/manageaccount; other services block networks that asked too much: wait, or"
        " use another --service."
    ),
    GeocoderTimedOut: (
        f"did not answer within {SECONDS:g} seconds ({{said}}). Try again; what was answered is"
        " kept."
    ),
    GeocoderUnavailable: (
        "cannot be reached ({said}). Check the network; without one, reading and searching go on,"
        " and 'mapapp gazetteer add FILE' adds places by hand."
    ),
}
"""What makes asking on useless, with the next step; geopy's kinds, the narrow before the wide."""


@contextmanager
def open_geocoder(
    service: Service,
    cache_folder: Path,
    *,
    url: str = "",
    username: str = "",
    country: str = "",
    clock: Callable[[], float] = time.monotonic,
    sleep: Callable[[float], None] = time.sleep,
) -> Iterator[OnlineGeocoder]:
    """Open a service for look-ups.

    Args:
        service: One of `mapapp.gazetteer.online_services.SERVICES`.
        cache_folder: Where answers are kept.
        url: A server of one's own, which may then lie inside the own network; empty for the
            public one.
        username: The GeoNames account; other services need none.
        country: ISO 3166-1 alpha-2 code of the only country to look in; empty for the world.
        clock: Seconds, for the pause between requests.
        sleep: Waits that many seconds.

    Raises:
        ConfigurationError: The address or the account is missing or cannot be used.
        DataError: The cache cannot be used.
    """
    base = _checked(url) if url else service.url
    scheme, _, domain = base.partition("://")
    client = partial(
        service.make,
        scheme=scheme,
        domain=domain,
        user_agent=USER_AGENT,
        timeout=SECONDS,
        adapter_factory=partial(CheckedAdapter, allow_private=bool(url)),
    )
    if service.needs_account:
        if not username:
            message = (
                "GeoNames answers accounts only. Make one at geonames.org/login, enable it for web"
                " services, and give its name with --username."
            )
            raise ConfigurationError(message)
        client = partial(client, username)
    geocode = getattr(client(), "geocode")  # noqa: B009 (geopy ships no types)
    with closing(AnswerCache(cache_folder)) as cache:
        ask = _Paced(geocode, clock=clock, sleep=sleep)
        yield OnlineGeocoder(service, base, ask, cache, country.upper())


class _Paced(RateLimiter):  # type: ignore[misc]  # geopy ships no types
    """geopy's rate limiter on a clock that tests can turn; errors are raised, not tried again."""

    def __init__(
        self,
        ask: Callable[..., object],
        *,
        clock: Callable[[], float],
        sleep: Callable[[float], None],
    ) -> None:
        super().__init__(
            ask, min_delay_seconds=PAUSE_SECONDS, max_retries=0, swallow_exceptions=False
        )
        self._now = clock
        self._rest = sleep

    def _clock(self) -> float:
        return self._now()

    def _sleep(self, seconds: float) -> None:
        self._rest(seconds)


def _checked(url: str) -> str:
    """Return a server's address without its last slash.

    Raises:
        ConfigurationError: It is no plain http or https address.
    """
    parts = urlsplit(url)
    try:
        plain = parts.port is None or parts.port > 0
    except ValueError:
        plain = False
    extra = parts.query or parts.fragment or "@" in parts.netloc or len(url.split()) != 1
    if parts.scheme not in {"http", "https"} or not parts.hostname or extra or not plain:
        message = (
            f"{url!r} is no server's address. One like http://127.0.0.1:8080 is allowed: http or"
            " https, host, perhaps a port and a folder."
        )
        raise ConfigurationError(message)
    return url.rstrip("/")
