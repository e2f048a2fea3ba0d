import gzip
import json
import socket
from contextlib import closing
from itertools import count

import pytest

from mapapp import internet
from mapapp.errors import ConfigurationError, DataError, NetworkError
from mapapp.gazetteer import online, online_cache, online_transport
from mapapp.gazetteer.collection import check_file, read_records
from mapapp.gazetteer.gazetteer import open_gazetteer
from mapapp.gazetteer.online import USER_AGENT, open_geocoder
from mapapp.gazetteer.online_answers import Answer, geonames_record, nominatim_record, plain_text
from mapapp.gazetteer.online_cache import AnswerCache
from mapapp.gazetteer.online_hits import choose, keep_places
from mapapp.gazetteer.online_services import SERVICES
from tests.geocoder_stub import geonames_row, nominatim_row, photon_feature, running_stub


class FakeTime:
    """A clock that only `sleep` moves."""

    def __init__(self):
        self.now = 100.0
        self.slept = []

    def clock(self):
        return self.now

    def sleep(self, seconds):
        self.slept.append(seconds)
        self.now += seconds


@pytest.fixture
def stub():
    with running_stub() as running:
        yield running


@pytest.fixture
def time():
    return FakeTime()


@pytest.fixture
def opened(stub, tmp_path, time):
    """Open a service whose server is the stub."""

    def open_it(service="nominatim", **options):
        username = "tester" if service == "geonames" else ""
        settings = {"url": stub.url, "username": username} | options
        return open_geocoder(
            SERVICES[service], tmp_path / "cache", clock=time.clock, sleep=time.sleep, **settings
        )

    return open_it


OSM = "OpenStreetMap contributors, ODbL 1.0"
GEONAMES = "GeoNames web service, CC BY 4.0"


@pytest.mark.parametrize(
    ("service", "answer", "expected"),
    [
        ("nominatim", [nominatim_row()], ("/search", "osm:n4417", OSM)),
        ("photon", {"features": [photon_feature()]}, ("/api", "osm:n4417", OSM)),
        ("geonames", {"geonames": [geonames_row()]}, ("/searchJSON", "gn:163345", GEONAMES)),
    ],
)
def test_each_service_is_asked_in_its_protocol(stub, opened, service, answer, expected):
    stub.answers["Tell Tuqan"] = answer
    with opened(service) as geocoder:
        found = geocoder.look_up("Tell Tuqan")
    ((path, parameters, agent),) = stub.requests
    assert (agent, found.failure) == (USER_AGENT, "")
    assert parameters.get("username") == ("tester" if service == "geonames" else None)
    (record,) = found.records
    place = record.place
    assert (path, place.id, place.source) == expected
    assert (place.name, place.country, place.admin1) == ("Tell Tuqan", "SY", "Idlib")
    assert (place.coordinates.lat, place.coordinates.lon) == (35.7312, 36.9511)
    assert (place.feature_class, place.feature_code) == ("P", "PPL")


def test_nominatim_is_asked_for_names_and_keeps_them(stub, opened):
    stub.answers["Tell Tuqan"] = [nominatim_row()]
    with opened() as geocoder:
        (record,) = geocoder.look_up("Tell Tuqan").records
    _, parameters, _ = stub.requests[0]
    assert parameters["namedetails"] == parameters["addressdetails"] == "1"
    assert parameters["accept-language"] == "en"
    assert set(record.names) == {"تل طوقان", "Tell Tuqan", "Tal Touqan"}
    assert (record.place.population, record.place.radius_km) == (2100, 3.0)


def test_requests_keep_a_second_between_them(opened, stub, time):
    with opened() as geocoder:
        geocoder.look_up("Aaa")
        time.now += 0.25
        geocoder.look_up("Bbb")
        time.now += 5
        geocoder.look_up("Ccc")
    assert time.slept == [0.75]
    assert stub.asked == ["Aaa", "Bbb", "Ccc"]


def test_what_the_cache_knows_is_neither_asked_nor_waited_for(stub, opened, time):
    stub.answers["Tell Tuqan"] = [nominatim_row()]
    with opened() as geocoder:
        first = geocoder.look_up("Tell Tuqan")
        geocoder.look_up("Nowhere")
    time.slept.clear()
    with opened() as geocoder:
        assert geocoder.look_up(" Tell \n Tuqan ") == first
        assert geocoder.look_up("Nowhere").records == ()
    assert stub.asked == ["Tell Tuqan", "Nowhere"]
    assert time.slept == []


def test_services_and_countries_are_cached_apart(stub, opened):
    for options in ({}, {"country": "SY"}, {"service": "photon"}, {"service": "photon"}):
        with opened(**options) as geocoder:
            geocoder.look_up("Aaa")
    assert [path for path, _, _ in stub.requests] == ["/search", "/search", "/api"]


def test_a_failed_question_is_not_cached(stub, opened):
    stub.status = 500
    with opened() as geocoder:
        assert geocoder.look_up("Tell Tuqan").failure
        stub.status = 200
        stub.answers["Tell Tuqan"] = [nominatim_row()]
        assert len(geocoder.look_up("Tell Tuqan").records) == 1


def test_old_answers_are_asked_for_again(tmp_path):
    now = [0.0]
    with closing(AnswerCache(tmp_path, now=lambda: now[0])) as cache:
        cache.put("s", "q", [{"a": 1}])
        now[0] = online_cache.KEPT_SECONDS - 1
        assert cache.get("s", "q") == [{"a": 1}]
        now[0] += 2
        assert cache.get("s", "q") is None


def test_a_damaged_cache_says_what_to_delete(tmp_path):
    (tmp_path / online_cache.FILE).write_bytes(b"no database at all, but long enough" * 100)
    with pytest.raises(DataError, match=r"online\.sqlite .* Delete the file"):
        AnswerCache(tmp_path)


def test_a_cache_folder_that_is_a_file_is_said_so(tmp_path):
    (tmp_path / "file").touch()
    with pytest.raises(DataError, match="MAPAPP_CACHE_FOLDER"):
        AnswerCache(tmp_path / "file")


def test_one_country_only(stub, opened):
    stub.answers["Tell Tuqan"] = {
        "features": [photon_feature(countrycode="IQ", osm_id=1), photon_feature()]
    }
    with opened("photon", country="sy") as geocoder:
        (record,) = geocoder.look_up("Tell Tuqan").records
    assert record.place.id == "osm:n4417"
    with opened("nominatim", country="sy") as geocoder:
        geocoder.look_up("Tell Tuqan")
    assert stub.requests[-1][1]["countrycodes"].upper() == "SY"


@pytest.mark.parametrize(
    ("status", "headers", "said"),
    [
        (401, {}, "does not know who asks"),
        (403, {}, "refuses to answer"),
        (429, {"Retry-After": "90"}, r"enough questions.* asks to wait 90 seconds"),
        (429, {}, "goes on from here"),
        (503, {}, "did not answer"),
    ],
)
def test_a_refusal_stops_the_run(stub, opened, status, headers, said):
    stub.status, stub.headers = status, headers
    with opened() as geocoder, pytest.raises(NetworkError, match=said):
        list(geocoder.look_up_all(["Aaa", "Bbb"]))
    assert stub.asked == ["Aaa"]


@pytest.mark.parametrize("status", [400, 500, 502])
def test_a_failure_costs_one_name_until_three_fail_in_a_row(stub, opened, status):
    stub.status = status
    with opened() as geocoder:
        answers = geocoder.look_up_all(["Aaa", "Bbb", "Ccc", "Ddd"])
        failed = [next(answers) for _ in range(3)]
        assert all(f"status {status}" in answer.failure for answer in failed)
        with pytest.raises(NetworkError, match="3 names in a row"):
            next(answers)
    assert stub.asked == ["Aaa", "Bbb", "Ccc"]


def test_an_answer_in_between_renews_the_patience(stub, opened):
    names = ["Aaa", "Bbb", "Ccc", "Ddd", "Eee"]
    stub.statuses = dict.fromkeys(names, 500) | {"Ccc": 200}
    with opened() as geocoder:
        answers = list(geocoder.look_up_all(names))
    assert [bool(answer.failure) for answer in answers] == [True, True, False, True, True]


@pytest.mark.filterwarnings("ignore:Latitude normalization")
@pytest.mark.parametrize(
    "raw",
    [
        b"<html>sign in</html>",
        b"",
        b"\xff\xfe\x00",
        b"[" * 100_000,
        b'[{"lat": "north", "lon": "1"}]',
        b'[{"lat": 1e999, "lon": NaN, "display_name": "x"}]',
        b'[{"lat": 95, "lon": 1, "display_name": "x"}]',
        b"[1, null]",
        b'{"error": "out of order"}',
        b'"text"',
        b"12345",
    ],
)
@pytest.mark.parametrize("service", SERVICES)
def test_answers_of_another_shape_are_a_failure(stub, opened, service, raw):
    stub.raw = raw
    with opened(service) as geocoder:
        answer = geocoder.look_up("Tell Tuqan")
    assert answer.records == ()
    unknown_is_empty = service == "geonames" and raw.startswith(b'{"error"')
    assert bool(answer.failure) != unknown_is_empty


def test_geonames_says_that_the_account_has_had_enough(stub, opened):
    status = {"value": 19, "message": "the hourly limit of 1000 credits has been exceeded"}
    stub.answers["Aaa"] = {"status": status}
    with opened("geonames") as geocoder, pytest.raises(NetworkError, match="hourly limit"):
        geocoder.look_up("Aaa")


def test_a_silent_server_is_given_up(stub, opened, monkeypatch):
    stub.silent = True
    monkeypatch.setattr(online, "SECONDS", 0.05)
    with opened() as geocoder, pytest.raises(NetworkError, match="no answer in time"):
        geocoder.look_up("Aaa")


def test_no_server_says_what_works_without(opened):
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        url = f"http://127.0.0.1:{probe.getsockname()[1]}"
        with opened(url=url) as geocoder, pytest.raises(NetworkError, match="cannot be reached"):
            geocoder.look_up("Aaa")


def test_no_network_names_the_host(tmp_path, monkeypatch):
    def unresolved(*_args, **_options):
        raise socket.gaierror(-3, "Temporary failure in name resolution")

    monkeypatch.setattr(internet.socket, "getaddrinfo", unresolved)
    with (
        open_geocoder(SERVICES["nominatim"], tmp_path) as geocoder,
        pytest.raises(NetworkError, match=r"'nominatim.openstreetmap.org' cannot be resolved"),
    ):
        geocoder.look_up("Aaa")


@pytest.mark.parametrize(
    "address",
    ["127.0.0.1", "10.1.2.3", "169.254.169.254", "::1", "::ffff:192.168.0.1", "fe80::1%1"],
)
def test_a_public_service_never_leads_inside(tmp_path, monkeypatch, address):
    family = socket.AF_INET6 if ":" in address else socket.AF_INET
    found = [(family, socket.SOCK_STREAM, 6, "", (address, 443))]
    monkeypatch.setattr(internet.socket, "getaddrinfo", lambda *_, **__: found)
    with (
        open_geocoder(SERVICES["photon"], tmp_path) as geocoder,
        pytest.raises(NetworkError, match=r"inside this machine or network: refused.* --url"),
    ):
        geocoder.look_up("Aaa")


def test_redirects_are_not_followed(stub, opened):
    stub.status, stub.headers = 302, {"Location": f"{stub.url}/elsewhere?q=x"}
    with opened() as geocoder:
        assert "status 302" in geocoder.look_up("Aaa").failure
    assert [path for path, _, _ in stub.requests] == ["/search"]


def test_an_endless_answer_is_left(stub, opened, monkeypatch):
    monkeypatch.setattr(online_transport, "LARGEST", 100_000)
    stub.raw = gzip.compress(b" " * 5_000_000 + b"[]")
    stub.headers = {"Content-Encoding": "gzip"}
    with opened() as geocoder:
        assert "more than 0 MB" in geocoder.look_up("Aaa").failure


def test_a_trickling_answer_is_given_up(stub, opened, monkeypatch):
    ticks = count(0.0, 45.0)
    monkeypatch.setattr(internet.time, "monotonic", lambda: next(ticks))
    stub.raw = json.dumps([nominatim_row(name="x" * 300_000)]).encode()
    with opened() as geocoder, pytest.raises(NetworkError, match="does not end"):
        geocoder.look_up("Aaa")


@pytest.mark.parametrize("name", ["", "   ", "?!", "x" * 201, "\u202e\u0000", "\ud800"])
def test_what_is_no_name_is_not_asked(stub, opened, name):
    with opened() as geocoder:
        assert geocoder.look_up(name).failure.startswith("it was not asked")
    assert stub.requests == []


@pytest.mark.parametrize(
    "name", ["a&format=xml&q=b", "x' OR 1=1 --", "../../etc", "تل طوقان", "name#?%00", "100%"]
)
def test_hostile_names_arrive_as_they_are_and_change_nothing(stub, opened, name):
    with opened() as geocoder:
        geocoder.look_up(name)
        geocoder.look_up(name)
    ((path, parameters, _),) = stub.requests
    assert (path, parameters["q"], parameters["format"]) == ("/search", name, "json")


@pytest.mark.parametrize(
    "url",
    [
        "127.0.0.1:8080",
        "file:///etc/passwd",
        "http://",
        "http://me:secret@127.0.0.1",
        "http://127.0.0.1/?x=1",
        "http://127.0.0.1/#x",
        "http://127.0.0.1:99999",
        "http://127.0.0.1 /",
    ],
)
def test_a_url_that_is_no_server_is_refused(opened, url):
    with pytest.raises(ConfigurationError, match="no server's address"), opened(url=url):
        pass


def test_a_server_may_have_a_folder(stub, opened):
    with opened(url=f"{stub.url}/nominatim/") as geocoder:
        geocoder.look_up("Aaa")
    assert stub.requests[0][0] == "/nominatim/search"


def test_geonames_needs_an_account(opened):
    with pytest.raises(ConfigurationError, match="--username"), opened("geonames", username=""):
        pass


@pytest.mark.parametrize(
    ("changes", "kind"),
    [
        ({"class": "boundary", "type": "administrative", "addresstype": "state"}, "A.ADM1"),
        ({"class": "boundary", "type": "administrative", "addresstype": "county"}, "A.ADM2"),
        ({"class": "boundary", "type": "administrative", "addresstype": "village"}, "P.PPL"),
        ({"class": "boundary", "type": "administrative", "addresstype": "?"}, "A.ADMD"),
        ({"class": "military", "type": "airfield"}, "S.AIRB"),
        ({"class": None, "category": "natural", "type": "peak"}, "T.MT"),
        ({"class": "shop", "type": "bakery"}, None),
        ({"class": "highway", "type": "residential"}, None),
        ({"osm_id": "17/../x"}, None),
        ({"osm_type": None}, None),
        ({"namedetails": {}, "name": "", "display_name": ""}, None),
        ({"lat": "95"}, None),
    ],
)
def test_only_places_are_kept(changes, kind):
    row = nominatim_row(**changes)
    if row["class"] is None:
        del row["class"]
    record = nominatim_record(row)
    assert (record and f"{record.place.feature_class}.{record.place.feature_code}") == kind


def test_odd_values_cost_themselves_only():
    row = nominatim_row(
        address={"country_code": "syria", "state": 12}, extratags={"population": "about 2,000"}
    )
    record = nominatim_record(row | {"namedetails": None})
    assert record is not None
    assert (record.place.name, record.place.country) == ("Tell Tuqan", "")
    assert (record.place.admin1, record.place.population) == ("12", 0)
    assert geonames_record(geonames_row(population="²")).place.population == 0
    assert geonames_record(geonames_row(fcl="S", fcode="HTL")) is None


def test_text_from_outside_is_harmless():
    assert plain_text("\x1b[2J Tell\r\n\u202eTuqan\ud800") == "[2J Tell Tuqan"
    assert plain_text("می\u200cخواهم") == "می\u200cخواهم"
    assert plain_text({"a": 1}) == plain_text(None) == ""


def _record(id_=1, **changes):
    return nominatim_record(nominatim_row(osm_id=id_, **changes))


def test_the_likeliest_comes_first_and_gets_the_name_asked_for():
    other = _record(1, name="Tell Abyad", namedetails={})
    right = _record(2)
    twin = _record(3)
    (choice,) = choose([Answer(query="Tall Tuqaan", records=(other, right, twin))])
    assert [hit.candidate.place.id for hit in choice.hits] == ["osm:n2", "osm:n3", "osm:n1"]
    assert choice.alike
    assert choice.best.place.id == "osm:n2"
    assert choice.best.names[-1] == "Tall Tuqaan"
    (choice,) = choose([Answer(query="Zorbagan", records=(other,))])
    assert not choice.alike
    (choice,) = choose([Answer(query="Zorbagan")])
    assert (choice.best, choice.alike) == (None, False)


def test_kept_places_are_found_by_the_gazetteer(tmp_path):
    (choice,) = choose([Answer(query="Tall Tuqaan", records=(_record(4417),))])
    path, places = keep_places([choice.best], tmp_path)
    assert (path, places) == (tmp_path / "gazetteers" / "online.csv", 1)
    with closing(open_gazetteer([path], tmp_path / "cache")) as gazetteer:
        (found,) = gazetteer.candidates("Tall Tuqaan")
    assert (found.place.id, found.key) == ("osm:n4417", "exact")


def test_keeping_again_updates_and_loses_no_name(tmp_path):
    keep_places([_record(1), _record(2)], tmp_path)
    newer = _record(1, lat="35.75", namedetails={"name": "Tell Tuqan", "name:tr": "Tel|Tukan"})
    path, places = keep_places([newer], tmp_path)
    problems = []
    records = {record.place.id: record for record in read_records(path, problems.append)}
    assert (places, problems, check_file(path, problems.append)) == (2, [], 2)
    first = records["osm:n1"]
    assert first.place.coordinates.lat == 35.75
    assert {"تل طوقان", "Tal Touqan", "Tel Tukan"} <= set(first.names)


def test_a_row_that_a_person_broke_is_not_lost(tmp_path):
    path, _ = keep_places([_record()], tmp_path)
    broken = path.read_text(encoding="utf-8") + "x:1,Mine,,,95,1,P,PPL,,,,,,,\n"
    path.write_text(broken, encoding="utf-8")
    with pytest.raises(DataError, match=r"online.csv, line 3, column lat.* nothing was changed"):
        keep_places([_record(2)], tmp_path)
    assert path.read_text(encoding="utf-8") == broken
