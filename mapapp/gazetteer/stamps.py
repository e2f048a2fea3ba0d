"""Content hashes of files, remembered by size and time so that a start does not read them all."""

import hashlib
import json
import os
from pathlib import Path

from mapapp.errors import DataError

_FILE = "content-hashes.json"


def content_hash(path: Path, cache_folder: Path) -> str:
    """Return the SHA-256 of a file, in hexadecimal.

    It is read again only when its size or its time of change differs from last time.

    Raises:
        DataError: The file is missing or cannot be read.
    """
    try:
        state = path.stat()
        stamp = [state.st_size, state.st_mtime_ns, state.st_ctime_ns]
        known = _load(cache_folder)
        entry = known.get(str(path.resolve()))
        if entry is not None and entry[:3] == stamp:
            return str(entry[3])
        with path.open("rb") as file:
            digest = hashlib.file_digest(file, "sha256").hexdigest()
    except OSError as error:
        message = f"The gazetteer file {path} cannot be read: {error.strerror}."
        raise DataError(message) from error
    known[str(path.resolve())] = [*stamp, digest]
    write_whole(cache_folder / _FILE, json.dumps(known).encode())
    return digest


def write_whole(path: Path, content: bytes) -> None:
    """Write a file so that other processes see the old content or the new, never a part.

    Raises:
        DataError: The folder cannot be written.
    """
    import tempfile  # noqa: PLC0415 - a warm start writes nothing, and need not load it

    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        handle, name = tempfile.mkstemp(dir=path.parent, prefix=path.name, suffix=".part")
        with os.fdopen(handle, "wb") as file:
            file.write(content)
        Path(name).replace(path)
    except OSError as error:
        message = (
            f"{path} cannot be written: {error.strerror}. Set MAPAPP_CACHE_FOLDER to a folder "
            "that can."
        )
        raise DataError(message) from error


def _load(cache_folder: Path) -> dict[str, list[int | str]]:
    try:
        known = json.loads((cache_folder / _FILE).read_bytes())
    except (FileNotFoundError, ValueError):
        # Missing or damaged: only a cache, made again as files are hashed.
        return {}
    return known if isinstance(known, dict) else {}
