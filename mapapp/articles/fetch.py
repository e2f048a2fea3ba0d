"""Fetching what a person asked for, politely and never from inside their own network.

The address is resolved and checked before anything is sent, and the connection goes to the
checked address itself (`mapapp.internet`). Each redirect is a new request and is checked again.
"""

import logging
import time
from collections.abc import Mapping
from dataclasses import dataclass, field
from urllib.parse import SplitResult, urljoin, urlsplit
from urllib.robotparser import RobotFileParser

import urllib3
from urllib3.exceptions import HTTPError

from mapapp import __version__
from mapapp.articles.cache import Cached, PageCache
from mapapp.errors import NetworkError
from mapapp.internet import connect, receive, refuse_private, resolve

logger = logging.getLogger(__name__)

USER_AGENT = f"mapapp/{__version__} (conflict map; reads single articles on a person's request)"

LARGEST = 20_000_000
"""Bytes of the largest answer."""

MOST_REDIRECTS = 5

SECONDS = 20.0
"""Longest wait for a connection, for each piece of an answer, and between two requests' pause."""

LONGEST = 120.0
"""Seconds after which an answer that keeps trickling is given up."""

_KINDS = (
    "text/",
    "application/xhtml",
    "application/xml",
    "application/json",
    "application/pdf",
    "application/rss",
    "application/atom",
    "application/zip",
    "application/octet-stream",
    "application/vnd.openxmlformats",
    "application/x-ndjson",
    "application/rdf",
)
_REDIRECTS = frozenset({301, 302, 303, 307, 308})

_REMEDY = "If that is what you want, `mapapp ingest --allow-private` reads it."


@dataclass(frozen=True, kw_only=True, slots=True)
class Answer:
    """What came back: the address after all redirects, its headers in lower case, and bytes."""

    url: str
    headers: Mapping[str, str]
    data: bytes
    status: int = 200

    @property
    def media_type(self) -> str:
        """The declared kind, such as ``text/html``; empty when none is declared."""
        return self.headers.get("content-type", "").partition(";")[0].strip().lower()

    @property
    def encoding(self) -> str:
        """The declared encoding; empty when none is declared."""
        found = self.headers.get("content-type", "").lower().partition("charset=")[2]
        return found.partition(";")[0].strip(" \"'")


@dataclass(kw_only=True, slots=True)
class Fetcher:
    """Fetches pages and feeds; one for each run.

    Attributes:
        cache: Where answers are kept; None keeps none.
        allow_private: Whether addresses inside the own network may be asked.
        pause: Seconds between two requests to one host.
        obey_robots: Whether a site's robots.txt is asked first.
    """

    cache: PageCache | None = None
    allow_private: bool = False
    pause: float = 1.0
    obey_robots: bool = True
    _robots: dict[str, RobotFileParser] = field(default_factory=dict)
    _asked: dict[str, float] = field(default_factory=dict)

    def fetch(self, url: str) -> Answer:
        """Return what an address answers, from the cache where the site says it is unchanged.

        Raises:
            NetworkError: The address is not allowed, does not answer, or answers with an error,
                too much, or another kind of thing than articles.
        """
        cached = self.cache.get(url) if self.cache else None
        headers = cached.conditions() if cached else {}
        answer = self._follow(url, headers)
        if answer.status == 304 and cached:  # noqa: PLR2004 (Not Modified)
            return Answer(url=cached.url, headers=cached.headers, data=cached.data)
        if not answer.media_type.startswith(_KINDS) and answer.media_type:
            raise NetworkError(
                f"{url} answers with {answer.media_type}; allowed are pages, feeds, text, JSON, "
                "PDF, Word documents and zip archives."
            )
        if self.cache:
            kept = Cached(url=answer.url, headers=dict(answer.headers), data=answer.data)
            self.cache.put(url, kept)
        return answer

    def _follow(self, url: str, headers: Mapping[str, str]) -> Answer:
        current = url
        for _ in range(MOST_REDIRECTS + 1):
            self._ask_robots(current)
            answer = self._request(current, headers)
            if answer.status not in _REDIRECTS:
                break
            target = answer.headers.get("location", "")
            if not target:
                raise NetworkError(f"{current} redirects to nowhere.")
            current = urljoin(current, target)
        else:
            raise NetworkError(f"{url} redirects more than {MOST_REDIRECTS} times; it was left.")
        if answer.status >= 400:  # noqa: PLR2004 (client and server errors)
            raise NetworkError(
                f"{current} answers with status {answer.status}. Open it in a browser to see why; "
                "save the page and ingest the file if it opens there."
            )
        return answer

    def _ask_robots(self, url: str) -> None:
        """Refuse an address that the site asks programs to leave alone."""
        if not self.obey_robots:
            return
        parts = urlsplit(url)
        site = f"{parts.scheme}://{parts.netloc}"
        if site not in self._robots:
            rules = RobotFileParser()
            try:
                answer = self._request(f"{site}/robots.txt", {})
                text = answer.data.decode("utf-8", "replace") if answer.status == 200 else ""  # noqa: PLR2004
            except NetworkError as error:
                logger.debug("no robots.txt: %s", error)
                text = ""
            rules.parse(text.splitlines())
            self._robots[site] = rules
        if not self._robots[site].can_fetch("mapapp", url):
            raise NetworkError(
                f"{url} is closed to programs by {site}/robots.txt. Save the page in a browser and "
                "ingest the file."
            )

    def _request(self, url: str, headers: Mapping[str, str]) -> Answer:
        parts = urlsplit(url)
        if parts.scheme not in {"http", "https"} or not parts.hostname:
            raise NetworkError(f"{url!r} is not allowed; addresses begin with http:// or https://.")
        address = self._address(url, parts)
        self._wait(parts.netloc)
        sent = {
            "User-Agent": USER_AGENT,
            "Accept-Encoding": "gzip",
            "Host": parts.netloc,
            **headers,
        }
        pool = connect(parts, address, urllib3.Timeout(connect=SECONDS, read=SECONDS))
        path = f"{parts.path or '/'}?{parts.query}" if parts.query else parts.path or "/"
        try:
            response = pool.request(
                "GET", path, headers=sent, redirect=False, retries=False, preload_content=False
            )
            data = receive(response, largest=LARGEST, longest=LONGEST)
            found = {name.lower(): value for name, value in response.headers.items()}
            return Answer(url=url, headers=found, data=data, status=response.status)
        except OverflowError as error:
            raise NetworkError(f"{url} answers with {error}; it was left.") from error
        except (HTTPError, OSError, ValueError) as error:
            raise NetworkError(
                f"{url} could not be fetched: {error}. Check the address and the network."
            ) from error
        finally:
            pool.close()

    def _address(self, url: str, parts: SplitResult) -> str:
        """Return an address to connect to, after checking every one that the name stands for."""
        try:
            addresses = resolve(parts)
        except ValueError as error:
            raise NetworkError(f"{url!r} has no valid port or host.") from error
        except OSError as error:
            name = parts.hostname
            raise NetworkError(f"{url}: no such host as {name!r}; check the address.") from error
        if not self.allow_private:
            for address in addresses:
                refuse_private(url, address, _REMEDY)
        return addresses[0]

    def _wait(self, host: str) -> None:
        """Keep the pause between two requests to one host."""
        left = self._asked.get(host, 0.0) + self.pause - time.monotonic()
        if left > 0:
            time.sleep(left)
        self._asked[host] = time.monotonic()
