"""A real PostgreSQL server for tests, started once in a session on a free port."""

import os
import pwd
import shutil
import socket
import subprocess
import tempfile
from collections.abc import Iterator
from pathlib import Path

import psycopg
import pytest

INSTALL = "PostgreSQL's server programs are missing: run `apt-get install postgresql`."


def _program(name: str) -> str:
    found = sorted(Path("/usr/lib/postgresql").glob(f"*/bin/{name}"))
    path = str(found[-1]) if found else shutil.which(name)
    if path is None:
        pytest.fail(INSTALL)
    return path


def _account() -> pwd.struct_passwd:
    """PostgreSQL refuses to run as root."""
    if os.geteuid() != 0:
        return pwd.getpwuid(os.geteuid())
    return pwd.getpwnam("postgres")


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def _run(*command: str) -> None:
    account = _account()
    done = subprocess.run(
        command,
        user=account.pw_uid,
        group=account.pw_gid,
        capture_output=True,
        text=True,
        cwd="/",
        check=False,
    )
    assert done.returncode == 0, done.stdout + done.stderr


@pytest.fixture(scope="session")
def server() -> Iterator[str]:
    """A PostgreSQL server on a free port, with its data in a folder of its own."""
    folder = Path(tempfile.mkdtemp(prefix="mapapp-postgresql-"))
    os.chown(folder, _account().pw_uid, _account().pw_gid)
    data, port = str(folder / "data"), _free_port()
    _run(_program("initdb"), "-D", data, "-U", "tester", "-A", "trust", "-E", "UTF8", "--no-sync")
    options = f"-p {port} -k {folder} -c listen_addresses=127.0.0.1 -c fsync=off"
    log = str(folder / "log")
    _run(_program("pg_ctl"), "-D", data, "-o", options, "-l", log, "-w", "start")
    yield f"postgresql://tester@127.0.0.1:{port}"
    _run(_program("pg_ctl"), "-D", data, "-m", "immediate", "-w", "stop")
    shutil.rmtree(folder)


def empty(address: str) -> None:
    """Drop everything in a database."""
    with psycopg.connect(address, autocommit=True) as connection:
        connection.execute("DROP SCHEMA public CASCADE")
        connection.execute("CREATE SCHEMA public")
