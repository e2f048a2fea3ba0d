"""Fetching a GeoNames country dump, only when asked to, and resuming where a fetch broke off."""

import logging
import zipfile
from collections.abc import Callable
from http import HTTPStatus
from http.client import HTTPException, HTTPResponse
from pathlib import Path
from urllib.error import HTTPError, URLError
from urllib.parse import urlsplit
from urllib.request import Request, urlopen

from mapapp.errors import ConfigurationError, DataError, NetworkError

logger = logging.getLogger(__name__)

GEONAMES_URL = "https://download.geonames.org/export/dump/"
"""Where GeoNames keeps its dumps."""

ATTRIBUTION = (
    "Place data: GeoNames (www.geonames.org), licensed under CC BY 4.0; name it wherever you show"
    " or publish places of this gazetteer."
)
"""What the license asks for."""

_CHUNK = 1 << 16
_TIMEOUT_SECONDS = 30.0
_SATISFIED = HTTPStatus.REQUESTED_RANGE_NOT_SATISFIABLE

Progress = Callable[[int, int], None]


def download_dump(
    name: str,
    folder: Path,
    *,
    base_url: str = GEONAMES_URL,
    progress: Progress | None = None,
) -> Path:
    """Fetch a dump such as ``SY`` or ``allCountries`` and return the checked zip file.

    What an earlier try left is kept and continued.

    Args:
        name: Country code or name of the dump, without ``.zip``.
        folder: Where to keep the file.
        base_url: The folder of dumps on the web, http or https.
        progress: Called with bytes had and bytes in all (0 when unknown).

    Raises:
        ConfigurationError: The address is not http or https.
        NetworkError: The server cannot be reached or refuses.
        DataError: What arrived is no sound zip file with the dump in it.
    """
    url = f"{base_url.rstrip('/')}/{name}.zip"
    if urlsplit(url).scheme not in {"http", "https"}:
        message = f"{base_url!r} is no web address; one that begins with http:// or https:// is."
        raise ConfigurationError(message)
    folder.mkdir(parents=True, exist_ok=True)
    part = folder / f"{name}.zip.part"
    try:
        _fetch(url, part, progress)
    except HTTPError as error:
        message = (
            f"{url} answered {error.code} {error.reason}. Is {name!r} a country code of ISO 3166-1"
            " such as SY?"
        )
        raise NetworkError(message) from error
    except (URLError, HTTPException, OSError) as error:
        message = (
            f"{url} cannot be reached: {getattr(error, 'reason', error)}. What was fetched so far"
            " is kept; try again to continue. Without internet here, fetch the file elsewhere and"
            f" use 'mapapp gazetteer add {name}.zip'."
        )
        raise NetworkError(message) from error
    _check(part, f"{name}.txt", url)
    return part.replace(folder / f"{name}.zip")


def _fetch(url: str, part: Path, progress: Progress | None) -> None:
    had = part.stat().st_size if part.exists() else 0
    request = Request(url, headers={"Range": f"bytes={had}-"} if had else {})  # noqa: S310
    try:
        with urlopen(request, timeout=_TIMEOUT_SECONDS) as response:  # noqa: S310
            _save(response, part, had, progress)
    except HTTPError as error:
        # The server has nothing beyond what is here: the earlier try ended just before the rename.
        if error.code != _SATISFIED or not had:
            raise


def _save(response: HTTPResponse, part: Path, had: int, progress: Progress | None) -> None:
    resumed = response.status == HTTPStatus.PARTIAL_CONTENT
    had = had if resumed else 0
    total = had + int(response.headers.get("Content-Length") or 0)
    with part.open("ab" if resumed else "wb") as file:
        while chunk := response.read(_CHUNK):
            file.write(chunk)
            had += len(chunk)
            if progress:
                progress(had, max(total, had) if total else 0)
    if had < total:
        message = f"the connection ended after {had} of {total} bytes"
        raise URLError(message)


def _check(part: Path, member: str, url: str) -> None:
    """Refuse, and delete, what is no sound zip file with the dump in it."""
    try:
        with zipfile.ZipFile(part) as archive:
            broken = archive.testzip()
            found = archive.namelist()
    except zipfile.BadZipFile as error:
        part.unlink()
        message = f"What {url} sent is no zip file: {error}. It was deleted; try again."
        raise DataError(message) from error
    if broken or member not in found:
        part.unlink()
        what = f"{broken} is damaged" if broken else f"it holds no {member}"
        message = f"What {url} sent cannot be used: {what}. It was deleted; try again."
        raise DataError(message)
