"""A geocoder on this machine that speaks the protocols of Nominatim, Photon and GeoNames."""

import json
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, HTTPServer
from urllib.parse import parse_qs, urlsplit

EMPTY = {"/search": [], "/api": {"features": []}, "/searchJSON": {"geonames": []}}


def nominatim_row(**changes):
    row = {
        "osm_type": "node",
        "osm_id": 4417,
        "lat": "35.7312",
        "lon": "36.9511",
        "class": "place",
        "type": "village",
        "addresstype": "village",
        "name": "Tell Tuqan",
        "display_name": "Tell Tuqan, Idlib, Syria",
        "address": {"state": "Idlib", "county": "Saraqib", "country_code": "sy"},
        "namedetails": {"name": "تل طوقان", "name:en": "Tell Tuqan", "alt_name": "Tal Touqan"},
        "extratags": {"population": "2100"},
    }
    return row | changes


def photon_feature(point=(36.9511, 35.7312), **changes):
    properties = {
        "osm_type": "N",
        "osm_id": 4417,
        "osm_key": "place",
        "osm_value": "village",
        "type": "city",
        "name": "Tell Tuqan",
        "state": "Idlib",
        "countrycode": "SY",
    }
    geometry = {"type": "Point", "coordinates": list(point)}
    return {"type": "Feature", "geometry": geometry, "properties": properties | changes}


def geonames_row(**changes):
    row = {
        "geonameId": 163345,
        "name": "Tell Tuqan",
        "toponymName": "Tall Ţūqān",
        "lat": "35.7312",
        "lng": "36.9511",
        "fcl": "P",
        "fcode": "PPL",
        "countryCode": "SY",
        "adminName1": "Idlib",
        "population": 2100,
    }
    return row | changes


class Stub(HTTPServer):
    """Answers by name; keeps what it was asked."""

    def __init__(self):
        super().__init__(("127.0.0.1", 0), _Handler)
        self.answers = {}
        self.status = 200
        self.statuses = {}
        self.headers = {}
        self.raw = None
        self.silent = False
        self.released = threading.Event()
        self.requests = []

    @property
    def url(self):
        return f"http://127.0.0.1:{self.server_port}"

    @property
    def asked(self):
        return [parameters["q"] for _, parameters, _ in self.requests]


class _Handler(BaseHTTPRequestHandler):
    def do_GET(self):
        parts = urlsplit(self.path)
        parameters = {key: values[0] for key, values in parse_qs(parts.query).items()}
        stub = self.server
        stub.requests.append((parts.path, parameters, self.headers["User-Agent"]))
        if stub.silent:
            stub.released.wait(10)
            return
        answer = stub.answers.get(parameters.get("q"), EMPTY.get(parts.path))
        body = json.dumps(answer).encode() if stub.raw is None else stub.raw
        self.send_response(stub.statuses.get(parameters.get("q"), stub.status))
        for name, value in stub.headers.items():
            self.send_header(name, value)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *_):
        """Keep quiet."""


@contextmanager
def running_stub() -> Iterator[Stub]:
    with Stub() as stub:
        thread = threading.Thread(target=stub.serve_forever, kwargs={"poll_interval": 0.01})
        thread.start()
        try:
            yield stub
        finally:
            stub.released.set()
            stub.shutdown()
            thread.join()
