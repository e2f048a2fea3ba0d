"""Finding all parts of one sentence: triggers, parties, tolls, places and roads."""

from bisect import bisect_left
from collections.abc import Collection, Mapping, Sequence
from dataclasses import replace

from mapapp.events.antecedents import PRONOUNS, antecedents_of
from mapapp.events.labels import find_label
from mapapp.events.mentioned import find_parties, without_names
from mapapp.events.parties import Cast
from mapapp.events.persons import Quantity
from mapapp.events.quantities import find_quantities
from mapapp.events.remarks import Remark
from mapapp.events.retractions import taken_back
from mapapp.events.scene import PlaceAt, RoadAt, Scene
from mapapp.events.senses import sense
from mapapp.events.stretch import Stretch
from mapapp.events.toll_words import DEATH_WORDS, KILLED, OTHER_TOLLS, TOLD_DEATHS
from mapapp.events.tolls import Toll, find_tolls
from mapapp.events.triggers import KINDS, Form, Kind, Trigger, find_triggers
from mapapp.model.actor import ActorMention
from mapapp.model.document import Document, Sentence
from mapapp.model.highway import HighwayMention
from mapapp.model.record import record

RETOLD_SENTENCES = 3
"""Sentences after a death in which "his body" and "killed him" are of the same dead."""

NOTHING: Collection[str] = ()
COUNTED_ONLY = frozenset(
    (
        "lost",
        "took",
        "takes",
        "take",
        "succumbed",
        "succumb",
        "succumbs",
        "life",
        "martyrs",
        "hurt",
        "wia",
        "kia",
    )
)
"""Words that tell an event only with people who died of it, or a place, beside them."""


@record
class Found:
    """What was found in a sentence before its parties and tolls.

    Attributes:
        triggers: Event words, by `triggers_of`.
        places: Toponyms at which something may have happened.
        mentions: Actors named.
        highways: Roads named.
    """

    triggers: Sequence[Trigger]
    places: Sequence[PlaceAt]
    mentions: Sequence[ActorMention]
    highways: Sequence[HighwayMention]


def triggers_of(document: Document, first: int, last: int) -> list[Trigger]:
    """Return the event words of a sentence, the label that opens it before them.

    Args:
        document: What to read.
        first: First token of the sentence.
        last: One past its last token.
    """
    lowers, words = document.lowers, document.words
    found = find_triggers(lowers, first, last)
    triggers = [t for one in found if (t := sense(one, lowers, words, first, last))]
    label = find_label(lowers, first, last)
    if label is None:
        return triggers
    return [label, *(t for t in triggers if t.first >= label.last)]


def build_scene(
    document: Document, sentence: Sentence, found: Found, cast: Cast, remark: Remark | None
) -> Scene:
    """Return a sentence with everything found in it.

    Args:
        document: What to read.
        sentence: Where in it.
        found: Event words, places, actors and roads of the sentence.
        cast: Who the unnamed parties of the document are.
        remark: The coder's remark in the sentence, which tells nothing; None without one.
    """
    lowers, first, last = document.lowers, sentence.first, sentence.last
    triggers = without_names(document, found.mentions, found.triggers)
    parties = find_parties(document, sentence, found.mentions, triggers, cast)
    party_tokens = frozenset([at for p in parties for at in range(p.first, p.last)])
    words = lowers[first:last]
    deadly = not DEATH_WORDS.isdisjoint(words)
    pointing = deadly and not PRONOUNS.isdisjoint(words)
    before = _before(document, sentence) if pointing else None
    earlier = _words_before(document, sentence) if deadly else NOTHING
    told = not TOLD_DEATHS.isdisjoint(earlier)
    tolls = find_tolls(
        Stretch(
            lowers=lowers,
            first=first,
            last=last,
            quantities=find_quantities(lowers, document.words, first, last),
            words=document.words,
            actors=party_tokens,
            antecedents=_antecedents(document, before),
            attacked=before is not None and bool(triggers_of(document, before.first, before.last)),
            told=told,
            only_dead=told and OTHER_TOLLS.isdisjoint(earlier),
        )
    )
    alive = taken_back(document, sentence, tolls, party_tokens)
    if alive:
        # Who turns out to be alive was not killed: neither a toll nor a killing.
        tolls = [t for t in tolls if t not in alive]
        idle = {t.at for t in alive}
        triggers = [t for t in triggers if t.kind.key != "kill" or t.last - 1 not in idle]
    if remark is not None:
        triggers = [t for t in triggers if not remark.first <= t.first < remark.last]
        tolls = [t for t in tolls if not remark.first <= t.at < remark.last]
    if any(lowers[t.last - 1] in COUNTED_ONLY for t in triggers):
        triggers = _without_idle(lowers, triggers, tolls, found.places)
    return Scene(
        document=document,
        lowers=lowers,
        sentence=sentence,
        triggers=triggers,
        parties=parties,
        party_tokens=party_tokens,
        trigger_tokens=frozenset([at for t in triggers for at in range(t.first, t.last)]),
        tolls=tolls,
        places=found.places,
        roads=[
            RoadAt(
                first=bisect_left(document.starts, mention.start),
                last=bisect_left(document.starts, mention.end),
                mention=mention,
            )
            for mention in found.highways
        ],
    )


def _before(document: Document, sentence: Sentence) -> Sentence | None:
    """Return the sentence before in the same paragraph; None at its begin."""
    at = bisect_left(document.sentences, sentence.start, key=lambda one: one.start)
    if not at or document.sentences[at - 1].end > sentence.start:
        # None, or the one that this is a piece of.
        return None
    if "\n" in document.text[document.sentences[at - 1].end : sentence.start]:
        return None
    return document.sentences[at - 1]


def _antecedents(document: Document, before: Sentence | None) -> Mapping[str, Quantity]:
    """Return whom the pronouns of a sentence mean in the one before it."""
    if before is None:
        return {}
    lowers, first, last = document.lowers, before.first, before.last
    quantities = find_quantities(lowers, document.words, first, last)
    stretch = Stretch(lowers=lowers, first=first, last=last, quantities=quantities)
    if any(toll.kind == KILLED for toll in find_tolls(stretch)):
        return {}
    return antecedents_of(quantities)


def _words_before(document: Document, sentence: Sentence) -> Collection[str]:
    """Return the words of the sentences before that a death may be told again of."""
    at = bisect_left(document.sentences, sentence.start, key=lambda one: one.start)
    first = sentence.first
    for before in reversed(document.sentences[max(0, at - RETOLD_SENTENCES) : at]):
        if before.end > sentence.start or "\n" in document.text[before.end : sentence.start]:
            break
        first = before.first
    return frozenset(document.lowers[first : sentence.first])


def _turn(word: str) -> Kind:
    """Return the kind of "lost" and "took" with a place as object."""
    return KINDS["loss" if word == "lost" else "gain"]


def _without_idle(
    lowers: Sequence[str],
    triggers: Sequence[Trigger],
    tolls: Sequence[Toll],
    places: Sequence[PlaceAt],
) -> list[Trigger]:
    """Return triggers without a "lost" or "took" of neither people nor a place."""
    counted = {toll.at for toll in tolls}
    ground = {place.first for place in places}
    return [
        replace(t, kind=_turn(lowers[t.first]), form=Form.VERB) if t.last in ground else t
        for t in triggers
        if lowers[t.last - 1] not in COUNTED_ONLY or t.first in counted or t.last in ground
    ]
