"""What a party of a sentence is, and who the unnamed people of a document are."""

from collections.abc import Mapping, Sequence

from mapapp.model.actor import Actor, ActorMention
from mapapp.model.record import record

CIVILIANS = "civilians"
PROTESTERS = "protesters"
RIOTERS = "rioters"
ARMED_GROUP = "unidentified_armed_group"
"""Ids of unnamed parties, as the lexicon has them."""


@record
class Cast:
    """Who the unnamed people of a document are, where only one party can be meant.

    Attributes:
        state: The only state of the document; None when there are none or several.
        rebels: The only armed group; None when there are none or several.
        by_word: Actor id by the last word of its mentions ("rebels", "fighters").
    """

    state: Actor | None
    rebels: Actor | None
    by_word: Mapping[str, str]


@record
class Party:
    """A party at tokens ``first`` up to but not ``last`` of a sentence.

    Attributes:
        first: First token.
        last: One past the last token.
        actor_id: Id of the actor; empty for armed people that no rule tells apart.
        armed: Whether it fights.
        kind: Kind of the actor: state, rebel, civilian ...
        country: The actor's home country, when it is a state.
        backer_id: Id of its backer; empty when none is named.
        unnamed: Whether only a common noun names it ("the soldiers").
        peaceful: Whether it is named by a trade, as herders that bear a militia's name.
    """

    first: int
    last: int
    actor_id: str
    armed: bool
    kind: str
    country: str = ""
    backer_id: str = ""
    unnamed: bool = False
    peaceful: bool = False


def cast_of(mentions: Sequence[ActorMention], government: Actor | None = None) -> Cast:
    """Return who the unnamed parties of a document are, where only one can be meant.

    Args:
        mentions: Actors named in the document.
        government: Whose the soldiers are where no state is named; None when unknown.
    """
    by_group: dict[str, dict[str, Actor]] = {"state": {}, "rebel": {}}
    for mention in mentions:
        group = "state" if mention.actor.kind == "state" else "rebel"
        if mention.actor.kind in ("state", "rebel", "jihadist", "militia"):
            by_group[group][mention.actor.id] = mention.actor
    only = {key: next(iter(found.values())) for key, found in by_group.items() if len(found) == 1}
    words: dict[str, set[str]] = {}
    for mention in mentions:
        words.setdefault(mention.text.split()[-1].lower(), set()).add(mention.actor.id)
    by_word = {word: ids.pop() for word, ids in words.items() if len(ids) == 1}
    state = only.get("state") if by_group["state"] else government
    return Cast(state=state, rebels=only.get("rebel"), by_word=by_word)


def unnamed_party(index: int, actor_id: str, kind: str, *, armed: bool) -> Party:
    """Return the party that one common noun names."""
    return Party(
        first=index, last=index + 1, actor_id=actor_id, armed=armed, kind=kind, unnamed=True
    )
