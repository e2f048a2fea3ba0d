"""What every command module defines."""

import argparse
from collections.abc import Callable
from dataclasses import dataclass

from mapapp.config import Config


@dataclass(frozen=True, kw_only=True, slots=True)
class Command:
    """One command of the command line.

    Attributes:
        name: The word typed; equal to the module's name.
        help: One line for the list of commands.
        description: Text above the options of ``--help``; empty repeats `help`.
        add_arguments: Adds the command's own options to its parser.
        run: Does the work with the parsed options and returns the exit status.
    """

    name: str
    help: str
    add_arguments: Callable[[argparse.ArgumentParser], None]
    run: Callable[[argparse.Namespace, Config], int]
    description: str = ""
