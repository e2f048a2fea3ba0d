"""What a corpus is about: the share of each country, learned from what is sure in it.

Every article has one vote, split evenly over the countries of the places that it surely speaks of;
a place that a reader corrected a mention to has as many votes as several articles. While there
are few votes, the shares are damped.
"""

import json
from collections import Counter
from collections.abc import Iterable, Mapping
from pathlib import Path

from mapapp.errors import ConfigurationError, DataError
from mapapp.model.place import Place
from mapapp.model.toponym import PLOTTED_ROLES, Toponym

CORPUS = "corpus"
"""The choice that learns from the articles; any other word is a file, an empty one is off."""

FULL_PRIOR = 20
"""Votes from which on a corpus prior counts in full."""

SURE = 0.8
"""Least confidence (0-1) of a mention that speaks for its country."""

CORRECTION_VOTES = 5
"""Articles that one correction counts as: a person has looked at it."""

LEAST_SHARE = 0.005
"""Smaller shares are left out: they change no answer."""

_ALLOWED = 'one JSON object of country codes and shares, such as {"SY": 0.8, "TR": 0.1}'


def vote_of(toponyms: Iterable[Toponym]) -> Mapping[str, float]:
    """Return the vote of one article by country code; adds up to 1, empty when nothing is sure."""
    sure = {
        toponym.place.id: toponym.place.country
        for toponym in toponyms
        if toponym.place is not None
        and toponym.place.country
        and toponym.role in PLOTTED_ROLES
        and toponym.confidence >= SURE
    }
    return split(Counter(sure.values()))


def split(counts: Mapping[str, float]) -> Mapping[str, float]:
    """Return one vote split in proportion to the counts; empty when there are none."""
    total = sum(counts.values())
    return {country: count / total for country, count in counts.items()} if total else {}


def votes_of_corrections(places: Iterable[Place]) -> Mapping[str, float]:
    """Return the votes of the places that readers corrected mentions to."""
    counts = Counter(place.country for place in places if place.country)
    return {country: float(CORRECTION_VOTES * count) for country, count in counts.items()}


def count_votes(votes: Iterable[Mapping[str, float]]) -> dict[str, float]:
    """Add votes up by country code."""
    total: dict[str, float] = {}
    for vote in votes:
        for country, share in vote.items():
            total[country] = total.get(country, 0.0) + share
    return total


def corpus_prior(votes: Mapping[str, float]) -> dict[str, float]:
    """Return the prior of a corpus: its share in each country, 0-1, largest first.

    It goes to `mapapp.geoparse.parse.geoparse` as ``prior``. The shares add up to at most 1, to
    less while there are fewer votes than `FULL_PRIOR`.

    Args:
        votes: Votes by country code.
    """
    total = sum(votes.values())
    scale = 1.0 / max(total, FULL_PRIOR)
    ranked = sorted(votes.items(), key=lambda pair: (-pair[1], pair[0]))
    shares = ((country, round(count * scale, 3)) for country, count in ranked)
    return {country: share for country, share in shares if share >= LEAST_SHARE}


def read_prior(name: str) -> dict[str, float]:
    """Read a prior from the file that `mapapp correct prior --json` printed.

    Raises:
        ConfigurationError: The file cannot be read.
        DataError: The file holds no JSON object of shares between 0 and 1.
    """
    try:
        record = json.loads(Path(name).read_text(encoding="utf-8"))
    except OSError as error:
        message = (
            f"No prior in {name!r} ({error.strerror}). Allowed are {CORPUS!r}, to learn it from "
            "the articles themselves, and a file that `mapapp correct prior --json` printed."
        )
        raise ConfigurationError(message) from error
    except (ValueError, RecursionError) as error:
        raise DataError(f"{name} is no JSON ({error}); allowed is {_ALLOWED}.") from error
    if not isinstance(record, dict):
        raise DataError(f"{name} holds {type(record).__name__}; allowed is {_ALLOWED}.")
    for country, share in record.items():
        number = isinstance(share, int | float) and not isinstance(share, bool)
        if not number or not 0.0 <= share <= 1.0:
            raise DataError(f"{name} has {country!r}: {share!r}; allowed is {_ALLOWED}.")
    return {country.upper(): float(share) for country, share in record.items()}
