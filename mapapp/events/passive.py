"""Whether the subject of a verb does it or suffers it."""

from mapapp.events.parties import ARMED_GROUP, Party
from mapapp.events.prepositions import BE, HAVE
from mapapp.events.scene import Scene, Segment
from mapapp.events.toll_words import OBJECT_PRONOUNS
from mapapp.events.triggers import Form, Trigger

PASSIVE_FOLLOWERS = frozenset(
    "by in as when during on near after while , . : ; outside inside amid from along "
    "between with over since".split()
)
RELATIVES = frozenset("who that which".split())
SHARING = frozenset("and but before".split())
"""Before "were attacked", words after which the subject is that of the verb before."""

ARTICLES = frozenset("a an two three several".split())
IDLE = frozenset("and then but also later".split())
PASSIVE_REACH = 4
KILLED_WORDS = frozenset("killed wounded injured shot captured abducted kidnapped attacked".split())
COMING = frozenset(
    "entered arrived came approached surrounded stopped intercepted broke burst descended returned "
    "crossed besieged".split()
)
"""Right after a party, verbs of those who then do what the next clause tells."""

DEEDS_OF_GUNMEN = frozenset("attacked abducted kidnapped ambushed raided".split())


def is_passive(scene: Scene, segment: Segment, trigger: Trigger) -> bool:
    """Return whether a verb's subject is the one who suffers it."""
    lowers = scene.lowers
    verb = lowers[trigger.last - 1] if trigger.last - trigger.first == 1 else lowers[trigger.first]
    if trigger.form is not Form.VERB or not _participle(verb):
        return False
    following = lowers[trigger.last] if trigger.last < segment.last else "."
    auxiliary = _auxiliary(scene, segment, trigger)
    if auxiliary or following == "by":
        return auxiliary not in HAVE
    if following in OBJECT_PRONOUNS:
        return False
    for toll in scene.tolls:
        if toll.at == trigger.last - 1 or toll.at == trigger.first:
            # "killed 43 farmers" has its people after it, "43 farmers killed" before it.
            return toll.first < trigger.first
    # A headline leaves the auxiliary out: "Two soldiers killed in air strike".
    return verb in KILLED_WORDS and following in PASSIVE_FOLLOWERS


def _auxiliary(scene: Scene, segment: Segment, trigger: Trigger) -> str:
    """Return the form of "be" or "have" before a verb; empty when none stands there."""
    begin = max(segment.first, trigger.first - PASSIVE_REACH)
    begin = max([begin, *(p.last for p in scene.parties if p.last <= trigger.first)])
    for word in reversed(scene.lowers[begin : trigger.first]):
        if word in BE or word in HAVE:
            return word
        if word == ")":
            break
    return ""


def _participle(verb: str) -> bool:
    return verb.endswith(("ed", "en", "un", "ot", "ain", "ld")) or verb in ("hit", "struck", "beat")


def has_come(scene: Scene, party: Party, trigger: Trigger) -> bool:
    """Return whether others suffer where a party came: "Rebels entered, a chief was killed"."""
    between = scene.lowers[party.last : trigger.first]
    if between[:1] and between[0] in COMING and "," in between:
        tail = between[len(between) - between[::-1].index(",") :]
        return any(word not in BE and word not in HAVE and word not in IDLE for word in tail)
    return False


def suffers_last(scene: Scene, segment: Segment, party: Party, trigger: Trigger) -> bool:
    """Return whether a subject that did one thing suffers the event: "X arrived, but was shot"."""
    main = segment.main
    if not party.last <= trigger.first < main.first or not is_passive(scene, segment, main):
        return False
    verb = next((at for at in range(main.first - 1, trigger.last, -1) if _is_be(scene, at)), 0)
    relative = not RELATIVES.isdisjoint(scene.lowers[party.last : party.last + 2])
    return verb > 0 and (relative or scene.lowers[verb - 1] in SHARING)


def _is_be(scene: Scene, at: int) -> bool:
    return scene.lowers[at] in BE


def is_deed(scene: Scene, party: Party, trigger: Trigger) -> bool:
    """Return whether those attack who do nothing else: "Gunmen attacked on Monday a bus"."""
    deed = scene.lowers[trigger.first] in DEEDS_OF_GUNMEN and party.last == trigger.first
    after = scene.lowers[trigger.last : trigger.last + 2]
    objects = after[:1] == ["on"] and not ARTICLES.isdisjoint(after[1:])
    doer = party.actor_id == ARMED_GROUP or (objects and party.kind not in ("state", "civilian"))
    return deed and doer and after[:1] != ["by"]
