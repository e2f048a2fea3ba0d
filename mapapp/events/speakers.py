"""What a speaker has to do with what it tells: it did it, it suffered it, or it only speaks."""

from mapapp.events.casting import TARGET
from mapapp.events.claims import SPEAKER_REACH, Voice
from mapapp.events.passive import is_passive
from mapapp.events.scene import Scene, Segment
from mapapp.events.triggers import Form

PRONOUNS = frozenset("they it he she we".split())
POSSESSIVES = frozenset("its their his our".split())
DEEDS = frozenset("killing attacking having".split())
"""After a reporting verb, words by which the speaker tells its own deed."""

HEARSAY = frozenset("reports report claims allegations accusations whether investigating".split())
"""Between "it" and an event, words by which the speaker only speaks of it."""

EACH_OTHER = ["each", "other"]
DEED_CLAIMS = frozenset("claimed claims claim claiming".split())
DEED_REACH = 4
"""Tokens after "claimed an" in which the attack stands that is claimed."""


def roles_of_speaker(scene: Scene, segment: Segment, voice: Voice | None) -> dict[int, str]:
    """Return the role of the parties that speak in a sentence, by their first tokens.

    "The rebels said they recaptured the town" has them act, and word order tells as what: they are
    left out. "The rebels said the army shelled their positions" has them as target; "the army said
    rebels attacked the town" has it in no role, an empty word.
    """
    if voice is None or voice.first < 0:
        return {}
    begin = voice.last + (scene.lowers[voice.last : voice.last + 1] == [","])
    verb = scene.lowers[begin : begin + 1]
    following = scene.lowers[begin + 1 : begin + 2]
    if following == ["to"] or not DEEDS.isdisjoint(following):
        # "X claimed to have killed": the speaker did it.
        return {}
    if scene.lowers[begin + 1 : begin + 3] == EACH_OTHER:
        # "Accused each other of opening fire": both are said to have done it.
        return {}
    if not DEED_CLAIMS.isdisjoint(verb) and _is_own_deed(scene, begin + 1):
        return {}
    role = _by_pronoun(scene, segment, begin)
    return {} if role is None else dict.fromkeys(range(voice.first, voice.last), role)


def _by_pronoun(scene: Scene, segment: Segment, begin: int) -> str | None:
    """Return the role that the pronoun for a speaker gives it; None when it acts."""
    stop = min(max(begin + SPEAKER_REACH, segment.last), scene.sentence.last)
    main = segment.main
    for at in range(begin, stop):
        word = scene.lowers[at]
        if word not in PRONOUNS and word not in POSSESSIVES:
            continue
        if not HEARSAY.isdisjoint(scene.lowers[at : main.first]):
            return ""
        if at > main.first:
            return TARGET if word in POSSESSIVES else ""
        if any(begin <= party.first < at for party in scene.parties):
            # "Rebels attacked its base": the subject is somebody else.
            return None if word in PRONOUNS else ""
        return TARGET if is_passive(scene, segment, main) else None
    return ""


def _is_own_deed(scene: Scene, at: int) -> bool:
    """Return whether an attack is claimed and not told of: "JNIM claimed an ambush on"."""
    if scene.lowers[at : at + 1] and scene.lowers[at] not in ("a", "an", "the", "two", "several"):
        return False
    return any(at < t.first <= at + DEED_REACH and t.form is Form.NOUN for t in scene.triggers)
