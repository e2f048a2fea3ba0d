"""Who speaks in a sentence, over a document: names of the lexicon, and whom "he said" means."""

from collections.abc import Callable, Sequence
from dataclasses import replace

from mapapp.events.claims import Voice, find_voice
from mapapp.events.ordered import Ordered
from mapapp.events.reporting import SAYING, attitude_of
from mapapp.events.scene import Scene, Segment
from mapapp.events.segments import PRONOUNS
from mapapp.model.actor import ActorMention
from mapapp.model.document import Document, Sentence


class Hearing:
    """Listens to one document, sentence by sentence; remembers who spoke last."""

    def __init__(
        self,
        document: Document,
        voices: Sequence[ActorMention],
        scene_of: Callable[[Sentence], Scene],
    ) -> None:
        """Start with nobody heard.

        Args:
            document: What is read.
            voices: Monitors, media, leaders and spokesmen in it.
            scene_of: Gives the parties of a sentence that told no event, if they are asked for.
        """
        self._document = document
        self._voices = Ordered(voices)
        self._scene_of = scene_of
        self._last: Voice | None = None
        self._unheard: Sentence | None = None

    def voice_of(self, scene: Scene, segment: Segment | None = None) -> Voice | None:
        """Return who speaks: a voice of the lexicon before a party named beside it.

        "It said" is whoever spoke last. What a fighting party or its outlet reports, it claims.
        """
        voice = find_voice(scene, segment)
        if voice is not None and voice.text.lower() in PRONOUNS:
            last = self._spoke_last() or voice
            voice = replace(voice, text=last.text, actor_id=last.actor_id)
        if voice is None or not voice.text:
            return voice
        self._last = self._known(voice, scene)
        return self._last

    def pass_by(self, sentence: Sentence, *, read: bool) -> None:
        """Go on to the next sentence; one that was not read may have had a speaker."""
        words = self._document.lowers[sentence.first : sentence.last]
        if read:
            self._unheard = None
        elif not SAYING.keys().isdisjoint(words):
            self._unheard = sentence

    def _spoke_last(self) -> Voice | None:
        """Return who spoke last, be it in a sentence that told no event."""
        if self._unheard is not None:
            scene = self._scene_of(self._unheard)
            voice = find_voice(scene)
            if voice is not None and voice.text:
                self._last = self._known(voice, scene)
            self._unheard = None
        return self._last

    def _known(self, voice: Voice, scene: Scene) -> Voice:
        """Return a voice as the lexicon knows it."""
        for mention in self._voices.inside(scene.sentence.start, scene.sentence.end):
            if mention.text in voice.text:
                partial = mention.actor.side != "civilian"
                attitude = attitude_of(voice.attitude, partial=partial)
                voice = replace(voice, actor_id=mention.actor.id, attitude=attitude)
        return voice
