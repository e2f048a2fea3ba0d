import io
import json
import sys

import pytest

from mapapp.cli import main

KEYS = {
    "start", "end", "text", "role", "plotted", "place_id", "name", "lat", "lon", "radius_km",
    "feature_class", "country", "admin1", "confidence", "reasons",
}  # fmt: skip


@pytest.fixture
def answer(monkeypatch, capfdbinary):
    """Return a function from input lines to exit status and answers."""

    def run(*lines: bytes):
        monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(b"\n".join(lines))))
        status = main(["geoparse", "--jsonl"])
        return status, [json.loads(line) for line in capfdbinary.readouterr().out.splitlines()]

    return run


def line(text: str, **more: object) -> bytes:
    return json.dumps({"id": "a", "text": text, **more}).encode()


def test_answers_with_the_keys_of_the_contract(answer):
    status, (found,) = answer(line("Rebels shelled Saraqib on Thursday.", date="2020-02-27"))
    assert status == 0
    assert list(found) == ["id", "toponyms", "actors", "events", "best", "error"]
    (toponym,) = found["toponyms"]
    assert set(toponym) >= KEYS
    assert (toponym["text"], toponym["name"], toponym["role"]) == (
        "Saraqib", "Saraqib", "event_place",
    )  # fmt: skip
    assert found["best"]["place_id"] == toponym["place_id"]
    assert found["error"] is None


def test_a_text_without_a_date_takes_that_of_its_dateline(answer):
    text = "HOMS, Feb 27, 2020 (AFP) - Rebels shelled Saraqib on Wednesday."
    _, (found,) = answer(line(text))
    assert found["events"][0]["date_start"] == "2020-02-26"


def test_keeps_order_and_ids_and_answers_bad_lines_with_an_error(answer):
    status, found = answer(
        line("Fighting in Aleppo.", id=7),
        b"not json",
        b'["a list"]',
        b'{"id": "no text"}',
        line("Fighting in Homs.", id="b", date="yesterday"),
        line("Fighting in Hama.", id=None),
    )
    assert status == 0
    assert [item["id"] for item in found] == [7, None, None, "no text", "b", None]
    assert [item["error"] is None for item in found] == [True, False, False, False, False, True]
    assert "Line 2 is not JSON" in found[1]["error"]
    assert "yesterday" in found[4]["error"]
    assert found[5]["toponyms"][0]["text"] == "Hama"


@pytest.mark.parametrize(
    "text",
    [
        "",
        " \n ",
        "\x00\x01",
        "\ud800 in Aleppo",
        "a" * 200_000,
        "Aleppo " * 20_000,
        "((((" * 10_000,
        "قصف الجيش مدينة سراقب في ريف إدلب",
        "Aleppo\r\nHoms\u200f \u202eHama",
    ],
    ids=["empty", "blank", "nul", "surrogate", "long", "repeated", "open", "arabic", "marks"],
)
def test_answers_any_text_with_offsets_into_it(answer, text):
    status, (found,) = answer(line(text))
    assert status == 0
    assert found["error"] is None
    assert all(
        text[toponym["start"] : toponym["end"]] == toponym["text"] for toponym in found["toponyms"]
    )


def test_reads_files_and_fails_when_one_cannot_be_read(tmp_path, capfdbinary):
    good = tmp_path / "good.txt"
    good.write_text("Shelling hit Idlib city.", encoding="utf-8")
    status = main(["geoparse", str(good), str(tmp_path / "missing.txt")])
    found = [json.loads(line) for line in capfdbinary.readouterr().out.splitlines()]
    assert status == 1
    assert found[0]["error"] is None
    assert "missing.txt" in found[1]["error"]
