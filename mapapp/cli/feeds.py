"""`mapapp feeds`: RSS and Atom feeds that are followed."""

import argparse
import sys
import time

from mapapp.articles.cache import PageCache
from mapapp.articles.fetch import Fetcher
from mapapp.cli.command import Command
from mapapp.cli.ingest import ConfiguredKnowledge
from mapapp.config import Config
from mapapp.engine.feeds import follow
from mapapp.engine.ingest import ingest_sources
from mapapp.engine.progress_bar import Bar
from mapapp.engine.report import failure_lines, summary_json, summary_lines
from mapapp.errors import ConfigurationError
from mapapp.store.database import Store
from mapapp.store.feeds import add_feed, list_feeds, remove_feed

DESCRIPTION = """\
Follow RSS and Atom feeds.

  mapapp feeds add https://example.org/rss     follow a feed
  mapapp feeds list                            what is followed, and how the last fetch went
  mapapp feeds fetch                           ingest what is new in all of them
  mapapp feeds fetch --watch 900               the same every 15 minutes, until Ctrl+C
  mapapp feeds remove https://example.org/rss  stop following; its articles stay

A site's robots.txt is obeyed, one site is asked at most once a second, and addresses inside the
own network are refused unless --allow-private is given. Exit status 0: done; 1: something could
not be fetched, the messages say what; 2: wrong usage.
"""


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Add the command's options."""
    parser.add_argument("action", choices=("add", "list", "fetch", "remove"))
    parser.add_argument("urls", nargs="*", metavar="URL")
    parser.add_argument("--watch", type=float, metavar="SECONDS", help="fetch again that often")
    parser.add_argument(
        "--allow-private", action="store_true", help="fetch addresses of the own network too"
    )
    parser.add_argument("--json", action="store_true", help="print the summary as one JSON object")


def run(options: argparse.Namespace, config: Config) -> int:
    """Do one action; 0 when it succeeded."""
    store = Store(config.database)
    store.create()
    if options.action == "list":
        return _list(store)
    if options.action == "fetch":
        return _fetch(options, config, store)
    if not options.urls:
        raise ConfigurationError(f"mapapp feeds {options.action} needs the address of a feed.")
    for url in options.urls:
        _change(store, options.action, url)
    return 0


def _list(store: Store) -> int:
    for feed in list_feeds(store):
        fetched = f"{feed.fetched:%Y-%m-%d %H:%M} UTC" if feed.fetched else "never"
        print(f"{feed.url}\t{feed.title}\t{fetched}\t{feed.error or 'ok'}")
    return 0


def _change(store: Store, action: str, url: str) -> None:
    if not url.startswith(("http://", "https://")):
        raise ConfigurationError(f"{url!r} is no address; it begins with http:// or https://.")
    if action == "add":
        print(f"{url}: {'added' if add_feed(store, url) else 'was followed already'}")
    else:
        print(f"{url}: {'removed' if remove_feed(store, url) else 'was not followed'}")


def _fetch(options: argparse.Namespace, config: Config, store: Store) -> int:
    fetcher = Fetcher(
        cache=PageCache(config.cache_folder / "pages"), allow_private=options.allow_private
    )
    while True:
        status = _fetch_once(options, config, store, fetcher)
        if options.watch is None:
            return status
        time.sleep(max(options.watch, 1.0))


def _fetch_once(options: argparse.Namespace, config: Config, store: Store, fetcher: Fetcher) -> int:
    chosen = [feed for feed in list_feeds(store) if not options.urls or feed.url in options.urls]
    if not chosen:
        raise ConfigurationError("No feed to fetch; follow one by `mapapp feeds add URL`.")
    load = ConfiguredKnowledge(gazetteers=tuple(options.gazetteer))
    with Bar(quiet=options.json) as bar:
        items = follow(store, chosen, fetcher)
        summary = ingest_sources(items, store, load, prior=config.prior, on_progress=bar.show)
    lines = [summary_json(summary)] if options.json else summary_lines(summary)
    print(*lines, sep="\n")
    for line in failure_lines(summary, store):
        print(line, file=sys.stderr)
    return int(summary.failed > 0)


COMMAND = Command(
    name="feeds",
    help="follow RSS and Atom feeds: add, list, fetch, remove",
    description=DESCRIPTION,
    add_arguments=add_arguments,
    run=run,
)
