"""The events of a document so far: later sentences that only tell a toll are joined to them."""

from collections.abc import Sequence
from dataclasses import replace

from mapapp.events.casting import ATTACKER, TARGET
from mapapp.events.parties import ARMED_GROUP, CIVILIANS, Party
from mapapp.events.remarks import Remark
from mapapp.events.retold import FURTHER, are_same_dead, is_same_kind, rival_count
from mapapp.events.triggers import AGAINST_CIVILIANS, BATTLES, PROTESTS, REMOTE, RIOTS, STRATEGIC
from mapapp.model.event import Count, Event, Participant
from mapapp.model.record import record

VIOLENT = frozenset((BATTLES, REMOTE, AGAINST_CIVILIANS))
DEADLY = VIOLENT | {RIOTS, PROTESTS, STRATEGIC}
"""Types of events that people die in."""

JOINABLE = DEADLY - {STRATEGIC}
"""Types of events whose toll a later sentence may tell."""

JOINED_SENTENCES = 2
"""Sentences after an event in which a bare toll is taken for its own."""

RETOLD_SENTENCES = 4
"""Sentences after an event in which its toll may be told again."""


@record
class Told:
    """An event with what only its sentence knows.

    Attributes:
        event: What is told.
        sentence: Number of its sentence in the document.
        bare: Whether it tells no more than a toll ("Two soldiers were killed in the attack").
        placed: Whether its sentence names a place.
        guessed: Whether its target is no more than a guess from its kind.
        attacker: Who alone attacked in it; None when nobody or several did.
        headline: Whether its sentence is the article's headline.
    """

    event: Event
    sentence: int
    bare: bool
    placed: bool
    guessed: bool
    attacker: Party | None = None
    headline: bool = False


class Story:
    """Events in text order; holds what joining the next one needs."""

    def __init__(self, text: str) -> None:
        """Start without events; the text tells where paragraphs end."""
        self._text = text
        self._told: list[Told] = []

    @property
    def events(self) -> tuple[Event, ...]:
        """The events told so far."""
        return tuple([told.event for told in self._told])

    @property
    def last(self) -> Told | None:
        """The event told last; None before the first."""
        return self._told[-1] if self._told else None

    def attacker(self, sentence: int) -> Party | None:
        """Return who alone attacked in the last event, if it is told near a sentence."""
        told = self.last
        near = told is not None and sentence - told.sentence <= JOINED_SENTENCES
        return told.attacker if told is not None and near else None

    def add(self, told: Told) -> None:
        """Add an event, or its toll to the event before when it tells no more than a toll."""
        before = self._told[-1] if self._told else None
        again = self._told_before(told)
        last = again is None or again == len(self._told) - 1
        if before is not None and last and self._is_toll_of(told, before):
            rival = rival_count(self._text, before.event, told.event)
            self._told[-1] = _joined(before, told.event, rival)
        elif again is None:
            self._told.append(_of_kind(told, before))
        elif self._told[again].headline and not told.headline:
            # The text tells more of it than its headline, and is the better evidence.
            headline = self._told.pop(again)
            self._told.append(_told_again(told, headline.event))
        elif self._told[again].bare and not told.bare:
            self._told[again] = _told_better(self._told[again], told)
        else:
            self._told[again] = _told_again(self._told[again], told.event)

    def _told_before(self, told: Told) -> int | None:
        """Return the number of the event whose toll is told again; None for another toll."""
        event = told.event
        for at in range(len(self._told) - 1, -1, -1):
            before = self._told[at]
            distance = told.sentence - before.sentence
            if distance > RETOLD_SENTENCES or (self._parted(before, event) and not told.bare):
                return None
            alike = told.bare or before.bare or event.type == before.event.type
            if distance > 0 and alike and are_same_dead(self._text, before.event, event):
                return at
        return None

    def _is_toll_of(self, told: Told, before: Told) -> bool:
        event = told.event
        distance = told.sentence - before.sentence
        if not told.bare or told.placed or not 0 < distance <= JOINED_SENTENCES:
            return False
        if before.event.type not in JOINABLE or any(p.role == ATTACKER for p in event.participants):
            return False
        if self._parted(before, event):
            return False
        first, second = before.event.killed, event.killed
        if first is None or second is None:
            return True
        more = FURTHER.search(self._text, event.start, event.end)
        if rival_count(self._text, before.event, event) is not None:
            return True
        return first.low == second.low and is_same_kind(first, second) and more is None

    def _parted(self, before: Told, event: Event) -> bool:
        """Return whether a paragraph ends between two events."""
        return "\n" in self._text[before.event.end : event.start]

    def blame(self, actor_id: str, sentence: int) -> bool:
        """Take who is blamed in a later sentence for the attacker of an event without one.

        Returns:
            Whether the blame was taken: there is an event near enough, without an attacker.
        """
        told = self.last
        if told is None or sentence - told.sentence > JOINED_SENTENCES:
            return False
        parts = told.event.participants
        known = any(p.role == ATTACKER and p.actor_id != ARMED_GROUP for p in parts)
        if told.event.type not in VIOLENT or known or any(p.actor_id == actor_id for p in parts):
            return False
        others = tuple(p for p in parts if p.role != ATTACKER)
        blamed = (Participant(actor_id=actor_id, role=ATTACKER), *others)
        self._told[-1] = replace(told, event=replace(told.event, participants=blamed))
        return True

    def note(self, remark: Remark) -> None:
        """Take a coder's remark about deaths for the event that it is about."""
        deadly = [at for at, told in enumerate(self._told) if told.event.type in DEADLY]
        if not deadly or remark.deaths is None:
            return
        counted = [at for at in deadly if self._told[at].event.killed is not None]
        if len(counted) > 1 and not remark.own:
            return
        at = (counted or deadly)[-1]
        told = self._told[at]
        count = _coded(remark.deaths, told.event.killed)
        if count is None:
            return
        self._told[at] = replace(told, event=replace(told.event, killed=count))


def _coded(deaths: int, told: Count | None) -> Count | None:
    """Return the toll that a coder sets: with 0, none at the least and as told at the most."""
    if deaths:
        return Count(low=deaths, high=deaths)
    return None if told is None else replace(told, low=0, high=told.high or told.low)


def _of_kind(told: Told, before: Told | None) -> Told:
    """Return a toll that stays an event of its own as of the kind of the event before it."""
    if before is None or not told.bare or told.event.type != AGAINST_CIVILIANS:
        return told
    near = 0 < told.sentence - before.sentence <= JOINED_SENTENCES
    acted = any(p.role == ATTACKER for p in told.event.participants)
    if not near or acted or before.event.type not in (BATTLES, REMOTE):
        return told
    kind, sub_type = before.event.type, before.event.sub_type
    return replace(told, event=replace(told.event, type=kind, sub_type=sub_type))


def _joined(before: Told, toll: Event, killed: Count | None) -> Told:
    """Return an event with the toll of a later sentence and whom that says was hit.

    Args:
        before: The event.
        toll: What the later sentence tells.
        killed: The deaths of both, where they are another source's; else None.
    """
    event = before.event
    targets = [p for p in toll.participants if p.role == TARGET]
    participants, kind, sub_type = event.participants, event.type, event.sub_type
    if before.guessed and toll.type == BATTLES:
        # "They attacked X. Two soldiers were killed": the victims tell whom it was against.
        if kind == AGAINST_CIVILIANS:
            kind, sub_type = BATTLES, "Armed clash"
        participants = tuple(p for p in participants if p.actor_id != CIVILIANS)
    if all(p.role != TARGET for p in participants):
        participants = _with_targets(participants, targets)
    joined = replace(
        event,
        end=toll.end,
        type=kind,
        sub_type=sub_type,
        participants=participants,
        killed=killed or event.killed or toll.killed,
        injured=event.injured or toll.injured,
        captured=event.captured or toll.captured,
        missing=event.missing or toll.missing,
    )
    return replace(before, event=joined)


def _told_again(before: Told, again: Event) -> Told:
    """Return an event with what a later sentence adds to it when it tells its toll again."""
    event = before.event
    filled = replace(
        event,
        injured=event.injured or again.injured,
        captured=event.captured or again.captured,
        missing=event.missing or again.missing,
        place_ids=event.place_ids or again.place_ids,
    )
    return replace(before, event=filled)


def _told_better(before: Told, told: Told) -> Told:
    """Return an event of which only the toll was told with the kind that a later sentence tells."""
    again = _told_again(before, told.event).event
    named = _with_targets(told.event.participants, before.event.participants)
    better = replace(
        again,
        type=told.event.type,
        sub_type=told.event.sub_type,
        participants=named,
        trigger=told.event.trigger,
    )
    return replace(before, event=better, bare=False)


def _with_targets(
    participants: Sequence[Participant], targets: Sequence[Participant]
) -> tuple[Participant, ...]:
    known = {p.actor_id for p in participants}
    return (*participants, *(p for p in targets if p.actor_id not in known))
