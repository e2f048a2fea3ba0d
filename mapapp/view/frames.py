"""The map step by step: what each day, week or month says, for the timeline to play."""

from dataclasses import replace

from mapapp.view.choose import Choice
from mapapp.view.corpus import day_number, day_of
from mapapp.view.drawing import Frame, RoadState
from mapapp.view.roads import road_claims, road_states
from mapapp.view.summaries import mark_of, summarize
from mapapp.view.timeline import steps


def frames(choice: Choice) -> tuple[Frame, ...]:
    """Return the steps of a selection's dated mentions; none where nothing is dated.

    A frame's marks are what is said in its days alone; its roads are as told up to its last day.
    Steps without a mention are left out: the bars show how far apart the others are.
    """
    corpus, rows = choice.corpus, choice.rows()
    day = corpus.columns.day[rows]
    dated = day[day >= 0]
    first, last = (day_of(dated.min()), day_of(dated.max())) if len(dated) else (None, None)
    if first is None or last is None:
        return ()
    has_roads = bool(road_claims(choice))
    found = []
    for start, end in steps(first, last):
        inside = rows[(day >= day_number(start)) & (day <= day_number(end))]
        if not len(inside):
            continue
        until = Choice(corpus, replace(choice.selection, end=end), choice.found)
        roads: dict[str, RoadState] = road_states(until) if has_roads else {}
        marks = tuple(mark_of(summary) for summary in summarize(corpus, inside))
        found.append(Frame(first=start, last=end, marks=marks, roads=roads))
    return tuple(found)
