"""The geoparsing stage: a document in, its toponyms out, in one readable order."""

from collections.abc import Mapping, Sequence
from typing import Protocol

from mapapp.gazetteer.gazetteer import Gazetteer
from mapapp.geoparse.antecedents import find_antecedent
from mapapp.geoparse.arabic import scan_arabic
from mapapp.geoparse.brackets import settle_bracketed
from mapapp.geoparse.clusters import cluster
from mapapp.geoparse.corrections import apply_corrections
from mapapp.geoparse.hints import read_hints
from mapapp.geoparse.lexicon import load_words
from mapapp.geoparse.mention import Mention
from mapapp.geoparse.opinion import Reader
from mapapp.geoparse.recognize import recognize
from mapapp.geoparse.rescue import rescue
from mapapp.geoparse.resolve import resolve
from mapapp.geoparse.roles import roles_of
from mapapp.geoparse.scan import scan
from mapapp.geoparse.toponyms import make_toponyms
from mapapp.geoparse.weights import Weights
from mapapp.model.document import Document
from mapapp.model.reading import Correction
from mapapp.model.toponym import Role, Toponym


class Stretch(Protocol):
    """Anything that covers ``text[start:end]``."""

    @property
    def start(self) -> int:
        """First character."""

    @property
    def end(self) -> int:
        """One past the last character."""


def geoparse(
    document: Document,
    gazetteer: Gazetteer,
    *,
    weights: Weights,
    blocked: Sequence[Stretch] = (),
    homelands: Mapping[str, int] | None = None,
    prior: Mapping[str, float] | None = None,
    corrections: Sequence[Correction] = (),
    opinion: Reader | None = None,
) -> tuple[Toponym, ...]:
    """Find the place mentions of a document, what they mean and what they do.

    The answer depends on the arguments alone. Time is linear in the length of the text.

    Args:
        document: Tokens and sentences.
        gazetteer: Where names are looked up.
        weights: Fitted weights, see `mapapp.geoparse.weights.load_weights`.
        blocked: Stretches that name groups; a place name inside one ("Islamic State in Iraq") is
            none, unless it says where a group belongs ("Turkey-backed").
        homelands: How often groups of each country are named, by country code; they speak for
            their country like its people do.
        prior: Share of the corpus per country code, 0-1; None reads the document for itself.
        corrections: A person's word about mentions; it outranks every rule.
        opinion: A second opinion on what is a place name, see `mapapp.geoparse.consult`.

    Returns:
        Toponyms in text order, without overlap; empty when there are none.
    """
    lists = load_words()
    mentions, peoples = scan(document, gazetteer, lists)
    nations = dict(peoples)
    for country, count in (homelands or {}).items():
        nations[country] = nations.get(country, 0) + count
    found = recognize(document, mentions, nations, weights, opinion)
    found = _merged(found, scan_arabic(document, gazetteer))
    settle_bracketed(document, found)
    read_hints(document, found)
    rescue(document, found, nations, gazetteer)
    clusters, by_token = cluster(found)
    outlook = resolve(clusters, nations, prior or {}, gazetteer, weights.resolution)
    homes = [by_token[mention.first] for mention in found]
    roles = roles_of(document, found, [home.place for home in homes])
    toponyms = make_toponyms(document, found, homes, roles, outlook, weights)
    kept = _unblocked(toponyms, blocked)
    meant = find_antecedent(document, kept, mentions, nations)
    if meant is not None and all(other.start != meant.start for other in kept):
        kept = sorted((*kept, meant), key=lambda toponym: toponym.start)
    return apply_corrections(document.text, kept, corrections, gazetteer)


def _merged(cased: list[Mention], uncased: list[Mention]) -> list[Mention]:
    """Return the mentions of both scans in text order; they read different scripts."""
    if not uncased:
        return cased
    return sorted((*cased, *uncased), key=lambda mention: mention.first)


def _unblocked(toponyms: Sequence[Toponym], blocked: Sequence[Stretch]) -> list[Toponym]:
    """Leave out toponyms inside group names; both lists are in text order."""
    kept: list[Toponym] = []
    spans = sorted((stretch.start, stretch.end) for stretch in blocked)
    at = 0
    for toponym in toponyms:
        while at < len(spans) and spans[at][1] <= toponym.start:
            at += 1
        inside = at < len(spans) and spans[at][0] < toponym.end
        if not inside or toponym.role is Role.AFFILIATION:
            kept.append(toponym)
    return kept
