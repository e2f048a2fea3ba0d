"""A second opinion on what is a place name: off by default, a plug-in, weighed and not obeyed.

An opinion marks entities in a text. What it says of a mention is added to the log-odds that the
rules gave it, with fitted weights; it finds no names and places none.
"""

import math
from collections.abc import Iterator, Mapping, Sequence

import mapapp.geoparse.opinions
from mapapp.errors import ConfigurationError
from mapapp.geoparse.mention import Mention
from mapapp.geoparse.opinion import Opinion, Reader
from mapapp.model.document import Document
from mapapp.registry import discover

LONGEST_PIECE = 20_000
"""Characters that an opinion is asked about at once: models refuse, or choke on, whole books."""

_SILENT = "nothing"
_LEAST, _MOST = 0.001, 0.999


def load_opinion(name: str) -> Reader:
    """Load the second opinion of a name.

    Raises:
        ConfigurationError: There is none of this name, or what it needs is not installed.
    """
    known = discover(mapapp.geoparse.opinions, "OPINION", Opinion)
    if name not in known:
        message = f"No second opinion {name!r}; allowed are {', '.join(known)}, or none at all."
        raise ConfigurationError(message)
    return known[name].load()


def consult(
    document: Document, mentions: Sequence[Mention], read: Reader, weights: Mapping[str, float]
) -> None:
    """Put what an opinion says into the mentions' scores.

    Args:
        document: The text.
        mentions: In text order, with the rules' scores.
        read: The opinion.
        weights: What each of its kinds adds to the log-odds; ``nothing`` is the kind of names
            that it passes over.
    """
    for mention, kind in zip(mentions, kinds_of(document, mentions, read), strict=True):
        odds = log_odds(mention.score) + weights[kind]
        mention.score = 1.0 / (1.0 + math.exp(-odds))


def log_odds(score: float) -> float:
    """Return the log-odds of a probability (0-1), certainty held back a little."""
    bounded = min(_MOST, max(_LEAST, score))
    return math.log(bounded / (1.0 - bounded))


def kinds_of(document: Document, mentions: Sequence[Mention], read: Reader) -> list[str]:
    """Return what an opinion takes each mention for; ``nothing`` where it is silent."""
    entities = [
        (start + entity.start, start + entity.end, entity.kind)
        for start, end in _pieces(document)
        for entity in read(document.text[start:end])
    ]
    found, at = [], 0
    for mention in mentions:
        while at < len(entities) and entities[at][1] <= mention.start:
            at += 1
        met = at < len(entities) and entities[at][0] < mention.end
        found.append(entities[at][2] if met else _SILENT)
    return found


def _pieces(document: Document) -> Iterator[tuple[int, int]]:
    """Yield stretches of whole sentences; a sentence beyond the longest piece is cut."""
    start = end = 0
    for sentence in document.sentences:
        last = document.ends[sentence.last - 1]
        if last - start > LONGEST_PIECE and end > start:
            yield start, end
            start = end
        while last - start > LONGEST_PIECE:
            yield start, start + LONGEST_PIECE
            start += LONGEST_PIECE
        end = last
    if end > start:
        yield start, end
