"""`mapapp export`: what is in the database, as a file in any of the formats."""

import argparse
import sys
from collections.abc import Sequence
from contextlib import AbstractContextManager, nullcontext
from pathlib import Path
from typing import TextIO
from urllib.parse import parse_qs, urlsplit

import mapapp.exports
from mapapp.actors.lexicon import load_lexicon
from mapapp.cli.command import Command
from mapapp.config import Config
from mapapp.errors import ConfigurationError
from mapapp.exports import Export
from mapapp.highways.load import load_highways
from mapapp.registry import discover
from mapapp.store.columns import load_columns
from mapapp.store.columns_file import columns_path
from mapapp.store.database import Store
from mapapp.view.choose import Choice
from mapapp.view.corpus import build_corpus
from mapapp.view.extract import Extract
from mapapp.view.linked import link
from mapapp.view.permalink import URL_KEYS, decode
from mapapp.view.selection import Selection

DESCRIPTION = """\
Write the mentions and events in the database to a file, or to standard output.

  mapapp export --format csv > mentions.csv
  mapapp export --format geojson --side opposition --from 2020-02-01 --output places.geojson
  mapapp export --format html --output map.html       a map that works without a network
  mapapp export --link 'http://localhost:8501/?side=hts' --format kml    what a link shows

Filters are those of the page and of its links.
"""

_FILTERS = {
    "in": ("--place", "id of a place; can be repeated"),
    "side": ("--side", "id of a side, such as government; can be repeated"),
    "actor": ("--actor", "id of an actor; can be repeated"),
    "role": ("--role", "role of the mention; can be repeated"),
    "source": ("--source", "name of a source; can be repeated"),
    "type": ("--type", "event type; can be repeated"),
    "from": ("--from", "first day, YYYY-MM-DD"),
    "to": ("--to", "last day, YYYY-MM-DD"),
    "undated": ("--undated", "0 leaves out what has no date"),
    "confidence": ("--confidence", "least percent of certainty of the place"),
    "q": ("--words", "words that the article must hold"),
    "named": ("--named", "1 includes datelines, metonyms and affiliations"),
}
"""Options by the URL key that they stand for."""


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Add the command's options."""
    formats = _formats()
    listed = "; ".join(f"{name}: {export.label}" for name, export in formats.items())
    parser.add_argument("--format", required=True, choices=sorted(formats), help=listed)
    parser.add_argument("--output", type=Path, metavar="FILE", help="default: standard output")
    parser.add_argument("--link", metavar="URL", help="take the filters of a link to the page")
    group = parser.add_argument_group("filters")
    for key, (option, words) in _FILTERS.items():
        group.add_argument(option, dest=f"filter_{key}", action="append", metavar="X", help=words)


def _formats() -> dict[str, Export]:
    return {export.name: export for export in discover(mapapp.exports, "EXPORT", Export).values()}


def run(options: argparse.Namespace, config: Config) -> int:
    """Write the file; 0 when done."""
    selection = _selection(options)
    extract = _extract(config, selection)
    export = _formats()[options.format]
    with _target(options.output) as out:
        export.write(extract, out)
    if export.note:
        sys.stderr.write(f"mapapp: {export.note}\n")
    return 0


def _selection(options: argparse.Namespace) -> Selection:
    values: dict[str, Sequence[str]] = _of_link(options.link) if options.link else {}
    for key in _FILTERS:
        given = getattr(options, f"filter_{key}")
        if given:
            values[key] = given
    link, problems = decode(values)
    if problems:
        allowed = {row.key: row.allowed for row in URL_KEYS}
        named = ", ".join(f"{_FILTERS[key][0]}: {allowed[key]}" for key in _FILTERS)
        message = f"A filter cannot be used. {' '.join(problems)} Allowed are {named}."
        raise ConfigurationError(message)
    return link.selection


def _of_link(link: str) -> dict[str, Sequence[str]]:
    return dict(parse_qs(urlsplit(link).query))


def _extract(config: Config, selection: Selection) -> Extract:
    store = Store(config.database)
    store.create()
    lexicon = load_lexicon(config.bundled / "actors")
    corpus = build_corpus(
        load_columns(store, file=columns_path(config.cache_folder, store)),
        store.places(),
        tuple(lexicon.sides.values()),
        load_highways(config.bundled / "highways"),
        known=lexicon.actors,
    )
    found = store.matching(selection.words) if selection.words else None
    choice = Choice(corpus, selection, found)
    return Extract(
        choice,
        store.readings,
        links=lambda: link(corpus, store.separations()),
        basemap=config.bundled / "basemap",
        countries={code: state.names[0] for code, state in lexicon.states.items()},
    )


def _target(path: Path | None) -> AbstractContextManager[TextIO]:
    if path is None:
        sys.stdout.reconfigure(encoding="utf-8", newline="")  # type: ignore[union-attr]
        return nullcontext(sys.stdout)
    try:
        return path.open("w", encoding="utf-8", newline="")
    except OSError as error:
        message = f"Cannot write {path}: {error.strerror}. Name another file with --output."
        raise ConfigurationError(message) from error


COMMAND = Command(
    name="export",
    help="write mentions and events as CSV, GeoJSON, KML, a web page and more",
    description=DESCRIPTION,
    add_arguments=add_arguments,
    run=run,
)
