"""Second chances: looser spellings for names that the text says are places."""

from collections.abc import Mapping, Sequence

from mapapp.gazetteer.gazetteer import Gazetteer
from mapapp.geoparse.mention import Mention
from mapapp.geoparse.senses import COUNTRY_CODES, FIRST_LEVEL_CODES, make_sense
from mapapp.model.document import Document
from mapapp.model.place import Candidate

LEAST_SIMILARITY = 0.85
LEAST_LETTERS = 5

STRICTER = frozenset({"exact", "fold", "vowel"})
"""Keys by which a name is found where the text says nothing of a country."""

LEAST_SIMILARITY_ALONE, LEAST_ALONE = 0.92, 7


def rescue(
    document: Document,
    mentions: Sequence[Mention],
    nations: Mapping[str, int],
    gazetteer: Gazetteer,
) -> None:
    """Give unknown names candidates by loose spelling, in countries that the text is about.

    A loose key alone would bring namesakes from anywhere; "Saraqeb" may mean Saraqib only where
    the text speaks of Syria. Where it speaks of no country at all, a long name that is spelled
    nearly alike counts when only one country has it: "Jaccobabad". Mentions are changed in place;
    answers are shared by name.
    """
    unknown = [mention for mention in mentions if not mention.sense.candidates]
    if not unknown:
        return
    countries = {country for country, count in nations.items() if count}
    for mention in mentions:
        for candidate in mention.sense.candidates[:1]:
            countries.add(candidate.place.country)
    countries.discard("")
    known: dict[str, tuple[Candidate, ...]] = {}
    for mention in unknown:
        key = mention.sense.key
        if key not in known:
            name = document.text[mention.start : mention.end]
            known[key] = _rescued(name, countries, gazetteer) if len(key) >= LEAST_LETTERS else ()
        if known[key]:
            mention.sense = make_sense(key, known[key])


def _rescued(name: str, countries: set[str], gazetteer: Gazetteer) -> tuple[Candidate, ...]:
    if countries:
        return _loose(name, countries, gazetteer)
    if len(name) < LEAST_ALONE:
        return ()
    found = tuple(
        candidate
        for candidate in gazetteer.candidates(name, loose=True)
        if candidate.key in STRICTER and candidate.similarity >= LEAST_SIMILARITY_ALONE
    )
    return found if len({candidate.place.country for candidate in found}) == 1 else ()


def _loose(name: str, countries: set[str], gazetteer: Gazetteer) -> tuple[Candidate, ...]:
    return tuple(
        candidate
        for candidate in gazetteer.candidates(name, loose=True)
        if candidate.place.country in countries
        and candidate.similarity >= LEAST_SIMILARITY
        and candidate.place.feature_code not in COUNTRY_CODES | FIRST_LEVEL_CODES
    )
