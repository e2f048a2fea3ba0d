"""Values of the files in their formats; well-formedness is in tests/contracts."""

import csv
import io
import json
import xml.etree.ElementTree as ET
from dataclasses import replace

import pytest

from mapapp.events.reports import Comparison
from mapapp.exports import acled, csv_table, events_table, geojson, hxl, kml, plover, ucdp, web_page
from mapapp.model.event import Count
from mapapp.store.columns import load_columns
from mapapp.store.database import Store
from mapapp.view.choose import Choice
from mapapp.view.corpus import build_corpus
from mapapp.view.extract import Extract
from mapapp.view.map_files import OWN_SCRIPTS
from mapapp.view.selection import EVERYTHING, Selection
from mapapp.view.spreadsheet import harmless
from tests import sample

KML = "{http://www.opengis.net/kml/2.2}"


@pytest.fixture
def extract(corpus, sample_store):
    choice = Choice(corpus, EVERYTHING)
    return Extract(choice, sample_store.readings, countries={"SY": "Syria"})


def _text(module, extract):
    out = io.StringIO(newline="")
    module.EXPORT.write(extract, out)
    return out.getvalue()


def _table(module, extract):
    return list(csv.DictReader(io.StringIO(_text(module, extract))))


def test_csv_has_a_row_a_mention_newest_first(extract):
    rows = _table(csv_table, extract)
    assert [row["place_id"] for row in rows] == [
        "t:saraqib", "t:saraqib", "t:saraqib", "t:idlib", "t:nayrab~near", "t:nayrab", "t:saraqib",
    ]  # fmt: skip
    second = rows[1]
    assert second["sentence"] == "Syrian rebels recaptured Saraqib on Thursday, a spokesman said."
    assert sample.FIRST[int(second["start"]) : int(second["end"])] == "Saraqib"
    assert (second["latitude"], second["longitude"]) == ("35.86440", "36.80580")
    assert (second["actors"], second["sides"]) == ("Syrian rebels", "opposition")
    assert rows[-1]["published"] == ""
    assert rows[-1]["sure"] == "no"


def test_geojson_puts_longitude_first_and_has_ids(extract):
    collection = json.loads(_text(geojson, extract))
    assert "crs" not in collection
    first = collection["features"][0]
    assert first["id"] == "t:saraqib"
    assert first["geometry"] == {"type": "Point", "coordinates": [36.8058, 35.8644]}
    assert first["properties"]["mentions"] == len(first["properties"]["sentences"]) == 4
    extents = {f["id"]: f["properties"]["extent"] for f in collection["features"]}
    assert extents["t:idlib"] == "area"
    assert extents["t:nayrab~near"] == "ring"


def test_kml_has_spans_colors_and_no_markup_of_articles(extract):
    root = ET.fromstring(_text(kml, extract))
    marks = root.findall(f".//{KML}Placemark")
    assert len(marks) == 7
    assert marks[0].find(f"{KML}TimeSpan/{KML}begin").text == "2020-02-27"
    assert marks[-1].find(f"{KML}TimeSpan") is None
    assert marks[0].find(f"{KML}Point/{KML}coordinates").text == "36.80580,35.86440"
    description = marks[-1].find(f"{KML}description").text
    assert "&lt;img" in description
    assert "<img" not in description
    assert kml.kml_color("#d4000a") == "ff0a00d4"


def test_acled_layout(extract):
    assert len(acled.COLUMNS) == 31
    taken, strike, entered = _table(acled, extract)
    assert taken["event_type"] == "Battles"
    assert taken["sub_event_type"] == "Non-state actor overtakes territory"
    assert (taken["geo_precision"], taken["time_precision"], taken["fatalities"]) == ("1", "1", "0")
    assert (taken["country"], taken["location"]) == ("Syria", "Saraqib")
    assert (strike["geo_precision"], strike["fatalities"]) == ("3", "2")
    assert strike["inter2"] == "External/Other forces"
    assert (entered["event_date"], entered["year"], entered["time_precision"]) == ("", "", "")
    assert "not ACLED data" in taken["notes"]


def _with_dead(reading, count):
    """Return a reading whose last event tells other deaths."""
    return replace(
        reading, events=(*reading.events[:-1], replace(reading.events[-1], killed=count))
    )


@pytest.fixture
def twice(tmp_path):
    """Return what is written of the sample and of an article that tells its events again."""
    first, second = sample.readings()
    told = [_with_dead(first, Count(low=20, high=24)), second]
    told.append(_with_dead(sample.retold(), Count(low=22, high=None)))
    store = Store(f"sqlite:///{tmp_path / 'twice.db'}")
    store.create()
    store.put(told, parser="1")
    corpus = build_corpus(load_columns(store), store.places(), sample.SIDES)

    def made(**selection):
        return Extract(Choice(corpus, Selection(**selection)), store.readings)

    yield made
    store.close()


def test_an_event_of_several_articles_is_one_row_with_its_sources(twice):
    for module, column in ((acled, "source"), (hxl, "source"), (events_table, "text")):
        once = [row[column] for row in _table(module, twice(sources=("Al Jazeera",)))]
        assert not any("Enab Baladi" in cell for cell in once)
    taken = next(row for row in _table(acled, twice()) if row["location"] == "Saraqib")
    assert sorted(taken["source"].split(";")) == ["Al Jazeera", "Enab Baladi"]
    assert "recaptured Saraqib" in taken["notes"]
    assert "took Saraqib" in taken["notes"]
    assert taken["tags"].endswith("2 reports linked")


def test_the_table_of_events_lists_each_report_below_its_event(twice):
    rows = _table(events_table, twice(places=("t:saraqib",)))
    assert len(rows) == 2
    assert {row["event_id"] for row in rows} == {rows[0]["report_id"]}
    assert [row["reports"] for row in rows] == ["2", "2"]
    told = {row["source"]: row for row in rows}
    assert told["Al Jazeera"]["status"] == "disputed"
    assert told["Enab Baladi"]["text"] == "Opposition fighters took Saraqib on Thursday."
    # A filter leaves out reports; the event keeps its name.
    (left,) = _table(events_table, twice(places=("t:saraqib",), sources=("Enab Baladi",)))
    assert left["event_id"] == rows[0]["event_id"]


def test_tolls_of_linked_reports_are_ranges(twice):
    (strike,) = [row for row in _table(ucdp, twice()) if row["where_coordinates"] == "Idlib"]
    assert [strike[key] for key in ("best", "low", "high")] == ["20", "20", ""]
    assert strike["number_of_sources"] == "2"
    told = [row for row in _table(events_table, twice()) if row["place"] == "Idlib"]
    assert {row["differences"] for row in told} == {"killed"}
    assert {(row["event_killed_low"], row["event_killed_high"]) for row in told} == {("20", "")}
    assert {(row["killed_low"], row["killed_high"]) for row in told} == {("20", "24"), ("22", "")}


def test_ucdp_layout_has_only_events_with_deaths(extract):
    assert len(ucdp.COLUMNS) == 49
    (strike,) = _table(ucdp, extract)
    assert [strike[key] for key in ("type_of_violence", "where_prec", "date_prec")] == [
        "1", "4", "1",
    ]  # fmt: skip
    assert [strike[key] for key in ("best", "low", "high", "deaths_unknown")] == ["2"] * 4
    assert strike["code_status"] == "machine-coded, UCDP GED layout; not UCDP GED data"


def test_priogrid_cells_count_from_the_south_west():
    assert ucdp.priogrid_cell(-90, -180) == 1
    assert ucdp.priogrid_cell(0.1, 0.1) == 129961
    assert ucdp.priogrid_cell(35.8644, 36.8058) == 251 * 720 + 433 + 1


def test_an_open_toll_has_no_highest_number(corpus, sample_store):
    linked = next(Extract(Choice(corpus, EVERYTHING), sample_store.readings).linked_events())
    linked = replace(linked, comparison=Comparison(tolls={"killed": (60, None)}, differences=()))
    cells = ucdp._cells(linked.reports[0], linked, sample.SARAQIB)  # noqa: SLF001
    assert (cells["best"], cells["low"], cells["high"]) == (60, 60, "")


def test_plover_lines(extract):
    taken, strike, _ = [json.loads(line) for line in _text(plover, extract).splitlines()]
    assert (taken["event"], taken["mode"], taken["quad_code"]) == ("COERCE", "seize", 4)
    assert taken["event_loc"][0]["resolution"] == 4
    assert (strike["event"], strike["size"]) == ("ASSAULT", {"dead": 2})
    assert strike["event_loc"][0]["resolution"] == 2


def test_hxl_has_hashtags_under_its_heads(extract):
    tags, taken, strike, _ = _table(hxl, extract)
    assert tags["killed"] == "#affected+killed"
    assert (taken["place"], taken["country"], taken["killed"]) == ("Saraqib", "Syria", "")
    assert strike["killed"] == "2"


def test_the_web_page_runs_only_our_scripts_and_loads_nothing(extract):
    page = _text(web_page, extract)
    assert "script-src 'sha256-" in page
    assert "default-src 'none'" in page
    assert "<img src=x" not in page
    # Ours, Leaflet, the data and the script that starts them.
    assert page.count("</script>") == len(OWN_SCRIPTS) + 3
    start = page.index('id="mapapp-data">') + len('id="mapapp-data">')
    data = json.loads(page[start : page.index("</script>", start)])
    kept = data["excerpts"]["t:saraqib"]
    assert kept[1]["words"][1] == "Saraqib"
    assert "recaptured" in kept[1]["words"][0]
    assert kept[3]["meta"].endswith("date unknown · Event place")


def test_only_what_the_filters_show_is_written(corpus, sample_store):
    choice = Choice(corpus, Selection(sides=("turkey",)))
    extract = Extract(choice, sample_store.readings)
    assert [row["place_id"] for row in _table(csv_table, extract)] == ["t:idlib"]
    assert [f["id"] for f in json.loads(_text(geojson, extract))["features"]] == ["t:idlib"]


def test_cells_that_a_spreadsheet_would_run_become_text():
    assert harmless("=cmd()") == "'=cmd()"
    assert harmless("@x") == "'@x"
    assert harmless("-12.5") == "-12.5"
    assert harmless(-3) == -3
    assert harmless("Saraqib") == "Saraqib"
