"""Work for the driver's processes; a module of its own because they import it."""

import os
import signal
from dataclasses import dataclass
from pathlib import Path

from mapapp.config import load_config
from mapapp.engine.task import Result
from mapapp.pipeline import load_knowledge

POISON = 13


def answer(task):
    return Result(task=task, failed={str(key): "seen" for key in task.keys})


def die_of_poison(task):
    """Die as if killed by the system, at one article only."""
    if POISON in task.keys:
        os.kill(os.getpid(), signal.SIGKILL)
    return answer(task)


def die_once(task):
    """Die at the first task, as if somebody had killed the process by chance."""
    mark = Path(task.url)
    if not mark.exists():
        mark.touch()
        os.kill(os.getpid(), signal.SIGKILL)
    return answer(task)


def load_nothing():
    return None


@dataclass(frozen=True)
class SmallKnowledge:
    """The real stages over a gazetteer of a few rows, which compiles at once."""

    folder: Path

    def __call__(self):
        config = load_config()
        return load_knowledge(config.bundled, [self.folder / "small.csv"], self.folder)
