"""What a kill costs: nothing lost, nothing doubled, the same rows as a run that nobody disturbed.

    python benchmarks/kills.py                                        20 kills, SQLite
    python benchmarks/kills.py --database postgresql://user@host/empty
    python benchmarks/kills.py --cluster                              a Dask worker killed

The first two kill the whole `mapapp ingest` with `kill -9` at random moments, from storing the
first article on, and start it again until all is read. The third kills one of two Dask workers
while they read, once.
"""

import argparse
import hashlib
import importlib
import logging
import os
import random
import signal
import subprocess
import sys
import tempfile
from pathlib import Path

from ingest import ONE, ingest, write
from made_articles import generate
from sqlalchemy import select

from mapapp.engine.read import Progress
from mapapp.engine.workforce import Workforce
from mapapp.pipeline import PARSER_VERSION
from mapapp.store import schema
from mapapp.store.database import Store
from mapapp.store.upkeep import check

SHORTEST, LONGEST = 1.5, 8.0
"""Seconds that a run may live: from before its first write to the middle of reading."""


def fingerprint(store: Store) -> str:
    """Return a hash of every mention by article and place, which no order and no key changes."""
    mentions, articles, places = schema.mentions.c, schema.articles.c, schema.places.c
    query = (
        select(articles.id, mentions.start, mentions.end, places.id, mentions.role)
        .join_from(schema.mentions, schema.articles)
        .outerjoin(schema.places, places.key == mentions.place)
    )
    with store.database.read() as connection:
        rows = sorted(map(repr, connection.execute(query)))
    return f"{len(rows):,} mentions, {hashlib.sha256(''.join(rows).encode()).hexdigest()[:12]}"


def kill_often(path: Path, url: str, times: int) -> int:
    """Run `mapapp ingest`, kill it at random moments, until all is read; return how often."""
    choice = random.Random(11)  # noqa: S311 (repeatable, not secret)
    command = [sys.executable, "-m", "mapapp", "ingest", str(path), "--database", url]
    killed = 0
    while killed < times:
        with subprocess.Popen(  # noqa: S603 (our own program)
            [*command, "--workers", str(1 + killed % 2)],
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            start_new_session=True,
        ) as running:
            try:
                running.wait(choice.uniform(SHORTEST, LONGEST))
            except subprocess.TimeoutExpired:
                os.killpg(running.pid, signal.SIGKILL)
                killed += 1
            else:
                break
    subprocess.run(command, stdout=subprocess.DEVNULL, check=True)  # noqa: S603 (our own program)
    return killed


def kill_worker(path: Path, store: Store) -> None:
    """Ingest on a Dask cluster of two processes and kill one of them once reading goes on."""
    distributed = importlib.import_module("distributed")
    killed: list[int] = []
    with distributed.LocalCluster(
        n_workers=2, threads_per_worker=1, processes=True, dashboard_address=None,
        silence_logs=logging.CRITICAL,
    ) as cluster:  # fmt: skip

        def kill_one(progress: Progress) -> None:
            if progress.stage == "read" and not killed:
                killed.append(next(iter(cluster.workers.values())).pid)
                os.kill(killed[0], signal.SIGKILL)

        workforce = Workforce(cluster=cluster.scheduler_address)
        ingest(path, store, workforce, kill_one)
    if not killed:
        sys.exit("No worker was killed: the run was over too soon; ask for more --articles.")


def main() -> None:
    """Kill, resume, compare."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--articles", type=int, default=1500)
    parser.add_argument("--kills", type=int, default=20)
    parser.add_argument("--database", default="", help="an empty one; a SQLite file when not given")
    parser.add_argument("--cluster", action="store_true", help="kill a Dask worker instead")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="mapapp-bench-") as name:
        folder = Path(name)
        path = write(generate(options.articles), folder / "articles.jsonl")
        whole = Store(str(folder / "undisturbed.db"))
        ingest(path, whole, ONE)
        store = Store(options.database or str(folder / "killed.db"))
        if options.cluster:
            kill_worker(path, store)
            what = "one of two Dask workers killed"
        else:
            what = f"killed {kill_often(path, store.url, options.kills)} times"
        same = (
            "equal to an undisturbed run" if fingerprint(store) == fingerprint(whole) else "WRONG"
        )
        print(
            f"{store.database.dialect}, {what}: {store.count():,} of {options.articles:,} "
            f"articles, {store.count_todo(PARSER_VERSION)} left, {fingerprint(store)}, {same}, "
            f"check: {check(store) or 'sound'}"
        )


if __name__ == "__main__":
    main()
