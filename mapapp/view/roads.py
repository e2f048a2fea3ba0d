"""What is said about each stretch of road: held, claimed, contested, cut, or nothing."""

from mapapp.view.choose import Choice
from mapapp.view.drawing import RoadState


def road_states(choice: Choice) -> dict[str, RoadState]:
    """Return the state of every segment that the selection's events speak of, by segment id."""
    return {}
