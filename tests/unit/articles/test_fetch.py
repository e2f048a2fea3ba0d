"""Fetching, against a server of our own: polite, limited, and never into private networks."""

import gzip
import http.server
import threading
from urllib.parse import urlsplit

import pytest

from mapapp.articles import fetch
from mapapp.articles.cache import PageCache
from mapapp.articles.fetch import Fetcher
from mapapp.articles.reader import Defaults, Refused
from mapapp.articles.sources import fetch_source, read_source
from mapapp.errors import NetworkError

BODY = "The army said on Monday that it had taken two villages near Saraqeb after heavy shelling."
PAGE = "<html><body><article>" + f"<p>{BODY}</p>" * 6 + "</article></body></html>"


class Handler(http.server.BaseHTTPRequestHandler):
    asked: list[tuple[str, dict[str, str]]]

    def log_message(self, *_):
        pass

    def do_GET(self):
        self.asked.append((self.path, dict(self.headers)))
        answer = getattr(self, f"get_{urlsplit(self.path).path.strip('/').partition('.')[0]}", None)
        if answer is None:
            self.give(b"not here", status=404)
        else:
            answer()

    def give(self, data, kind="text/html", status=200, **headers):
        self.send_response(status)
        self.send_header("Content-Type", kind)
        for name, value in headers.items():
            self.send_header(name.replace("_", "-"), value)
        self.send_header("Content-Length", str(len(data)))
        self.end_headers()
        self.wfile.write(data)

    def get_robots(self):
        self.give(b"User-agent: *\nDisallow: /closed\n", "text/plain")

    def get_page(self):
        self.give(PAGE.encode(), "text/html; charset=utf-8")

    def get_closed(self):
        self.give(b"secret")

    def get_hop(self):
        self.give(b"", status=302, Location="/page")

    def get_loop(self):
        self.give(b"", status=301, Location="/loop")

    def get_nowhere(self):
        self.give(b"", status=301)

    def get_inside(self):
        self.give(b"", status=302, Location="http://10.0.0.1/admin")

    def get_file(self):
        self.give(b"", status=302, Location="file:///etc/passwd")

    def get_film(self):
        self.give(b"film", "video/mp4")

    def get_bomb(self):
        self.give(gzip.compress(b"a" * 3_000_000), "text/html", Content_Encoding="gzip")

    def get_tagged(self):
        if self.headers.get("If-None-Match") == '"one"':
            self.give(b"", status=304)
        else:
            self.give(PAGE.encode(), "text/html", ETag='"one"')


@pytest.fixture
def site():
    Handler.asked = []
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01})
    thread.start()
    yield f"http://127.0.0.1:{server.server_port}"
    server.shutdown()
    server.server_close()
    thread.join()


@pytest.fixture
def fetcher():
    return Fetcher(allow_private=True, pause=0)


def test_a_page_is_fetched_politely_and_read(site, fetcher):
    source = fetch_source(f"{site}/page", Defaults(), fetcher)
    (article,) = read_source(source)
    assert article.text.count("Saraqeb") >= 1
    assert article.url == f"{site}/page"
    assert [path for path, _ in Handler.asked] == ["/robots.txt", "/page"]
    assert Handler.asked[1][1]["User-Agent"].startswith("mapapp/")
    assert Handler.asked[1][1]["Host"] == site.removeprefix("http://")


def test_robots_are_asked_once_and_obeyed(site, fetcher):
    fetcher.fetch(f"{site}/page")
    with pytest.raises(NetworkError, match=r"closed to programs by .*/robots\.txt"):
        fetcher.fetch(f"{site}/closed/page")
    assert [path for path, _ in Handler.asked] == ["/robots.txt", "/page"]


def test_redirects_are_followed_and_counted(site, fetcher):
    assert fetcher.fetch(f"{site}/hop").url == f"{site}/page"
    with pytest.raises(NetworkError, match="redirects more than 5 times"):
        fetcher.fetch(f"{site}/loop")
    with pytest.raises(NetworkError, match="redirects to nowhere"):
        fetcher.fetch(f"{site}/nowhere")
    with pytest.raises(NetworkError, match="begin with http"):
        fetcher.fetch(f"{site}/file")


@pytest.mark.parametrize(
    "url",
    [
        "http://127.0.0.1:1/", "http://localhost:1/", "http://[::1]:1/", "http://10.0.0.1/",
        "http://192.168.1.1/", "http://169.254.169.254/latest/meta-data", "http://0.0.0.0/",
        "http://[::ffff:127.0.0.1]/", "http://2130706433/", "http://224.0.0.1/",
    ],
)  # fmt: skip
def test_addresses_inside_the_own_network_are_refused(url):
    with pytest.raises(NetworkError, match="inside this machine or network"):
        Fetcher(pause=0).fetch(url)


def test_a_redirect_into_the_own_network_is_refused(site, monkeypatch):
    real = fetch.refuse_private

    def allow_the_test_server(url, address, remedy):
        if not url.startswith(site):
            real(url, address, remedy)

    monkeypatch.setattr(fetch, "refuse_private", allow_the_test_server)
    with pytest.raises(NetworkError, match=r"10\.0\.0\.1, an address inside"):
        Fetcher(pause=0).fetch(f"{site}/inside")


@pytest.mark.parametrize(
    ("path", "words"),
    [("/film", "answers with video/mp4"), ("/none", "status 404")],
)
def test_answers_that_are_no_articles_are_refused(site, fetcher, path, words):
    with pytest.raises(NetworkError, match=words):
        fetcher.fetch(site + path)


def test_an_answer_that_unpacks_to_too_much_is_left(site, fetcher, monkeypatch):
    monkeypatch.setattr(fetch, "LARGEST", 1_000_000)
    with pytest.raises(NetworkError, match="more than 1 MB"):
        fetcher.fetch(f"{site}/bomb")


@pytest.mark.parametrize("url", ["ftp://a.example/x", "http://", "http://a:99999/", "nonsense"])
def test_other_addresses_are_refused(url):
    with pytest.raises(NetworkError):
        Fetcher(pause=0).fetch(url)


def test_a_site_that_is_not_there_is_a_refusal(fetcher):
    found = fetch_source("http://127.0.0.1:1/x", Defaults(), fetcher)
    assert isinstance(found, Refused)
    assert "could not be fetched" in found.reason


def test_a_page_that_has_not_changed_comes_from_the_cache(site, tmp_path):
    fetcher = Fetcher(cache=PageCache(tmp_path), allow_private=True, pause=0)
    first = fetcher.fetch(f"{site}/tagged")
    second = fetcher.fetch(f"{site}/tagged")
    assert first.data == second.data == PAGE.encode()
    assert Handler.asked[-1][1]["If-None-Match"] == '"one"'
    assert len(list((tmp_path / "contents").iterdir())) == 1


def test_a_damaged_cache_is_asked_in_vain(site, tmp_path):
    fetcher = Fetcher(cache=PageCache(tmp_path), allow_private=True, pause=0)
    fetcher.fetch(f"{site}/tagged")
    for content in (tmp_path / "contents").iterdir():
        content.write_bytes(b"other")
    assert fetcher.fetch(f"{site}/tagged").data == PAGE.encode()
