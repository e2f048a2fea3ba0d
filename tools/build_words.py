"""Rebuild the word lists of mapapp/geoparse/words from registry packages.

    python tools/build_words.py --scowl american-english-small --census NAMES_PACKAGE_FOLDER

Sources, all of them facts under licences that allow copying:

- common_words.txt: lower-case words of SCOWL size 35 (Debian `wamerican-small`, Kevin Atkinson,
  permissive licence). Place names that are also common words need more evidence.
- first_names.txt: United States Census 1990 (public domain, PyPI `names`) and the person
  providers of PyPI `faker` (MIT) in every locale written in Latin letters.
- surnames.txt: the 6,000 most frequent surnames of the United States Census 1990.
"""

import argparse
import importlib
import pkgutil
import unicodedata
from pathlib import Path

WORDS = Path(__file__).parent.parent / "mapapp" / "geoparse" / "words"
MOST_SURNAMES = 6000
LONGEST_NAME = 14
SHORTEST_NAME = 3


def fold(name: str) -> str:
    """Return a name in lower case without diacritics."""
    spread = unicodedata.normalize("NFKD", name.lower().replace("ı", "i"))
    return "".join(letter for letter in spread if not unicodedata.combining(letter))


def census(path: Path, most: int | None = None) -> set[str]:
    """Return the names of a census file: one a line, most frequent first."""
    with path.open(encoding="ascii") as lines:
        names = [line.split()[0].lower() for line in lines if line.strip()]
    return set(names[:most])


def faker_first_names() -> set[str]:
    """Return the Latin-script first names of every locale of faker."""
    providers = importlib.import_module("faker.providers.person")
    found: set[str] = set()
    for module in pkgutil.iter_modules(providers.__path__):
        provider = importlib.import_module(f"{providers.__name__}.{module.name}").Provider
        for attribute in dir(provider):
            names = getattr(provider, attribute)
            if "first_name" in attribute and isinstance(names, list | tuple | dict | set):
                found.update(fold(name) for name in names if isinstance(name, str))
    return found


def write(name: str, words: set[str]) -> None:
    """Write one word list, sorted, one a line."""
    (WORDS / name).write_text("\n".join(sorted(words)) + "\n", encoding="utf-8")


def main() -> None:
    """Rebuild the three lists."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--scowl", type=Path, required=True)
    parser.add_argument("--census", type=Path, required=True)
    options = parser.parse_args()
    lines = options.scowl.read_text(encoding="utf-8").split("\n")
    common = {word for word in lines if word.isascii() and word.isalpha() and word.islower()}
    write("common_words.txt", common)
    first = census(options.census / "dist.male.first") | census(
        options.census / "dist.female.first"
    )
    first |= faker_first_names()
    usable = {
        name
        for name in first
        if name.isascii() and name.isalpha() and SHORTEST_NAME <= len(name) <= LONGEST_NAME
    }
    write("first_names.txt", usable)
    write("surnames.txt", census(options.census / "dist.all.last", MOST_SURNAMES))


if __name__ == "__main__":
    main()
