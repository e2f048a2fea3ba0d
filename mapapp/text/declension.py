"""Inflected names in Ukrainian and Russian: the dictionary forms that a word may come from.

A table of endings, not a dictionary: forms are candidates, and only those that a gazetteer has
count. Endings are those of the declensions of place names in school grammars of both languages,
with the vowel of Ukrainian closed syllables (Харкова - Харків) and the softened consonants
(Авдіївці - Авдіївка).
"""

from functools import lru_cache

WHOLE_WORDS = frozenset({"розі", "рогу", "рогом"})
"""Forms of the table that are a word by themselves: Кривий Ріг."""

SHORTEST_STEM = 2
"""Letters before the ending: shorter stems would meet anything."""

_TABLE = """
# Feminine: Москва, Полтава, Авдіївка, Вінниця, Сирия.
ією>ія ії>ія ію>ія иею>ия ией>ия ии>ия ию>ия ці>ка зі>га сі>ха цею>ця цей>ца ею>я ой>а ою>а ей>я
е>а ы>а и>а і>а у>а і>я и>я ю>я е>я ї>я
# Feminine with a soft sign: Казань, Керч.
ью>ь и>ь и>
# Masculine: Бахмут, Харків, Київ, Маріуполь, Китай.
ові>ів ова>ів ову>ів овом>ів єві>їв єва>їв єву>їв євом>їв еві>ів ева>ів еву>ів овым>ов евым>ев
иным>ин ові> ом> ем>ь ем>й єм>й е> а> у> і> е>ь я>ь ю>ь і>ь ем> е>й я>й ю>й ї>й
# Neuter: Рубіжне, Рубежное, Запоріжжя, Запорожье, Косово.
ому>е ого>е им>е ом>ое ому>ое ого>ое ым>ое им>ое ем>е я>е ю>е і>е і>я ям>я ом>о а>о у>о е>о ом>е
а>е у>е і>о
# Adjectives as names or parts of names: Біла Церква, Кривий Ріг, Великая Новосёлка.
ої>а ій>а ою>а ой>ая ую>ая ою>ая ом>ый ого>ый ым>ый ом>ий ем>ий его>ий им>ий ому>ий ого>ий
розі>ріг рогу>ріг рогом>ріг
# Plural: Суми, Черкассы, Чернівці.
ах>ы ах>и ами>ы ами>и ах>а ях>і ях>и цах>цы ам>ы ам>и цями>ці
"""

ENDINGS: tuple[tuple[str, str], ...] = tuple(
    (ending, base)
    for line in _TABLE.splitlines()
    if not line.startswith("#")
    for ending, _, base in (pair.partition(">") for pair in line.split())
)
"""Endings of a case and of the dictionary form, grouped by kind of name; all that fit are tried."""


_RANKED = tuple(sorted(ENDINGS, key=lambda pair: -len(pair[0])))


@lru_cache(maxsize=1 << 14)
def dictionary_forms(word: str) -> tuple[str, ...]:
    """Return the forms that a Cyrillic word in some case may have in a dictionary.

    Args:
        word: One capitalized or lower-case word.

    Returns:
        Other forms in lower case, longest endings first; without the word itself.
    """
    lower = word.lower()
    forms = [
        lower.removesuffix(ending) + base
        for ending, base in _RANKED
        if lower.endswith(ending)
        and (len(lower) - len(ending) >= SHORTEST_STEM or ending in WHOLE_WORDS)
    ]
    return tuple(form for form in dict.fromkeys(forms) if form != lower)
