"""Cleaning covers the text, whatever the text is."""

from hypothesis import example, given
from hypothesis import strategies as st

from mapapp.articles.boilerplate import furniture_rule
from mapapp.articles.clean import find_parts
from mapapp.model.article import PartKind

LINES = st.sampled_from(
    [
        "", " ", "Leave A Reply", "Related articles", "Rebels retake town", "Rebels retake town",
        "The army said on Monday that it had taken two villages after three days of shelling.",
        "Idlib", "سيطر الجيش على سراقب", "Subscribe", "\u2028", "\x0b", "a\rb",
    ]
)  # fmt: skip
TEXTS = st.one_of(st.text(max_size=300), st.lists(LINES, max_size=12).map("\n".join))


@given(TEXTS, st.one_of(st.just(""), LINES, st.text(max_size=40)))
@example("a\n\n\n", "")
@example("\ufeffa", "a")
def test_parts_join_without_gaps_and_cover_everything(text, title):
    parts = find_parts(text, title)
    assert [part.start for part in parts] == [0, *(part.end for part in parts)][: len(parts)]
    assert (parts[-1].end if parts else 0) == len(text)
    assert all(part.start < part.end for part in parts)


@given(TEXTS, st.one_of(st.just(""), LINES))
def test_some_words_are_always_read(text, title):
    kinds = {part.kind for part in find_parts(text, title)}
    assert not text.strip() or kinds & {PartKind.BODY, PartKind.TITLE}


@given(TEXTS)
def test_what_is_dropped_is_furniture_or_was_said_before(text):
    for part in find_parts(text):
        if part.kind is PartKind.FURNITURE and part.rule != "related_list":
            lines = [line for line in text[part.start : part.end].splitlines() if line.strip()]
            assert all(furniture_rule(line.strip()) for line in lines)
        if part.kind is PartKind.REPEATED:
            assert text.count(text[part.start : part.end].strip()[:10]) > 1 or part.rule


@given(st.text(max_size=2000))
def test_no_line_takes_long(text):
    assert isinstance(furniture_rule(text.replace("\n", " ")), str)
