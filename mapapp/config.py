"""Settings, read once from options and MAPAPP_ variables into one frozen object."""

import os
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from platformdirs import user_cache_path, user_data_path

from mapapp.errors import ConfigurationError

PACKAGE = Path(__file__).resolve().parent

SETTINGS = {
    "MAPAPP_DATABASE": "SQLAlchemy URL of the database; default: a SQLite file in the data folder",
    "MAPAPP_DATA_FOLDER": "where the database and added gazetteers are kept",
    "MAPAPP_CACHE_FOLDER": "where compiled indexes are kept; can be deleted at any time",
    "MAPAPP_GAZETTEER": f"more gazetteer files with our columns, separated by '{os.pathsep}'",
    "MAPAPP_SEEDS": "folder of articles that an empty database starts with; empty for none",
    "MAPAPP_PRIOR": "corpus or a file: what your articles are about, as a clue; default none",
    "MAPAPP_SECOND_OPINION": "spacy_small: spaCy's small model has a say in names; default none",
    "MAPAPP_OFFLINE": "1 leaves online tile layers out of the page; default 0",
}
"""Every variable that mapapp reads, with what it does."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Config:
    """All settings.

    Attributes:
        bundled: The folder of bundled data files (gazetteer, highways, actors, base map).
        seeds: The folder of demo articles; None to start with an empty database.
        data_folder: The user's folder for the database and added files.
        cache_folder: The user's folder for what can be made again.
        database: SQLAlchemy URL.
        gazetteer_files: Gazetteer CSV files, the bundled one first.
        offline: Whether the page offers no online tile layers.
        second_opinion: Which second opinion on place names is asked; empty for none.
        prior: Which corpus prior articles are read with: ``corpus``, a file, or empty for none.
    """

    bundled: Path
    seeds: Path | None
    data_folder: Path
    cache_folder: Path
    database: str
    gazetteer_files: tuple[Path, ...]
    offline: bool = False
    prior: str = ""
    second_opinion: str = ""

    @property
    def highway_folders(self) -> tuple[Path, Path]:
        """Folders of highway files: the bundled one, then the reader's own, which outranks it."""
        return self.bundled / "highways", self.data_folder / "highways"


def load_config(
    environment: Mapping[str, str] | None = None,
    *,
    database: str | None = None,
    gazetteers: tuple[str, ...] = (),
    prior: str | None = None,
    second_opinion: str | None = None,
) -> Config:
    """Read the settings; options outrank variables, variables outrank defaults.

    Args:
        environment: Variables to read; None reads the process's own.
        database: The --database option.
        gazetteers: The --gazetteer options.
        prior: The --prior option of commands that have it.
        second_opinion: The --second-opinion option of commands that have it.

    Raises:
        ConfigurationError: A variable's value cannot be used.
    """
    variables = os.environ if environment is None else environment
    bundled = bundled_folder("data")
    data_folder = Path(variables.get("MAPAPP_DATA_FOLDER") or user_data_path("mapapp"))
    cache_folder = Path(variables.get("MAPAPP_CACHE_FOLDER") or user_cache_path("mapapp"))
    added = sorted((data_folder / "gazetteers").glob("*.csv"))
    named = [Path(name) for name in variables.get("MAPAPP_GAZETTEER", "").split(os.pathsep) if name]
    named += [Path(name) for name in gazetteers]
    for path in named:
        if not path.is_file():
            message = (
                f"No gazetteer file at {path}. Name a CSV file with the columns of docs/data.md."
            )
            raise ConfigurationError(message)
    return Config(
        bundled=bundled,
        seeds=_seeds_folder(variables),
        data_folder=data_folder,
        cache_folder=cache_folder,
        database=database or variables.get("MAPAPP_DATABASE") or default_database(data_folder),
        gazetteer_files=(bundled / "gazetteer.csv", *added, *named),
        offline=_flag(variables, "MAPAPP_OFFLINE"),
        prior=_chosen(prior, variables, "MAPAPP_PRIOR"),
        second_opinion=_chosen(second_opinion, variables, "MAPAPP_SECOND_OPINION"),
    )


def bundled_folder(name: str) -> Path:
    """Return a bundled folder: inside the installed package, else beside it in a clone.

    Raises:
        ConfigurationError: Neither place has it.
    """
    for folder in (PACKAGE / name, PACKAGE.parent / name):
        if folder.is_dir():
            return folder
    message = (
        f"The bundled folder '{name}' is missing: looked in {PACKAGE} and {PACKAGE.parent}. "
        "Install mapapp again, or run it from a complete clone."
    )
    raise ConfigurationError(message)


def default_database(data_folder: Path) -> str:
    """Return the URL of the SQLite file in the user's data folder."""
    return f"sqlite:///{(data_folder / 'mapapp.db').as_posix()}"


def _seeds_folder(variables: Mapping[str, str]) -> Path | None:
    if "MAPAPP_SEEDS" not in variables:
        return bundled_folder("seeds")
    return Path(variables["MAPAPP_SEEDS"]) if variables["MAPAPP_SEEDS"] else None


def _chosen(option: str | None, variables: Mapping[str, str], name: str) -> str:
    return variables.get(name, "") if option is None else option


def _flag(variables: Mapping[str, str], name: str) -> bool:
    value = variables.get(name, "0").strip().lower()
    if value not in {"0", "1", "", "true", "false"}:
        message = f"{name} is {value!r}; allowed are 0 and 1."
        raise ConfigurationError(message)
    return value in {"1", "true"}
