"""`mapapp ingest`: articles of any kind into the database, read and ready for the map."""

import argparse
import json
import sys
from collections.abc import Iterator
from dataclasses import asdict, dataclass
from typing import Any, Self

from tqdm import tqdm

from mapapp.articles.dates import parse_day
from mapapp.articles.reader import Defaults, Refused, Source
from mapapp.articles.sources import find_sources
from mapapp.cli.command import Command
from mapapp.config import Config, load_config
from mapapp.engine.ingest import IngestSummary, ingest_sources
from mapapp.engine.read import Progress
from mapapp.engine.workforce import Workforce
from mapapp.errors import ConfigurationError
from mapapp.pipeline import Knowledge, load_knowledge
from mapapp.store.database import Store

DESCRIPTION = """\
Store articles and read them: places, actors, roads and events, ready for the map.

  mapapp ingest article.txt news/ 'archive/**/*.html'    files, folders, patterns, any mix
  mapapp ingest reports.csv --columns text=body,date=day
  mapapp ingest                                          go on where a run was stopped

Articles that are known already are left alone; wire copies are stored and linked. A run can be
stopped at any time and goes on when it is started again.

Exit status: 0 everything was read; 1 something could not be, the summary says what and why,
all else is stored; 2 wrong usage; 130 interrupted, what was written is kept.
"""


@dataclass(frozen=True, kw_only=True, slots=True)
class ConfiguredKnowledge:
    """Loads the knowledge from the settings of whichever machine it runs on."""

    gazetteers: tuple[str, ...] = ()

    def __call__(self) -> Knowledge:
        """Read the settings here and load what they name."""
        config = load_config(gazetteers=self.gazetteers)
        return load_knowledge(config.bundled, config.gazetteer_files, config.cache_folder)


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Add the command's options."""
    parser.add_argument(
        "paths", nargs="*", metavar="PATH", help="file, folder, pattern in quotes, or URL"
    )
    said = parser.add_argument_group("where the articles do not say it themselves")
    said.add_argument("--source", default="", metavar="NAME", help="the outlet")
    said.add_argument("--date", metavar="YYYY-MM-DD", help="the day of publication")
    said.add_argument("--lang", default="", metavar="CODE", help="the language, such as en or ar")
    said.add_argument(
        "--columns",
        default="",
        metavar="OURS=THEIRS,...",
        help="names in a table or in JSON, such as text=body,date=day,title=headline",
    )
    how = parser.add_argument_group("how to read")
    how.add_argument("--workers", type=_positive, default=1, metavar="N", help="processes")
    how.add_argument("--cluster", default="", metavar="ADDRESS", help="a Dask scheduler")
    how.add_argument("--json", action="store_true", help="print the summary as one JSON object")


def _positive(word: str) -> int:
    number = int(word)
    if number < 1:
        raise argparse.ArgumentTypeError(f"{word} is not allowed; at least 1")
    return number


def run(options: argparse.Namespace, config: Config) -> int:
    """Ingest everything named; 0 when nothing failed, else 1."""
    defaults = _defaults(options)
    store = Store(config.database)
    workforce = Workforce(workers=options.workers, cluster=options.cluster)
    with _Bar(quiet=options.json) as bar:
        summary = ingest_sources(
            _sources(options.paths, defaults),
            store,
            ConfiguredKnowledge(gazetteers=tuple(options.gazetteer)),
            workforce=workforce,
            on_progress=bar.show,
        )
    _print_json(summary) if options.json else _print(summary, store)
    return int(summary.failed > 0)


def _sources(paths: list[str], defaults: Defaults) -> Iterator[Source | Refused]:
    for path in paths:
        yield from find_sources(path, defaults)


def _defaults(options: argparse.Namespace) -> Defaults:
    published = parse_day(options.date)
    if options.date and published is None:
        raise ConfigurationError(f"--date {options.date!r} is no day; allowed is YYYY-MM-DD.")
    return Defaults(
        source=options.source,
        published=published,
        language=options.lang,
        columns=_columns(options.columns),
    )


def _columns(words: str) -> dict[str, str]:
    pairs = [pair.partition("=") for pair in words.split(",") if pair.strip()]
    wrong = [ours for ours, equals, theirs in pairs if not (ours.strip() and equals and theirs)]
    if wrong:
        raise ConfigurationError(
            f"--columns has {wrong[0]!r} without a name; allowed is text=body,date=day and so on."
        )
    return {ours.strip(): theirs.strip() for ours, _, theirs in pairs}


class _Bar:
    """A progress bar on standard error: rate, and time left once the total is known."""

    def __init__(self, *, quiet: bool) -> None:
        self._quiet = quiet
        self._bar: tqdm[Any] | None = None
        self._stage = ""

    def __enter__(self) -> Self:
        """Start; the bar appears with the first progress."""
        return self

    def __exit__(self, *_: object) -> None:
        """Leave the last state standing."""
        if self._bar is not None:
            self._bar.close()

    def show(self, progress: Progress) -> None:
        """Draw the bar; hidden for --json and where standard error is no terminal."""
        if self._quiet:
            return
        if self._bar is None or progress.stage != self._stage:
            self.__exit__()
            words = {"collect": "Storing", "read": "Reading"}
            self._stage = progress.stage
            self._bar = tqdm(
                total=progress.total, desc=words[progress.stage], unit=" articles", disable=None
            )
        self._bar.update(progress.done - self._bar.n)
        if progress.failed:
            self._bar.set_postfix(failed=progress.failed)


def _print(summary: IngestSummary, store: Store) -> None:
    print(
        f"{summary.new:,} new, {summary.known:,} known already, "
        f"{summary.copies:,} of the new near-duplicates of older ones, {summary.failed:,} failed"
    )
    if summary.read.read:
        rate = summary.read.read / max(summary.read.seconds, 0.001)
        print(f"{summary.read.read:,} read in {summary.read.seconds:,.1f} s ({rate:,.0f} a second)")
    for refusal in summary.refusals:
        print(f"failed: {refusal.name}: {refusal.reason}", file=sys.stderr)
    for article_id, reason in summary.read.reasons.items():
        row = store.article(article_id)
        print(f"failed: {row.origin or row.title or article_id}: {reason}", file=sys.stderr)
    left = summary.refused - len(summary.refusals)
    if left:
        print(f"failed: {left:,} more", file=sys.stderr)


def _print_json(summary: IngestSummary) -> None:
    print(json.dumps({**asdict(summary), "failed": summary.failed}, ensure_ascii=False))


COMMAND = Command(
    name="ingest",
    help="store articles and read them: files, folders, patterns, archives, feeds, URLs",
    description=DESCRIPTION,
    add_arguments=add_arguments,
    run=run,
)
