"""What all tests share: settings that touch nothing of the user's, and the stages' knowledge."""

import os
from pathlib import Path

import pytest

from mapapp.config import Config, load_config
from mapapp.pipeline import Knowledge, load_knowledge

ROOT = Path(__file__).resolve().parent.parent

# Keyed by content hash, so keeping it between runs is safe and saves compiling the index again.
CACHE = ROOT / ".pytest_cache" / "mapapp"


@pytest.fixture(scope="session", autouse=True)
def _own_folders(tmp_path_factory):
    """Keep every test, and every process that a test starts, out of the user's folders."""
    with pytest.MonkeyPatch.context() as patch:
        for name in [name for name in os.environ if name.startswith("MAPAPP_")]:
            patch.delenv(name)
        patch.setenv("MAPAPP_DATA_FOLDER", str(tmp_path_factory.mktemp("data")))
        patch.setenv("MAPAPP_CACHE_FOLDER", str(CACHE))
        yield


@pytest.fixture(scope="session")
def config(_own_folders) -> Config:
    return load_config()


@pytest.fixture(scope="session")
def knowledge(config: Config) -> Knowledge:
    return load_knowledge(config.bundled, config.gazetteer_files, config.cache_folder)


@pytest.fixture(scope="session")
def seed_text() -> str:
    (path,) = (ROOT / "seeds").glob("*.txt")
    return path.read_text(encoding="utf-8")
