"""Near-duplicates by MinHash."""

import numpy as np

from mapapp.store import copies
from mapapp.store.words import fold_words


def words(count, seed=1):
    generator = np.random.Generator(np.random.PCG64(seed))
    return [f"w{number}" for number in generator.integers(0, 2000, count)]


def test_equal_texts_are_equal():
    marks = copies.shingles(words(300))
    assert copies.similarity(marks, marks) == 1.0
    assert copies.bands(marks) == copies.bands(copies.shingles(words(300)))


def test_the_sketch_of_a_text_never_changes():
    """Sketches are stored: another number here means that old databases find no copies."""
    assert copies.bands(copies.shingles(words(300)))[:1] == [-4218799335846509357]


def test_edited_copies_share_a_band_and_strangers_do_not():
    original = words(400)
    edited = original[:150] + ["new"] * 5 + original[150:380]
    one, other = copies.shingles(original), copies.shingles(edited)
    assert copies.similarity(one, other) > 0.9
    assert set(copies.bands(one)) & set(copies.bands(other))
    stranger = copies.shingles(words(400, seed=2))
    assert copies.similarity(one, stranger) < 0.05
    assert not set(copies.bands(one)) & set(copies.bands(stranger))


def test_short_texts_have_no_copies():
    short = copies.shingles(fold_words("two soldiers killed in Idlib"))
    assert len(short) == 0
    assert copies.bands(short) == []
    assert copies.similarity(short, short) == 0.0
