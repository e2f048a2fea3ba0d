"""The whole journey of an article, in order: reading this module is reading the system."""

import gc
import logging
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from mapapp.actors.context import home_country
from mapapp.actors.days import day_at, stated_days
from mapapp.actors.lexicon import Lexicon, load_lexicon
from mapapp.actors.recognize import (
    find_hits,
    find_homelands,
    find_names,
    recognize_actors,
    recognize_voices,
)
from mapapp.articles.clean import find_parts
from mapapp.errors import MapappError, ReadingError
from mapapp.events.extract import extract_events
from mapapp.gazetteer.gazetteer import Gazetteer, open_gazetteer
from mapapp.geoparse.consult import load_opinion
from mapapp.geoparse.opinion import Reader
from mapapp.geoparse.parse import geoparse
from mapapp.geoparse.weights import Weights, load_weights
from mapapp.highways.load import load_highways
from mapapp.highways.mentions import HighwayFinder
from mapapp.model.article import Article
from mapapp.model.highway import Highway
from mapapp.model.reading import Correction, Reading
from mapapp.model.toponym import Toponym
from mapapp.text.sentences import build_document

logger = logging.getLogger(__name__)

PARSER_VERSION = "4"
"""Raise it when a change to a stage should make stored articles be read again."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Knowledge:
    """What the stages know before they read: loaded once, shared by all articles."""

    gazetteer: Gazetteer
    weights: Weights
    lexicon: Lexicon
    highways: tuple[Highway, ...]
    highway_finder: HighwayFinder
    opinion: Reader | None = None


def load_knowledge(
    bundled: Path,
    gazetteer_files: Sequence[Path],
    cache_folder: Path,
    *,
    highway_folders: Sequence[Path] = (),
    opinion: str = "",
    progress: Callable[[int, int], None] | None = None,
) -> Knowledge:
    """Load gazetteer, weights, actor lexicon and highways.

    Args:
        bundled: The folder of bundled data files.
        gazetteer_files: Gazetteer CSV files, indexed together.
        cache_folder: Where the compiled name index is kept.
        opinion: A second opinion on what is a place name, by its name; empty for none.
        highway_folders: Folders of highway files; empty for the bundled one.
        progress: Called with rows done and rows in all while the name index is compiled.

    Raises:
        DataError: A data file breaks its format.
        ConfigurationError: The second opinion is unknown, or what it needs is not installed.
    """
    highways = load_highways(*(highway_folders or (bundled / "highways",)))
    knowledge = Knowledge(
        gazetteer=open_gazetteer(gazetteer_files, cache_folder, progress=progress),
        weights=load_weights(),
        lexicon=load_lexicon(bundled / "actors"),
        highways=highways,
        highway_finder=HighwayFinder(highways),
        opinion=load_opinion(opinion) if opinion else None,
    )
    # What is loaded now is kept: the collector need not visit it again and again.
    gc.freeze()
    return knowledge


def read_article(
    article: Article,
    knowledge: Knowledge,
    *,
    corrections: Sequence[Correction] = (),
    prior: Mapping[str, float] | None = None,
) -> Reading:
    """Find places, actors, roads and events in an article.

    Args:
        article: As it came; every offset of the result points into its text.
        knowledge: What the stages know before they read.
        corrections: A person's word about mentions of this article; it outranks every rule.
        prior: Share of the corpus per country code, 0-1, when the reader asked for a corpus
            prior; None reads each article for itself.
    """
    parts = find_parts(article.text, article.title)
    document = build_document(
        article.text, parts, published=article.published, language=article.language
    )
    lexicon = knowledge.lexicon
    hits = find_hits(document, lexicon)
    toponyms = geoparse(
        document,
        knowledge.gazetteer,
        weights=knowledge.weights,
        blocked=find_names(document, lexicon, hits),
        homelands=find_homelands(document, lexicon, hits),
        prior=prior,
        corrections=corrections,
        opinion=knowledge.opinion,
    )
    actors = recognize_actors(document, lexicon, toponyms, hits)
    voices = recognize_voices(document, lexicon, toponyms, hits)
    highways = knowledge.highway_finder.find(document, countries_of(toponyms))
    return Reading(
        article=article,
        parts=parts,
        sentences=document.sentences,
        toponyms=toponyms,
        actors=actors,
        highways=highways,
        events=extract_events(
            document,
            toponyms,
            actors,
            highways,
            voices,
            government=lexicon.government_of(
                home_country(toponyms, actors, lexicon.reach, hits),
                day_at(stated_days(document), -1, article.published),
            ),
        ),
    )


def read_or_refuse(
    article: Article,
    knowledge: Knowledge,
    *,
    corrections: Sequence[Correction] = (),
    prior: Mapping[str, float] | None = None,
) -> Reading:
    """Read an article at the edge, where one bad article must not stop the rest.

    Raises:
        ReadingError: A stage failed on this article; the log has the details.
    """
    try:
        return read_article(article, knowledge, corrections=corrections, prior=prior)
    except MapappError:
        raise
    except Exception as error:
        logger.debug("a stage failed on article %s", article.id, exc_info=True)
        message = (
            f"Article {article.origin or article.id} could not be read: "
            f"{type(error).__name__}: {error}. It was skipped; the others are not affected. "
            "Run again with --verbose for the details and report them."
        )
        raise ReadingError(message) from error


def countries_of(toponyms: Sequence[Toponym]) -> frozenset[str]:
    """Return the codes of the countries that an article's resolved places lie in."""
    return frozenset(
        toponym.place.country
        for toponym in toponyms
        if toponym.place is not None and toponym.place.country
    )
