"""A person's word about mentions, put over what the rules found."""

from collections.abc import Sequence

from mapapp.gazetteer.gazetteer import Gazetteer
from mapapp.geoparse.roles import plain_role
from mapapp.model.reading import Correction
from mapapp.model.toponym import PLOTTED_ROLES, Clue, Toponym

CORRECTED = Clue(score=10.0, reason="a reader's correction")


def apply_corrections(
    text: str,
    toponyms: Sequence[Toponym],
    corrections: Sequence[Correction],
    gazetteer: Gazetteer,
) -> tuple[Toponym, ...]:
    """Return the toponyms with corrections applied, in text order.

    A correction replaces every mention that overlaps it. One with a place id that the gazetteer
    does not have is reported as unplaced rather than dropped.

    Args:
        text: The article's text.
        toponyms: What the rules found.
        corrections: Of this article.
        gazetteer: Where corrected places come from.
    """
    if not corrections:
        return tuple(toponyms)
    kept = [t for t in toponyms if not any(_overlap(t, c) for c in corrections)]
    for correction in corrections:
        if correction.place_id and 0 <= correction.start < correction.end <= len(text):
            former = next((t for t in toponyms if _overlap(t, correction)), None)
            kept.append(_corrected(text, correction, gazetteer, former))
    return tuple(sorted(kept, key=lambda toponym: (toponym.start, toponym.end)))


def _overlap(toponym: Toponym, correction: Correction) -> bool:
    return toponym.start < correction.end and correction.start < toponym.end


def _corrected(
    text: str, correction: Correction, gazetteer: Gazetteer, former: Toponym | None
) -> Toponym:
    place = gazetteer.place(correction.place_id)
    if former is not None and former.role not in PLOTTED_ROLES:
        role = former.role
    else:
        role = plain_role(place)
    return Toponym(
        start=correction.start,
        end=correction.end,
        text=text[correction.start : correction.end],
        role=role,
        place=place,
        confidence=1.0 if place is not None else 0.0,
        clues=(CORRECTED,),
    )
