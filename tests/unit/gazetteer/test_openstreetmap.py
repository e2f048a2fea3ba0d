import json
import tracemalloc
from pathlib import Path

import pytest

from mapapp.errors import DataError
from mapapp.gazetteer.readers.openstreetmap import count, read


def test_a_large_export_is_never_held_whole(tmp_path: Path):
    tags = {"place": "village", "name": "Afis", "note": "x" * 500}
    elements = [
        {"type": "node", "id": number, "lat": 35.8, "lon": 36.8, "tags": tags}
        for number in range(5_000)
    ]
    path = tmp_path / "export.json"
    path.write_text(json.dumps({"version": 0.6, "elements": elements}), encoding="utf-8")
    assert path.stat().st_size > 3_000_000
    tracemalloc.start()
    try:
        ids = [record.place.id for record in read(path, lambda problem: pytest.fail(str(problem)))]
        _, most = tracemalloc.get_traced_memory()
    finally:
        tracemalloc.stop()
    assert (ids[0], ids[-1], len(ids)) == ("osm:n0", "osm:n4999", 5_000)
    assert count(path) == 5_000
    assert most < 2_000_000


def test_a_file_that_breaks_off_is_refused(tmp_path: Path):
    path = tmp_path / "export.json"
    node = '{"type": "node", "id": 1, "lat": 35, "lon": 36, "tags": {"place": "town", "name": "A"}}'
    path.write_text(f'{{"elements": [{node}, {{"type"', encoding="utf-8")
    with pytest.raises(DataError, match=r"export\.json is no JSON"):
        list(read(path, lambda _: None))
