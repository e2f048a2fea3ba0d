"""The place that "the town" speaks of, where only the name of a group says which one.

"The Derna Mujahideen Shoura Council says that it killed three men in the town": the name of a
group is no place mention, but here it is what the town is called by.
"""

from collections.abc import Mapping, Sequence
from itertools import pairwise

from mapapp.geoparse.lexicon import load_words
from mapapp.geoparse.mention import Mention
from mapapp.model.document import Document
from mapapp.model.place import Place
from mapapp.model.toponym import Clue, Role, Toponym

SETTLEMENTS = frozenset({"town", "city", "village"})
KINDS = frozenset({"metropolis", "city", "town"})
CONFIDENCE = 0.5
"""Probability given to it: an own estimate, as no corpus has such answers."""


def find_antecedent(
    document: Document,
    toponyms: Sequence[Toponym],
    mentions: Sequence[Mention],
    nations: Mapping[str, int],
) -> Toponym | None:
    """Return the town of a name that "the town" stands for; None when there is none.

    Args:
        document: The text.
        toponyms: Its place mentions; with one on the map the question does not arise.
        mentions: All names on record, also those that are no place mentions.
        nations: How often each country's people or groups are named; the town lies in one of them.
    """
    if not nations or any(toponym.plotted and toponym.place is not None for toponym in toponyms):
        return None
    if not any(one == "the" and two in SETTLEMENTS for one, two in pairwise(document.lowers)):
        return None
    towns = [(mention, _town(mention, nations)) for mention in mentions]
    known = [(mention, place) for mention, place in towns if place is not None]
    if len({place.id for _, place in known}) != 1:
        return None
    return _toponym(document, *known[0])


def _town(mention: Mention, nations: Mapping[str, int]) -> Place | None:
    """Return the best known settlement of a name in the countries that are spoken of."""
    sense = mention.sense
    if sense.kind not in KINDS or sense.key in load_words().common:
        return None
    for candidate in sense.candidates:
        place = candidate.place
        if place.feature_class == "P" and nations.get(place.country, 0):
            return place
    return None


def _toponym(document: Document, mention: Mention, place: Place) -> Toponym:
    return Toponym(
        start=mention.start,
        end=mention.end,
        text=document.text[mention.start : mention.end],
        role=Role.EVENT_PLACE,
        place=place,
        confidence=CONFIDENCE,
        clues=(Clue(score=1.0, reason='the only town that "the town" can mean'),),
        rivals=(),
        sure=False,
    )
