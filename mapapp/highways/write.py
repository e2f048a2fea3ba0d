"""Write a highway in the format that `mapapp.highways.load` reads."""

import csv
import io

from mapapp.highways.load import COLUMNS
from mapapp.highways.segments import cuts_of
from mapapp.model.highway import Highway


def highway_text(highway: Highway) -> str:
    """Return the file of a highway: facts, columns, one waypoint a line."""
    facts = {
        "id": highway.id,
        "shield": highway.shield,
        "name": highway.name,
        "aliases": " | ".join(highway.aliases),
        "country": highway.country,
        "source": highway.source,
        "approximate": "yes" if highway.approximate else "no",
    }
    cuts = dict(cuts_of(highway))
    stream = io.StringIO()
    for key, value in facts.items():
        stream.write(f"# {key}: {' '.join(value.split())}\n")
    writer = csv.writer(stream, lineterminator="\n")
    writer.writerow(COLUMNS)
    for index, waypoint in enumerate(highway.waypoints):
        point = waypoint.coordinates
        writer.writerow(
            [
                f"{point.lat:.6f}".rstrip("0").rstrip("."),
                f"{point.lon:.6f}".rstrip("0").rstrip("."),
                " ".join(waypoint.name.split()),
                waypoint.basis,
                f"{waypoint.error_km:g}",
                cuts.get(index, ""),
            ]
        )
    return stream.getvalue()
