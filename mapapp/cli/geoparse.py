"""`mapapp geoparse`: places, actors and events of texts as JSON lines, nothing stored."""

import argparse
import hashlib
import json
import sys
from datetime import date
from pathlib import Path

from mapapp.cli.command import Command
from mapapp.config import Config
from mapapp.errors import MapappError, ReadingError
from mapapp.geoparse.best import best_place
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
    )
    if options.jsonl:
        for number, line in enumerate(sys.stdin.buffer, 1):
            if line.strip():
                _print(_answer_line(line, number, knowledge))
        return 0
    published = _date(options.date, "--date") if options.date else None
    failed = False
    for path in options.files:
        answer = _answer_file(path, published, knowledge)
        failed = failed or answer["error"] is not None
        _print(answer)
    return int(failed)


def _answer_file(path: Path, published: date | None, knowledge: Knowledge) -> dict[str, object]:
    # Imported here: readers bring encoding detection, which JSON lines never need.
    from mapapp.articles.readers.plain_text import read_text  # noqa: PLC0415

    try:
        text = read_text(path)
        article = Article(id=str(path), text=text, published=published)
        return _answer(str(path), article, knowledge)
    except MapappError as error:
        return refusal_of(str(path), str(error))


def _answer_line(line: bytes, number: int, knowledge: Knowledge) -> dict[str, object]:
    given_id: object = None
    try:
        record = _parse(line, number)
        given_id = record.get("id")
        return _answer(given_id, _article_of(record, number), knowledge)
    except MapappError as error:
        return refusal_of(given_id, str(error))


def _answer(given_id: object, article: Article, knowledge: Knowledge) -> dict[str, object]:
    reading = read_or_refuse(article, knowledge)
    return answer_of(given_id, reading, best_place(reading.toponyms))


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
        published=_date(day, f"line {number}") if day else None,
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
