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


def test_text_in_capitals(parse):
    text = "SHELLS FELL ON SARAQEB IN SYRIA’S IDLIB PROVINCE, THE ARMY SAID IN DAMASCUS."
    assert {"SARAQEB", "SYRIA", "IDLIB"} <= {t.text.split(" ")[0] for t in parse(text)}


@pytest.mark.slow
def test_a_line_of_a_million_characters(parse):
    line = "the shells went on falling on Saraqeb in Syria while people were asleep and " * 13_200
    assert len(line) > 1_000_000
    assert len(parse(line)) == 26_400


@pytest.mark.slow
def test_an_article_of_ten_megabytes(parse):
    plain = "The shells went on falling while people were asleep, and nobody knew why it was so.\n"
    text = "Rebels took Saraqib, in Idlib, Syria.\n" + plain * 120_000 + "Jets struck Khartoum.\n"
    assert len(text) > 10_000_000
    assert [t.text for t in parse(text)] == ["Saraqib", "Idlib", "Syria", "Khartoum"]
