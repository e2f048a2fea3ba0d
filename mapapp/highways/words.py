"""The words that say "road", and the words around them."""

ROADS = frozenset(
    "highway highways motorway motorways expressway expressways freeway freeways autostrada "
    "autoroute road roads route routes".split()
)
"""After "Damascus-Aleppo" or before "between A and B" any of these names a road."""

GENERIC = frozenset(
    "highway highways motorway motorways expressway expressways freeway freeways".split()
)
"""On their own only these mean a road that fronts are fought over; "road" is too common."""

GENERIC_PHRASES = (
    ("international", "road"),
    ("international", "roads"),
    ("الطريق", "الدولي"),
    ("الطريق", "السريع"),
    ("الطرق", "الدولية"),
    ("الأوتوستراد",),
    ("الاوتوستراد",),
)

MODIFIERS = frozenset(
    "international strategic main key vital important major public national old coastal desert "
    "busy nearby crucial critical".split()
)
"""May stand between a road's name and its road word, and belong to a generic mention."""

COUNTED = frozenset("two three both another other several".split())
"""Also belong to a generic mention: "two main highways", "another highway"."""

LINKS = frozenset(
    "between from links link linking connects connect connecting connected joins joining "
    "linked".split()
)
"""One of these must stand between a road word and the two places that it joins."""

LIMITS = frozenset({"between", "from"})
"""Of them these cut a stretch out of a road whose number is given; the others describe it."""

FILLERS = frozenset(
    "that which the city cities town towns of running runs run leading leads stretching "
    "stretches".split()
)
"""These may stand there as well."""

JOINERS = frozenset({"and", "to", "with", "-", "\u2013", "\u2014"})
"""Between the two places."""

DASHES = frozenset({"-", "\u2010", "\u2011", "\u2013", "\u2014", "/"})
NOT_ROADS = frozenset("patrol patrolman patrolmen code".split())
"""Words after which "highway" is no road: the Highway Patrol, the Highway Code."""
