"""`mapapp highways`: list the known roads, add one with its true geometry, check a file."""

import argparse
import sys
from collections import Counter
from pathlib import Path

from mapapp.cli.command import Command
from mapapp.config import Config
from mapapp.errors import ConfigurationError
from mapapp.highways.add import (
    RoadFacts,
    RoadPlace,
    highway_of,
    places_of_known,
    read_pieces,
)
from mapapp.highways.geometry import RoadLine, position
from mapapp.highways.load import load_highway, load_highways, read_highway
from mapapp.highways.segments import length_km
from mapapp.highways.write import highway_text
from mapapp.model.highway import Highway

DESCRIPTION = """\
Roads that the map draws and the reader of articles knows by name.

  mapapp highways list
  mapapp highways add m5.geojson --id SY-M5        true geometry for a known road
  mapapp highways add track.gpx --id SD-A1 --shield A1 --name "Khartoum-Port Sudan highway" \\
      --country SD --place Khartoum=15.60,32.53 --place "Port Sudan=19.62,37.22"
  mapapp highways check data/highways/m5.csv

Formats: GeoJSON, GPX, an Overpass answer in JSON (query with "out geom;"), all in WGS 84. An added
road is kept in your data folder and replaces the bundled road with its id.
"""

TOLERANCE_KM = 0.03


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Add the actions and their options."""
    actions = parser.add_subparsers(dest="action", required=True, metavar="ACTION")
    actions.add_parser("list", help="show the known roads with their segments")
    check = actions.add_parser("check", help="check highway files")
    check.add_argument("files", nargs="+", type=Path, metavar="FILE")
    add = actions.add_parser("add", help="add a road, or true geometry for a known one")
    add.add_argument("file", type=Path, metavar="FILE", help="GeoJSON, GPX or Overpass JSON")
    add.add_argument("--id", required=True, help="such as SY-M5; a known id takes over its facts")
    add.add_argument("--shield", help="road number as on signs; default: the file's ref")
    add.add_argument("--name", help="such as 'Damascus-Aleppo highway'; default: the file's name")
    add.add_argument("--country", help="ISO 3166-1 alpha-2 code; default: the start of the id")
    add.add_argument("--alias", action="append", default=[], help="another name; can be repeated")
    add.add_argument("--source", help="where the geometry comes from, with its licence")
    add.add_argument(
        "--place",
        action="append",
        default=[],
        metavar="NAME=LAT,LON",
        help="cut the road into segments here, in the road's order; can be repeated",
    )
    add.add_argument(
        "--tolerance-km",
        type=float,
        default=TOLERANCE_KM,
        help=f"how far the thinned line may leave the recorded one (default {TOLERANCE_KM})",
    )


def run(options: argparse.Namespace, config: Config) -> int:
    """Do one action; 0 when done."""
    if options.action == "check":
        for path in options.files:
            highway = load_highway(path)
            print(f"{path}: {highway.id}, {len(highway.waypoints)} waypoints, good")
        return 0
    known = load_highways(*config.highway_folders)
    if options.action == "list":
        for highway in known:
            _print_highway(highway)
        return 0
    return _add(options, config, known)


def _print_highway(highway: Highway) -> None:
    km = sum(segment.length_km for segment in highway.segments)
    kind = "approximate" if highway.approximate else "recorded"
    print(f"{highway.id}  {highway.shield}  {highway.name}  {km:.0f} km, {kind}")
    for segment in highway.segments:
        print(f"    {segment.name}  {segment.length_km:g} km")


def _add(options: argparse.Namespace, config: Config, known: tuple[Highway, ...]) -> int:
    pieces = read_pieces(options.file)
    old = next((highway for highway in known if highway.id == options.id), None)
    known_places = places_of_known(old) if old is not None else ()
    places = (*known_places, *(_place(text) for text in options.place))
    highway, rest = highway_of(
        pieces, _facts(options, pieces, old), places, tolerance_km=options.tolerance_km
    )
    text = highway_text(highway)
    path = config.highway_folders[-1] / f"{highway.id.lower()}.csv"
    read_highway(text.splitlines(), str(path))
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8", newline="\n")
    if rest:
        km = sum(length_km(line) for line in rest)
        sys.stderr.write(
            f"mapapp: {len(rest)} pieces, {km:.1f} km in all, join the road nowhere "
            "and were left out\n"
        )
    _print_highway(highway)
    print(f"Written to {path}")
    return 0


def _facts(
    options: argparse.Namespace, pieces: tuple[RoadLine, ...], old: Highway | None
) -> RoadFacts:
    shield = options.shield or (old.shield if old else _most([piece.ref for piece in pieces]))
    name = options.name or (old.name if old else _most([piece.name for piece in pieces]))
    if not shield or not name:
        message = (
            f"{options.id} is no known road and {options.file} does not say its number and name. "
            "Give --shield and --name; 'mapapp highways list' shows the known roads."
        )
        raise ConfigurationError(message)
    return RoadFacts(
        id=options.id,
        shield=shield,
        name=name,
        country=options.country or options.id[:2],
        source=options.source or f"recorded geometry, {options.file.name}",
        aliases=tuple(dict.fromkeys((*(old.aliases if old else ()), *options.alias))),
    )


def _most(values: list[str]) -> str:
    counted = Counter(value for value in values if value)
    return counted.most_common(1)[0][0] if counted else ""


def _place(text: str) -> RoadPlace:
    name, equals, numbers = text.rpartition("=")
    lat, comma, lon = numbers.partition(",")
    if not (name.strip() and equals and comma):
        message = f"--place is {text!r}; allowed is NAME=LAT,LON such as Saraqib=35.864,36.806."
        raise ConfigurationError(message)
    return RoadPlace(name=name.strip(), coordinates=position(lat, lon, f"--place {name}"))


COMMAND = Command(
    name="highways",
    help="list the known roads, add one with its true geometry, check a file",
    description=DESCRIPTION,
    add_arguments=add_arguments,
    run=run,
)
