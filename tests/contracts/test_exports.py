"""Every export format that is found writes a full, an empty and a hostile selection."""

import csv
import io
import json
import re
import xml.etree.ElementTree as ET

import pytest

import mapapp.exports
from mapapp.exports import Export
from mapapp.registry import discover
from mapapp.store.columns import load_columns
from mapapp.store.database import Store
from mapapp.view.choose import Choice
from mapapp.view.corpus import build_corpus
from mapapp.view.extract import Extract
from mapapp.view.map_files import OWN_SCRIPTS
from mapapp.view.selection import EVERYTHING, Selection
from tests import sample

EXPORTS = {one.name: one for one in discover(mapapp.exports, "EXPORT", Export).values()}
LAYOUTS = ("acled", "hxl", "plover", "ucdp")


@pytest.fixture(scope="module")
def extracts(tmp_path_factory):
    store = Store(f"sqlite:///{tmp_path_factory.mktemp('exports') / 'x.db'}")
    store.create()
    store.put(sample.readings(), parser="1")
    corpus = build_corpus(load_columns(store), store.places(), sample.SIDES, (sample.M5,))
    yield {
        "full": Extract(Choice(corpus, EVERYTHING), store.readings),
        "empty": Extract(Choice(corpus, Selection(places=("nowhere",))), store.readings),
    }
    store.close()


def written(extract, name):
    out = io.StringIO(newline="")
    EXPORTS[name].write(extract, out)
    return out.getvalue()


def test_formats_are_found():
    assert set(EXPORTS) == {"csv", "events", "geojson", "kml", "html", *LAYOUTS}


@pytest.mark.parametrize("name", EXPORTS)
def test_a_format_is_described(name):
    export = EXPORTS[name]
    assert export.label
    assert re.fullmatch(r"(\.[a-z]+)+", export.suffix)
    assert re.fullmatch(r"[a-z]+/[a-z0-9.+-]+", export.media_type)


@pytest.mark.parametrize("name", LAYOUTS)
def test_another_data_set_s_layout_says_so(name):
    assert re.fullmatch(r"machine-coded, (.+) layout; not \1 data", EXPORTS[name].note)


@pytest.mark.parametrize("name", EXPORTS)
@pytest.mark.parametrize("which", ["full", "empty"])
def test_a_file_is_well_formed(extracts, name, which):
    text = written(extracts[which], name)
    if EXPORTS[name].media_type == "text/csv":
        rows = list(csv.reader(io.StringIO(text), strict=True))
        assert len({len(row) for row in rows}) == 1
        header_rows = 2 if name == "hxl" else 1
        assert (len(rows) == header_rows) == (which == "empty")
    elif name == "geojson":
        assert bool(json.loads(text)["features"]) == (which == "full")
    elif name == "plover":
        lines = [json.loads(line) for line in text.splitlines()]
        assert bool(lines) == (which == "full")
    elif name == "kml":
        assert ET.fromstring(text).tag == "{http://www.opengis.net/kml/2.2}kml"
    else:
        assert text.startswith("<!doctype html>")
        assert text.count("<script") == text.count("</script>") == len(OWN_SCRIPTS) + 3


@pytest.mark.parametrize("name", EXPORTS)
def test_writing_twice_gives_the_same_file(extracts, name):
    assert written(extracts["full"], name) == written(extracts["full"], name)
