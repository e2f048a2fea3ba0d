"""Text as it comes: line ends, marks, forms, sizes."""

import unicodedata

import pytest

TEXT = "Shells fell on Saraqeb’s market in Syria’s Idlib province. Kobanî was quiet."


@pytest.mark.parametrize(
    "change",
    [
        str,
        lambda text: unicodedata.normalize("NFD", text),
        lambda text: text.replace("’", "'"),
        lambda text: text.replace(" ", "\r\n"),
        lambda text: "\u200f" + text + "\u200e",
        lambda text: text.replace(" ", "\u00a0"),
    ],
)
def test_forms_of_text(parse, change):
    text = change(TEXT)
    toponyms = parse(text)
    assert {"Saraqeb", "Syria", "Idlib"} <= {t.text for t in toponyms}
    for toponym in toponyms:
        assert text[toponym.start : toponym.end] == toponym.text


@pytest.mark.parametrize(
    "text", ["", " ", "\x00", "\ud800", "...", "-" * 1000, "A" * 10_000, "，。", "\u0301\u0301"]
)
def test_nothing_to_find(parse, text):
    assert parse(text) == ()


def test_one_long_line(parse):
    line = "Shells fell on Saraqeb in Syria and " * 5_000
    assert len(parse(line)) == 10_000


def test_many_names(parse):
    names = [f"Qx{number}abad" for number in range(3_000)]
    text = "Shells fell on Aleppo. " + " ".join(f"They hit the village of {n}." for n in names)
    assert parse(text)[0].text == "Aleppo"
