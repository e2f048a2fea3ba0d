"""`mapapp search`: articles by their words."""

import argparse
import json
import sys
from dataclasses import asdict

from mapapp.cli.command import Command
from mapapp.config import Config
from mapapp.store.database import Store
from mapapp.store.search import Hit

DESCRIPTION = """\
Find articles by their words; the last stored come first.

  mapapp search 'saraqeb highway'        both words
  mapapp search '"suicide car bombs"'    words in a row
  mapapp search 'sarm*'                  words that begin so
  mapapp search 'idlib -turkish'         without a word; put the query in quotes

Case, diacritics and Arabic letter forms do not matter. Exit status 0: found; 1: nothing found.
"""


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Add the command's options."""
    parser.add_argument("words", nargs="+", metavar="WORDS")
    parser.add_argument("--limit", type=int, default=20, metavar="N", help="articles to show")
    parser.add_argument("--offset", type=int, default=0, metavar="N", help="articles to skip")
    parser.add_argument("--json", action="store_true", help="print one JSON object a line")


def run(options: argparse.Namespace, config: Config) -> int:
    """Print what is found; 1 when nothing is."""
    store = Store(config.database, readonly=True)
    words = " ".join(options.words)
    hits = store.search(words, limit=max(options.limit, 1), offset=max(options.offset, 0))
    for hit in hits:
        print(_json(hit) if options.json else _lines(hit))
    if not hits:
        hint = "fewer words, or a prefix such as sarm*, find more"
        print(f"Nothing holds {words!r}; {hint}.", file=sys.stderr)
    return int(not hits)


def _json(hit: Hit) -> str:
    day = hit.published.isoformat() if hit.published else None
    return json.dumps({**asdict(hit), "published": day}, ensure_ascii=False)


def _lines(hit: Hit) -> str:
    day = hit.published.isoformat() if hit.published else "date unknown"
    snippet, last = "", hit.start
    for start, end in hit.marks:
        snippet += f"{_text(hit, last, start)}[{_text(hit, start, end)}]"
        last = end
    snippet += _text(hit, last, hit.end)
    title = hit.title or "(no title)"
    return f"{day}  {title}  {hit.source}\n    {' '.join(snippet.split())}\n    {hit.article_id}"


def _text(hit: Hit, start: int, end: int) -> str:
    return hit.snippet[start - hit.start : end - hit.start]


COMMAND = Command(
    name="search",
    help="find articles by their words",
    description=DESCRIPTION,
    add_arguments=add_arguments,
    run=run,
)
