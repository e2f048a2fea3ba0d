"""The page as Streamlit runs it: links, filters, tabs. Clicks on the map are in tests/browser."""

import pytest
from streamlit.testing.v1 import AppTest

from tests import sample
from tests.sample import HOSTILE


def _html(app):
    return "\n".join(element.proto.body for element in app.get("html"))


def _texts(app):
    return [element.value for element in app.text]


def _clean(app):
    assert [error.value for error in app.error] == []
    assert [error.value for error in app.exception] == []
    return app


@pytest.mark.usefixtures("filled")
def test_a_fresh_page_lists_places_by_mentions(page):
    app = _clean(page())
    assert app.selectbox(key="w_place").options == [
        "Saraqib, Idlib, SY",
        "An Nayrab, Idlib, SY",
        "Idlib (province), SY",
        "near An Nayrab, SY",
    ]
    assert "7 mentions shown from 2 articles" in _html(app)
    assert app.button(key="w_clear").disabled


@pytest.mark.usefixtures("filled")
def test_choosing_a_place_opens_its_sentences_and_writes_the_link(page):
    app = page()
    app.selectbox(key="w_place").set_value("t:saraqib").run()
    _clean(app)
    assert app.query_params["place"] == "t:saraqib"
    assert '<mark class="m-focus" title="Event place">Saraqib</mark> on Thursday' in _html(app)
    assert "27 February 2020" in _html(app)
    assert "date unknown" in _html(app)


@pytest.mark.usefixtures("filled")
def test_a_link_opens_the_view_it_was_made_of(page):
    app = _clean(page(side="turkey", place="t:idlib", named="1", tab="map"))
    assert app.checkbox(key="w_side_turkey").value
    assert app.toggle(key="w_named").value
    assert app.selectbox(key="w_place").value == "t:idlib"
    assert "Two <mark" in _html(app)


@pytest.mark.usefixtures("filled")
def test_a_filter_changes_what_is_shown_and_clear_brings_it_back(page):
    app = page()
    app.checkbox(key="w_side_turkey").check().run()
    assert app.selectbox(key="w_place").options == ["Idlib (province), SY"]
    assert app.query_params["side"] == "turkey"
    app.button(key="w_clear").click().run()
    _clean(app)
    assert len(app.selectbox(key="w_place").options) == 4
    assert "side" not in app.query_params


@pytest.mark.usefixtures("filled")
def test_counts_stand_beside_each_choice(page):
    labels = {box.key: box.label for box in page().checkbox}
    assert labels["w_side_government"] == "Government and its allies (2)"
    assert labels["w_role_dateline"].endswith("(1)")


@pytest.mark.usefixtures("filled")
def test_metonyms_and_datelines_are_off_until_switched_on(page):
    app = page()
    assert "Hatay (province), TR" not in app.selectbox(key="w_place").options
    app.toggle(key="w_named").set_value(True).run()
    _clean(app)
    assert {"Hatay (province), TR", "Syria (country)"} <= set(app.selectbox(key="w_place").options)
    assert app.query_params["named"] == "1"


@pytest.mark.usefixtures("filled")
def test_a_bad_value_in_a_link_is_left_out_and_said(page):
    app = _clean(page(confidence="most", side="turkey", nonsense="1"))
    assert [warning.value for warning in app.warning] == [
        "The link's confidence=most cannot be used and was left out; allowed: whole percent, 0-100."
    ]
    assert app.checkbox(key="w_side_turkey").value


@pytest.mark.usefixtures("filled")
def test_a_place_that_is_filtered_away_says_so(page):
    app = _clean(page(side="turkey", place="t:saraqib"))
    assert "Saraqib, Idlib, SY has no mention that passes the filters." in _texts(app)


@pytest.mark.usefixtures("filled")
def test_a_place_that_nobody_names_says_so(page):
    app = _clean(page(place="gn:0"))
    assert any("which no article here names" in text for text in _texts(app))


@pytest.mark.usefixtures("filled")
def test_words_are_searched_in_the_articles(page):
    app = page()
    app.text_input(key="w_words").set_value("motorway").run()
    _clean(app)
    assert "An Nayrab, Idlib, SY" not in app.selectbox(key="w_place").options
    assert app.query_params["q"] == "motorway"


@pytest.mark.usefixtures("filled")
def test_days_and_what_has_none(page):
    app = _clean(page(**{"from": "2020-02-28", "undated": "0"}))
    assert any("No place passes the filters" in text for text in _texts(app))


@pytest.mark.usefixtures("filled")
@pytest.mark.parametrize("tab", ["map", "events", "articles", "highways", "add", "methodology"])
def test_every_tab_opens(page, tab):
    _clean(page(tab=tab, place="t:saraqib"))


@pytest.mark.usefixtures("filled")
def test_events_are_listed_with_status_and_toll(page):
    table = page(tab="events").dataframe[0].value
    assert list(table["Status"]) == ["Disputed", "Reported", "Claim of one side"]
    assert list(table["Toll"]) == ["", "2 killed", ""]


def _retold(filled, page):
    """Open the event that two articles tell; return its page."""
    filled.put([sample.retold()], parser="1")
    return _clean(page(tab="events", event=f"{sample.retold().article.id[:16]}-e0"))


def test_an_event_of_two_articles_is_one_row_that_names_both(filled, page):
    table = _retold(filled, page).dataframe[0].value
    (row,) = [row for _, row in table.iterrows() if row["Where"] == "Saraqib, Idlib, SY"]
    assert row["Told by"].startswith("2 articles: ")
    assert {"Disputed", "Reported"} == set(row["Status"].split("; "))


def test_an_opened_event_sets_its_reports_side_by_side(filled, page):
    shown = _html(_retold(filled, page))
    assert "2 articles: " in shown
    assert "Syrian rebels</mark> recaptured" in shown
    assert "Opposition fighters took" in shown


def test_a_report_is_set_apart_and_linked_again(filled, page):
    app = _retold(filled, page)
    (undo, _) = [button for button in app.button if button.label == "Not the same event"]
    undo.click().run()
    _clean(app)
    (kept,) = filled.separations()
    assert {kept.one.place_id, kept.other.place_id} == {"t:saraqib"}
    assert "2 articles: " not in _html(app)
    assert any(text.startswith("Set apart by a reader: ") for text in _texts(app))
    (again,) = [button for button in app.button if button.label == "Link again"]
    again.click().run()
    _clean(app)
    assert filled.separations() == []
    assert "2 articles: " in _html(app)


def test_the_panel_names_who_else_tells_an_event(filled, page):
    filled.put([sample.retold()], parser="1")
    shown = _html(_clean(page(place="t:saraqib")))
    assert '<span class="m-fact">also by</span><span dir="auto">Enab Baladi' in shown
    assert '<span class="m-fact">also by</span><span dir="auto">Al Jazeera' in shown


def test_an_event_that_the_filters_leave_out_says_so(filled, page):
    filled.put([sample.retold()], parser="1")
    opened = f"{sample.retold().article.id[:16]}-e0"
    app = _clean(page(tab="events", event=opened, source="Enab Baladi"))
    assert any("1 more report of it outside the filters" in text for text in _texts(app))
    app = _clean(page(tab="events", event=opened, side="turkey"))
    assert any("no report that passes the filters" in text for text in _texts(app))


@pytest.mark.usefixtures("filled")
@pytest.mark.parametrize("strange", ["nothing", "0" * 16 + "-e0", "<b>-e1", "-e1"])
def test_an_event_that_no_article_tells_says_so(page, strange):
    app = _clean(page(tab="events", event=strange))
    assert any("which no article here tells" in text for text in _texts(app))
    app.button(key="w_close_event").click().run()
    assert not any("which no article here tells" in text for text in _texts(_clean(app)))


def test_the_reader_shows_an_article_of_the_link(filled, page):
    article = filled.articles(limit=1)[0]
    app = _clean(page(tab="articles", article=article.id))
    assert '<mark class="m-dateline"' in _html(app)


@pytest.mark.usefixtures("filled")
def test_an_article_that_is_gone_says_so(page):
    app = _clean(page(tab="articles", article="0" * 64))
    assert any("No article" in text for text in _texts(app))


@pytest.mark.usefixtures("database")
@pytest.mark.parametrize("tab", ["map", "events", "articles"])
def test_an_empty_database_says_what_to_do(page, tab):
    app = _clean(page(tab=tab))
    assert any("Add some in the tab Add articles" in text for text in _texts(app))


@pytest.mark.usefixtures("filled")
@pytest.mark.parametrize(("tab", "kind"), [("map", "place"), ("events", "event")])
def test_filters_that_leave_nothing_are_named_as_the_cause(page, tab, kind):
    app = _clean(page(tab=tab, source="Nobody"))
    assert any(text.startswith(f"No {kind} passes the filters") for text in _texts(app))


@pytest.mark.usefixtures("database")
def test_no_road_is_put_forward_where_no_article_names_one(page):
    app = _clean(page(tab="highways"))
    assert any("No article in the selection names a highway" in text for text in _texts(app))
    assert app.selectbox(key="w_highway").value is None
    assert "Homs-Tartus" not in _html(app)


@pytest.mark.usefixtures("database")
def test_an_open_road_is_shown_though_no_article_names_it(page):
    app = _clean(page(tab="highways", highway="SY-M1"))
    assert "Homs-Tartus" in _html(app)
    assert any("No article in the selection names this road" in text for text in _texts(app))


@pytest.mark.usefixtures("filled")
def test_hostile_names_reach_no_markdown(page):
    app = _clean(page())
    labels = [box.label for box in app.checkbox]
    assert any("evil" in label for label in labels)
    assert not any("](" in label or "<img" in label.replace("\\<", "") for label in labels)
    assert not any(HOSTILE[:20] in element.value for element in app.markdown)


CLICK = """
from mapapp.ui import map_tab, state
import streamlit as st
state.read()
st.session_state[map_tab.MAP_KEY] = {"last_active_drawing": CLICKED}
map_tab.take_click()
link = state.current()
st.text(f"{link.place}|{link.highway}")
"""


@pytest.mark.parametrize(
    ("clicked", "opened"),
    [
        ({"properties": {"id": "t:saraqib", "kind": "place", "t": 1}}, "t:saraqib|"),
        ({"properties": {"id": "SY-M5:2", "kind": "segment", "t": 1}}, "|SY-M5:2"),
        ({"properties": {"id": "SY-M5", "kind": "highway", "t": 1}}, "|SY-M5"),
        ({"properties": {"id": "days", "kind": "days", "from": 18319, "to": 18320}}, "|"),
        ({"properties": {"id": 7}}, "|"),
        ({}, "|"),
        (None, "|"),
    ],
)
def test_a_click_opens_what_was_clicked(clicked, opened):
    app = AppTest.from_string(CLICK.replace("CLICKED", repr(clicked))).run()
    assert [text.value for text in app.text] == [opened]


@pytest.mark.parametrize(
    ("sent", "days"),
    [
        ((18319, 18322), "2020-02-27 to 2020-03-01"),
        ((None, None), "None to None"),
        ((18319, "<b>"), "2020-02-27 to None"),
        ((-4, 10**9), "None to None"),
    ],
)
def test_days_dragged_over_become_the_filter(sent, days):
    first, last = sent
    clicked = {"properties": {"id": "days", "kind": "days", "from": first, "to": last}}
    script = CLICK.replace("CLICKED", repr(clicked)).replace(
        'st.text(f"{link.place}|{link.highway}")',
        'st.text(f"{link.selection.start} to {link.selection.end}")',
    )
    assert [text.value for text in AppTest.from_string(script).run().text] == [days]


def test_the_first_start_reads_the_seed(database, page, monkeypatch, config):
    monkeypatch.setenv("MAPAPP_SEEDS", str(config.seeds))
    app = _clean(page())
    assert "Saraqib, Idlib, SY" in app.selectbox(key="w_place").options
    again = _clean(page())
    assert database.count() == 1
    assert again.selectbox(key="w_place").options == app.selectbox(key="w_place").options


def _fields(app, kind):
    return {element.label: element for element in app.get(kind)}


def test_a_correction_is_kept_and_the_article_read_again(filled, page):
    app = page(place="t:saraqib")
    spot = filled.excerpts("t:saraqib", limit=1)[0]
    key = f"c_none_{spot.article.id[:12]}_{spot.toponym.start}"
    app.button(key=key).click().run()
    _clean(app)
    (kept,) = filled.corrections()
    assert (kept.article_id, kept.start, kept.place_id) == (spot.article.id, spot.toponym.start, "")
    again = filled.reading(spot.article.id)
    assert all(toponym.start != spot.toponym.start for toponym in again.toponyms)


def test_a_pasted_article_is_read_and_its_places_are_counted(database, page):
    app = page(tab="add")
    _fields(app, "text_area")["Paste an article"].set_value(
        "Syrian rebels recaptured the town of Saraqib in Idlib province on Thursday."
    )
    _fields(app, "text_input")["Source (optional)"].set_value("Own report")
    _fields(app, "button")["Read it"].click()
    app.run()
    _clean(app)
    (row,) = database.articles()
    assert (row.source, row.published, row.read) == ("Own report", None, True)
    assert row.mentions == 2
    assert "1 new article" in [text.value for text in app.text]


@pytest.mark.parametrize(
    ("button", "said"),
    [
        ("Read it", "Paste the article's words above, then read it."),
        ("Read them", "Choose one file or more above, then read them."),
        ("Fetch and read", "Write an address above, such as https://example.org/article."),
    ],
)
def test_a_form_sent_empty_says_what_it_needs(database, page, button, said):
    app = page(tab="add")
    _fields(app, "button")[button].click()
    app.run()
    _clean(app)
    assert [warning.value for warning in app.warning] == [said]
    assert database.count() == 0


def test_a_refused_address_is_named_with_its_reason(database, page):
    app = page(tab="add")
    _fields(app, "text_area")["Web addresses of articles or feeds, one a line"].set_value(
        "http://127.0.0.1:1/x"
    )
    _fields(app, "button")["Fetch and read"].click()
    app.run()
    _clean(app)
    # The reason names the address itself; it is not said twice.
    assert any(text.startswith("http://127.0.0.1:1/x leads to") for text in _texts(app))
    assert database.count() == 0


@pytest.mark.usefixtures("database")
def test_a_place_filter_takes_another_spelling(page, monkeypatch, config):
    monkeypatch.setenv("MAPAPP_SEEDS", str(config.seeds))
    app = page()
    app.multiselect(key="w_places").set_value(["سراقب"])
    app.run()
    _clean(app)
    assert app.selectbox(key="w_place").options == ["Saraqib, Idlib, SY"]
