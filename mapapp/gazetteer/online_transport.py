"""How geopy reaches a web service here: over an address that was checked, and never elsewhere.

geopy's own adapters follow redirects and connect to whatever a name resolves to. This one refuses
addresses inside the own network unless the reader named the server, goes to the checked address,
follows no redirect and reads no endless answer.
"""

import json
from collections.abc import Mapping
from contextlib import closing
from urllib.parse import SplitResult, urlsplit

import urllib3
from geopy.adapters import AdapterHTTPError, BaseSyncAdapter
from geopy.exc import (
    GeocoderParseError,
    GeocoderServiceError,
    GeocoderTimedOut,
    GeocoderUnavailable,
)
from urllib3.exceptions import HTTPError, NewConnectionError
from urllib3.exceptions import TimeoutError as SlowError

from mapapp.internet import connect, receive, refuse_private, resolve

LARGEST = 4_000_000
"""Bytes of the largest answer; fifty candidates with all their names take a tenth of that."""

LONGEST = 60.0
"""Seconds after which an answer that keeps trickling is given up."""

_REMEDY = "If you run a service there, name it with --url."
_FIRST_BAD_STATUS = 300


class CheckedAdapter(BaseSyncAdapter):  # type: ignore[misc]  # geopy ships no types
    """An HTTP client of geopy's kind; one connection a request."""

    def __init__(
        self,
        *,
        proxies: Mapping[str, str] | None = None,
        ssl_context: object = None,
        allow_private: bool = False,
    ) -> None:
        """Take what geopy passes to every adapter; proxies would undo the check and are not used.

        Args:
            proxies: Not used.
            ssl_context: Not used: certificates are checked against certifi's list.
            allow_private: Whether addresses inside the own network may be asked.
        """
        super().__init__(proxies=proxies, ssl_context=ssl_context)
        self._allow_private = allow_private

    def get_json(self, url: str, *, timeout: float, headers: Mapping[str, str]) -> object:
        """Return a parsed answer.

        Raises:
            GeocoderParseError: The answer is no JSON.
        """
        text = self.get_text(url, timeout=timeout, headers=headers)
        try:
            return json.loads(text)
        except (ValueError, RecursionError) as error:
            raise GeocoderParseError(f"the answer is no JSON ({error})") from error

    def get_text(self, url: str, *, timeout: float, headers: Mapping[str, str]) -> str:
        """Return an answer's text.

        Raises:
            AdapterHTTPError: The service answers with an error or a redirect.
            GeocoderServiceError: It cannot be reached, is too slow, or sends too much.
            NetworkError: The address is inside the own network.
        """
        parts = urlsplit(url)
        unreached: Exception | None = None
        for address in self._addresses(parts):
            try:
                return _ask(parts, address, timeout, headers)
            except NewConnectionError as error:
                unreached = error  # "localhost" is ::1 first, where few servers listen
            except SlowError as error:
                raise GeocoderTimedOut("no answer in time") from error
            except (AdapterHTTPError, GeocoderServiceError):
                raise
            except (HTTPError, OSError) as error:
                raise GeocoderUnavailable(str(error)) from error
        raise GeocoderUnavailable("nothing accepts the connection") from unreached

    def _addresses(self, parts: SplitResult) -> list[str]:
        host = parts.hostname or ""
        try:
            addresses = resolve(parts)
        except (OSError, UnicodeError) as error:
            raise GeocoderUnavailable(f"the name {host!r} cannot be resolved") from error
        if not self._allow_private:
            for address in addresses:
                refuse_private(host, address, _REMEDY)
        return addresses


def _ask(parts: SplitResult, address: str, timeout: float, headers: Mapping[str, str]) -> str:
    limits = urllib3.Timeout(connect=timeout, read=timeout)
    sent = {"Host": parts.netloc, "Accept-Encoding": "gzip", **headers}
    with (
        closing(connect(parts, address, limits)) as pool,
        closing(
            pool.request(
                "GET",
                f"{parts.path or '/'}?{parts.query}",
                headers=sent,
                redirect=False,
                retries=False,
                preload_content=False,
            )
        ) as response,
    ):
        data = _receive(response)
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError as error:
        raise GeocoderParseError("the answer is no UTF-8 text") from error
    if response.status >= _FIRST_BAD_STATUS:
        raise AdapterHTTPError(
            f"status {response.status}",
            status_code=response.status,
            headers={name.lower(): value for name, value in response.headers.items()},
            text="",
        )
    return text


def _receive(response: urllib3.BaseHTTPResponse) -> bytes:
    try:
        return receive(response, largest=LARGEST, longest=LONGEST)
    except OverflowError as error:
        raise GeocoderServiceError(f"the answer has {error}") from error
    except TimeoutError as error:
        raise GeocoderTimedOut("the answer does not end") from error
