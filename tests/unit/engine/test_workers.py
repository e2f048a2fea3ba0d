"""Several processes and a Dask cluster give what one process gives, with the real pipeline."""

import csv
import logging
import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest
from distributed import LocalCluster
from sqlalchemy import select

from mapapp.articles.article import make_article
from mapapp.engine import read
from mapapp.engine.read import PARSER_VERSION, read_pending
from mapapp.engine.workforce import Workforce
from mapapp.store import schema
from mapapp.store.database import Store
from mapapp.store.upkeep import check
from tests.postgresql import empty
from tests.unit.engine import jobs

pytestmark = pytest.mark.slow

ROOT = Path(__file__).resolve().parents[3]
PLACES = ("Saraqib", "Idlib", "Aleppo", "Homs", "Kharkiv", "Khartoum", "Mosul")
TEXTS = [
    f"The army took {place} on day {number}, and rebels fled towards {PLACES[number % 5]}."
    for number in range(30)
    for place in PLACES
]


def rows(store):
    """What was found, by article and place ids: keys differ from run to run."""
    mentions, articles, places = schema.mentions.c, schema.articles.c, schema.places.c
    query = (
        select(articles.id, mentions.start, mentions.end, places.id, mentions.role)
        .join_from(schema.mentions, schema.articles)
        .outerjoin(schema.places, places.key == mentions.place)
    )
    with store.database.read() as connection:
        return sorted(tuple(map(str, row)) for row in connection.execute(query))


def filled(address):
    store = Store(str(address))
    store.create()
    store.add([make_article(text) for text in TEXTS])
    return store


@pytest.fixture(scope="module")
def load(tmp_path_factory, config):
    folder = tmp_path_factory.mktemp("small")
    with config.gazetteer_files[0].open(encoding="utf-8", newline="") as stream:
        rows = list(csv.DictReader(stream))
    with (folder / "small.csv").open("w", encoding="utf-8", newline="") as stream:
        writer = csv.DictWriter(stream, rows[0])
        writer.writeheader()
        writer.writerows(row for row in rows if row["name"] in PLACES)
    return jobs.SmallKnowledge(folder)


@pytest.fixture(scope="module")
def single(tmp_path_factory, load):
    store = filled(tmp_path_factory.mktemp("single") / "one.db")
    assert read_pending(store, load).read == len(TEXTS)
    yield rows(store)
    store.close()


def test_two_processes_give_what_one_gives(single, tmp_path, load):
    store = filled(tmp_path / "two.db")
    summary = read_pending(store, load, workforce=Workforce(workers=2))
    assert (summary.read, summary.failed) == (len(TEXTS), 0)
    assert rows(store) == single
    assert store.count_todo(PARSER_VERSION) == 0
    store.close()


def test_processes_that_write_to_a_server_themselves_give_the_same(single, server, load):
    address = f"{server}/postgres"
    empty(address)
    store = filled(address)
    summary = read_pending(store, load, workforce=Workforce(workers=2))
    assert (summary.read, summary.failed) == (len(TEXTS), 0)
    assert rows(store) == single
    assert check(store) == []
    store.close()


RUN = """
import pathlib, signal, sys
sys.path.insert(0, sys.argv[3])
from mapapp.engine import read
from mapapp.store.database import Store
from mapapp.store.upkeep import check
from tests.postgresql import empty
from tests.unit.engine.jobs import SmallKnowledge
read.BATCH = 10
said = []
def say(progress):
    said.append(progress.done)
    print(progress.done, flush=True)
    if len(said) > int(sys.argv[4]):
        signal.pause()
load = SmallKnowledge(pathlib.Path(sys.argv[2]))
read.read_pending(Store(sys.argv[1]), load, on_progress=say)
"""


@pytest.mark.parametrize("after", [1, 4])
def test_a_run_killed_in_the_middle_is_resumed_without_loss_or_doubling(
    single, tmp_path, load, after
):
    store = filled(tmp_path / "killed.db")
    # It goes on for one batch more and waits there, however late the kill comes.
    command = [sys.executable, "-c", RUN, store.url, str(load.folder), str(ROOT), str(after)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as running:
        for _ in range(after):
            assert running.stdout.readline()
        os.kill(running.pid, signal.SIGKILL)
    left = store.count_todo(PARSER_VERSION)
    assert 0 < left < len(TEXTS)
    assert read_pending(store, load).read == left
    assert rows(store) == single
    store.close()


@pytest.fixture(scope="module")
def cluster():
    """A scheduler and two workers as processes of their own, as on several machines."""
    with LocalCluster(
        n_workers=2, threads_per_worker=1, processes=True, dashboard_address=None,
        silence_logs=logging.CRITICAL,
    ) as made:  # fmt: skip
        yield made


def test_a_cluster_gives_what_one_process_gives_though_a_worker_is_killed(
    single, tmp_path, load, cluster, monkeypatch
):
    monkeypatch.setattr(read, "BATCH", 10)
    store = filled(tmp_path / "cluster.db")
    killed = []

    def kill_one(progress):
        if progress.done >= 20 and not killed:
            killed.append(next(iter(cluster.workers.values())).pid)
            os.kill(killed[0], signal.SIGKILL)

    summary = read_pending(
        store,
        load,
        workforce=Workforce(cluster=cluster.scheduler_address),
        on_progress=kill_one,
    )
    assert killed
    assert (summary.read, summary.failed) == (len(TEXTS), 0)
    assert rows(store) == single
    store.close()
