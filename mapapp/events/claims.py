"""Who says so: the speaker of a sentence, the attitude, and how far to take it for a fact."""

import re
from collections.abc import Sequence
from dataclasses import replace

from mapapp.events.datelines import past_dateline
from mapapp.events.parties import Party
from mapapp.events.reporting import DENIALS, SAYING, attitude_of, reports_nothing
from mapapp.events.scene import Scene, Segment
from mapapp.model.record import record

PARTICIPLES = frozenset("saying adding claiming confirming alleging insisting".split())
_ASIDE = re.compile(r", | [-–—] ")
NAME_SHARE = 0.5
"""Share of capitalized words that makes a part of an apposition the speaker's name."""

WHERE = frozenset("on in at near from between".split())
"""After a reporting verb, words of when and where."""

SPEAKER_STARTS = frozenset((",", ";", ":", "(", "”", '"', "that", "but", "while", "whereas"))
"""Words and marks before a speaker that are none of its name."""

NEUTRAL = frozenset("civilian org monitor media".split())
"""Kinds of parties that report what they say: they have no part in the war."""

SPEAKER_REACH = 12
SHORT_APPOSITIVE = 7
"""Tokens at a sentence's end that still name the speaker: "said a defector, General Rahhal"."""


@record
class Voice:
    """Who says what a sentence tells.

    Attributes:
        text: The speaker as written.
        actor_id: Id of the speaker's party; empty when unknown.
        attitude: claims, denies, admits or reports.
        first: First token of the speaker, -1 when it stands in another sentence.
    """

    text: str
    actor_id: str
    attitude: str
    first: int = -1
    last: int = -1
    silent: bool = False


def find_voice(scene: Scene, segment: Segment | None = None) -> Voice | None:
    """Return who speaks in a stretch, else in the sentence; None when the reporter tells it."""
    span = scene.sentence
    own: Voice | None = None
    if segment is not None:
        own = _second_verb(scene, segment) or _voice_in(scene, segment.first, segment.last)
    return own or _voice_in(scene, span.first, span.last)


def _second_verb(scene: Scene, segment: Segment) -> Voice | None:
    """Return who speaks where one speaker says two things: "denied the charge and said X fled"."""
    lowers = scene.lowers
    verbs = [at for at in range(segment.first, segment.main.first) if lowers[at] in SAYING]
    if len(verbs) < 2 or lowers[verbs[-1] - 1] != "and":  # noqa: PLR2004  (two verbs of one)
        return None
    voice = _speaker_of(scene, verbs[0])
    if voice is None or voice.silent:
        return None
    party = next((p for p in scene.parties if voice.first <= p.first < voice.last), None)
    return replace(
        voice, attitude=attitude_of(SAYING[lowers[verbs[-1]]], partial=_is_partial(party))
    )


def _voice_in(scene: Scene, first: int, last: int) -> Voice | None:
    lowers = scene.lowers
    for at in [at for at in range(first, last) if lowers[at] in SAYING]:
        noise = reports_nothing(scene, at) or _is_afterthought(scene, at) or _is_joined(scene, at)
        noise = noise or _is_name(scene, at)
        voice = None if noise else _speaker_of(scene, at)
        if voice is not None:
            return voice
    return None


def _is_name(scene: Scene, at: int) -> bool:
    """Return whether "Said" is a man's name: "Governor Said Qadir"."""
    words = scene.document.words
    beside = (*words[max(at - 1, 0) : at], *words[at + 1 : at + 2])
    return words[at] == "Said" and len(beside) > 1 and all(word[0].isupper() for word in beside)


def _is_joined(scene: Scene, at: int) -> bool:
    """Return whether a hyphen, no dash, stands before: nobody speaks in "an IS-claimed attack"."""
    return scene.lowers[at - 1] == "-" and scene.document.ends[at - 1] == scene.document.starts[at]


def _is_afterthought(scene: Scene, at: int) -> bool:
    """Return whether a denial follows what somebody else told: "..., but Kyiv denied it"."""
    told = bool(scene.triggers) and scene.triggers[-1].first < at
    return told and scene.lowers[at] in DENIALS


def find_denial(scene: Scene) -> Voice | None:
    """Return who denies at the end of a sentence what it tells: "..., but Kyiv denied it"."""
    span = range(scene.sentence.first, scene.sentence.last)
    at = next((at for at in reversed(span) if scene.lowers[at] in DENIALS), -1)
    return _before(scene, at, "denies") if at >= 0 else None


def _speaker_of(scene: Scene, at: int) -> Voice | None:
    """Return the speaker beside a reporting verb."""
    attitude = SAYING[scene.lowers[at]]
    if scene.lowers[at] == "according":
        return _after(scene, at + 2, attitude)
    if scene.lowers[at] == "reportedly":
        return Voice(text="", actor_id="", attitude="claims", silent=True)
    if scene.lowers[at] == "told" or scene.lowers[at] in PARTICIPLES:
        # "A doctor told AFP": whom it was told to says nothing. "The radio reported clashes, saying
        # rebels attacked": neither does what was said.
        return _before(scene, at, attitude)
    quoted = {scene.lowers[at - 1], scene.lowers[at - 2]} & {"”", '"', "’"} if at > 1 else set()
    if quoted:
        return _after(scene, at + 1, attitude) or _before(scene, at, attitude)
    return _before(scene, at, attitude) or _after(scene, at + 1, attitude)


def _before(scene: Scene, at: int, attitude: str) -> Voice | None:
    """Return the speaker that ends before a verb: "X said", "it said"."""
    document, sentence = scene.document, scene.sentence
    first = max(sentence.first, at - SPEAKER_REACH)
    begin = at
    while begin > first and document.lowers[begin - 1] not in SPEAKER_STARTS:
        begin -= 1
    if begin == at:
        begin = _appositive(scene, at)
    return _voice(scene, begin, at, attitude)


def _appositive(scene: Scene, at: int) -> int:
    """Return where a speaker with an appositive begins: "Naji, a spokesman for X, said"."""
    begin = at - 1
    commas = 0
    while begin > scene.sentence.first:
        word = scene.lowers[begin - 1]
        commas += word == ","
        if word in ("”", '"') or at - begin > 2 * SPEAKER_REACH:
            break
        begin -= 1
    return begin if commas else at


def _after(scene: Scene, first: int, attitude: str) -> Voice | None:
    """Return the speaker that starts after a verb: "said X", "according to X"."""
    if first < scene.sentence.last and scene.lowers[first] in WHERE:
        # "Reported on 10 March, forces shelled": a day or place reports nothing.
        return None
    last = first
    stop = min(scene.sentence.last, first + SPEAKER_REACH)
    ends = (".", ";", "”", '"', "that")
    while last < stop and scene.lowers[last] not in ends:
        if scene.lowers[last] == "," and scene.sentence.last - last > SHORT_APPOSITIVE:
            break
        last += 1
    return _voice(scene, first, last, attitude)


def _voice(scene: Scene, first: int, last: int, attitude: str) -> Voice | None:
    """Return the speaker written at tokens, with the party that it speaks for."""
    document = scene.document
    first = max(first, past_dateline(document, scene.sentence))
    first, last = _trimmed(document.lowers, first, last)
    if first >= last or not any(document.words[at][0].isalpha() for at in range(first, last)):
        return None
    text = _name(document.text[document.starts[first] : document.ends[last - 1]])
    if _is_unfinished(document.lowers[last - 1], document.words[last - 1]):
        return None
    if document.lowers[first] == "no":
        return None
    inside = [p for p in scene.parties if first <= p.first < last]
    named = [p for p in inside if p.kind != "civilian"]
    party = named[-1] if named else None
    capital = any(document.words[at][0].isupper() for at in range(first, last))
    known = party is not None or capital or document.lowers[last - 1] in SOURCES
    if not known:
        return None
    return Voice(
        text=text,
        actor_id=party.actor_id if party else "",
        attitude=attitude_of(attitude, partial=_is_partial(party)),
        first=first,
        last=last,
    )


def _is_unfinished(lower: str, word: str) -> bool:
    """Return whether a speaker's name cannot end here; "IS" and "WHO" are names."""
    return lower in UNFINISHED and not (len(word) > 1 and word.isupper())


def _is_partial(party: Party | None) -> bool:
    """Return whether a speaker has a part in the war."""
    return party is not None and party.kind not in NEUTRAL


def _trimmed(lowers: Sequence[str], first: int, last: int) -> tuple[int, int]:
    """Return a speaker without the words that only join or date what it says."""
    while first < last and lowers[first] in LEADING:
        first += 1
    while last > first and lowers[last - 1] in TRAILING:
        last -= 1
    return first, last


def _name(text: str) -> str:
    """Return a speaker without the appositive that explains it."""
    parts = [part for part in _ASIDE.split(" ".join(text.split())) if part.strip(" ,-–—")]
    named = (part for part in parts if _capital_share(part) >= NAME_SHARE)
    return next(named, max(parts or [text], key=_capital_share)).strip(" ,-–—")


def _capital_share(part: str) -> float:
    words = part.split()
    return sum(word[0].isupper() for word in words) / max(len(words), 1)


LEADING = frozenset(
    "and but while however meanwhile also as though although where that for later then which - – "
    "— ( ,".split()
)
TRAILING = frozenset("later also earlier then again separately has have had ,".split())
UNFINISHED = frozenset("who which had has have was were been is are be to and".split())
"""Words that no speaker's name ends with."""

SOURCES = frozenset(
    "officials official police witnesses residents authorities sources source media spokesman "
    "spokesperson spokeswoman army military government ministry activists monitor observatory "
    "agency it he she they doctors medics locals report reports statement radio television "
    "governor mayor opposition rebels inhabitants villagers relatives leaders "
    "committee committees network union unions hospital hospitals council assembly commission "
    "organization organisation syndicate association chief chiefs commander commanders leader "
    "diplomat diplomats analyst analysts survivor survivors witness resident doctor medic lawyer "
    "lawyers rescuers responders responder paramedics nurse colonel general captain".split()
)
"""Common nouns and pronouns that speak."""
