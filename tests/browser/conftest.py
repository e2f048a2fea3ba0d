"""One server for the whole session, on a free port, with its own database; real Chromium."""

import os
import shutil
import socket
import subprocess
import sys
import time
from contextlib import contextmanager
from pathlib import Path
from urllib.request import urlopen

import pytest
from playwright.sync_api import Page, expect, sync_playwright

from mapapp.cli.serve import page_settings
from mapapp.store.database import Store
from tests import sample
from tests.browser import war

ROOT = Path(__file__).resolve().parents[2]
FLAGS = (
    "--headless=new --no-sandbox --disable-gpu --disable-quic --no-first-run "
    "--disable-background-networking --disable-component-update --disable-sync"
).split()
# Every other host is out of reach. Done here and not by intercepting requests, which would switch
# the browser's cache off and load the page's scripts anew for every test.
ALONE = "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1"
SIZE = {"width": 1440, "height": 1000}
START_SECONDS = 60
PATIENCE = 30_000
expect.set_options(timeout=PATIENCE)


@contextmanager
def served(folder, readings):
    """Serve a dashboard on some readings; gives its address."""
    url = f"sqlite:///{folder / 'browser.db'}"
    store = Store(url)
    store.create()
    store.put(readings, parser="1")
    store.close()
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    server = subprocess.Popen(
        [
            *(sys.executable, "-m", "streamlit", "run", str(ROOT / "mapapp" / "app.py")),
            *page_settings(),
            f"--server.port={port}",
            "--server.address=127.0.0.1",
        ],
        env={**os.environ, "MAPAPP_DATABASE": url, "MAPAPP_SEEDS": ""},
        cwd=ROOT,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    try:
        _wait_for(f"http://127.0.0.1:{port}/_stcore/health", server)
        yield f"http://127.0.0.1:{port}/"
    finally:
        server.terminate()
        server.wait(timeout=START_SECONDS)


@pytest.fixture(scope="session")
def address(tmp_path_factory, _own_folders):
    """Address of a dashboard on the hand-made corpus, hostile article included."""
    with served(tmp_path_factory.mktemp("browser"), sample.readings()) as found:
        yield found


@pytest.fixture(scope="session")
def war_address(tmp_path_factory, _own_folders):
    """Address of a dashboard on dated articles about real provinces."""
    with served(tmp_path_factory.mktemp("war"), war.readings()) as found:
        yield found


def _wait_for(health, server):
    end = time.monotonic() + START_SECONDS
    while time.monotonic() < end:
        assert server.poll() is None, "the server has stopped"
        try:
            with urlopen(health, timeout=1) as answer:
                if answer.status == 200:
                    return
        except OSError:
            continue
    raise TimeoutError(health)


@pytest.fixture(scope="session")
def browser(_own_folders):
    chromium = shutil.which("chromium") or shutil.which("chromium-browser")
    with sync_playwright() as playwright:
        found = playwright.chromium.launch(executable_path=chromium, args=[*FLAGS, ALONE])
        yield found
        found.close()


class Dashboard:
    """The page as a reader meets it; every step waits for what it causes."""

    def __init__(self, context, address):
        self.address = address
        self.requests = []
        self.page: Page = context.new_page()
        self.page.set_default_timeout(PATIENCE)
        self.errors = []
        self.page.on("request", lambda request: self.requests.append(request.url))
        self.page.on("pageerror", lambda error: self.errors.append(str(error)))
        self.page.on("dialog", lambda dialog: self.errors.append(f"dialog {dialog.message}"))

    @property
    def foreign(self):
        own = (self.address, "data:", "blob:")
        return [url for url in self.requests if not url.startswith(own)]

    def open(self, query=""):
        self.page.goto(self.address + query)
        return self

    @property
    def frame(self):
        handle = self.page.wait_for_selector('iframe[title^="Map of the places"]')
        frame = handle.content_frame()
        frame.wait_for_function(
            "window.map && window.map.mapappSettled && !window.map._animatingZoom"
        )
        return frame

    def marks(self):
        """Return the ids of what is drawn, waiting until the page is at rest."""
        self.rest()
        return self.frame.evaluate("window.map.mapappPlaces.map((place) => place.id).sort()")

    def wait_for_marks(self, ids):
        self.frame.wait_for_function(
            "(ids) => JSON.stringify(window.map.mapappPlaces.map((p) => p.id).sort()) === ids",
            arg=_json(sorted(ids)),
        )

    def rest(self):
        """Wait until the server has nothing left to do for this page."""
        self.page.wait_for_selector('[data-testid="stApp"][data-test-script-state="notRunning"]')

    def view(self):
        center = "window.map.getCenter()"
        return self.frame.evaluate(
            f"[{center}.lat.toFixed(3), {center}.lng.toFixed(3), window.map.getZoom()]"
        )

    def click_map(self, lat, lon):
        frame = self.frame
        point = frame.evaluate(
            "([lat, lon]) => { const p = map.latLngToContainerPoint([lat, lon]);"
            " return [p.x, p.y]; }",
            [lat, lon],
        )
        element = frame.frame_element()
        element.scroll_into_view_if_needed()
        box = element.bounding_box()
        self.page.mouse.click(box["x"] + point[0], box["y"] + point[1])


def _json(values):
    return "[" + ",".join(f'"{value}"' for value in values) + "]"


@pytest.fixture(scope="session")
def context(browser):
    """One browser profile for most tests: what it has loaded once, it keeps."""
    found = browser.new_context(viewport=SIZE)
    yield found
    found.close()


@pytest.fixture
def dashboard(context, address):
    """A page of its own with nothing remembered from the test before."""
    opened = Dashboard(context, address)
    yield opened
    if opened.page.url.startswith(address):
        opened.page.evaluate("localStorage.clear()")
    opened.page.close()


@pytest.fixture
def war_dashboard(context, war_address):
    """The dated articles' page."""
    opened = Dashboard(context, war_address)
    yield opened
    opened.page.close()


@pytest.fixture(scope="session")
def untouched(context, address):
    """The page as it opens, for tests that only look: opening it costs seconds."""
    opened = Dashboard(context, address).open()
    opened.rest()
    yield opened
    opened.page.close()


@pytest.fixture
def second_dashboard(browser, address):
    """A browser that has never seen the page."""
    context = browser.new_context(viewport=SIZE)
    yield Dashboard(context, address)
    context.close()
