"""Which mentions of a place the panel pages through."""

import numpy as np

from mapapp.view.choose import Choice


def newest_spots(choice: Choice, place_id: str) -> list[tuple[str, int]]:
    """Return article id and first character of a place's mentions, newest first, undated last.

    Only mentions that pass the selection.
    """
    columns = choice.corpus.columns
    if place_id not in columns.place_ids:
        return []
    rows = choice.rows()
    rows = rows[columns.place[rows] == columns.place_ids.index(place_id)]
    order = np.lexsort((columns.start[rows], columns.article[rows], -columns.day[rows]))
    return [
        (columns.article_ids[columns.article[row]], int(columns.start[row])) for row in rows[order]
    ]
