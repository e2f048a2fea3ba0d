"""`mapapp db`: look after the database."""

import argparse
import json
from dataclasses import asdict
from pathlib import Path

from mapapp.cli.command import Command
from mapapp.cli.ingest import ConfiguredKnowledge
from mapapp.config import Config
from mapapp.engine.progress_bar import Bar
from mapapp.engine.read import read_pending
from mapapp.engine.report import prior_line
from mapapp.engine.workforce import Workforce
from mapapp.errors import ConfigurationError
from mapapp.store import upkeep
from mapapp.store.database import Store

DESCRIPTION = """\
Look after the database.

  mapapp db info              what is in it
  mapapp db check             whether it is sound; exit status 1 when it is not
  mapapp db rebuild           drop everything that was derived and read all articles again
  mapapp db vacuum            give back unused space; makes a cold start faster
  mapapp db backup FILE       a whole copy, while others go on working

A SQLite backup is a database file itself; one of PostgreSQL is read by pg_restore.
"""


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Add the command's options."""
    parser.add_argument("action", choices=("info", "check", "rebuild", "vacuum", "backup"))
    parser.add_argument("file", nargs="?", type=Path, metavar="FILE", help="where a backup goes")
    parser.add_argument("--workers", type=int, default=1, metavar="N", help="to rebuild with")
    parser.add_argument("--json", action="store_true", help="print info as one JSON object")


def run(options: argparse.Namespace, config: Config) -> int:
    """Do one action; 0 when all is well."""
    store = Store(config.database, readonly=options.action in {"info", "check"})
    actions = {"info": _info, "check": _check, "rebuild": _rebuild, "backup": _backup}
    if options.action == "vacuum":
        upkeep.vacuum(store)
        return 0
    return actions[options.action](options, store, config)


def _info(options: argparse.Namespace, store: Store, _config: Config) -> int:
    found = asdict(upkeep.info(store))
    if options.json:
        print(json.dumps(found, ensure_ascii=False))
        return 0
    for name, value in found.items():
        shown = f"{value:,}" if isinstance(value, int) else value
        print(f"{name:12} {shown}")
    return 0


def _check(_options: argparse.Namespace, store: Store, _config: Config) -> int:
    problems = upkeep.check(store)
    print(*(problems or ["The database is sound."]), sep="\n")
    return int(bool(problems))


def _rebuild(options: argparse.Namespace, store: Store, config: Config) -> int:
    store.create()
    count = upkeep.rebuild(store)
    print(f"{count:,} articles to read again; stopped, `mapapp ingest` goes on.")
    load = ConfiguredKnowledge(gazetteers=tuple(options.gazetteer))
    with Bar() as bar:
        workforce = Workforce(workers=max(options.workers, 1))
        summary = read_pending(
            store, load, workforce=workforce, prior=config.prior, on_progress=bar.show
        )
    print(f"{summary.read:,} read, {summary.failed:,} failed")
    if summary.prior.source:
        print(prior_line(summary.prior))
    return int(summary.failed > 0)


def _backup(options: argparse.Namespace, store: Store, _config: Config) -> int:
    if options.file is None:
        raise ConfigurationError("mapapp db backup needs the name of a new file.")
    upkeep.backup(store, options.file)
    print(f"{options.file}: {options.file.stat().st_size:,} bytes")
    return 0


COMMAND = Command(
    name="db",
    help="look after the database: info, check, rebuild, vacuum, backup",
    description=DESCRIPTION,
    add_arguments=add_arguments,
    run=run,
)
