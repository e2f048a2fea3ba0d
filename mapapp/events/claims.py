"""Who says so: the speaker of a sentence, the attitude, and how far to take it for a fact."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import timedelta
from itertools import pairwise

from mapapp.events.dates import ENDED_DAYS, DatePhrase
from mapapp.events.scene import Scene, Segment
from mapapp.model.event import Status

SAYING = {
    **dict.fromkeys(
        "said says say told stated reported reports reporting announced announces added "
        "according saying confirmed confirms documented posted wrote tweeted explained noted "
        "recalled reportedly".split(),
        "reports",
    ),
    **dict.fromkeys(
        "claimed claims claim claiming alleged alleges accused accuses asserted insisted insists "
        "boasted declared declares vowed blamed blames".split(),
        "claims",
    ),
    **dict.fromkeys(
        "acknowledged acknowledges admitted admits conceded concedes acknowledging".split(),
        "admits",
    ),
    **dict.fromkeys(
        "denied denies denying rejected rejects dismissed dismisses refuted refutes".split(),
        "denies",
    ),
}
"""Reporting verb to attitude; "said" claims when its speaker fights."""

NEGATIONS = frozenset("no not never without neither nor n't cannot".split())
CONDITIONS = frozenset("if unless whether could may might would should wants hopes".split())
PLANS = frozenset(
    "will plans planned plan planning scheduled expected preparing prepares prepared intends "
    "shall".split()
)
PLANNED_TO = frozenset("set about due ready going".split())
"""Words that tell a plan only with "to" after them: "about to attack", "about 20 people"."""

THREATS = frozenset("vowed vows vow threatened threatens threaten threatening pledged".split())
FIXED_STATUS = {"threat": Status.THREATENED, "doubt": Status.HYPOTHETICAL}
"""Kinds of event that never tell a fact."""

PASSIVE_VOICE = frozenset("been was were be being as also not".split())
ADJECTIVES = frozenset(("alleged", "reported", "confirmed"))
NOUN_MARKS = frozenset("a an the two three four five several many an no at other".split())
"""Before "alleged" and "reported", words that make them adjectives."""

MODAL_REACH = 5
NAME_SHARE = 0.5
"""Share of capitalized words that makes a part of an apposition the speaker's name."""

SPEAKER_REACH = 12
SHORT_APPOSITIVE = 7
"""Tokens at a sentence's end that still name the speaker: "said a defector, General Rahhal"."""


@dataclass(frozen=True, kw_only=True, slots=True)
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


def find_voice(scene: Scene) -> Voice | None:
    """Return the speaker of a sentence; None when the reporter tells it."""
    lowers = scene.lowers
    for at in range(scene.sentence.first, scene.sentence.last):
        word = lowers[at]
        if word in SAYING and not _is_noise(scene, at):
            voice = _speaker_of(scene, at)
            if voice is not None:
                return voice
    return None


def _is_noise(scene: Scene, at: int) -> bool:
    """Return whether a reporting verb reports nothing here ("was reported", "claimed 12 lives")."""
    word = scene.lowers[at]
    before = scene.lowers[max(at - 2, scene.sentence.first) : at]
    if any(w in PASSIVE_VOICE for w in before[-1:]) or (
        before[-1:] == ["also"] and "were" in before
    ):
        return True
    if word in ("alleged", "reported", "confirmed") and before[-1:] and before[-1] in NOUN_MARKS:
        return True
    following = scene.lowers[at + 1] if at + 1 < scene.sentence.last else ""
    if word in ("claimed", "claiming", "claims"):
        return (
            following in ("the", "at", "dozens", "by", "responsibility") or following[:1].isdigit()
        )
    if word in ("reporting", "posted"):
        return following in ("from", "at", "in", "near")
    if word in ("accused", "blamed") and following in ("of", "on", "for"):
        return True
    return word == "according" and following != "to"


def _speaker_of(scene: Scene, at: int) -> Voice | None:
    """Return the speaker beside a reporting verb."""
    attitude = SAYING[scene.lowers[at]]
    if scene.lowers[at] == "according":
        return _after(scene, at + 2, attitude)
    if scene.lowers[at] == "reportedly":
        return Voice(text="", actor_id="", attitude="claims", silent=True)
    quoted = {scene.lowers[at - 1], scene.lowers[at - 2]} & {"”", '"', "’"} if at > 1 else set()
    if quoted:
        return _after(scene, at + 1, attitude) or _before(scene, at, attitude)
    return _before(scene, at, attitude) or _after(scene, at + 1, attitude)


def _before(scene: Scene, at: int, attitude: str) -> Voice | None:
    """Return the speaker that ends before a verb: "X said", "it said"."""
    document, sentence = scene.document, scene.sentence
    first = max(sentence.first, at - SPEAKER_REACH)
    begin = at
    while begin > first and document.lowers[begin - 1] not in (",", ";", ":", "”", '"', "that"):
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
    if first >= last or not any(document.words[at][0].isalpha() for at in range(first, last)):
        return None
    text = _name(document.text[document.starts[first] : document.ends[last - 1]])
    if document.lowers[last - 1] in UNFINISHED or document.lowers[first] == "no":
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
        attitude="claims" if attitude == "reports" and party is not None else attitude,
        first=first,
        last=last,
    )


def _name(text: str) -> str:
    """Return a speaker without the appositive that explains it."""
    parts = [part for part in " ".join(text.split()).split(", ") if part.strip(" ,")]
    named = (part for part in parts if _capital_share(part) >= NAME_SHARE)
    return next(named, max(parts or [text], key=_capital_share)).strip(" ,")


def _capital_share(part: str) -> float:
    words = part.split()
    return sum(word[0].isupper() for word in words) / max(len(words), 1)


CLAIMED_THINGS = frozenset("the at dozens by responsibility".split())
"""After "claimed", words that make it no reporting verb: lives, responsibility."""

UNFINISHED = frozenset("who which had has have was were been is are be to and".split())
"""Words that no speaker's name ends with."""

SOURCES = frozenset(
    "officials official police witnesses residents authorities sources source media spokesman "
    "spokesperson spokeswoman army military government ministry activists monitor observatory "
    "agency it he she they doctors medics locals report reports statement radio television "
    "governor mayor opposition rebels inhabitants villagers relatives leaders activists".split()
)
"""Common nouns and pronouns that speak."""


def speaks_only(scene: Scene, voice: Voice | None) -> set[int]:
    """Return the first tokens of parties that only speak and take no part.

    "The rebels said they recaptured the town" has them take part; "the army said rebels
    attacked" has not.
    """
    if voice is None or voice.first < 0:
        return set()
    after = scene.lowers[voice.last : min(voice.last + SPEAKER_REACH, scene.sentence.last)]
    if any(word in ("they", "it", "its", "their", "he", "had") for word in after):
        return set()
    if "to" in after[1:2] or any(word in ("killing", "attacking", "having") for word in after[1:2]):
        # "X claimed to have killed": the speaker did it.
        return set()
    return set(range(voice.first, voice.last))


def status_of(
    scene: Scene, segment: Segment, voice: Voice | None, date: DatePhrase | None
) -> Status:
    """Return how far the event of a segment can be taken for a fact."""
    modal = _modal(scene, segment)
    if modal is not None:
        return modal
    if voice is not None and voice.attitude == "denies":
        return Status.DENIED
    if _is_past(scene, date):
        return Status.BACKGROUND
    if voice is not None and voice.attitude == "admits":
        return Status.ACKNOWLEDGED
    if voice is not None:
        return Status.CLAIMED
    return Status.REPORTED


def _modal(scene: Scene, segment: Segment) -> Status | None:
    """Return threat, negation, condition or plan when one stands before the trigger."""
    at = segment.main.first
    if segment.main.kind.key in FIXED_STATUS:
        return FIXED_STATUS[segment.main.kind.key]
    begin = max(segment.first, at - MODAL_REACH)
    before = scene.lowers[begin:at]
    if _has(before, THREATS):
        return Status.THREATENED
    if any(word in NEGATIONS or word.endswith("n't") for word in before[-3:]):
        return Status.NEGATED
    if _has(before, CONDITIONS) and any(
        word in CONDITIONS and not _is_month(scene, begin + n) for n, word in enumerate(before)
    ):
        return Status.HYPOTHETICAL
    planned = _has(before, PLANS) or _set_to(before)
    return Status.PLANNED if planned else None


def _is_month(scene: Scene, at: int) -> bool:
    """Return whether "may" is the month: with a capital that no sentence's start explains."""
    return scene.document.words[at] == "May" and at > scene.sentence.first


def _has(words: Sequence[str], wanted: frozenset[str]) -> bool:
    return not wanted.isdisjoint(words)


def _set_to(words: Sequence[str]) -> bool:
    return any(one in PLANNED_TO and other == "to" for one, other in pairwise(words))


def _is_past(scene: Scene, phrase: DatePhrase | None) -> bool:
    """Return whether a date lies so far back that the event is only background."""
    if phrase is None or scene.published is None or phrase.when.start is None:
        return False
    bound = scene.published - timedelta(days=ENDED_DAYS)
    if phrase.since:
        return phrase.when.start < bound
    return phrase.when.end is not None and phrase.when.end < bound
