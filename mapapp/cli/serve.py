"""`mapapp serve`: open the dashboard."""

import argparse
import os
import subprocess
import sys
import tomllib
from pathlib import Path

from mapapp.cli.command import Command
from mapapp.config import PACKAGE, Config

DESCRIPTION = """\
Open the dashboard at http://localhost:8501. An empty database starts with the seed articles.

  mapapp serve
  mapapp serve --port 9000 --database sqlite:///other.db
  mapapp serve --address 0.0.0.0          reachable from other machines
"""


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Add the command's options."""
    parser.add_argument("--port", type=int, default=8501, help="default: 8501")
    parser.add_argument(
        "--address", default="localhost", help="where to listen; default: this machine only"
    )


def run(options: argparse.Namespace, config: Config) -> int:
    """Run the server until it is stopped; returns its exit status."""
    # The page reads its settings from the environment, as it does under `streamlit run`.
    environment = {
        **os.environ,
        "MAPAPP_DATABASE": config.database,
        "MAPAPP_GAZETTEER": os.pathsep.join(
            str(path.resolve()) for path in config.gazetteer_files[1:]
        ),
    }
    command = [
        *(sys.executable, "-m", "streamlit", "run", str(PACKAGE / "app.py")),
        f"--server.port={options.port}",
        f"--server.address={options.address}",
        *page_settings(),
    ]
    sys.stdout.write(f"mapapp: http://{options.address}:{options.port} (stop with Ctrl-C)\n")
    sys.stdout.flush()
    try:
        return subprocess.run(command, env=environment, check=False).returncode  # noqa: S603 (our own command)
    except KeyboardInterrupt:
        return 0


def page_settings() -> list[str]:
    """Return our Streamlit settings as options, so that they hold in any folder."""
    places = (PACKAGE / ".streamlit", PACKAGE.parent / ".streamlit")
    path = next((p / "config.toml" for p in places if (p / "config.toml").is_file()), None)
    return _options(path) if path else []


def _options(path: Path) -> list[str]:
    def flat(prefix: str, table: dict[str, object]) -> list[str]:
        found: list[str] = []
        for key, value in table.items():
            name = f"{prefix}.{key}" if prefix else key
            if isinstance(value, dict):
                found += flat(name, value)
            else:
                found.append(f"--{name}={str(value).lower() if value in (True, False) else value}")
        return found

    return flat("", tomllib.loads(path.read_text(encoding="utf-8")))


COMMAND = Command(
    name="serve",
    help="open the dashboard at http://localhost:8501",
    description=DESCRIPTION,
    add_arguments=add_arguments,
    run=run,
)
