"""Slavic names in some case: "у Бахмуті", "под Авдеевкой", "обстрел Харькова"."""

from collections.abc import Mapping, Sequence
from functools import lru_cache
from itertools import product

from mapapp.gazetteer.gazetteer import Gazetteer
from mapapp.geoparse.mention import NameSense
from mapapp.geoparse.senses import KIND_RANKS, sense_of
from mapapp.text.declension import dictionary_forms
from mapapp.text.fold import fold_word

FIRST_LETTER, LAST_LETTER = "\u0400", "\u052f"
GLOSSES: Mapping[str, str] = {
    word: english
    for english, words in {
        "in": "в у во",
        "on": "на",
        "near": "под під біля возле около поблизу вблизи недалеко неподалік",
        "from": "из із з от від",
        "to": "до к",
        "over": "над",
        "through": "через",
        "between": "между між",
        "and": "и та й",
        "city": "город города городе городу городом місто міста місті містом",
        "town": "посёлок поселок посёлка поселка посёлке поселке селище селища селищі смт пгт",
        "village": "село села селе селі селом селу деревня деревни деревне деревню хутор станица",
        "district": "район района районе районі району",
    }.items()
    for word in words.split()
}
"""English for the words before a name that say it is a place, so that fitted clues hold."""

LOCAL_GLOSSES = frozenset(
    word for word, english in GLOSSES.items() if english not in {"and", "from", "to", "between"}
)
"""Words before a place that hardly stand before a person."""

KNOWN_ANYWHERE = frozenset({"country", "admin1", "metropolis", "city", "unit"})


def inflected(gazetteer: Gazetteer, words: Sequence[str], before: str) -> NameSense | None:
    """Return what one or two Cyrillic words mean in their dictionary form; None for nothing.

    Args:
        gazetteer: Where forms are looked up.
        words: As written.
        before: The word before them in lower case; empty at the start of a sentence.
    """
    sense = _best(gazetteer, tuple(words))
    if sense is None or (sense.kind not in KNOWN_ANYWHERE and before not in GLOSSES):
        return None
    return sense


@lru_cache(maxsize=1 << 13)
def _best(gazetteer: Gazetteer, words: tuple[str, ...]) -> NameSense | None:
    """Return the best known sense of the forms; of equals, that of the longest ending."""
    found: NameSense | None = None
    for forms in product(*((*dictionary_forms(word), word.lower()) for word in words)):
        sense = sense_of(gazetteer, " ".join(fold_word(form) for form in forms))
        if sense is None:
            continue
        if found is None or KIND_RANKS[sense.kind] < KIND_RANKS[found.kind]:
            found = sense
    return found
