"""`mapapp correct`: put a mention or a link of reports right, once and for all."""

import argparse
import json
import sys
from collections.abc import Iterator, Sequence
from dataclasses import asdict
from pathlib import Path
from typing import Any

from mapapp.cli.command import Command
from mapapp.cli.ingest import ConfiguredKnowledge
from mapapp.config import Config
from mapapp.engine.prior import learn_prior
from mapapp.engine.read import read_pending
from mapapp.errors import ConfigurationError, DataError
from mapapp.model.reading import Correction, EventSpan, Separation, span_of
from mapapp.store.columns import load_columns
from mapapp.store.database import Store
from mapapp.view.linked import find_record

DESCRIPTION = """\
Say what a mention means, or that two reports do not tell one event; your word outranks every rule.

  mapapp correct set ARTICLE START END PLACE     the mention means this place (gazetteer id)
  mapapp correct set ARTICLE START END none      the mention is no place
  mapapp correct remove ARTICLE START END        forget a correction
  mapapp correct apart REPORT REPORT             the reports do not tell the same event
  mapapp correct together REPORT REPORT          take that back
  mapapp correct list                            all of it, one JSON object a line
  mapapp correct load FILE                       take over what "list" printed ("-": from a pipe)
  mapapp correct prior                           what corrections and sure readings are about

ARTICLE is the id that `mapapp search` prints, START and END are character offsets as in
`mapapp geoparse`, PLACE is an id that `mapapp gazetteer search NAME --json` prints, REPORT is a
report_id of `mapapp export --format events`. Articles concerned are read again at once.
"""

NO_PLACE = "none"
ACTIONS = ("set", "remove", "apart", "together", "list", "load", "prior")


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Add the command's options."""
    parser.add_argument("action", choices=ACTIONS)
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
    if options.action in ("apart", "together"):
        return 0 if _separate(options, store) else 1
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
        found = list(_read(words[0]))
        for one in found:
            if isinstance(one, Separation):
                store.add_separation(one)
            else:
                store.add_correction(one)
        return bool(found)
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


def _separate(options: argparse.Namespace, store: Store) -> bool:
    """Set two reports apart, or take that back; return whether something changed."""
    if len(options.words) != 2:  # noqa: PLR2004 (a pair)
        message = f"Found {' '.join(options.words) or 'nothing'}; allowed is REPORT REPORT."
        raise ConfigurationError(message)
    ids = load_columns(store).article_ids
    one, other = (_report(store, ids, word) for word in options.words)
    separation = Separation(one=one, other=other)
    if options.action == "together":
        return store.remove_separation(separation)
    store.add_separation(separation)
    return True


def _report(store: Store, article_ids: Sequence[str], id_: str) -> EventSpan:
    """Return what names a report beyond this database version.

    Raises:
        ConfigurationError: No article tells it.
    """
    article_id, number = find_record(article_ids, id_)
    events = store.reading(article_id).events if article_id else ()
    if number < len(events):
        return span_of(article_id, events[number])
    message = f"No report {id_!r}; `mapapp export --format events` lists them as report_id."
    raise ConfigurationError(message)


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


def _read(name: str) -> Iterator[Correction | Separation]:
    """Yield corrections and separations from JSON lines.

    Raises:
        DataError: A line is neither.
    """
    text = sys.stdin.read() if name == "-" else Path(name).read_text(encoding="utf-8")
    for number, line in enumerate(text.splitlines(), 1):
        if line.strip():
            try:
                yield _entry(json.loads(line))
            except (ValueError, KeyError, TypeError) as error:
                message = (
                    f"{name}, line {number}: {error!r}; allowed is what `mapapp correct list` "
                    'prints: {"article_id", "start", "end", "place_id", "note"} or '
                    '{"one", "other"}.'
                )
                raise DataError(message) from error


def _entry(record: dict[str, Any]) -> Correction | Separation:
    if "one" in record:
        one, other = (_event_span(record[name]) for name in ("one", "other"))
        return Separation(one=one, other=other)
    return Correction(
        article_id=str(record["article_id"]),
        start=int(record["start"]),
        end=int(record["end"]),
        place_id=str(record["place_id"]),
        note=str(record.get("note", "")),
    )


def _event_span(record: dict[str, Any]) -> EventSpan:
    return EventSpan(
        article_id=str(record["article_id"]),
        start=int(record["start"]),
        end=int(record["end"]),
        type=str(record["type"]),
        place_id=str(record["place_id"]),
    )


def _print_all(store: Store) -> None:
    corrections = [asdict(correction) for correction in store.corrections()]
    for entry in [*corrections, *(asdict(separation) for separation in store.separations())]:
        print(json.dumps(entry, ensure_ascii=False))


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
    help="say what a mention means or which reports are not one event, once and for all",
    description=DESCRIPTION,
    add_arguments=add_arguments,
    run=run,
)
