"""What holds for every text."""

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from mapapp.geoparse.parse import geoparse
from mapapp.geoparse.weights import load_weights
from mapapp.text.sentences import build_document

PIECES = st.sampled_from(
    "Aleppo Saraqeb Paris Georgia Washington Idlib , . ; ( ) - — ' \" the of in near between and"
    " northern 10 km province said Turkey Ankara vowed -backed President John Mr. Kharkiv Донецк"
    " حلب وحماة \n \r\n \t U.S. Ky. N'Djamena Port-au-Prince Deir ez-Zor 東京".split(" ")
)
TEXTS = st.one_of(st.text(max_size=200), st.lists(PIECES, max_size=30).map(" ".join))
RELAXED = settings(
    max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)


@pytest.fixture(scope="module")
def parse(knowledge):
    def run(text):
        return geoparse(build_document(text), knowledge.gazetteer, weights=load_weights())

    return run


@RELAXED
@given(text=TEXTS)
def test_offsets_slice_to_the_text_in_order(parse, text):
    toponyms = parse(text)
    end = 0
    for toponym in toponyms:
        assert text[toponym.start : toponym.end] == toponym.text
        assert toponym.text.strip()
        assert toponym.start >= end
        end = toponym.end


@RELAXED
@given(text=TEXTS)
def test_answers_are_sound(parse, text):
    for toponym in parse(text):
        assert 0.0 <= toponym.confidence <= 1.0
        if toponym.place is None:
            assert toponym.confidence == 0.0
            assert not toponym.sure
        else:
            assert -90.0 <= toponym.place.coordinates.lat <= 90.0
            assert -180.0 <= toponym.place.coordinates.lon <= 180.0


@RELAXED
@given(text=TEXTS)
def test_case_and_order_never_break_it(parse, text):
    for changed in (text.upper(), text.lower(), text.title(), text[::-1]):
        for toponym in parse(changed):
            assert changed[toponym.start : toponym.end] == toponym.text


@RELAXED
@given(text=TEXTS, other=TEXTS)
def test_a_text_does_not_depend_on_the_ones_before(parse, text, other):
    alone = parse(text)
    parse(other)
    assert parse(text) == alone
