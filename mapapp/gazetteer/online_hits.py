"""What becomes of an online answer: candidates in order of likeness, and rows that are kept."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path

from mapapp.errors import DataError
from mapapp.gazetteer.collection import FOLDER, read_records, write_csv
from mapapp.gazetteer.online_answers import Answer
from mapapp.gazetteer.record import Problem, Record
from mapapp.gazetteer.search import SearchHit, rank
from mapapp.model.place import Candidate
from mapapp.text.fold import drop_articles, fold_key, name_words
from mapapp.text.sounds import alike

FILE = "online.csv"
"""Name of the file in the folder of the user's gazetteers."""

LEAST_LIKENESS = 0.85
"""Similarity (0-1) of two spellings from which on they may be one name, as in the gazetteer."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Choice:
    """An answer as it is shown, and what of it is worth keeping.

    Attributes:
        answer: What the service said.
        hits: Its places, the likeliest first; among equals the service's order stands.
        best: The first of them, found under the name asked for too; None when there is none.
    """

    answer: Answer
    hits: tuple[SearchHit, ...]
    best: Record | None

    @property
    def alike(self) -> bool:
        """Whether the first place has a name that may be another spelling of the one asked for."""
        return bool(self.hits) and self.hits[0].candidate.similarity >= LEAST_LIKENESS


def choose(answers: Iterable[Answer]) -> Iterator[Choice]:
    """Yield each answer with its places put in order, as soon as it comes."""
    for answer in answers:
        found = [
            (rank(answer.query, [_candidate(answer.query, record)])[0], record)
            for record in answer.records
        ]
        found.sort(key=lambda pair: (-pair[0].score, pair[0].distance))
        best = _with_name(found[0][1], answer.query) if found else None
        yield Choice(answer=answer, hits=tuple(hit for hit, _ in found), best=best)


def _candidate(query: str, record: Record) -> Candidate:
    """Return the place with the one of its names that is most like the name asked for."""
    asked = _folded(query)
    names = list(dict.fromkeys((record.place.name, *record.names)))
    likeness = {name: alike(asked, _folded(name)) for name in names}
    best = max(names, key=lambda name: likeness[name])
    return Candidate(
        place=record.place,
        name=best,
        primary=best == record.place.name,
        key="online",
        similarity=likeness[best],
    )


def _folded(name: str) -> str:
    return fold_key(drop_articles(name_words(name)))


def _with_name(record: Record, name: str) -> Record:
    known = {record.place.name, *record.names}
    return record if name in known else replace(record, names=(*record.names, name))


def keep_places(records: Iterable[Record], data_folder: Path) -> tuple[Path, int]:
    """Add places to the user's file of online answers; return its path and its number of places.

    A place that is there already is brought up to date and keeps its names.

    Raises:
        DataError: The file holds a row that breaks a rule, or cannot be written.
    """
    path = data_folder / FOLDER / FILE
    kept: dict[str, Record] = {}
    for record in [*_present(path), *records]:
        older = kept.get(record.place.id)
        names = dict.fromkeys((*older.names, *record.names) if older else record.names)
        kept[record.place.id] = replace(record, names=tuple(names))
    return path, write_csv(kept.values(), path, least=1, origin=path)


def _present(path: Path) -> list[Record]:
    """Return the places of the file; writing it anew must not lose a row that cannot be read."""
    problems: list[Problem] = []
    found = list(read_records(path, problems.append)) if path.exists() else []
    if problems:
        message = (
            f"{path}, {problems[0]}. Mend or delete the row before more places are added; nothing"
            " was changed."
        )
        raise DataError(message)
    return found
