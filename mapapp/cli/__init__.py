"""The command line: one module per command, found by being in this folder."""

import argparse
import importlib
import logging
import os
import pkgutil
import sys
from collections.abc import Sequence

from mapapp import __version__
from mapapp.cli.command import Command
from mapapp.config import Config, load_config
from mapapp.errors import MapappError, PlugInError

EXIT_OK = 0
EXIT_FAILED = 1
EXIT_USAGE = 2

DESCRIPTION = """\
Turn conflict reporting into a map in which every marker opens the sentence behind it.

A first session:
  mapapp ingest articles/        read articles into the database
  mapapp serve                   open the dashboard on them
  mapapp export --format geojson > places.geojson
"""


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command and return its exit status.

    0: done. 1: some or all of the work failed, the message says what. 2: wrong usage.
    """
    words = list(sys.argv[1:] if arguments is None else arguments)
    parser = build_parser(words)
    options = parser.parse_args(words)
    logging.basicConfig(
        level=logging.DEBUG if options.verbose else logging.WARNING,
        format="%(levelname)s %(name)s: %(message)s",
    )
    try:
        config = _config(options)
        return int(options.command.run(options, config))
    except MapappError as error:
        sys.stderr.write(f"mapapp: {error}\n")
        return EXIT_FAILED
    except BrokenPipeError:
        # The reader of a pipe ("| head") has left; what is still buffered has nowhere to go.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return EXIT_FAILED
    except KeyboardInterrupt:
        sys.stderr.write("mapapp: interrupted; what was written before is kept\n")
        return 130


def build_parser(words: Sequence[str] = ()) -> argparse.ArgumentParser:
    """Build the parser; loads only the named command's module when the words name one.

    Loading one module instead of all keeps the start of `mapapp geoparse` under half a second.
    """
    parser = argparse.ArgumentParser(
        prog="mapapp",
        description=DESCRIPTION,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument("--version", action="version", version=f"mapapp {__version__}")
    subparsers = parser.add_subparsers(metavar="COMMAND", required=True)
    names = command_names()
    named = next((word for word in words if word in names), None)
    for name in [named] if named else names:
        command = load_command(name)
        subparser = subparsers.add_parser(
            command.name,
            help=command.help,
            description=command.description or command.help,
            formatter_class=argparse.RawDescriptionHelpFormatter,
        )
        _add_common_options(subparser)
        command.add_arguments(subparser)
        subparser.set_defaults(command=command)
    return parser


def command_names() -> list[str]:
    """Return the names of all commands in alphabetical order."""
    modules = (module.name for module in pkgutil.iter_modules(__path__))
    return sorted(name for name in modules if name != "command")


def load_command(name: str) -> Command:
    """Import a command's module and return its ``COMMAND``.

    Raises:
        PlugInError: The module has no COMMAND of its own name.
    """
    command = getattr(importlib.import_module(f"{__name__}.{name}"), "COMMAND", None)
    if not isinstance(command, Command) or command.name != name:
        message = (
            f"mapapp/cli/{name}.py has no COMMAND named '{name}'. "
            "Define COMMAND = Command(...) there, its name equal to the module's."
        )
        raise PlugInError(message)
    return command


def _add_common_options(parser: argparse.ArgumentParser) -> None:
    group = parser.add_argument_group("common options")
    group.add_argument(
        "--database",
        metavar="URL",
        help="SQLAlchemy URL (default: MAPAPP_DATABASE, else a SQLite file in your data folder)",
    )
    group.add_argument(
        "--gazetteer",
        metavar="FILE",
        action="append",
        default=[],
        help="one more gazetteer CSV for this run; can be repeated",
    )
    group.add_argument("--verbose", action="store_true", help="log what happens to standard error")


def _config(options: argparse.Namespace) -> Config:
    return load_config(
        database=options.database,
        gazetteers=tuple(options.gazetteer),
        prior=getattr(options, "prior", None),
        second_opinion=getattr(options, "second_opinion", None),
    )
