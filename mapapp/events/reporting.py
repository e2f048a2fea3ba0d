"""Reporting verbs: the attitude that each tells, and where one reports nothing."""

from mapapp.events.scene import Scene

DENIALS = frozenset(
    "denied denies deny denying rejected rejects dismissed dismisses refuted refutes".split()
)
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
    **dict.fromkeys(DENIALS, "denies"),
}
"""Reporting verb to attitude; "said" claims when its speaker fights."""

PASSIVE_VOICE = frozenset("been was were be being as also not".split())
ROLE_WORDS = frozenset("involvement responsibility role part links being".split())
"""After "denied", words by which a speaker denies its part and not that it happened."""

ALLEGED_THAT = frozenset("that the he she they it a an there ,".split())
"""After "alleged", words that make it a verb; elsewhere it is "alleged mercenaries"."""

ADJECTIVES = frozenset(("alleged", "reported", "confirmed", "said"))
NOUN_MARKS = frozenset(
    "a an the two three four five several many an no at other unknown any further few by of with "
    "against on from between for".split()
)
"""Before "alleged" and "reported", words that make them adjectives."""

CLAIMED_THINGS = frozenset("the at dozens by responsibility".split())
"""After "claimed", words that make it no reporting verb: lives, responsibility."""

OBJECT_REACH = 6
"""Tokens after a reporting verb in which another object of it is sought."""

HAPPENINGS = frozenset(
    "fighting clashes clash shelling gunfire explosions explosion attack attacks strike strikes "
    "raid raids casualties deaths death injuries fatalities dead killed wounded injured damage "
    "incident incidents violence protests arrests abductions firing shots bombing bombings".split()
)
"""What is reported and reports nothing: "fighting reported in Malakal"."""


def attitude_of(attitude: str, *, partial: bool) -> str:
    """Return the attitude of a speaker: who has a part in the war claims what it reports.

    Args:
        attitude: What its reporting verb tells, by `SAYING`.
        partial: Whether the speaker has a part in the war.
    """
    return "claims" if partial and attitude == "reports" else attitude


def reports_nothing(scene: Scene, at: int) -> bool:
    """Return whether a reporting verb is none here: "was reported", "claimed 12 lives"."""
    return _is_no_verb(scene, at) or _has_other_object(scene, at)


def _is_no_verb(scene: Scene, at: int) -> bool:
    """Return whether a word is passive or an adjective: "was reported", "alleged mercenaries"."""
    word = scene.lowers[at]
    before = scene.lowers[at - 1] if at > scene.sentence.first else ""
    if before in PASSIVE_VOICE or (word == "reported" and before in HAPPENINGS):
        return True
    following = scene.lowers[at + 1] if at + 1 < scene.sentence.last else ""
    alleged = word == "alleged" and following not in ALLEGED_THAT
    return word in ADJECTIVES and (alleged or before in NOUN_MARKS)


def _has_other_object(scene: Scene, at: int) -> bool:
    """Return whether a verb is about no report: "claimed 12 lives", "denied involvement"."""
    word = scene.lowers[at]
    near = scene.lowers[at + 1 : min(at + 1 + OBJECT_REACH, scene.sentence.last)]
    following = near[0] if near else ""
    if word in DENIALS:
        return not ROLE_WORDS.isdisjoint(near[:3])
    if word in ("claimed", "claiming", "claims", "claim"):
        return "lives" in near or near[:2] == ["the", "life"] or following in CLAIMED_THINGS
    if word in ("reporting", "posted"):
        return following in ("from", "at", "in", "near")
    if word in ("accused", "blamed"):
        return following in ("of", "on", "for")
    return word == "according" and following != "to"
