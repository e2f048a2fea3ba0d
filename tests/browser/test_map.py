"""What a reader does with the map, in a real browser with no other host within reach."""

import re
from pathlib import Path
from urllib.parse import parse_qs, urlsplit

import pytest
from playwright.sync_api import expect

from tests import sample
from tests.browser.conftest import Dashboard

pytestmark = pytest.mark.browser

ALL = ["t:idlib", "t:nayrab", "t:nayrab~near", "t:saraqib"]
SARAQIB = (35.8644, 36.8058)


def test_a_marker_opens_the_sentence_behind_it(dashboard):
    dashboard.open()
    assert dashboard.marks() == ALL
    dashboard.click_map(*SARAQIB)
    quote = dashboard.page.locator(".m-quote").nth(1)
    expect(quote).to_contain_text("Syrian rebels recaptured Saraqib on Thursday")
    expect(quote.locator("mark.m-focus")).to_have_text("Saraqib")
    expect(dashboard.page.locator(".m-meta").nth(1)).to_contain_text("27 February 2020")
    assert "place=t" in dashboard.page.url
    # A second click on the same marker after closing it counts too.
    dashboard.page.locator(".st-key-w_place svg").first.click()
    expect(dashboard.page.locator(".m-quote")).to_have_count(0)
    dashboard.click_map(*SARAQIB)
    expect(dashboard.page.locator("mark.m-focus").first).to_have_text("Saraqib")
    assert dashboard.errors == []


def test_the_pointer_is_told_how_sure_and_how_often(untouched):
    told = untouched.frame.evaluate(
        "Object.fromEntries(map.mapappPlaces.map((p) => [p.id, p.words]))"
    )
    assert told == {
        "t:saraqib": "4 mentions · as often with Government and its allies as with"
        " Opposition and rebels · disputed",
        "t:nayrab": "1 mention · most with Government and its allies · one side's claim",
        "t:idlib": "1 mention · most with Turkey · an area: somewhere within about 65 km",
        "t:nayrab~near": "1 mention · near here, within about 12 km",
    }


def test_an_area_opens_through_its_sign(dashboard):
    dashboard.open()
    dashboard.frame.locator(".mapapp-area-sign").first.click()
    quote = dashboard.page.locator(".m-quote").first
    expect(quote).to_contain_text("were killed in an air strike in Idlib")


def test_the_map_fills_the_window_and_nothing_is_written_over(untouched):
    frame = untouched.frame
    box = frame.frame_element().bounding_box()
    assert box["height"] >= 480
    assert box["y"] + box["height"] <= 1000
    signs = frame.locator(".mapapp-area-sign")
    expect(signs.first).to_contain_text("Idlib (province)")
    overlapping = frame.evaluate(
        """() => {
          const seen = [...document.querySelectorAll(
            ".mapapp-area-sign, .mapapp-name, .mapapp-town, .leaflet-control")]
            .map((e) => e.getBoundingClientRect()).filter((b) => b.width);
          const apart = (a, b) => a.right <= b.left + 1 || b.right <= a.left + 1
            || a.bottom <= b.top + 1 || b.bottom <= a.top + 1;
          const lone = (a, i) => seen.slice(i + 1).every((b) => apart(a, b));
          return seen.filter((a, i) => !lone(a, i)).length;
        }"""
    )
    assert overlapping == 0


def test_a_circle_is_filled_only_under_the_pointer_and_waits_when_it_is_large(dashboard):
    dashboard.open("?view=35.8,36.7,7")
    dashboard.rest()
    frame = dashboard.frame
    state = "(() => { const o = map.mapappPlaces.find((p) => p.id === 't:idlib')"
    state += ".extent.answers.options; return [o.stroke, o.fill]; })()"
    assert frame.evaluate(state) == [True, False]
    frame.evaluate("void map.setZoom(9, {animate: false})")
    frame.wait_for_function(f"!{state}[0]")
    frame.locator(".mapapp-area-sign").first.hover()
    frame.wait_for_function(f"{state}[0] && {state}[1]")


def test_a_filter_changes_the_markers_and_keeps_pan_and_zoom(dashboard):
    dashboard.open()
    assert dashboard.marks() == ALL
    dashboard.frame.evaluate("void map.setView([35.3, 36.2], 8, {animate: false})")
    before = dashboard.view()
    dashboard.frame.evaluate("window.sameFrame = true")
    dashboard.page.get_by_text("Turkey (1)").click()
    dashboard.wait_for_marks(["t:idlib"])
    dashboard.rest()
    assert dashboard.view() == before
    assert dashboard.frame.evaluate("window.sameFrame") is True
    dashboard.page.get_by_role("button", name="Clear filters").click()
    dashboard.wait_for_marks(ALL)
    assert dashboard.view() == before


def test_a_copied_link_shows_the_same_view_elsewhere(dashboard, second_dashboard):
    dashboard.open()
    dashboard.page.get_by_text("Government and its allies (2)").click()
    dashboard.wait_for_marks(["t:nayrab", "t:saraqib"])
    dashboard.click_map(*SARAQIB)
    expect(dashboard.page.locator(".m-quote").first).to_contain_text("denied")
    dashboard.frame.evaluate("void map.setView([35.7, 36.9], 11, {animate: false})")
    dashboard.page.wait_for_url(re.compile(r"view=35\.7.*11"))
    link = dashboard.page.url
    given = parse_qs(urlsplit(link).query)
    assert given["side"] == ["government"]
    assert given["place"] == ["t:saraqib"]
    assert given["view"] == ["35.7000,36.9000,11"]

    second_dashboard.open("?" + urlsplit(link).query)
    second_dashboard.wait_for_marks(["t:nayrab", "t:saraqib"])
    assert second_dashboard.view() == ["35.700", "36.900", 11]
    expect(second_dashboard.page.locator(".m-quote").first).to_contain_text("denied")
    expect(second_dashboard.page.get_by_role("checkbox", name="Government")).to_be_checked()


def test_back_undoes_a_filter(dashboard):
    dashboard.open()
    assert dashboard.marks() == ALL
    dashboard.page.get_by_text("Turkey (1)").click()
    dashboard.wait_for_marks(["t:idlib"])
    dashboard.rest()
    dashboard.page.go_back()
    dashboard.wait_for_marks(ALL)
    expect(dashboard.page.get_by_role("checkbox", name="Turkey")).not_to_be_checked()


def test_panning_makes_no_history(dashboard):
    dashboard.open()
    assert dashboard.marks() == ALL
    before = dashboard.page.evaluate("history.length")
    for lon in (36.1, 36.2, 36.3):
        dashboard.frame.evaluate(f"void map.setView([35.5, {lon}], 9, {{animate: false}})")
    dashboard.page.wait_for_function(
        "Math.abs(new URLSearchParams(location.search).get('view').split(',')[1] - 36.3) < 0.01"
    )
    assert dashboard.page.evaluate("history.length") == before


def test_the_map_draws_without_any_other_host(untouched):
    frame = untouched.frame
    frame.wait_for_function(
        "Object.values(map._layers).filter((l) => l.options.pane === 'mapapp-ground').length > 4"
    )
    drawn = frame.evaluate(
        "(() => { const canvas = document.querySelector('.leaflet-mapapp-ground-pane canvas');"
        " const data = canvas.getContext('2d').getImageData(0, 0, canvas.width, canvas.height);"
        " return new Set(new Uint32Array(data.data.buffer)).size; })()"
    )
    assert drawn > 3
    for tab in ("Events and claims", "Articles", "Highways", "Add articles", "Methodology", "Map"):
        untouched.page.get_by_role("tab", name=tab, exact=True).click()
        untouched.rest()
    assert untouched.foreign == []
    assert untouched.errors == []


def test_tiles_that_cannot_be_reached_leave_the_bundled_map(dashboard):
    dashboard.open()
    frame = dashboard.frame
    frame.locator(".leaflet-control-layers-toggle").click(force=True)
    frame.get_by_text("Streets (OpenStreetMap, online)").click()
    expect(frame.locator(".mapapp-notice")).to_contain_text("cannot be reached")
    assert frame.evaluate("Object.values(map._layers).some((l) => l instanceof mapapp.Outlines)")
    assert {urlsplit(url).hostname for url in dashboard.foreign} == {"tile.openstreetmap.org"}


def test_a_road_says_how_far_off_it_may_be(dashboard):
    dashboard.open("?view=35.75,36.78,11")
    frame = dashboard.frame
    point = frame.evaluate(
        "(() => { const line = Object.values(map._layers).find((l) =>"
        " l.mapappId && String(l.mapappId).includes('M5') && l.getLatLngs);"
        " const spots = line.getLatLngs();"
        " const at = L.latLngBounds([spots[0], spots[1]]).getCenter();"
        " map.setView(at, 11, {animate: false}); return [at.lat, at.lng]; })()"
    )
    box = frame.frame_element().bounding_box()
    spot = frame.evaluate("([a, b]) => { const p = map.latLngToContainerPoint([a, b]);"
                          " return [p.x, p.y]; }", point)  # fmt: skip
    dashboard.page.mouse.move(box["x"] + spot[0] + 1, box["y"] + spot[1] + 1)
    expect(frame.locator(".mapapp-hint")).to_contain_text("km off")


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_the_ground_follows_the_page_s_theme(dashboard, scheme):
    dashboard.page.emulate_media(color_scheme=scheme)
    dashboard.open()
    dashboard.rest()
    assert dashboard.frame.evaluate("map.mapappInk") == scheme


def test_a_narrow_page_has_no_sideways_scroll(browser, address):
    context = browser.new_context(viewport={"width": 390, "height": 844}, has_touch=True)
    try:
        dashboard = Dashboard(context, address).open("?place=t:saraqib")
        expect(dashboard.page.locator(".m-quote").first).to_be_visible()
        wide = dashboard.page.evaluate("document.documentElement.scrollWidth")
        assert wide <= 390
        assert dashboard.marks() == ALL
        # On a small map the legend waits to be asked for, and the filters are one touch away.
        assert not dashboard.frame.evaluate("document.querySelector('.mapapp-legend').open")
        dashboard.page.get_by_test_id("stExpandSidebarButton").click()
        expect(dashboard.page.get_by_text("Turkey (1)")).to_be_in_viewport()
    finally:
        context.close()


def test_hostile_text_runs_nothing_anywhere(dashboard):
    bad = "%3Cimg%20src%3Dx%20onerror%3Dalert(1)%3E"
    for query in (
        "?place=t:saraqib&named=1&sure=1",
        "?q=" + sample.HOSTILE[:60].replace("#", ""),
        f"?place={bad}&confidence={bad}&in={bad}",
    ):
        dashboard.open(query)
        dashboard.page.wait_for_selector('[data-testid="stTabs"]')
        for tab in ("Map", "Events and claims", "Articles", "Highways"):
            dashboard.page.get_by_role("tab", name=tab, exact=True).click()
            dashboard.rest()
            assert dashboard.page.title() == "mapapp"
    assert dashboard.errors == []
    assert dashboard.foreign == []


def test_every_hostile_word_is_shown_as_text(dashboard):
    dashboard.open("?place=t:saraqib")
    last = dashboard.page.locator(".m-card").last
    expect(last).to_contain_text("<img src=x onerror=")
    expect(last).to_contain_text("</script><script>")
    expect(last).to_contain_text("${document.title='pwned'}")
    expect(last).to_contain_text("[RLO]gnp.exe[PDF]")
    assert dashboard.page.locator('.m-card img[src="x"]').count() == 0
    assert dashboard.page.title() == "mapapp"


def test_claims_about_a_place_are_weighed_in_the_events_tab(dashboard):
    dashboard.open("?tab=events&place=t:saraqib")
    ledger = dashboard.page.locator(".m-ledger tbody tr")
    expect(ledger.first).to_contain_text("Syrian rebels recaptured Saraqib on Thursday")
    expect(ledger.first).to_contain_text("a spokesman")
    expect(ledger.first.locator("img.m-glyph")).to_have_attribute("alt", "capture")
    expect(ledger).to_have_count(2)


def test_a_download_holds_what_the_filters_show(dashboard):
    dashboard.open("?side=turkey")
    dashboard.wait_for_marks(["t:idlib"])
    dashboard.rest()
    dashboard.page.get_by_test_id("stPopoverButton").first.click()
    with dashboard.page.expect_download() as waiting:
        dashboard.page.get_by_role("button", name="CSV, one row a mention").click()
    download = waiting.value
    assert download.suggested_filename == "mapapp.csv"
    header, row = Path(download.path()).read_text(encoding="utf-8").splitlines()
    assert header.startswith("mention_id,")
    assert ",t:idlib,Idlib," in row


def test_a_road_of_which_nothing_is_said_has_no_shield_far_out(dashboard):
    # Nothing is claimed of either road; both pass Saraqib.
    dashboard.open("?view=35.8,36.4,9")
    drawn = (
        "() => [...document.querySelectorAll('.mapapp-shield')]"
        ".filter((sign) => sign.offsetWidth).map((sign) => sign.textContent)"
    )
    dashboard.frame.wait_for_function(f"({drawn})().includes('M4')")
    dashboard.frame.evaluate("void map.setZoom(5, { animate: false })")
    assert dashboard.frame.evaluate(drawn) == []
    dashboard.frame.evaluate("void map.setZoom(9, { animate: false })")
    assert "M4" in dashboard.frame.evaluate(drawn)
    # The keyboard has the tab of highways and need not stop at every shield.
    assert dashboard.frame.locator(".mapapp-shield-icon[tabindex='0']").count() == 0


def test_what_loads_late_has_its_room_from_the_start(untouched):
    # Streamlit loads a widget's script when it first draws one, and the map comes last of all.
    rooms = untouched.page.evaluate(
        """() => ["mapapp-map", "w_words", "w_places", "w_place"].map((key) => {
            const box = document.querySelector(`.st-key-${key}`);
            return [box.offsetHeight, parseFloat(getComputedStyle(box).minHeight)];
        })"""
    )
    for drawn, kept in rooms:
        assert kept <= drawn <= kept + 8


def test_main_buttons_can_be_read_on_a_dark_page(browser, address):
    context = browser.new_context(color_scheme="dark")
    dashboard = Dashboard(context, address).open("?tab=add")
    button = dashboard.page.get_by_role("button", name="Read it", exact=True)
    expect(button).to_have_css("background-color", "rgb(11, 99, 206)")
    expect(button).to_have_css("color", "rgb(255, 255, 255)")
    context.close()
