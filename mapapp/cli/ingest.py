"""`mapapp ingest`: articles of any kind into the database, read and ready for the map."""

import argparse
import sys
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from mapapp.articles.cache import PageCache
from mapapp.articles.dates import parse_day
from mapapp.articles.fetch import Fetcher
from mapapp.articles.reader import Defaults, Refused, Source
from mapapp.articles.sources import find_sources
from mapapp.cli.command import Command
from mapapp.config import Config, load_config
from mapapp.engine.ingest import ingest_sources
from mapapp.engine.progress_bar import Bar
from mapapp.engine.report import failure_lines, summary_json, summary_lines
from mapapp.engine.watch import Watch
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
    second_opinion: str | None = None

    def __call__(self) -> Knowledge:
        """Read the settings here and load what they name."""
        config = load_config(gazetteers=self.gazetteers, second_opinion=self.second_opinion)
        with Bar() as bar:
            return load_knowledge(
                config.bundled,
                config.gazetteer_files,
                config.cache_folder,
                opinion=config.second_opinion,
                progress=bar.compile,
            )


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
    how.add_argument(
        "--watch",
        type=_seconds,
        metavar="SECONDS",
        help="go on looking for new files that often, until stopped by Ctrl+C",
    )
    how.add_argument(
        "--allow-private", action="store_true", help="fetch addresses of the own network too"
    )
    how.add_argument(
        "--retry", action="store_true", help="try articles again that could not be read before"
    )
    how.add_argument(
        "--prior",
        metavar="corpus|FILE",
        help="what your articles are about, as a clue to which place is meant: learned from the"
        " database, or as `mapapp correct prior --json` printed it (default: no such clue)",
    )
    how.add_argument(
        "--second-opinion",
        metavar="NAME",
        help="let another program have a say in what is a place name: spacy_small (default: none)",
    )
    how.add_argument("--json", action="store_true", help="print the summary as one JSON object")


def _positive(word: str) -> int:
    number = int(word)
    if number < 1:
        raise argparse.ArgumentTypeError(f"{word} is not allowed; at least 1")
    return number


def _seconds(word: str) -> float:
    seconds = float(word)
    if not 0 < seconds < float("inf"):
        raise argparse.ArgumentTypeError(f"{word} is not allowed; more than 0")
    return seconds


def run(options: argparse.Namespace, config: Config) -> int:
    """Ingest everything named; 0 when nothing failed, else 1."""
    defaults = _defaults(options)
    addresses = [path for path in options.paths if "://" in path]
    if options.watch is not None and addresses:
        raise ConfigurationError(
            f"--watch looks for files, not at {addresses[0]}. Follow a feed by `mapapp feeds add "
            f"{addresses[0]}` and `mapapp feeds fetch --watch 900`."
        )
    store = Store(config.database)
    fetcher = Fetcher(
        cache=PageCache(config.cache_folder / "pages"), allow_private=options.allow_private
    )

    def find() -> Iterator[Source | Refused]:
        for path in options.paths:
            yield from find_sources(path, defaults, fetcher)

    if options.retry:
        store.create()
        store.retry_failed()
    if options.watch is None:
        return _ingest(find(), store, options, config)
    for found in Watch(find=find, pause=options.watch).rounds():
        if found:
            _ingest(found, store, options, config)
    return 0


def _ingest(
    items: Iterable[Source | Refused], store: Store, options: argparse.Namespace, config: Config
) -> int:
    load = ConfiguredKnowledge(
        gazetteers=tuple(options.gazetteer), second_opinion=options.second_opinion
    )
    workforce = Workforce(workers=options.workers, cluster=options.cluster)
    with Bar(quiet=options.json) as bar:
        summary = ingest_sources(
            items, store, load, workforce=workforce, prior=config.prior, on_progress=bar.show
        )
    lines = [summary_json(summary)] if options.json else summary_lines(summary)
    print(*lines, sep="\n")
    for line in failure_lines(summary, store):
        print(line, file=sys.stderr)
    return int(summary.failed > 0)


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


COMMAND = Command(
    name="ingest",
    help="store articles and read them: files, folders, patterns, archives, feeds, URLs",
    description=DESCRIPTION,
    add_arguments=add_arguments,
    run=run,
)
