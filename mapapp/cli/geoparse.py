"""`mapapp geoparse`: places, actors and events of texts as JSON lines, nothing stored."""

import argparse
import contextlib
import hashlib
import json
import sys
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from mapapp.articles.dates import find_dateline
from mapapp.cli.command import Command
from mapapp.config import Config
from mapapp.errors import MapappError, ReadingError
from mapapp.geoparse.best import best_place
from mapapp.geoparse.prior import CORPUS, corpus_prior, count_votes, read_prior, vote_of
from mapapp.model.article import Article
from mapapp.pipeline import Knowledge, load_knowledge, read_or_refuse
from mapapp.view.geoparse_json import answer_of, refusal_of

DESCRIPTION = """\
Find places, actors and events in texts; print one JSON object a line, order kept.

  mapapp geoparse article.txt                    files of plain text
  mapapp geoparse --jsonl < texts.jsonl          {"id", "text", "date"?, "title"?, ...} a line

Offsets are Python string offsets into the given text. A line that cannot be read is answered
with "error" set; the others go on. Exit status 0 when every line was answered.
"""

ALLOWED_KEYS = 'a JSON object with "text" and optionally "id", "date" (YYYY-MM-DD), "title"'


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Add the command's options."""
    parser.add_argument("files", nargs="*", type=Path, metavar="FILE", help="plain-text files")
    parser.add_argument("--jsonl", action="store_true", help="read JSON lines from standard input")
    parser.add_argument("--date", metavar="YYYY-MM-DD", help="publication date of the files")
    parser.add_argument(
        "--prior",
        metavar="corpus|FILE",
        help="what the texts are about, as a clue to which place is meant: learned from all of"
        " them before the first is answered, or as `mapapp correct prior --json` printed it"
        " (default: every text is read for itself)",
    )
    parser.add_argument(
        "--second-opinion",
        metavar="NAME",
        help="let another program have a say in what is a place name: spacy_small (default: none)",
    )


def run(options: argparse.Namespace, config: Config) -> int:
    """Answer every input; 0 when all were answered, 1 when a file could not be read."""
    if options.jsonl == bool(options.files):
        message = "Name files to read, or pass --jsonl to read standard input; not both."
        raise ReadingError(message)
    knowledge = load_knowledge(
        config.bundled,
        config.gazetteer_files,
        config.cache_folder,
        highway_folders=config.highway_folders,
        opinion=config.second_opinion,
    )
    if options.jsonl:
        inputs = (
            _line_input(line, number)
            for number, line in enumerate(sys.stdin.buffer, 1)
            if line.strip()
        )
    else:
        published = _date(options.date, "--date") if options.date else None
        inputs = (_file_input(path, published) for path in options.files)
    failed = False
    for answer in _answers(inputs, config.prior, knowledge):
        failed = failed or answer["error"] is not None
        _print(answer)
    return int(failed and not options.jsonl)


@dataclass(frozen=True, slots=True)
class _Input:
    """A text under the id that its answer carries, or why there is none."""

    given_id: object
    article: Article | None
    reason: str = ""


def _file_input(path: Path, published: date | None) -> _Input:
    # Imported here: readers bring encoding detection, which JSON lines never need.
    from mapapp.articles.readers.plain_text import read_text  # noqa: PLC0415

    try:
        text = read_text(path)
        article = Article(id=str(path), text=text, published=published or find_dateline(text))
    except MapappError as error:
        return _Input(str(path), None, str(error))
    return _Input(str(path), article)


def _line_input(line: bytes, number: int) -> _Input:
    given_id: object = None
    try:
        record = _parse(line, number)
        given_id = record.get("id")
        return _Input(given_id, _article_of(record, number))
    except MapappError as error:
        return _Input(given_id, None, str(error))


def _answers(
    inputs: Iterable[_Input], choice: str, knowledge: Knowledge
) -> Iterator[dict[str, object]]:
    """Yield an answer for each input; a prior is fixed before the first, and told."""
    prior: dict[str, float] = {}
    if choice == CORPUS:
        inputs = list(inputs)
        prior = corpus_prior(count_votes(_votes(inputs, knowledge)))
    elif choice:
        prior = read_prior(choice)
    if choice:
        sys.stderr.write(f"mapapp: prior {json.dumps(prior)}\n")
    for given in inputs:
        if given.article is None:
            yield refusal_of(given.given_id, given.reason)
            continue
        try:
            reading = read_or_refuse(given.article, knowledge, prior=prior)
            yield answer_of(given.given_id, reading, best_place(reading.toponyms))
        except MapappError as error:
            yield refusal_of(given.given_id, str(error))


def _votes(inputs: Iterable[_Input], knowledge: Knowledge) -> Iterator[Mapping[str, float]]:
    for given in inputs:
        if given.article is not None:
            # A text that cannot be read is answered with the reason when its turn comes.
            with contextlib.suppress(MapappError):
                yield vote_of(read_or_refuse(given.article, knowledge).toponyms)


def _parse(line: bytes, number: int) -> dict[str, object]:
    try:
        record = json.loads(line)
    except (ValueError, RecursionError) as error:
        message = f"Line {number} is not JSON ({error}); allowed is {ALLOWED_KEYS}."
        raise ReadingError(message) from error
    if not isinstance(record, dict):
        message = f"Line {number} holds {type(record).__name__}; allowed is {ALLOWED_KEYS}."
        raise ReadingError(message)
    return record


def _article_of(record: dict[str, object], number: int) -> Article:
    text = record.get("text")
    if not isinstance(text, str):
        found = "no text" if text is None else type(text).__name__
        message = f'Line {number} has {found} under "text"; allowed is {ALLOWED_KEYS}.'
        raise ReadingError(message)
    texts = {
        key: value
        for key in ("title", "source", "lang")
        if isinstance(value := record.get(key), str)
    }
    day = record.get("date")
    return Article(
        id=hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest(),
        text=text,
        title=texts.get("title", ""),
        source=texts.get("source", ""),
        language=texts.get("lang", ""),
        published=_date(day, f"line {number}") if day else find_dateline(text),
    )


def _date(value: object, where: str) -> date:
    """Parse an ISO day; a time after it is ignored."""
    try:
        return date.fromisoformat(str(value)[:10])
    except ValueError as error:
        message = f"{where}: date {value!r} cannot be read; allowed is YYYY-MM-DD."
        raise ReadingError(message) from error


def _print(answer: dict[str, object]) -> None:
    line = json.dumps(answer, ensure_ascii=False) + "\n"
    try:
        encoded = line.encode()
    except UnicodeEncodeError:  # a lone surrogate in the input; JSON can still carry it escaped
        encoded = (json.dumps(answer) + "\n").encode()
    sys.stdout.buffer.write(encoded)
    sys.stdout.buffer.flush()


COMMAND = Command(
    name="geoparse",
    help="print places, actors and events of texts as JSON lines",
    description=DESCRIPTION,
    add_arguments=add_arguments,
    run=run,
)
