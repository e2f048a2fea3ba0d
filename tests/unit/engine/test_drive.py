"""Processes may die; tasks do not get lost and are not done twice."""

import multiprocessing
import time
from concurrent.futures import BrokenExecutor, Executor, Future, ProcessPoolExecutor
from functools import partial

import pytest

from mapapp.engine import drive
from mapapp.engine.drive import Driver
from mapapp.engine.task import Task
from mapapp.errors import EngineError
from tests.unit.engine import jobs


def tasks(url="", count=6, size=3):
    """Give tasks one by one, then None."""
    all_of_them = [
        Task(
            url=url,
            keys=tuple(range(first, first + size)),
            parser="1",
            load=jobs.load_nothing,
        )
        for first in range(0, count * size, size)
    ]
    return partial(next, iter(all_of_them), None)


def pool():
    return ProcessPoolExecutor(2, mp_context=multiprocessing.get_context("spawn"))


def seen(results):
    found = [int(key) for result in results for key in result.failed]
    assert len(found) == len(set(found))
    return set(found)


def test_every_task_is_done_once():
    results = list(Driver(pool, window=4, work=jobs.answer).run(tasks()))
    assert seen(results) == set(range(18))


def test_others_read_while_work_goes_on_beside():
    first, second = (
        Task(url="", keys=(key,), parser="1", load=jobs.load_nothing) for key in (1, 2)
    )
    ready, ended = [first], set()
    end = time.monotonic() + 60

    def beside():
        while not ended and time.monotonic() < end:
            yield
        assert ended, "nothing was read while the work beside went on"
        ready.append(second)

    driver = Driver(pool, window=4, work=jobs.answer)
    for result in driver.run(lambda: ready.pop() if ready else None, beside()):
        ended.add(result.task)
    assert ended == {first, second}


def test_a_process_killed_by_chance_costs_nothing(tmp_path):
    driver = Driver(pool, window=4, work=jobs.die_once)
    results = list(driver.run(tasks(str(tmp_path / "mark"))))
    assert seen(results) == set(range(18))
    assert not any(result.died for result in results)


def test_an_article_that_kills_its_process_is_named_and_the_others_are_read():
    results = list(Driver(pool, window=4, work=jobs.die_of_poison).run(tasks()))
    assert seen(results) == set(range(18)) - {jobs.POISON}
    assert [result.task.keys for result in results if result.died] == [(jobs.POISON,)]


class Broken(Executor):
    """An executor whose processes die at everything."""

    def submit(self, *_args, **_kwargs):
        future = Future()
        future.set_exception(BrokenExecutor("died"))
        return future


def test_a_machine_that_kills_everything_is_given_up(monkeypatch):
    monkeypatch.setattr(drive, "MOST_BREAKS", 5)
    driver = Driver(Broken, window=2, work=jobs.answer)
    with pytest.raises(EngineError, match="Use fewer --workers"):
        list(driver.run(tasks()))
