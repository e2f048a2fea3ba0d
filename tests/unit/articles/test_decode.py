"""Any encoding in, text out; what is no text is named."""

import pytest

from mapapp.articles.decode import decode
from mapapp.errors import ReadingError

TEXT = "Żołnierze zajęli miasto, powiedział rzecznik. " * 20
ARABIC = "سيطر الجيش على المدينة بعد معارك عنيفة في ريف حلب. " * 20


@pytest.mark.parametrize(
    "encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32"]
)
def test_unicode_is_read_with_and_without_a_mark(encoding):
    text = "Soldiers took the town – قال الجيش. " * 20
    assert decode(text.encode(encoding), "x.txt") == text


def test_old_encodings_are_guessed():
    assert decode(ARABIC.encode("cp1256"), "x.txt") == ARABIC


def test_a_declared_encoding_is_believed_only_where_utf_8_fails():
    assert decode(TEXT.encode("iso-8859-2"), "x.txt", "iso-8859-2") == TEXT
    assert decode(TEXT.encode(), "x.txt", "iso-8859-1") == TEXT
    assert decode(b"plain words", "x.txt", "no-such-encoding") == "plain words"


def test_a_few_nul_characters_are_no_reason_to_refuse():
    data = b"The army\x00 said" + b" that it had left" * 50
    assert decode(data, "x.txt").startswith("The army\x00 said that")


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (b"", "x is empty"),
        (b" \r\n\t", "x is empty"),
        (b"%PDF-1.4 ...", "a PDF document"),
        (b"\x89PNG\r\n\x1a\n", "a PNG picture"),
        (b"PK\x03\x04rest", "a zip archive"),
        (b"\x7fELF\x02\x01", "a program"),
        (b"\x00" * 4000, "no text"),
        (bytes(range(256)) * 40, "no text"),
        (b"\xff\xfeabc\x00\xd8", "breaks that encoding"),
    ],
)
def test_what_is_no_text_is_named(data, words):
    with pytest.raises(ReadingError, match=words):
        decode(data, "x")
