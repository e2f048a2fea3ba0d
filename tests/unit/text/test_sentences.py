import pytest

from mapapp.model.article import Part, PartKind
from mapapp.text.sentences import build_document


def sentences(text: str) -> list[str]:
    return [text[found.start : found.end] for found in build_document(text).sentences]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Rebels came. They left.", ["Rebels came.", "They left."]),
        ("Gen. Ahmad Rahhal spoke.", ["Gen. Ahmad Rahhal spoke."]),
        ("It hit St. Petersburg. Two died.", ["It hit St. Petersburg.", "Two died."]),
        ("J. Smith of the U.S. Army left.", ["J. Smith of the U.S. Army left."]),
        ("It left the U.S. The army stayed.", ["It left the U.S.", "The army stayed."]),
        ("“We won.” He left.", ["“We won.”", "He left."]),
        ("“Go!” he said.", ["“Go!” he said."]),
        ("Headline\n\nBody text", ["Headline", "Body text"]),
        ("هاجم الجيش سراقب. انسحب المقاتلون؟ لا", ["هاجم الجيش سراقب.", "انسحب المقاتلون؟", "لا"]),
        ("", []),
    ],
)
def test_cuts_sentences(text, expected):
    assert sentences(text) == expected


def test_skips_furniture_and_keeps_offsets_into_the_original():
    text = "Saraqib fell.\n\nLeave A Reply\n\nIt rose."
    parts = (
        Part(start=0, end=13, kind=PartKind.BODY),
        Part(start=15, end=28, kind=PartKind.FURNITURE),
        Part(start=30, end=38, kind=PartKind.BODY),
    )
    document = build_document(text, parts)
    assert [text[s.start : s.end] for s in document.sentences] == ["Saraqib fell.", "It rose."]
    assert [document.words[s.first] for s in document.sentences] == ["Saraqib", "It"]
