"""Properties that hold for any text: offsets, ranges, order, and no crash."""

from datetime import date
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from mapapp.actors.lexicon import load_lexicon
from mapapp.actors.recognize import find_names, recognize_actors, recognize_voices
from mapapp.events.amounts import read_number
from mapapp.events.extract import extract_events
from mapapp.text.sentences import build_document

SENTENCES = Path(__file__).resolve().parents[1] / "accuracy" / "events" / "sentences.tsv"
LEXICON = load_lexicon(Path(__file__).resolve().parents[2] / "data" / "actors")
WORDS = (
    "killed wounded at least two 13 dozens of soldiers civilians Taliban the army said attacked "
    "by in Turkey - backed rebels , . ; and as while 12 May 2022 on Thursday since three weeks "
    "ago air strikes a man 65 was shot dead highway cut the M5 “ ” claimed denied to 19 toll "
    "number including four children Liwa al Haqq XKLA militants 's clashes between no one lost "
    "took body coded as fatalities split for this event Defusal : him them group denies it claim "
    "responsibility responsible throat slit dead shoots died alive burned an armed rioters"
).split()

texts = st.one_of(
    st.lists(st.sampled_from(WORDS), max_size=40).map(" ".join), st.text(max_size=200)
)


@settings(max_examples=200, deadline=None)
@given(texts, st.one_of(st.none(), st.dates(date(1, 1, 1), date(9999, 12, 31))))
def test_any_text_is_read(text, published):
    document = build_document(text, published=published)
    actors = recognize_actors(document, LEXICON, ())
    voices = recognize_voices(document, LEXICON, ())
    ends = 0
    for mention in actors:
        assert text[mention.start : mention.end] == mention.text
        assert mention.start >= ends
        ends = mention.end
    for span in find_names(document, LEXICON):
        assert 0 <= span.start < span.end <= len(text)
    for event in extract_events(document, (), actors, (), voices):
        assert 0 <= event.start < event.end <= len(text)
        assert event.type
        for count in (event.killed, event.injured, event.displaced, event.captured):
            assert count is None or count.high is None or 0 < count.low <= count.high
        if event.when.start and event.when.end:
            assert event.when.start <= event.when.end


@pytest.mark.parametrize(
    "text", ["Fatalities: 3", "Gunmen opened", "The army attacked", "Total dead 4"]
)
def test_a_text_may_end_with_its_last_word(text):
    document = build_document(text)
    extract_events(document, (), recognize_actors(document, LEXICON, ()), (), ())


def test_a_sentence_that_breaks_off_anywhere_is_read():
    """Every beginning of every test sentence, as feeds and clippings cut them."""
    lines = SENTENCES.read_text(encoding="utf-8").splitlines()[1:]
    for text in (line.split("\t")[2] for line in lines):
        words = text.split()
        for end in range(1, len(words)):
            document = build_document(" ".join(words[:end]).rstrip(".,"))
            actors = recognize_actors(document, LEXICON, ())
            extract_events(document, (), actors, (), recognize_voices(document, LEXICON, ()))


@settings(deadline=None)
@given(st.integers(1, 999_999))
def test_digits_are_read_as_they_stand(number):
    plain = read_number([str(number)], 0, 1)
    grouped = read_number([f"{number:,}"], 0, 1)
    assert (plain.low, plain.high) == (grouped.low, grouped.high) == (number, number)


@settings(max_examples=50, deadline=None)
@given(st.text(max_size=100), st.integers(2, 9000))
def test_what_stands_in_another_paragraph_changes_no_toll(noise, killed):
    text = f"An air strike killed {killed} civilians in the town.\n\n{noise}"
    document = build_document(text)
    events = extract_events(document, (), recognize_actors(document, LEXICON, ()), ())
    assert events[0].killed.low == killed
