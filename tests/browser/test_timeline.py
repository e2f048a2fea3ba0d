"""The timeline, the outlines and the two-colored marker, on dated articles."""

import pytest
from playwright.sync_api import expect

from tests.browser.conftest import Dashboard

pytestmark = pytest.mark.browser

ALL = ["gn:169387", "gn:169387~south", "t:nayrab", "t:saraqib"]
PHASES = "Object.fromEntries(map.mapappPlaces.map((p) => [p.id, p.phase || 'now']))"


def _chart_point(dashboard, day):
    """Return where a day lies on the page, in pixels."""
    x = dashboard.frame.evaluate(
        "(day) => { const c = map.mapappPlayer.chart; const box = c.canvas.getBoundingClientRect();"
        " const number = Date.parse(day) / 86400000;"
        " return [box.left + c.scale.left(number) + c.scale.each / 2, box.top + box.height / 2]; }",
        day,
    )
    box = dashboard.frame.frame_element().bounding_box()
    return box["x"] + x[0], box["y"] + x[1]


def test_playing_steps_through_the_days_without_the_server(war_dashboard):
    war_dashboard.open()
    assert war_dashboard.marks() == ALL
    frame = war_dashboard.frame
    frame.locator(".mapapp-time-speed").select_option("Fast")
    frame.get_by_role("button", name="Play").click()
    frame.wait_for_function("map.mapappPlayer.step === 0")
    war_dashboard.rest()
    words = frame.locator(".mapapp-time-words")
    sent = len(war_dashboard.requests)
    frame.wait_for_function("map.mapappPlayer.step === 2 && !map.mapappPlayer.playing")
    assert len(war_dashboard.requests) == sent
    expect(words).to_have_text("2 Mar 2020")
    assert frame.evaluate(PHASES) == {
        "gn:169387": "now",
        "gn:169387~south": "now",
        "t:nayrab": "past",
        "t:saraqib": "past",
    }
    frame.get_by_role("button", name="Show all days again").click()
    assert set(frame.evaluate(PHASES).values()) == {"now"}
    expect(words).to_have_text("26 Feb 2020 – 2 Mar 2020 · 1 undated")
    assert war_dashboard.errors == []


def test_the_slider_is_moved_with_the_keyboard_and_a_click_opens_what_it_shows(war_dashboard):
    war_dashboard.open()
    frame = war_dashboard.frame
    frame.get_by_role("button", name="Play").click()
    frame.wait_for_function("map.mapappPlayer.step !== null")
    frame.get_by_role("button", name="Pause").click()
    slider = frame.get_by_role("slider", name="Step of the timeline")
    slider.press("Home")
    expect(frame.locator(".mapapp-time-words")).to_have_text("26 Feb 2020")
    assert frame.evaluate(PHASES)["t:nayrab"] == "later"
    saraqib = "map.mapappPlaces.find((p) => p.id === 't:saraqib')"
    # Two mentions in all, one of them on this day, in which both sides are named.
    assert frame.evaluate(f"[{saraqib}.mentions, {saraqib}.rival.id]") == [1, "opposition"]
    slider.press("ArrowRight")
    expect(frame.locator(".mapapp-time-words")).to_have_text("27 Feb 2020")
    war_dashboard.click_map(35.88, 36.74)
    expect(war_dashboard.page.locator(".m-quote").first).to_contain_text("An Nayrab")
    # The map was drawn anew; the step stays.
    frame.wait_for_function("map.mapappSelected === 't:nayrab'")
    expect(frame.locator(".mapapp-time-words")).to_have_text("27 Feb 2020")
    assert frame.evaluate(PHASES)["t:saraqib"] == "past"


def test_dragging_over_the_bars_chooses_days_and_a_click_chooses_all(war_dashboard):
    war_dashboard.open("?undated=0")
    war_dashboard.rest()
    mouse = war_dashboard.page.mouse
    mouse.move(*_chart_point(war_dashboard, "2020-02-27"))
    mouse.down()
    mouse.move(*_chart_point(war_dashboard, "2020-02-29"), steps=4)
    mouse.up()
    war_dashboard.wait_for_marks(["t:nayrab"])
    assert "from=2020-02-27&to=2020-02-29" in war_dashboard.page.url
    mouse.click(*_chart_point(war_dashboard, "2020-03-01"))
    war_dashboard.wait_for_marks(ALL)
    assert "from=" not in war_dashboard.page.url


def test_who_asks_for_less_motion_steps_by_hand(browser, war_address):
    context = browser.new_context(reduced_motion="reduce")
    try:
        dashboard = Dashboard(context, war_address).open()
        following = dashboard.frame.get_by_role("button", name="Next step")
        following.click()
        dashboard.frame.wait_for_function("map.mapappPlayer.step === 0")
        assert not dashboard.frame.evaluate("map.mapappPlayer.playing")
        following.click()
        expect(dashboard.frame.locator(".mapapp-time-words")).to_have_text("27 Feb 2020")
    finally:
        context.close()


def test_a_province_is_its_outline_and_opens_by_its_rim(war_dashboard):
    war_dashboard.open("?view=35.8,36.7,8")
    assert war_dashboard.marks() == ALL
    frame = war_dashboard.frame
    idlib = "map.mapappPlaces.find((p) => p.id === 'gn:169387')"
    assert frame.evaluate(f"{idlib}.outline.closed")
    assert frame.evaluate("map.mapappNet.getLatLngs().length > 3")
    # Half of it is Southern Idlib, which waits as long as the whole is drawn.
    south = "map.mapappPlaces.find((p) => p.id === 'gn:169387~south')"
    assert frame.evaluate(f"{south}.outline.part")
    rim = frame.evaluate(
        f"(() => {{ const ring = {idlib}.extent.answers.getLatLngs()[0];"
        " const top = ring.reduce((a, b) => (a.lat > b.lat ? a : b));"
        " return [top.lat - 0.02, top.lng]; })()"
    )
    war_dashboard.click_map(*rim)
    expect(war_dashboard.page.locator(".m-quote").first).to_contain_text("shelled Idlib")
    frame.wait_for_function("map.mapappSelected === 'gn:169387'")
    frame.wait_for_function(f"{idlib}.extent.answers.options.fill === true")


def test_the_first_side_of_all_is_drawn_though_its_number_is_left_out(war_dashboard):
    war_dashboard.open()
    assert war_dashboard.marks() == ALL
    sides = "Object.fromEntries(map.mapappPlaces.map((p) => [p.id, p.side.id]))"
    assert set(war_dashboard.frame.evaluate(sides).values()) == {"government"}


def test_a_tie_is_drawn_in_two_colors_and_the_legend_says_so(war_dashboard):
    war_dashboard.open("?to=2020-02-26&undated=0")
    war_dashboard.wait_for_marks(["t:saraqib"])
    frame = war_dashboard.frame
    colors = frame.evaluate(
        "(() => { const p = map.mapappPlaces[0].marker; const at = p._point;"
        " const canvas = map.mapappCanvas; const dense = canvas._ctx.canvas.width /"
        " canvas._bounds.getSize().x; const spot = at.subtract(canvas._bounds.min);"
        " const ink = (dx) => [...canvas._ctx.getImageData("
        " (spot.x + dx) * dense, spot.y * dense, 1, 1).data].slice(0, 3);"
        " return [ink(-3), ink(3)]; })()"
    )
    assert colors == [[212, 0, 10], [78, 174, 152]]
    legend = frame.locator(".mapapp-legend-body")
    expect(legend).to_contain_text("halves: two sides equally often")
