"""No text, however marked, becomes markup; nothing of it is lost."""

import html
import re

from hypothesis import given
from hypothesis import strategies as st

from mapapp.view.excerpts import Highlight, escape, highlight, plain

TEXT = st.text(max_size=80) | st.text("<>&\"'`${}/ab\u202e\u2066", max_size=40)


@given(TEXT)
def test_escaped_text_reads_back_as_the_text(text):
    assert html.unescape(escape(text)) == html.unescape(html.escape(plain(text)))
    assert not set(escape(text)) & set("<>\"'`$")


@given(TEXT, st.lists(st.tuples(st.integers(-5, 90), st.integers(0, 30)), max_size=6))
def test_marks_add_tags_and_change_no_word(text, spans):
    marks = [Highlight(start=a, end=a + length, kind="focus") for a, length in spans]
    made = highlight(text, 0, len(text), marks)
    tags = re.findall(r"<[^>]*>", made)
    assert set(tags) <= {'<mark class="m-focus">', "</mark>"}
    assert tags.count("</mark>") * 2 == len(tags)
    assert re.sub(r"<[^>]*>", "", made) == escape(text)
