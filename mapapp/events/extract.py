"""From a document with places, actors and roads to the events that it tells."""

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import replace

from mapapp.events.anchors import Memory, places_of, plotted, remember, roads_of
from mapapp.events.claims import Voice, find_voice, speaks_only, status_of
from mapapp.events.classify import classify
from mapapp.events.dates import DatePhrase, find_dates
from mapapp.events.gate import is_of_war
from mapapp.events.ordered import Ordered
from mapapp.events.parties import CIVILIANS, cast_of, find_parties
from mapapp.events.quantities import find_quantities
from mapapp.events.roles import ATTACKER, CLAIMANT, TARGET, find_participants
from mapapp.events.scene import PlaceAt, RoadAt, Scene, Segment
from mapapp.events.segments import CONNECTIVES, PRONOUNS, find_segments
from mapapp.events.stretch import Stretch
from mapapp.events.sums import counts_of
from mapapp.events.tolls import find_tolls
from mapapp.events.triggers import AGAINST_CIVILIANS, TRIGGERS, find_triggers
from mapapp.model.actor import ActorMention
from mapapp.model.article import PartKind
from mapapp.model.document import Document, Sentence
from mapapp.model.event import UNKNOWN_DATE, DateRange, Event, Participant
from mapapp.model.highway import HighwayMention
from mapapp.model.toponym import Toponym

UNDATED_PRECISION = "week"
"""An event without a date phrase is taken for news of the days up to publication."""

VIOLENT = frozenset(("Battles", "Explosions/Remote violence", "Violence against civilians"))
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
    ) -> None:
        self.document = document
        self.toponyms = Ordered(toponyms)
        self.actors = Ordered(actors)
        self.highways = Ordered(highways)
        self.roads = tuple(dict.fromkeys(key for h in highways for key in h.highway_ids))
        self.voices = Ordered(voices)
        self.cast = cast_of(actors)
        self.memory = Memory()
        self.last_voice: Voice | None = None
        self.events: list[Event] = []
        self.last_sentence: Sentence | None = None

    def read(self, sentence: Sentence, *, told: bool) -> None:
        """Add the events of a sentence; one without trigger words only feeds the memory."""
        self.memory.age += 1
        places = self._places(sentence)
        if told:
            scene = self._scene(sentence, places)
            for event in self._events_of(scene):
                self._add(event, sentence)
                if event.place_ids and event.type in VIOLENT:
                    self.memory.event_places, self.memory.age = event.place_ids, 0
        remember(self.memory, places)

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

    def _scene(self, sentence: Sentence, places: Sequence[PlaceAt]) -> Scene:
        document = self.document
        lowers, first, last = document.lowers, sentence.first, sentence.last
        quantities = find_quantities(lowers, document.words, first, last)
        triggers = find_triggers(lowers, first, last)
        mentions = self.actors.inside(sentence.start, sentence.end)
        parties = find_parties(document, sentence, mentions, triggers, self.cast)
        return Scene(
            document=document,
            lowers=lowers,
            sentence=sentence,
            triggers=triggers,
            parties=parties,
            party_tokens=frozenset([at for p in parties for at in range(p.first, p.last)]),
            trigger_tokens=frozenset([at for t in triggers for at in range(t.first, t.last)]),
            tolls=find_tolls(Stretch(lowers=lowers, first=first, last=last, quantities=quantities)),
            dates=find_dates(lowers, first, last, document.published),
            places=places,
            roads=[
                RoadAt(
                    first=bisect_left(document.starts, mention.start),
                    last=bisect_left(document.starts, mention.end),
                    mention=mention,
                )
                for mention in self.highways.inside(sentence.start, sentence.end)
            ],
        )

    def _events_of(self, scene: Scene) -> list[Event]:
        segments = find_segments(scene)
        if not segments:
            return []
        voice = self._voice(scene)
        events = (self._event(scene, segment, voice) for segment in segments)
        return [event for event in events if event is not None]

    def _event(self, scene: Scene, segment: Segment, voice: Voice | None) -> Event | None:
        """Return the event of a segment; None when it is none of a conflict."""
        participants = find_participants(scene, segment, speaks_only(scene, voice))
        phrase = _date_of(scene, segment)
        counts = counts_of(scene, segment)
        if not is_of_war(scene, segment, participants, counts):
            return None
        kind, sub_type = classify(scene, segment, participants, killed="killed" in counts)
        if kind == AGAINST_CIVILIANS and all(p.role != TARGET for p in participants):
            participants.append(Participant(actor_id=CIVILIANS, role=TARGET))
        start, end = _evidence(scene, segment)
        claimant_id = voice.actor_id if voice else ""
        if claimant_id and all(p.actor_id != claimant_id for p in participants):
            role = ATTACKER if segment.main.kind.key == "threat" else CLAIMANT
            participants.append(Participant(actor_id=claimant_id, role=role))
        return Event(
            start=start,
            end=end,
            type=kind,
            sub_type=sub_type,
            place_ids=places_of(
                scene, segment, self.memory, self.toponyms.after(scene.sentence.end)
            ),
            highway_ids=self._highway_ids(scene, segment),
            participants=tuple(participants),
            when=_when(scene, phrase),
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

    def _voice(self, scene: Scene) -> Voice | None:
        """Return who speaks: a voice of the lexicon before a party named beside it.

        "It said" is whoever spoke last. What a fighting party or its outlet reports, it claims.
        """
        voice = find_voice(scene)
        if voice is not None and voice.text.lower() in PRONOUNS and self.last_voice is not None:
            last = self.last_voice
            voice = replace(voice, text=last.text, actor_id=last.actor_id)
        if voice is None or not voice.text:
            return voice
        for mention in self.voices.inside(scene.sentence.start, scene.sentence.end):
            if mention.text in voice.text:
                partial = mention.actor.side != "civilian" and voice.attitude == "reports"
                attitude = "claims" if partial else voice.attitude
                voice = replace(voice, actor_id=mention.actor.id, attitude=attitude)
        self.last_voice = voice
        return voice

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

    def _add(self, event: Event, sentence: Sentence) -> None:
        """Add an event, or its toll to the event before when it tells no more than a toll."""
        before = self.events[-1] if self.events else None
        if before is not None and self._is_toll_of(event, before, sentence):
            self.events[-1] = replace(
                before,
                end=event.end,
                killed=before.killed or event.killed,
                injured=before.injured or event.injured,
            )
        else:
            self.events.append(event)
        self.last_sentence = sentence

    def _is_toll_of(self, event: Event, before: Event, sentence: Sentence) -> bool:
        last = self.last_sentence
        if last is None or last is sentence or last.last != sentence.first:
            return False
        gap = self.document.text[last.end : sentence.start]
        own = any(p.role == ATTACKER for p in event.participants)
        placed = bool(self._places(sentence))
        fresh = event.killed is not None or event.injured is not None
        return (
            fresh
            and not own
            and not placed
            and "\n" not in gap
            and before.type in VIOLENT
            and before.killed is None
            and event.trigger.lower() in TOLL_TRIGGERS
        )


TOLL_TRIGGERS = frozenset(
    "killed wounded injured died dead deaths fatalities casualties toll death killing".split()
)


def extract_events(
    document: Document,
    toponyms: Sequence[Toponym],
    actors: Sequence[ActorMention],
    highways: Sequence[HighwayMention],
    voices: Sequence[ActorMention] = (),
) -> tuple[Event, ...]:
    """Return the events that a document tells, in text order.

    Args:
        document: What to read; its publication date is the reference of relative dates.
        toponyms: Place mentions of the document.
        actors: Parties named in it.
        highways: Roads named in it.
        voices: Monitors, media, leaders and spokesmen in it, for the claimant's id.

    Returns:
        Events of any status: filter by `mapapp.model.event.FACTUAL_STATUSES` for what is said
        to have happened. Empty when no sentence tells an event.
    """
    told = [index for index, word in enumerate(document.lowers) if word in TRIGGERS]
    if not told:
        return ()
    reader = _Reader(document, toponyms, actors, highways, voices)
    for sentence in document.sentences:
        at = bisect_left(told, sentence.first)
        has_trigger = at < len(told) and told[at] < sentence.last
        reader.read(sentence, told=has_trigger and sentence.kind is not PartKind.CROSSHEAD)
    return tuple(reader.events)


def _date_of(scene: Scene, segment: Segment) -> DatePhrase | None:
    """Return the date phrase of a clause, else one of the rest of the sentence."""
    own = [date for date in scene.dates if segment.first <= date.first < segment.last]
    return next(iter(own or scene.dates), None)


def _when(scene: Scene, phrase: DatePhrase | None) -> DateRange:
    if phrase is not None:
        return phrase.when
    if scene.published is None:
        return UNKNOWN_DATE
    return DateRange(start=scene.published, end=scene.published, precision=UNDATED_PRECISION)


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
