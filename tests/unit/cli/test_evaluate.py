"""`mapapp evaluate`."""

import json

import pytest

from mapapp.cli import main


@pytest.fixture
def gold(tmp_path):
    text = "Shells fell on Aleppo in Syria."
    toponyms = [
        {"start": 15, "end": 21, "lat": 36.2, "lon": 37.16},
        {"start": 25, "end": 30, "lat": 35.0, "lon": 38.0, "coarse": True},
    ]
    path = tmp_path / "gold.jsonl"
    path.write_text(json.dumps({"doc_id": "a", "text": text, "toponyms": toponyms}) + "\n\n")
    return path


def test_json(gold, capsys):
    assert main(["evaluate", str(gold), "--json"]) == 0
    report = json.loads(capsys.readouterr().out)
    assert report["documents"] == 1
    assert report["all"]["exact_f1"] == 1.0
    assert report["all"]["end_to_end_f1"] == 1.0
    assert report["below_countries"]["gold"] == 1
    assert report["below_countries"]["acc25"] == 1.0


def test_table(gold, capsys):
    assert main(["evaluate", str(gold)]) == 0
    out = capsys.readouterr().out
    assert "gold.jsonl: 1 documents, 6 words" in out
    assert "below countries (1 in gold, 1 found)" in out


@pytest.mark.parametrize("line", ["{", "[]", '{"text": "x"}', '{"text": "x", "toponyms": [{}]}'])
def test_a_bad_line_is_named(tmp_path, capsys, line):
    path = tmp_path / "gold.jsonl"
    path.write_text(line)
    assert main(["evaluate", str(path)]) == 1
    assert "line 1" in capsys.readouterr().err


def test_a_missing_file_is_named(tmp_path, capsys):
    assert main(["evaluate", str(tmp_path / "none.jsonl")]) == 1
    assert "none.jsonl" in capsys.readouterr().err
