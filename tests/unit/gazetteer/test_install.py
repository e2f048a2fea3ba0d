import io
import threading
import zipfile
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, HTTPServer
from pathlib import Path

import pytest

from mapapp.errors import ConfigurationError, DataError, NetworkError
from mapapp.gazetteer.install import download_dump


def _dump() -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_STORED) as archive:
        archive.writestr("SY.txt", "row\n" * 5000)
    return buffer.getvalue()


class _Server(HTTPServer):
    """Serves one file, knows ranges, and breaks off when told to."""

    def __init__(self) -> None:
        super().__init__(("127.0.0.1", 0), _Handler)
        self.body = _dump()
        self.break_after: int | None = None
        self.ranges: list[str] = []

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self.server_port}/dump/"


class _Handler(BaseHTTPRequestHandler):
    server: _Server

    def do_GET(self) -> None:
        wanted = self.headers.get("Range", "")
        self.server.ranges.append(wanted)
        if self.path != "/dump/SY.zip":
            self.send_error(404)
            return
        first = int(wanted.removeprefix("bytes=").rstrip("-") or 0)
        body = self.server.body[first:]
        if not body:
            self.send_error(416)
            return
        self.send_response(206 if wanted else 200)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body[: self.server.break_after])

    def log_message(self, *_: object) -> None:
        """Keep quiet."""


@pytest.fixture
def server() -> Iterator[_Server]:
    with _Server() as running:
        thread = threading.Thread(target=running.serve_forever, kwargs={"poll_interval": 0.01})
        thread.start()
        yield running
        running.shutdown()
        thread.join()


def test_a_dump_is_fetched_whole(server: _Server, tmp_path: Path):
    calls: list[tuple[int, int]] = []
    path = download_dump(
        "SY", tmp_path, base_url=server.url, progress=lambda had, total: calls.append((had, total))
    )
    assert path.read_bytes() == server.body
    assert calls[-1] == (len(server.body), len(server.body))
    assert not list(tmp_path.glob("*.part"))


def test_a_broken_fetch_is_kept_and_continued(server: _Server, tmp_path: Path):
    server.break_after = 7000
    with pytest.raises(NetworkError, match=r"7000 of .* try again to continue"):
        download_dump("SY", tmp_path, base_url=server.url)
    server.break_after = None
    path = download_dump("SY", tmp_path, base_url=server.url)
    assert path.read_bytes() == server.body
    assert server.ranges == ["", "bytes=7000-"]


def test_a_fetch_that_was_complete_is_not_repeated(server: _Server, tmp_path: Path):
    (tmp_path / "SY.zip.part").write_bytes(server.body)
    path = download_dump("SY", tmp_path, base_url=server.url)
    assert path.read_bytes() == server.body


def test_an_unknown_country_is_said_so(server: _Server, tmp_path: Path):
    with pytest.raises(NetworkError, match=r"404 .* 'QQ' a country code"):
        download_dump("QQ", tmp_path, base_url=server.url)


def test_no_internet_names_the_way_around(server: _Server, tmp_path: Path):
    url = server.url
    server.server_close()
    with pytest.raises(NetworkError, match=r"mapapp gazetteer add SY\.zip"):
        download_dump("SY", tmp_path, base_url=url)


@pytest.mark.parametrize("body", [b"<html>sign in to the hotel's network</html>", b""])
def test_what_is_no_dump_is_deleted(server: _Server, tmp_path: Path, body: bytes):
    server.body = body or _wrong_zip()
    with pytest.raises(DataError, match="It was deleted"):
        download_dump("SY", tmp_path, base_url=server.url)
    assert list(tmp_path.iterdir()) == []


def test_other_addresses_are_refused(tmp_path: Path):
    with pytest.raises(ConfigurationError, match="no web address"):
        download_dump("SY", tmp_path, base_url="file:///etc")


def _wrong_zip() -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        archive.writestr("readme.txt", "nothing else")
    return buffer.getvalue()
