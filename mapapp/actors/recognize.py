"""Finding the parties that a document names, and who speaks for them."""

from collections.abc import Collection, Iterable, Mapping, Sequence

from mapapp.actors.context import ACTOR_WEIGHT, home_countries, main_country, weigh_countries
from mapapp.actors.days import stated_days
from mapapp.actors.finding import Finding, covered_by, mentions_of, with_groups, without_overlaps
from mapapp.actors.forces import (
    Setting,
    ends_a_name,
    extend_backed,
    find_forces,
    find_governments,
    find_owned,
    find_proxies,
    find_unnamed,
)
from mapapp.actors.groups import MEMBER_WORDS, find_groups
from mapapp.actors.lexicon import Lexicon
from mapapp.actors.names import Alias, Hit
from mapapp.actors.naming import find_followers, find_introduced, find_paired
from mapapp.actors.words import ARMED_VERBS, FIGHTER_NOUNS
from mapapp.model.actor import ActorMention
from mapapp.model.document import Document
from mapapp.model.span import Span
from mapapp.model.toponym import PLOTTED_ROLES, Toponym

SOURCE_KINDS = frozenset({"monitor", "media"})
"""Kinds that report on a war and fight on no side: voices, never parties."""

KNOWN_COUNTRY = 0.5
"""From this weight on a document's country is known; a demonym alone weighs less."""

SHORT_ACRONYM = 3
"""Letters up to which an acronym alone names no party where nothing tells the country."""

FIGHTING_WORDS = FIGHTER_NOUNS | ARMED_VERBS
FIGHTING_WORDS |= frozenset(
    "post posts base camp patrol convoy units forces troops soldiers positions members "
    "control".split()
)
"""After an acronym, words that make it an armed group's."""

REACH_BACK = 3
"""Tokens before an acronym among which its people stand: "members of the XLA"."""

CAPITALS_AROUND = 2
"""A short acronym between this many words in capitals is a headline's word ("WHAT IS NEW")."""


def find_hits(document: Document, lexicon: Lexicon) -> Sequence[Hit]:
    """Return where names of the lexicon stand, for the functions below.

    Each of them takes these hits, so that a document is searched once, and without them searches
    for itself.
    """
    return lexicon.names.hits(document)


def find_names(
    document: Document, lexicon: Lexicon, hits: Sequence[Hit] | None = None
) -> tuple[Span, ...]:
    """Return the stretches that are a party's own name, which no place name may take.

    Only names that need no context: "Libya Dawn" is no mention of Libya. Names that are a
    place's too ("Turkana") are left for the toponyms.
    """
    return tuple(
        Span(start=document.starts[hit.first], end=document.ends[hit.last - 1])
        for hit in (find_hits(document, lexicon) if hits is None else hits)
        if any(_is_own_name(alias) for alias in hit.aliases)
    )


def find_homelands(
    document: Document, lexicon: Lexicon, hits: Sequence[Hit] | None = None
) -> Mapping[str, int]:
    """Return how often groups and words of each country are met, by ISO 3166-1 alpha-2 code.

    Known before any place is: "HTS fighters clashed in Ariha" is about Syria.
    """
    hits = find_hits(document, lexicon) if hits is None else hits
    return home_countries(hits, lexicon.reach)


def recognize_actors(
    document: Document,
    lexicon: Lexicon,
    toponyms: Iterable[Toponym],
    hits: Sequence[Hit] | None = None,
) -> tuple[ActorMention, ...]:
    """Return the parties named in a document, in text order, none overlapping.

    Names of the lexicon come first, then the rules: demonym and force word, unnamed forces of
    the country that the document is about, governments spoken of by country or capital, and
    named groups that no lexicon has. Monitors and media are no parties: `recognize_voices`.

    Args:
        document: What to read.
        lexicon: Known parties.
        toponyms: Place mentions of the same document; they tell which war it is about.
        hits: What `find_hits` found in the document; None searches it.
    """
    toponyms = tuple(toponyms)
    hits = find_hits(document, lexicon) if hits is None else hits
    weights = weigh_countries(toponyms, hits, lexicon.reach)
    for country in _homes_of_acronyms(document, hits, lexicon, weights):
        weights[country] = weights.get(country, 0.0) + ACTOR_WEIGHT
    hits = _meant(document, hits, lexicon, weights)
    setting = Setting(
        lexicon=lexicon,
        country=main_country(weights),
        published=document.published,
        days=stated_days(document),
        covered=covered_by(document, toponyms),
    )
    found = _named(document, hits, weights, setting)
    sources = {index for hit in hits if _is_source(hit, lexicon) for index in _range(hit)}
    taken = {index for finding in found for index in range(finding.first, finding.last)} | sources
    forces = find_forces(document, hits, setting)
    ruled = [
        *find_owned(document, hits, setting),
        *forces,
        *find_unnamed(document, hits, setting, forces),
        *find_governments(document, hits, setting),
        *find_proxies(document, hits, setting),
    ]
    found += [f for f in ruled if f.first not in taken and not _qualified(f, found, taken)]
    taken |= {index for finding in ruled for index in range(finding.first, finding.last)}
    taken |= {index for hit in hits if _is_spoken_for(document, hit) for index in _range(hit)}
    found = with_groups(found, find_groups(document, taken, setting.covered))
    named = {index for finding in found for index in range(finding.first, finding.last)}
    found += find_introduced(document, named, setting.covered)
    found += find_followers(document, hits, lexicon)
    found += find_paired(document, found, lexicon)
    return mentions_of(document, without_overlaps(extend_backed(document, found, hits, setting)))


def recognize_voices(
    document: Document,
    lexicon: Lexicon,
    toponyms: Iterable[Toponym],
    hits: Sequence[Hit] | None = None,
) -> tuple[ActorMention, ...]:
    """Return the persons and outlets that speak for a party, monitors and media, in text order.

    The actor of a leader or a party's outlet is the party; of a monitor, the monitor itself.
    """
    hits = find_hits(document, lexicon) if hits is None else hits
    weights = weigh_countries(toponyms, hits, lexicon.reach)
    found: list[Finding] = []
    for hit in hits:
        alias = _pick([a for a in hit.aliases if a.kind in ("voice", "name")], weights)
        if alias is None:
            continue
        actor = lexicon.actors[alias.key]
        if alias.kind == "voice" or actor.kind in SOURCE_KINDS:
            found.append(Finding(first=hit.first, last=hit.last, actor=actor, rule="voice"))
    return mentions_of(document, found)


def _named(
    document: Document, hits: Sequence[Hit], weights: dict[str, float], setting: Setting
) -> list[Finding]:
    found: list[Finding] = []
    for hit in hits:
        names = [alias for alias in hit.aliases if alias.kind == "name"]
        alias = _pick(names, weights) or _own_acronym(document, hit, names, weights)
        if alias is None or _outranked(hit, alias, setting) or _in_headline(document, hit):
            continue
        actor = setting.lexicon.actors[alias.key]
        if actor.kind not in SOURCE_KINDS:
            found.append(Finding(first=hit.first, last=hit.last, actor=actor, rule="lexicon"))
    return found


def _meant(
    document: Document, hits: Sequence[Hit], lexicon: Lexicon, weights: Mapping[str, float]
) -> list[Hit]:
    """Return hits, those of other countries' parties replaced by what is named inside them."""
    meant: list[Hit] = []
    for hit in hits:
        elsewhere = hit.last - hit.first > 1 and all(alias.countries for alias in hit.aliases)
        if elsewhere and weights and _pick(hit.aliases, weights) is None:
            meant += lexicon.names.shorter(document, hit)
        meant.append(hit)
    return meant


def _qualified(finding: Finding, named: Sequence[Finding], taken: Collection[int]) -> bool:
    """Return whether unnamed forces only repeat the name before them ("HTS security forces")."""
    return (
        finding.rule in ("rebel_noun", "state_noun")
        and finding.first - 1 in taken
        and any(name.last == finding.first for name in named)
    )


def _pick(aliases: Sequence[Alias], weights: Mapping[str, float]) -> Alias | None:
    """Return the alias whose condition the document meets best, else one without condition.

    Beside one without condition, a condition asks for the country that the document is most about:
    the Islamic State is that of Mali only in a text about Mali.
    """
    plain = next((alias for alias in aliases if not alias.countries), None)
    best: Alias | None = None
    best_weight = 0.0
    for alias in aliases:
        weight = max((weights.get(country, 0.0) for country in alias.countries), default=0.0)
        if weight > best_weight:
            best, best_weight = alias, weight
    if best is not None and (plain is None or best_weight >= max(weights.values())):
        return best
    sole = len({alias.key for alias in aliases}) == 1 and any(aliases[0].shapes)
    if not weights and sole and not _is_short(aliases[0]):
        # A note that tells no country: a name that only one party bears is its own.
        return aliases[0]
    return plain


def _is_short(alias: Alias) -> bool:
    """Return whether an alias is an acronym that many things bear: "AA", "MRC"."""
    return alias.shapes == ("A",) and len(alias.text) <= SHORT_ACRONYM


def _own_acronym(
    document: Document, hit: Hit, names: Sequence[Alias], weights: Mapping[str, float]
) -> Alias | None:
    """Return the party of an acronym that only it bears, where it fights and no place is known.

    "MEND rebels blew up a Royal Dutch pipeline" is about no Dutch rebels.
    """
    following = document.lowers[hit.last] if hit.last < len(document.lowers) else ""
    before = document.lowers[max(hit.first - REACH_BACK, 0) : hit.first]
    members = before[-1:] in (["of"], ["the"], ["from"]) and not MEMBER_WORDS.isdisjoint(before)
    sole = len({alias.key for alias in names}) == 1 and hit.last == hit.first + 1
    if not sole or not (following in FIGHTING_WORDS or members):
        return None
    known = max(weights.values(), default=0.0) >= KNOWN_COUNTRY
    acronym = document.words[hit.first].isupper() and hit.aliases[0].shapes == ("A",)
    return names[0] if acronym and not known else None


def _homes_of_acronyms(
    document: Document, hits: Sequence[Hit], lexicon: Lexicon, weights: Mapping[str, float]
) -> set[str]:
    """Return the home countries of parties known by their acronym where no place is known."""
    homes: set[str] = set()
    for hit in hits:
        names = [alias for alias in hit.aliases if alias.kind == "name" and alias.countries]
        alias = _own_acronym(document, hit, names, weights) if names else None
        if alias is not None and len(names) == len(hit.aliases):
            homes.update(lexicon.reach.get(alias.key, ())[:1])
    return homes


def _is_spoken_for(document: Document, hit: Hit) -> bool:
    """Return whether a hit leaves its words to no other rule.

    A name of another country's party may be that of a group no lexicon has.
    """
    free = all(
        alias.kind in ("rebel_noun", "term") or (alias.kind == "name" and alias.countries)
        for alias in hit.aliases
    )
    return not free and not ends_a_name(document, hit)


def _outranked(hit: Hit, alias: Alias, setting: Setting) -> bool:
    """Return whether a name that is a place's too was resolved as a place of events."""
    toponym = setting.covered.get(hit.first) if alias.place else None
    return toponym is not None and toponym.role in PLOTTED_ROLES


def _in_headline(document: Document, hit: Hit) -> bool:
    """Return whether a short acronym only stands in a line of capitals."""
    if hit.last - hit.first > 1 or len(document.words[hit.first]) > 3:  # noqa: PLR2004
        return False
    around = (
        document.words[max(hit.first - 1, 0) : hit.first] + document.words[hit.last : hit.last + 1]
    )
    upper = [word for word in around if word.isupper() and len(word) > 1]
    return len(upper) >= CAPITALS_AROUND


def _is_own_name(alias: Alias) -> bool:
    return alias.kind == "name" and not alias.countries and not alias.place and any(alias.shapes)


def _is_source(hit: Hit, lexicon: Lexicon) -> bool:
    return any(
        alias.kind == "voice"
        or (alias.kind == "name" and lexicon.actors[alias.key].kind in SOURCE_KINDS)
        for alias in hit.aliases
        if not alias.countries
    )


def _range(hit: Hit) -> range:
    return range(hit.first, hit.last)
