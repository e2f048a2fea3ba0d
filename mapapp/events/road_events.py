"""What a clause tells of a road beside its own event: "captured the town, cutting the M5"."""

from collections.abc import Sequence
from dataclasses import replace

from mapapp.events.scene import Scene, Segment
from mapapp.events.story import Told
from mapapp.events.triggers import ROAD


def with_roads(scene: Scene, segment: Segment, told: Told) -> Sequence[Told]:
    """Return an event, and after it the road that its clause tells to be cut or reopened.

    Args:
        scene: The sentence.
        segment: The stretch that tells the event.
        told: Its main event. Who did it, where and when hold for the road too; the toll is its
            own, and the road is no longer.
    """
    trigger = next((t for t in segment.triggers if t.kind.type == ROAD), None)
    if trigger is None or told.event.type == ROAD:
        return (told,)
    road = replace(
        told.event,
        type=ROAD,
        sub_type=trigger.kind.sub_type,
        killed=None,
        injured=None,
        displaced=None,
        captured=None,
        missing=None,
        trigger=" ".join(scene.document.words[trigger.first : trigger.last]),
    )
    main = replace(told.event, highway_ids=())
    return (replace(told, event=main), replace(told, event=road, bare=False))
