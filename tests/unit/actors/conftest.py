from pathlib import Path

import pytest

from mapapp.actors.lexicon import Lexicon, load_lexicon

ACTORS = Path(__file__).resolve().parents[3] / "data" / "actors"


@pytest.fixture(scope="session")
def lexicon() -> Lexicon:
    return load_lexicon(ACTORS)
