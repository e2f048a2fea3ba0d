"""Articles that arrive while a page is open: said, and shown only on request."""

import re

import pytest
from playwright.sync_api import expect

from mapapp.store.database import Store
from tests import sample
from tests.browser.conftest import Dashboard, served

pytestmark = pytest.mark.browser


@pytest.fixture
def folder(tmp_path_factory):
    return tmp_path_factory.mktemp("news")


@pytest.fixture
def open_page(context, folder):
    with served(folder, sample.readings()[:1]) as address:
        opened = Dashboard(context, address)
        yield opened
        opened.page.close()


def test_new_articles_are_told_and_wait_until_they_are_asked_for(open_page, folder):
    page = open_page.open().page
    open_page.rest()
    shown = open_page.marks()
    assert "t:nayrab" not in shown
    words = page.locator(".st-key-w_words input")
    words.fill("half a wo")
    status = page.locator('.st-key-mapapp-news [role="status"]')
    expect(status).to_be_attached()
    expect(status).to_have_text("")
    head = page.locator(".st-key-mapapp-head")
    tall = head.bounding_box()["height"]
    assert tall < 70

    store = Store(f"sqlite:///{folder / 'browser.db'}")
    store.put(sample.readings()[1:], parser="1")
    store.close()
    expect(status).to_have_text("1 new article")

    # Nothing else has moved or changed: the map, the typing, where the keys go.
    assert open_page.marks() == shown
    assert head.bounding_box()["height"] == tall
    expect(words).to_have_value("half a wo")
    expect(words).to_be_focused()
    expect(head).to_contain_text("from 1 article")
    assert open_page.foreign == []

    words.fill("")
    page.get_by_role("button", name="Show", exact=True).click()
    expect(head).to_contain_text("from 2 articles")
    open_page.wait_for_marks([*shown, "t:nayrab"])
    expect(status).to_have_text("")
    expect(page.get_by_role("button", name=re.compile("^Show$"))).to_have_count(0)
