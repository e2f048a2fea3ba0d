import json
from contextlib import closing

import pytest

from mapapp.cli import gazetteer as command
from mapapp.cli import main
from mapapp.gazetteer import online
from mapapp.gazetteer.online_services import SERVICES
from mapapp.gazetteer.rows import COLUMNS
from mapapp.store.database import Store
from tests import sample
from tests.geocoder_stub import geonames_row, nominatim_row, photon_feature, running_stub

OSM = "OpenStreetMap contributors, ODbL 1.0"
TEXT = "Fighting\n\nTell Tuqan fell. Kafr Zorba held. Saraqib burned. Tell Tuqan was shelled."


@pytest.fixture
def stub():
    with running_stub() as running:
        yield running


@pytest.fixture
def run(stub, tmp_path, monkeypatch, capsys):
    """Run `mapapp gazetteer` with the stub as server and a small gazetteer of its own."""
    (tmp_path / "data").mkdir()
    row = "t:saraqib,Saraqib,,,35.8644,36.8058,P,PPL,SY,Idlib,,32495,5,1,GeoNames"
    text = "\n".join((",".join(COLUMNS), row, ""))
    (tmp_path / "data" / "gazetteer.csv").write_text(text, encoding="utf-8")
    monkeypatch.setattr("mapapp.config.bundled_folder", lambda name: tmp_path / name)
    monkeypatch.setenv("MAPAPP_DATA_FOLDER", str(tmp_path / "user"))
    monkeypatch.setenv("MAPAPP_CACHE_FOLDER", str(tmp_path / "cache"))
    monkeypatch.setenv("MAPAPP_SEEDS", "")
    monkeypatch.setattr(online, "PAUSE_SECONDS", 0.0)

    def run_it(*words):
        url = ("--url", stub.url) if words[0] == "online" and "--url" not in words else ()
        status = main(["gazetteer", *words, *url])
        shown = capsys.readouterr()
        return status, shown.out, shown.err

    return run_it


@pytest.fixture
def database(tmp_path):
    """A database in the user's folder: three mentions of two names have no place."""
    article = sample.article(TEXT, "Fighting")
    unplaced = [("Tell Tuqan", 0), ("Kafr Zorba", 0), ("Tell Tuqan", 1)]
    toponyms = [sample.toponym(TEXT, name, None, nth=nth, confidence=0.0) for name, nth in unplaced]
    (tmp_path / "user").mkdir()
    with closing(Store(f"sqlite:///{tmp_path / 'user' / 'mapapp.db'}")) as store:
        store.create()
        store.put([sample.reading(article, toponyms)], parser="1")


def test_the_services_offered_are_those_there_are():
    assert list(command.SERVICES) == sorted(SERVICES)


def test_candidates_look_like_those_of_search(run, stub):
    stub.answers["Tell Tuqan"] = [nominatim_row()]
    status, out, err = run("online", "Tell Tuqan", "Nowhere")
    assert (status, err) == (0, "")
    assert out.splitlines() == [
        "Tell Tuqan",
        "  0.89  Tell Tuqan (Idlib, SY)  PPL  35.7312, 36.9511",
        "        met as 'Tell Tuqan' by online key, spelling distance 0; osm:n4417; " + OSM,
        "Nowhere: nothing found",
        SERVICES["nominatim"].attribution,
    ]


@pytest.mark.parametrize(
    ("service", "answer", "id_"),
    [
        ("nominatim", [nominatim_row()], "osm:n4417"),
        ("photon", {"features": [photon_feature()]}, "osm:n4417"),
        ("geonames", {"geonames": [geonames_row()]}, "gn:163345"),
    ],
)
def test_json_has_the_fields_of_search(run, stub, service, answer, id_):
    stub.answers["Tell Tuqan"] = answer
    words = ("--service", service, "--username", "me", "--json")
    status, out, err = run("online", "Tell Tuqan", "Nowhere", *words)
    first, second = [json.loads(line) for line in out.splitlines()]
    assert (status, second) == (0, {"query": "Nowhere", "candidates": []})
    (found,) = first["candidates"]
    assert list(found) == [
        *("place_id", "name", "lat", "lon", "feature_class", "country", "score", "source")
    ]
    assert (found["place_id"], found["lat"], found["lon"]) == (id_, 35.7312, 36.9511)
    assert SERVICES[service].attribution in err


def test_an_added_place_is_known_to_the_next_run(run, stub, tmp_path):
    stub.answers["Tal Tuqaan"] = [nominatim_row(), nominatim_row(osm_id=9, lat="36.9")]
    status, _, err = run("online", "Tal Tuqaan", "--add")
    assert (status, "1 kept" in err) == (0, True)
    rows = (tmp_path / "user" / "gazetteers" / "online.csv").read_text(encoding="utf-8")
    assert [line.split(",")[0] for line in rows.splitlines()] == ["id", "osm:n4417"]
    _, out, _ = run("search", "--json", "Tal Tuqaan")
    found = json.loads(out)["candidates"][0]
    assert (found["place_id"], found["source"]) == ("osm:n4417", OSM)


def test_nothing_is_kept_unless_asked(run, stub, tmp_path):
    stub.answers["Tell Tuqan"] = [nominatim_row()]
    run("online", "Tell Tuqan")
    assert not (tmp_path / "user").exists()


@pytest.mark.usefixtures("database")
def test_unplaced_names_are_asked_commonest_first_and_known_afterwards(run, stub):
    stub.answers["Tell Tuqan"] = [nominatim_row()]
    stub.answers["Kafr Zorba"] = [nominatim_row(osm_id=5, name="Mansoura", namedetails={})]
    status, out, err = run("online", "--unplaced", "--add", "--country", "sy")
    assert (status, stub.asked) == (0, ["Tell Tuqan", "Kafr Zorba"])
    assert "2 names lack a place; asking 2" in err
    # A quite different name is shown, and not kept without a person's look.
    assert "Mansoura" in out
    assert "1 kept" in err
    status, _, err = run("online", "--unplaced", "--most", "1", "--country", "SY")
    assert (status, stub.asked) == (0, ["Tell Tuqan", "Kafr Zorba"])
    assert "1 names lack a place; asking 1" in err


def test_unplaced_needs_a_database(run):
    status, _, err = run("online", "--unplaced")
    assert status == 1
    assert "mapapp ingest" in err


def test_what_was_found_before_a_refusal_is_shown_and_kept(run, stub):
    stub.answers["Tell Tuqan"] = [nominatim_row()]
    stub.statuses["Kafr Zorba"] = 429
    status, out, err = run("online", "Tell Tuqan", "Kafr Zorba", "Afis", "--add")
    assert status == 1
    assert "osm:n4417" in out
    assert "1 kept" in err
    assert "has had enough questions" in err
    assert stub.asked == ["Tell Tuqan", "Kafr Zorba"]


def test_one_bad_answer_makes_the_status_one(run, stub):
    stub.answers["Tell Tuqan"] = [nominatim_row()]
    stub.statuses["Afis"] = 500
    status, out, err = run("online", "Afis", "???", "Tell Tuqan")
    assert status == 1
    assert "osm:n4417" in out
    assert "Afis: " in err
    assert "status 500" in err
    assert "???: it was not asked" in err


def test_without_network_the_message_says_what_works(run):
    status, _, err = run("online", "Afis", "--url", "http://127.0.0.1:9")
    assert status == 1
    assert "http://127.0.0.1:9 cannot be reached" in err
    assert "mapapp gazetteer add FILE" in err


def test_geonames_without_an_account_is_told_how_to_get_one(run, stub):
    status, _, err = run("online", "Afis", "--service", "geonames")
    assert (status, stub.requests) == (1, [])
    assert "geonames.org/login" in err


@pytest.mark.parametrize(
    "words",
    [
        (),
        ("Afis", "--unplaced"),
        ("Afis", "--service", "google"),
        ("--unplaced", "--most", "0"),
    ],
)
def test_wrong_usage_is_status_two(run, stub, words):
    with pytest.raises(SystemExit) as stopped:
        run("online", *words)
    assert (stopped.value.code, stub.requests) == (2, [])


def test_answers_cannot_steer_the_terminal_or_the_file(run, stub, tmp_path):
    name = '\x1b[31m"Tell"\nx:1,\u202eTuqan|=1+1'
    stub.answers["Tell Tuqan"] = [nominatim_row(namedetails={"name:en": name, "name": name})]
    status, out, _ = run("online", "Tell Tuqan", "--add")
    assert status == 0
    assert "\x1b" not in out
    assert "\u202e" not in out
    assert run("check", str(tmp_path / "user" / "gazetteers" / "online.csv"))[0] == 0
