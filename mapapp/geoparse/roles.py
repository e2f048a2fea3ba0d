"""What each place name does in its sentence, by rules over the words around it.

The rules are ordered: affiliation ("Turkey-backed"), dateline ("reporting from Hatay"), metonym
("Ankara vowed"), and else the place of an event or, when it is large, an area.
"""

from collections import Counter
from collections.abc import Mapping, Sequence

from mapapp.geoparse.mention import Mention
from mapapp.geoparse.senses import COUNTRY_CODES
from mapapp.geoparse.wording import LOCATIVES, Wording
from mapapp.model.document import Document
from mapapp.model.place import Place
from mapapp.model.toponym import PLOTTED_ROLES, Role

AREA_KM = 25.0
"""Radius from which on a place is an area."""


def role_of(
    document: Document,
    mention: Mention,
    place: Place | None,
    previous: Mapping[int, Role],
) -> Role:
    """Return the role of one mention.

    Args:
        document: The text.
        mention: An accepted mention.
        place: What it was resolved to; None when unplaced.
        previous: Roles of the mentions before it, by the token after their last one.
    """
    reader = Wording(document, mention)
    if reader.affiliated(_is_power(place)):
        return Role.AFFILIATION
    if reader.dateline() or reader.follows(previous, Role.DATELINE, {","}):
        return Role.DATELINE
    if _is_power(place):
        if reader.metonym():
            return Role.METONYM
        if reader.follows(previous, Role.METONYM, {"and", "or", ","}) and not reader.locative():
            return Role.METONYM
    return plain_role(place)


def roles_of(
    document: Document, mentions: Sequence[Mention], places: Sequence[Place | None]
) -> list[Role]:
    """Return the role of each mention, in order; a role can carry over to the next in a list."""
    previous: dict[int, Role] = {}
    found: list[Role] = []
    for mention, place in zip(mentions, places, strict=True):
        role = role_of(document, mention, place, previous)
        previous[mention.last] = role
        found.append(role)
    _pair_betweens(document, mentions, places, found)
    _demote_speakers(document, mentions, places, found)
    return found


def _demote_speakers(
    document: Document,
    mentions: Sequence[Mention],
    places: Sequence[Place | None],
    roles: list[Role],
) -> None:
    """Take places of speaking off the map: "he said in Geneva", "officials in Bahir Dar said".

    Where the sentence puts no other place on the map, it may well have happened there.
    """
    plotted = Counter(
        mention.sentence
        for mention, place, role in zip(mentions, places, roles, strict=True)
        if place is not None and role in PLOTTED_ROLES
    )
    for index, mention in enumerate(mentions):
        place = places[index]
        if place is None or place.feature_code in COUNTRY_CODES:
            continue
        if roles[index] not in PLOTTED_ROLES or plotted[mention.sentence] < 2:  # noqa: PLR2004
            continue
        if Wording(document, mention).spoken():
            roles[index] = Role.DATELINE
            plotted[mention.sentence] -= 1


def plain_role(place: Place | None) -> Role:
    """Return the role of a place where something happens: an area when it is large."""
    if place is not None and (place.radius_km >= AREA_KM or place.feature_code in COUNTRY_CODES):
        return Role.AREA
    return Role.EVENT_PLACE


def _is_power(place: Place | None) -> bool:
    """Return whether a place can stand for a government: a country or a national capital."""
    return place is not None and (
        place.feature_code in COUNTRY_CODES or place.feature_code == "PPLC"
    )


def _pair_betweens(
    document: Document,
    mentions: Sequence[Mention],
    places: Sequence[Place | None],
    roles: list[Role],
) -> None:
    """Make both sides of "A and B agreed" or "talks between A and B" metonyms when one is."""
    for index in range(1, len(mentions)):
        left, right = mentions[index - 1], mentions[index]
        if left.sentence != right.sentence or right.first - left.last != 1:
            continue
        if document.lowers[left.last] != "and" or not _is_power(places[index]):
            continue
        pair = {roles[index - 1], roles[index]}
        if Role.METONYM in pair and _is_power(places[index - 1]) and pair & PLOTTED_ROLES:
            before = document.lowers[left.first - 1] if left.first else ""
            if before not in LOCATIVES:
                roles[index - 1] = roles[index] = Role.METONYM
