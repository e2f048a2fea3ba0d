"""`mapapp correct`: put a mention right, once and for all."""

import argparse
import json
import sys
from collections.abc import Iterator
from dataclasses import asdict
from pathlib import Path

from mapapp.cli.command import Command
from mapapp.cli.ingest import ConfiguredKnowledge
from mapapp.config import Config
from mapapp.engine.prior import learn_prior
from mapapp.engine.read import read_pending
from mapapp.errors import ConfigurationError, DataError
from mapapp.model.reading import Correction
from mapapp.store.database import Store

DESCRIPTION = """\
Say what a mention means; the correction outranks every rule whenever the article is read again.

  mapapp correct set ARTICLE START END PLACE     the mention means this place (gazetteer id)
  mapapp correct set ARTICLE START END none      the mention is no place
  mapapp correct remove ARTICLE START END        forget a correction
  mapapp correct list                            all corrections, one JSON object a line
  mapapp correct load FILE                       take over what "list" printed ("-": from a pipe)
  mapapp correct prior                           what corrections and sure readings are about

ARTICLE is the id that `mapapp search` prints, START and END are character offsets as in
`mapapp geoparse`, PLACE is an id that `mapapp gazetteer search NAME --json` prints. Articles
concerned are read again at once.
"""

NO_PLACE = "none"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Add the command's options."""
    parser.add_argument("action", choices=("set", "remove", "list", "load", "prior"))
    parser.add_argument("words", nargs="*", metavar="WORD", help="see above")
    parser.add_argument("--note", default="", help="why, in your words")
    parser.add_argument("--json", action="store_true", help="print the prior as one JSON object")


def run(options: argparse.Namespace, config: Config) -> int:
    """Do one action; 0 when it was done, 1 when there was nothing to remove."""
    store = Store(config.database)
    if options.action == "list":
        _print_all(store)
        return 0
    if options.action == "prior":
        _print_prior(store, options)
        return 0
    changed = _change(options, store)
    load = ConfiguredKnowledge(gazetteers=tuple(options.gazetteer))
    only = None if options.action == "load" else options.words[:1]
    read_pending(store, load, prior=config.prior, only=only)
    return 0 if changed else 1


def _change(options: argparse.Namespace, store: Store) -> bool:
    words = options.words
    if options.action == "load":
        if len(words) != 1:
            raise ConfigurationError('Name one file, or "-" for standard input.')
        corrections = list(_read(words[0]))
        for correction in corrections:
            store.add_correction(correction)
        return bool(corrections)
    if options.action == "remove":
        article_id, start, end = _span(words, 3)
        return store.remove_correction(article_id, start, end)
    article_id, start, end = _span(words, 4)
    _check_span(store, article_id, start, end)
    place_id = "" if words[3] == NO_PLACE else _known_place(words[3], options)
    store.add_correction(
        Correction(
            article_id=article_id, start=start, end=end, place_id=place_id, note=options.note
        )
    )
    return True


def _span(words: list[str], count: int) -> tuple[str, int, int]:
    """Return article id, start and end.

    Raises:
        ConfigurationError: Words are missing, or start and end are no numbers.
    """
    if len(words) == count:
        try:
            return words[0], int(words[1]), int(words[2])
        except ValueError:
            pass
    form = "ARTICLE START END PLACE" if count > 3 else "ARTICLE START END"  # noqa: PLR2004
    message = f"Found {' '.join(words) or 'nothing'}; allowed is {form}, offsets as whole numbers."
    raise ConfigurationError(message)


def _check_span(store: Store, article_id: str, start: int, end: int) -> None:
    length = len(store.article(article_id).text)
    if not 0 <= start < end <= length:
        message = (
            f"The span {start}-{end} does not lie in article {article_id}, which has {length} "
            "characters. Offsets count characters from 0; `mapapp geoparse` prints them."
        )
        raise ConfigurationError(message)


def _known_place(place_id: str, options: argparse.Namespace) -> str:
    knowledge = ConfiguredKnowledge(gazetteers=tuple(options.gazetteer))()
    if knowledge.gazetteer.place(place_id) is None:
        message = (
            f"No place {place_id!r} in the gazetteer. `mapapp gazetteer search NAME --json` "
            f'prints ids; "{NO_PLACE}" says that the mention is no place.'
        )
        raise ConfigurationError(message)
    return place_id


def _read(name: str) -> Iterator[Correction]:
    """Yield corrections from JSON lines.

    Raises:
        DataError: A line is no correction.
    """
    text = sys.stdin.read() if name == "-" else Path(name).read_text(encoding="utf-8")
    for number, line in enumerate(text.splitlines(), 1):
        if line.strip():
            try:
                record = json.loads(line)
                yield Correction(
                    article_id=str(record["article_id"]),
                    start=int(record["start"]),
                    end=int(record["end"]),
                    place_id=str(record["place_id"]),
                    note=str(record.get("note", "")),
                )
            except (ValueError, KeyError, TypeError) as error:
                message = (
                    f"{name}, line {number}: {error!r}; allowed is what `mapapp correct list` "
                    'prints: {"article_id", "start", "end", "place_id", "note"}.'
                )
                raise DataError(message) from error


def _print_all(store: Store) -> None:
    for correction in store.corrections():
        print(json.dumps(asdict(correction), ensure_ascii=False))


def _print_prior(store: Store, options: argparse.Namespace) -> None:
    """Print the share of each country in what is sure and what readers put right."""
    gazetteer = ConfiguredKnowledge(gazetteers=tuple(options.gazetteer))().gazetteer
    shares = learn_prior(store, gazetteer).shares
    if options.json:
        print(json.dumps(shares))
        return
    for country, share in shares.items():
        print(f"{country}\t{share:.3f}")


COMMAND = Command(
    name="correct",
    help="say what a mention means, once and for all",
    description=DESCRIPTION,
    add_arguments=add_arguments,
    run=run,
)
