"""From a document with places, actors and roads to the events that it tells."""

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import chain

from mapapp.events.anaphora import sole_attacker, with_attacker
from mapapp.events.anchors import Memory, places_of, plotted, remember, roads_of
from mapapp.events.blame import BLAME, SUSPICION, find_blamed, points_back
from mapapp.events.build import Found, build_scene, triggers_of
from mapapp.events.casting import ATTACKER, CLAIMANT, participants_of
from mapapp.events.claims import Voice, find_denial
from mapapp.events.classify import classify
from mapapp.events.date_phrases import DatePhrase
from mapapp.events.dating import Running, date_phrase_of, date_range_of, dates_of
from mapapp.events.denials import denied_again
from mapapp.events.gate import is_of_war
from mapapp.events.hearing import Hearing
from mapapp.events.implied import add_unnamed
from mapapp.events.labels import LABEL_RANK, LABEL_STARTS
from mapapp.events.ordered import Ordered
from mapapp.events.parties import cast_of
from mapapp.events.remarks import MARKS, Remark, find_remark
from mapapp.events.reporting import DENIALS
from mapapp.events.road_events import with_roads
from mapapp.events.roles import find_parts
from mapapp.events.scene import PlaceAt, Scene, Segment
from mapapp.events.segments import CONNECTIVES, find_segments, is_bare
from mapapp.events.speakers import roles_of_speaker
from mapapp.events.status import status_of
from mapapp.events.story import VIOLENT, Story, Told
from mapapp.events.sums import counts_of
from mapapp.events.topic import is_of_peace
from mapapp.events.triggers import (
    TRIGGERS,
    Trigger,
)
from mapapp.model.actor import Actor, ActorMention
from mapapp.model.article import PartKind
from mapapp.model.document import Document, Sentence
from mapapp.model.event import Event, Participant
from mapapp.model.highway import HighwayMention
from mapapp.model.toponym import Toponym

BLAMING = BLAME | SUSPICION
ASIDES = DENIALS | BLAMING
"""Words of a sentence that only says more of the event before it."""

TELLING = TRIGGERS.keys() | ASIDES
"""Words without one of which a sentence tells nothing, unless a label opens it."""

FORCES = frozenset("military army forces troops soldiers navy".split())
UNARMED = frozenset("civilian monitor media org state".split())
"""Kinds of actors that are in the news without a war too."""

LONGEST_SENTENCE = 400
"""Tokens from which a sentence is read in pieces."""

TRIMMED = frozenset(",;:.-–—“\"'‘")


class _Reader:
    """Reads one document; holds what its sentences share."""

    def __init__(
        self,
        document: Document,
        toponyms: Sequence[Toponym],
        actors: Sequence[ActorMention],
        highways: Sequence[HighwayMention],
        voices: Sequence[ActorMention],
        *,
        government: Actor | None,
    ) -> None:
        self.document = document
        self.toponyms = Ordered(toponyms)
        self.actors = Ordered(actors)
        self.highways = Ordered(highways)
        self.roads = tuple(dict.fromkeys(key for h in highways for key in h.highway_ids))
        self.cast = cast_of(actors, government)
        self.memory = Memory()
        self.running = Running()
        self.of_peace = is_of_peace(document.lowers)
        self.hearing = Hearing(document, voices, lambda sentence: self._scene(sentence, (), ()))
        self.remarked = not MARKS.isdisjoint(document.lowers)
        self.story = Story(document.text)
        self.fought = any(
            mention.actor.kind not in UNARMED or not FORCES.isdisjoint(mention.text.lower().split())
            for mention in actors
        )
        self.sentence = 0

    @property
    def war(self) -> bool:
        """Whether the text so far is about a war: it names who fights, or told an event."""
        return self.fought or self.story.last is not None

    def read(self, sentence: Sentence, *, told: bool) -> None:
        """Add the events of a sentence; one without trigger words only feeds the memory."""
        self.memory.go_on()
        self.sentence += 1
        places = self._places(sentence)
        lowers = self.document.lowers
        remark = find_remark(lowers, sentence.first, sentence.last) if self.remarked else None
        first, last = sentence.first, sentence.last
        triggers = triggers_of(self.document, first, last) if told else []
        read = bool(triggers) or (told and not ASIDES.isdisjoint(lowers[first:last]))
        if read:
            self._tell(self._scene(sentence, triggers, places, remark))
        self.hearing.pass_by(sentence, read=read)
        if remark is not None:
            self.story.note(remark)
        remember(self.memory, places, lowers)

    def _tell(self, scene: Scene) -> None:
        """Add the events of a sentence, or what it says of the event before."""
        segments = find_segments(scene)
        if self._blamed(scene, segments):
            segments = []
        events = self._events_of(scene, segments)
        for event in events or self._denied(scene, self.hearing.voice_of(scene)):
            self.story.add(event)
            place_ids = event.event.place_ids
            if place_ids and event.event.type in VIOLENT:
                self.memory.keep(place_ids)
        span = scene.sentence
        if events and not DENIALS.isdisjoint(scene.lowers[span.first : span.last]):
            for event in self._denied(scene, find_denial(scene)):
                self.story.add(event)

    def _scene(
        self,
        sentence: Sentence,
        triggers: Sequence[Trigger],
        places: Sequence[PlaceAt],
        remark: Remark | None = None,
    ) -> Scene:
        found = Found(
            triggers=triggers,
            places=places,
            mentions=self.actors.inside(sentence.start, sentence.end),
            highways=self.highways.inside(sentence.start, sentence.end),
        )
        return build_scene(self.document, sentence, found, self.cast, remark)

    def _places(self, sentence: Sentence) -> list[PlaceAt]:
        starts = self.document.starts
        return plotted(
            [
                PlaceAt(
                    first=bisect_left(starts, toponym.start),
                    last=bisect_left(starts, toponym.end),
                    toponym=toponym,
                )
                for toponym in self.toponyms.inside(sentence.start, sentence.end)
            ]
        )

    def _blamed(self, scene: Scene, segments: Sequence[Segment]) -> bool:
        """Return whether a sentence only lays the last event to a party, and do so."""
        words = scene.lowers[scene.sentence.first : scene.sentence.last]
        if BLAMING.isdisjoint(words) or not all(points_back(scene, one) for one in segments):
            return False
        blamed = find_blamed(scene)
        return bool(blamed) and self.story.blame(blamed, self.sentence)

    def _events_of(self, scene: Scene, segments: Sequence[Segment]) -> list[Told]:
        if not segments:
            return []
        dates = dates_of(scene)
        events: list[Told] = []
        for segment in segments:
            told = self._told(scene, segment, self.hearing.voice_of(scene, segment), dates)
            if told is not None:
                events += with_roads(scene, segment, told)
        return events

    def _denied(self, scene: Scene, voice: Voice | None) -> list[Told]:
        """Return the last event as denied where a sentence does no more than deny it."""
        before = self.story.last
        words = scene.lowers[scene.sentence.first : scene.sentence.last]
        if before is None or DENIALS.isdisjoint(words):
            return []
        places = [p.toponym.place.id for p in scene.places if p.toponym.place is not None]
        event = denied_again(before.event, voice, words, places)
        if event is None:
            return []
        span = scene.sentence
        event = replace(event, start=span.start, end=span.end)
        return [replace(before, event=event, sentence=self.sentence, bare=False)]

    def _told(
        self, scene: Scene, segment: Segment, voice: Voice | None, dates: Sequence[DatePhrase]
    ) -> Told | None:
        """Return the event of a segment; None when it is none of a conflict."""
        parts = find_parts(scene, segment, roles_of_speaker(scene, segment, voice))
        parts = with_attacker(scene, segment, parts, self.story.attacker(self.sentence))
        participants = participants_of(parts)
        phrase = date_phrase_of(scene, segment, dates)
        if phrase is None:
            phrase = self.running.phrase_for(scene, self.sentence)
        counts = counts_of(scene, segment)
        labeled = segment.main.kind.rank == LABEL_RANK
        topic = {"of_peace": self.of_peace, "war": self.war}
        if not (labeled or is_of_war(scene, segment, participants, counts, **topic)):
            return None
        kind, sub_type = classify(scene, segment, parts, killed="killed" in counts)
        guessed = add_unnamed(scene, segment, participants, kind)
        start, end = _evidence(scene, segment)
        claimant_id = voice.actor_id if voice else ""
        if claimant_id and all(p.actor_id != claimant_id for p in participants):
            role = ATTACKER if segment.main.kind.key == "threat" else CLAIMANT
            participants.append(Participant(actor_id=claimant_id, role=role))
        event = Event(
            start=start,
            end=end,
            type=kind,
            sub_type=sub_type,
            place_ids=places_of(
                scene, segment, self.memory, self.toponyms.after(scene.sentence.end)
            ),
            highway_ids=self._highway_ids(scene, segment),
            participants=tuple(participants),
            when=date_range_of(scene, phrase, self.running.day),
            killed=counts.get("killed"),
            injured=counts.get("injured"),
            displaced=counts.get("displaced"),
            captured=counts.get("captured"),
            missing=counts.get("missing"),
            claimant=voice.text if voice else "",
            claimant_id=claimant_id,
            attitude=voice.attitude if voice else "reports",
            status=status_of(scene, segment, voice, phrase),
            trigger=" ".join(scene.document.words[segment.main.first : segment.main.last]),
        )
        self.running.take(phrase, scene, self.sentence, event.place_ids)
        return Told(
            event=event,
            sentence=self.sentence,
            bare=is_bare(scene, segment),
            placed=bool(scene.places),
            guessed=guessed,
            attacker=sole_attacker(parts),
            headline=scene.sentence.kind is PartKind.TITLE,
        )

    def _highway_ids(self, scene: Scene, segment: Segment) -> tuple[str, ...]:
        """Return segments before their roads; "the highway" is the only road of the document."""
        mentions = [road.mention for road in roads_of(scene, segment)]
        if not mentions:
            return ()
        segments = [key for mention in mentions for key in mention.segment_ids]
        roads = [key for mention in mentions for key in mention.highway_ids]
        if not roads and len(self.roads) == 1:
            roads = list(self.roads)
        return tuple(dict.fromkeys([*segments, *roads]))


def extract_events(
    document: Document,
    toponyms: Sequence[Toponym],
    actors: Sequence[ActorMention],
    highways: Sequence[HighwayMention],
    voices: Sequence[ActorMention] = (),
    *,
    government: Actor | None = None,
) -> tuple[Event, ...]:
    """Return the events that a document tells, in text order.

    Args:
        document: What to read; its publication date is the reference of relative dates.
        toponyms: Place mentions of the document.
        actors: Parties named in it.
        highways: Roads named in it.
        voices: Monitors, media, leaders and spokesmen in it, for the claimant's id.
        government: Whose "the soldiers" are where the document names no state; None when unknown.

    Returns:
        Events of any status: filter by `mapapp.model.event.FACTUAL_STATUSES` for what is said
        to have happened. Empty when no sentence tells an event.
    """
    told = [index for index, word in enumerate(document.lowers) if word in TELLING]
    reader = _Reader(document, toponyms, actors, highways, voices, government=government)
    for sentence in chain.from_iterable(_pieces(document, one) for one in document.sentences):
        at = bisect_left(told, sentence.first)
        has_trigger = at < len(told) and told[at] < sentence.last
        has_trigger = has_trigger or document.lowers[sentence.first] in LABEL_STARTS
        reader.read(sentence, told=has_trigger and sentence.kind is not PartKind.CROSSHEAD)
    return reader.story.events


def _pieces(document: Document, sentence: Sentence) -> Iterator[Sentence]:
    """Yield a sentence, or what a table or a hostile text has for one in pieces.

    Every party of a sentence is held against every event word of it.
    """
    if sentence.last - sentence.first <= LONGEST_SENTENCE:
        yield sentence
        return
    for first in range(sentence.first, sentence.last, LONGEST_SENTENCE):
        last = min(first + LONGEST_SENTENCE, sentence.last)
        start, end = document.starts[first], document.ends[last - 1]
        yield replace(sentence, first=first, last=last, start=start, end=end)


def _evidence(scene: Scene, segment: Segment) -> tuple[int, int]:
    """Return the characters of a segment without connectives and marks at its ends."""
    document = scene.document
    first, last = segment.first, segment.last
    while first < last - 1 and (
        document.words[first] in TRIMMED
        or (document.lowers[first] in CONNECTIVES and first > scene.sentence.first)
    ):
        first += 1
    while last > first + 1 and document.words[last - 1] in TRIMMED:
        last -= 1
    return document.starts[first], document.ends[last - 1]
