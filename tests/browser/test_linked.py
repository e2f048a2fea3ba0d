"""One event that two articles tell: found from the panel, compared, set apart, linked again."""

import pytest
from playwright.sync_api import expect

from tests import sample
from tests.browser.conftest import Dashboard, served

pytestmark = pytest.mark.browser


@pytest.fixture
def open_page(context, tmp_path_factory):
    readings = [*sample.readings(), sample.retold()]
    with served(tmp_path_factory.mktemp("linked"), readings) as address:
        opened = Dashboard(context, address)
        yield opened
        opened.page.close()


def test_a_link_of_reports_is_opened_from_the_panel_and_undone(open_page):
    page = open_page.open("?place=t:saraqib").page
    compare = page.get_by_role("link", name="Compare 2 reports").first
    expect(compare).to_be_visible()
    open_page.page.goto(compare.get_attribute("href"))
    event = page.locator(".st-key-mapapp-event")
    expect(event.locator("table.m-reports tbody tr")).to_have_count(2)
    expect(event).to_contain_text("2 articles: ")
    page.get_by_role("button", name="Not the same event").first.click()
    expect(event.locator("table.m-reports")).to_have_count(0)
    expect(event).to_contain_text("Set apart by a reader: ")
    page.get_by_role("button", name="Link again").click()
    expect(event.locator("table.m-reports tbody tr")).to_have_count(2)
    assert open_page.foreign == []


def test_the_comparison_fits_a_phone(open_page):
    page = open_page.open(f"?tab=events&event={sample.retold().article.id[:16]}-e0").page
    page.set_viewport_size({"width": 390, "height": 844})
    rows = page.locator("table.m-reports tbody tr")
    expect(rows).to_have_count(2)
    for number in range(2):
        box = rows.nth(number).bounding_box()
        assert box["x"] >= 0
        assert box["x"] + box["width"] <= 390
