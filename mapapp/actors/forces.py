"""Inclusion rules: demonym or country and force word, for every country ("Turkish soldiers")."""

from bisect import bisect_right
from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date

from mapapp.actors.days import StatedDay, day_at
from mapapp.actors.finding import Finding
from mapapp.actors.lexicon import Lexicon
from mapapp.actors.names import Hit, fold
from mapapp.actors.words import (
    FIGHTER_NOUNS,
    GOVERNING_VERBS,
    NO_GENERIC_AFTER,
    REBEL_NOUNS,
    STATE_MODIFIERS,
    STATE_NOUNS,
)
from mapapp.model.actor import Actor
from mapapp.model.document import Document
from mapapp.model.record import record
from mapapp.model.toponym import Role, Toponym

BACKING = frozenset("backed supported aligned allied sponsored funded armed trained".split())
LONGEST_PHRASE = 5
"""Tokens after a demonym that are tried: "Russian-led air and ground forces" is rare beyond."""

NAME_WORDS = frozenset("liberation resistance revolutionary peoples salvation patriotic".split())
"""Before a capitalized "Army", words that make it the end of a group's name."""

OWNED_FORCES = frozenset(
    "forces troops soldiers army military police navy warplanes guards".split()
)
"""Before "of" and a country, words for its forces ("troops of India")."""

SPEAKING = (["said"], ["says"], ["acknowledged"], ["announced"], ["confirmed"], ["admitted"])
"""After "the army", verbs by which it speaks of its own men."""

PLACE_PREPOSITIONS = frozenset("in of near from to across into around outside at inside".split())
STATE_KINDS = frozenset({"demonym", "country"})


@record
class Setting:
    """What the rules need to know of a document besides its words."""

    lexicon: Lexicon
    country: str
    published: date | None
    covered: Mapping[int, Toponym]
    days: tuple[StatedDay, ...] = ()

    def government(self, country: str, index: int) -> Actor | None:
        """Return a country's government on the day that a token's sentence speaks of."""
        return self.lexicon.government_of(country, day_at(self.days, index, self.published))

    def rebels(self, country: str) -> Actor | None:
        """Return the unspecified rebels of a country."""
        return self.lexicon.actors.get(f"{country.lower()}_rebels")


def find_forces(document: Document, hits: Sequence[Hit], setting: Setting) -> list[Finding]:
    """Return the states and unspecified rebels that demonyms and country names stand for."""
    found: dict[int, Finding] = {}
    for hit in reversed(hits):
        alias = hit.aliases[0]
        if alias.kind in STATE_KINDS:
            finding = _with_force_word(document, hit, setting) or _coordinated(
                document, hit, setting, found
            )
            if finding is not None:
                found[hit.first] = finding
    return list(found.values())


def find_owned(document: Document, hits: Sequence[Hit], setting: Setting) -> list[Finding]:
    """Return "troops of India and Pakistan": forces before the countries whose they are."""
    lowers = document.lowers
    found: list[Finding] = []
    owned = -1
    for hit in hits:
        alias = hit.aliases[0]
        actor = setting.government(alias.key, hit.first) if alias.kind == "country" else None
        if actor is None:
            continue
        at = hit.first - (2 if hit.first and lowers[hit.first - 1] == "the" else 1)
        if at > 0 and lowers[at] == "of" and lowers[at - 1] in OWNED_FORCES:
            found.append(Finding(first=at - 1, last=hit.last, actor=actor, rule="forces of"))
            owned = hit.last
        elif at > 0 and at == owned and lowers[at] == "and":
            found.append(Finding(first=hit.first, last=hit.last, actor=actor, rule="forces of"))
    return found


def find_unnamed(
    document: Document, hits: Sequence[Hit], setting: Setting, forces: Sequence[Finding] = ()
) -> list[Finding]:
    """Return "government forces", "the army" and "rebels" as parties of the main country.

    Args:
        document: What to read.
        hits: Names of the lexicon in it.
        setting: Its country and day.
        forces: States that the text names with their forces; who speaks after one of them in a
            sentence is that state's ("Israeli soldiers were killed, the army said").
    """
    found: list[Finding] = []
    for hit in hits:
        kind = hit.aliases[-1].kind
        if kind not in ("state_noun", "rebel_noun") or not setting.country:
            continue
        if kind == "state_noun":
            named = _speaking_for(document, hit, forces)
            actor = named or setting.government(setting.country, hit.first)
        else:
            actor = setting.rebels(setting.country)
        ends_name = ends_a_name(document, hit)
        if actor is not None and not ends_name and not _mere_modifier(document, hit):
            found.append(Finding(first=hit.first, last=hit.last, actor=actor, rule=kind))
    return found


def _speaking_for(document: Document, hit: Hit, forces: Sequence[Finding]) -> Actor | None:
    """Return the state named before an unnamed force that speaks in the same sentence."""
    if document.lowers[hit.last : hit.last + 1] not in SPEAKING:
        return None
    at = bisect_right(document.sentences, hit.first, key=lambda one: one.first) - 1
    first = document.sentences[at].first
    named = [f.actor for f in forces if first <= f.first < hit.first and f.actor.kind == "state"]
    return named[-1] if named else None


def find_governments(document: Document, hits: Sequence[Hit], setting: Setting) -> list[Finding]:
    """Return capitals and countries that stand for their government.

    A toponym's role decides where there is one; else the verb that follows does.
    """
    found: list[Finding] = []
    for hit in hits:
        alias = hit.aliases[0]
        if alias.kind not in ("capital", "country"):
            continue
        toponym = setting.covered.get(hit.first)
        if toponym is not None:
            governs = toponym.role is Role.METONYM
        else:
            governs = _has_governing_verb(document, hit)
        actor = setting.government(alias.key, hit.first)
        if governs and actor is not None:
            found.append(Finding(first=hit.first, last=hit.last, actor=actor, rule="metonym"))
    return found


def extend_backed(
    document: Document, findings: Sequence[Finding], hits: Sequence[Hit], setting: Setting
) -> list[Finding]:
    """Return findings that take the words "X-backed" before them in, with X as backer."""
    ends = {hit.last: hit for hit in hits if hit.aliases[0].kind in STATE_KINDS}
    extended: list[Finding] = []
    for finding in findings:
        # The hit ends before the hyphen: "Turkey", "-", "backed", then the finding.
        hit = ends.get(finding.first - 2)
        if hit is None or document.lowers[finding.first - 1] not in BACKING:
            extended.append(finding)
            continue
        backer = setting.government(hit.aliases[0].key, hit.first)
        backer_id = backer.id if backer else ""
        extended.append(replace(finding, first=hit.first, backer_id=backer_id))
    return extended


def find_proxies(document: Document, hits: Sequence[Hit], setting: Setting) -> list[Finding]:
    """Return "Turkish-backed fighters" that no lexicon names: rebels of the main country."""
    lowers = document.lowers
    rebels = setting.rebels(setting.country)
    if rebels is None:
        return []
    found: list[Finding] = []
    for hit in hits:
        at = hit.last
        if (
            hit.aliases[0].kind in STATE_KINDS
            and at + 2 < len(lowers)
            and lowers[at] == "-"
            and lowers[at + 1] in BACKING
            and (lowers[at + 2] in FIGHTER_NOUNS or lowers[at + 2] in REBEL_NOUNS)
        ):
            backer = setting.government(hit.aliases[0].key, hit.first)
            found.append(
                Finding(
                    first=hit.first,
                    last=at + 3,
                    actor=rebels,
                    rule="proxy",
                    backer_id=backer.id if backer else "",
                )
            )
    return found


def _with_force_word(document: Document, hit: Hit, setting: Setting) -> Finding | None:
    last, noun = _force_end(document, hit.last)
    country = hit.aliases[0].key
    actor = (
        setting.rebels(country) if noun in REBEL_NOUNS else setting.government(country, hit.first)
    )
    if not noun or actor is None:
        return None
    return Finding(first=hit.first, last=last, actor=actor, rule="demonym")


def _force_end(document: Document, first: int) -> tuple[int, str]:
    """Return one past the last force word after a demonym, and that word; empty when none."""
    last, noun = first, ""
    stop = min(first + LONGEST_PHRASE, len(document.lowers))
    for index in range(first, stop):
        word = fold(document.lowers[index])
        if word in STATE_NOUNS or (word in REBEL_NOUNS and index - first <= 1):
            last, noun = index + 1, word
        elif word not in STATE_MODIFIERS and not _is_model(document, index):
            break
    return last, noun


def _is_model(document: Document, index: int) -> bool:
    """Return whether a token is a hyphen or part of a model's name ("Su-34", "T-72")."""
    word = document.words[index]
    following = document.words[index + 1 : index + 3]
    return (
        word == "-"
        or any(letter.isdigit() for letter in word)
        or (following[:1] == ["-"] and following[-1][0].isdigit())
    )


def _coordinated(
    document: Document, hit: Hit, setting: Setting, found: Mapping[int, Finding]
) -> Finding | None:
    """Return the first state of "Russian and Syrian forces"."""
    lowers = document.lowers
    at = hit.last
    if at + 1 >= len(lowers) or lowers[at] not in ("and", ",", "-", "or"):
        return None
    following = found.get(at + 1)
    actor = setting.government(hit.aliases[0].key, hit.first)
    if following is None or following.actor.kind != "state" or actor is None:
        return None
    if hit.aliases[0].kind == "country":
        return None
    return Finding(first=hit.first, last=hit.last, actor=actor, rule="coordinated demonym")


def ends_a_name(document: Document, hit: Hit) -> bool:
    """Return whether an unnamed force is the end of a group's name ("X Liberation Army forces")."""
    if not hit.first or hit.aliases[-1].kind != "state_noun":
        return False
    words, at = document.words, hit.first
    return words[at][0].isupper() and fold(document.lowers[at - 1]) in NAME_WORDS


def _mere_modifier(document: Document, hit: Hit) -> bool:
    """Return whether an unnamed force only qualifies the next word ("army base")."""
    if hit.last >= len(document.lowers):
        return False
    before = document.lowers[hit.first - 1] if hit.first else ""
    following = document.lowers[hit.last]
    short = hit.last - hit.first == 1
    return (
        following in NO_GENERIC_AFTER
        or (following in ("-", "of") and short)
        or (short and before == "-")
    )


def _has_governing_verb(document: Document, hit: Hit) -> bool:
    if hit.last >= len(document.lowers) or document.lowers[hit.last - 1].endswith("'s"):
        return False
    before = document.lowers[hit.first - 1] if hit.first else ""
    return before not in PLACE_PREPOSITIONS and document.lowers[hit.last] in GOVERNING_VERBS
