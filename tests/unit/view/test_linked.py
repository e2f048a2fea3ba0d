from dataclasses import replace

import numpy as np
import pytest

from mapapp.model.reading import EventSpan, Separation
from mapapp.store.columns import load_columns
from mapapp.store.database import Store
from mapapp.view.corpus import build_corpus
from mapapp.view.linked import (
    comparison,
    event_spans,
    link,
    linked_rows,
    record_id,
    row_of_record,
    rows_at,
    rows_of_article,
)
from tests import sample


@pytest.fixture
def told_twice(tmp_path):
    """Return the corpus of the sample and of an article that tells the same again."""
    store = Store(f"sqlite:///{tmp_path / 'twice.db'}")
    store.create()
    store.put([*sample.readings(), sample.retold()], parser="1")
    yield build_corpus(load_columns(store), store.places(), sample.SIDES)
    store.close()


def rows(corpus, reading):
    return rows_of_article(corpus, reading.article.id)


def test_an_event_told_by_two_articles_is_one_group(told_twice):
    taken, strike = rows(told_twice, sample.readings()[0])
    again, raids = rows(told_twice, sample.retold())
    links = link(told_twice)
    assert set(links.of(taken)) == {taken, again}
    assert links.of(strike) == (strike,)
    assert links.of(raids) == (raids,)


def test_a_separation_undoes_the_link_and_its_withdrawal_brings_it_back(told_twice):
    taken, _ = rows(told_twice, sample.readings()[0])
    again, _ = rows(told_twice, sample.retold())
    one, other = event_spans(told_twice, [taken, again])
    assert rows_at(told_twice, one) == [taken]
    for separation in (Separation(one=one, other=other), Separation(one=other, other=one)):
        links = link(told_twice, [separation])
        assert links.of(taken) == (taken,)
        assert links.of(again) == (again,)


def test_a_separation_of_words_that_are_gone_parts_nobody(told_twice):
    taken, _ = rows(told_twice, sample.readings()[0])
    (one,) = event_spans(told_twice, [taken])
    gone = [replace(one, start=one.start + 1), EventSpan("no article", 0, 1, "Battles")]
    links = link(told_twice, [Separation(one=one, other=other) for other in gone])
    assert len(links.groups) == 1


def test_filters_leave_out_reports_and_not_links(told_twice):
    taken, strike = rows(told_twice, sample.readings()[0])
    again, _ = rows(told_twice, sample.retold())
    links = link(told_twice)
    first, second = linked_rows(links, np.array([again, strike]))
    assert (first.rows, first.hidden) == ((again,), (taken,))
    assert (second.rows, second.hidden) == ((strike,), ())
    (both,) = linked_rows(links, np.array([taken, again]))
    assert set(both.rows) == {taken, again}


def test_reports_are_compared_by_their_columns(told_twice):
    _, strike = rows(told_twice, sample.readings()[0])
    _, raids = rows(told_twice, sample.retold())
    compared = comparison(told_twice, [strike, raids])
    assert compared.tolls == {"killed": (2, None)}
    assert compared.differences == ("killed",)


def test_a_report_s_id_leads_back_to_it(told_twice):
    for row in rows(told_twice, sample.readings()[0]):
        assert row_of_record(told_twice, record_id(told_twice, row)) == row
    for strange in ("", "e1", f"{'0' * 16}-e0", f"{sample.retold().article.id[:16]}-e9", "x-e-1"):
        assert row_of_record(told_twice, strange) is None
