"""One fold for index and query."""

import pytest

from mapapp.store.words import LONGEST_WORD, fold_words, spans


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Al-Omar's M5", ["al", "omar", "s", "m5"]),
        ("Şırnak İdlib", ["sirnak", "idlib"]),
        ("أحمد إدلب آفس ٱلله", ["احمد", "ادلب", "افس", "الله"]),
        ("حَمَاة مصطفى", ["حماه", "مصطفي"]),
        ("کرمانشاه", ["كرمانشاه"]),
        ("Cafe\u0301 naïve ß", ["cafe", "naive", "ss"]),
        ("a_b…—", ["a", "b"]),
        ("", []),
    ],
)
def test_words_are_folded(text, words):
    assert fold_words(text) == words


def test_plain_and_accented_texts_are_cut_alike():
    assert fold_words("Saraqeb fell") == fold_words("Saraqeb fell é")[:2]


def test_long_words_are_cut():
    assert fold_words("x" * 5000) == ["x" * LONGEST_WORD]
    assert fold_words("é" * 5000) == ["e" * LONGEST_WORD]


def test_spans_point_into_the_text():
    text = "«Ḥamāh» fell"
    assert [text[start:end] for start, end, _ in spans(text)] == ["Ḥamāh", "fell"]
    assert [word for _, _, word in spans(text)] == ["hamah", "fell"]
