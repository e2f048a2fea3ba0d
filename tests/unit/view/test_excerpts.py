import re

import pytest

from mapapp.view.excerpts import Highlight, context, escape, highlight, paragraphs, plain
from tests.sample import HOSTILE


def test_escape_leaves_no_sign_that_means_anything_to_a_page():
    safe = escape(HOSTILE)
    assert not set(safe) & set("<>\"'`$")
    assert "[RLO]gnp.exe[PDF]" in safe


def test_escape_keeps_words_of_every_script():
    assert escape("سراقب – Саракіб — Saraqeb’s") == "سراقب – Саракіб — Saraqeb’s"


def test_plain_shows_controls_but_keeps_signs():
    assert plain("a<b>\u202ec\x00") == "a<b>[RLO]c\ufffd"


def test_highlight_marks_the_words_and_nothing_else():
    text = "Rebels retook Saraqib today"
    mark = Highlight(start=14, end=21, kind="focus", title='say "hi"')
    assert highlight(text, 0, len(text), [mark]) == (
        'Rebels retook <mark class="m-focus" title="say &quot;hi&quot;">Saraqib</mark> today'
    )


def test_the_later_of_two_overlapping_marks_wins():
    marks = [Highlight(start=0, end=6, kind="actor"), Highlight(start=2, end=4, kind="focus")]
    assert highlight("abcdef", 0, 6, marks) == (
        '<mark class="m-actor">ab</mark><mark class="m-focus">cd</mark>'
        '<mark class="m-actor">ef</mark>'
    )


def test_marks_are_clipped_to_the_stretch():
    marks = [Highlight(start=0, end=9, kind="area")]
    assert highlight("abcdefghij", 3, 5, marks) == '<mark class="m-area">de</mark>'


def test_a_class_that_is_markup_is_refused():
    with pytest.raises(ValueError, match="no CSS class"):
        highlight("abc", 0, 3, [Highlight(start=0, end=1, kind='x" onclick="')])


def test_hostile_text_under_a_mark_stays_text():
    text = f"{HOSTILE} Saraqib"
    start = text.index("Saraqib")
    made = highlight(text, 0, len(text), [Highlight(start=start, end=len(text), kind="focus")])
    assert re.findall(r"<[^>]*>", made) == ['<mark class="m-focus">', "</mark>"]


def test_paragraphs_drop_empty_lines():
    assert paragraphs("one\n\n two\n", 0, 10, []) == '<p dir="auto">one</p><p dir="auto"> two</p>'


def test_context_stops_at_words_and_lines():
    text = "first line\nThe army took the town of Saraqib after heavy fighting there\nlast"
    start = text.index("Saraqib")
    left, right = context(text, start, start + 7, 12)
    assert text[left:right] == "the town of Saraqib after heavy"
    assert context(text, start, start + 7, 500) == (11, text.index("\nlast"))
