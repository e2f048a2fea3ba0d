from datetime import date

import pytest

from mapapp.events.dates import find_dates
from mapapp.text.sentences import build_document

THURSDAY = date(2020, 2, 27)


def dates_of(text, published=THURSDAY):
    document = build_document(text)
    return [
        (str(p.when.start), str(p.when.end), p.when.precision)
        for p in find_dates(document.lowers, 0, len(document.lowers), published)
    ]


@pytest.mark.parametrize(
    ("text", "start", "end", "precision"),
    [
        ("on Thursday", "2020-02-27", "2020-02-27", "day"),
        ("on Wednesday", "2020-02-26", "2020-02-26", "day"),
        ("on Friday", "2020-02-21", "2020-02-21", "day"),
        ("last Thursday", "2020-02-20", "2020-02-20", "day"),
        ("next Friday", "2020-02-28", "2020-02-28", "day"),
        ("yesterday", "2020-02-26", "2020-02-26", "day"),
        ("last night", "2020-02-26", "2020-02-26", "day"),
        ("this morning", "2020-02-27", "2020-02-27", "day"),
        ("two days ago", "2020-02-25", "2020-02-25", "day"),
        ("three weeks ago", "2020-02-03", "2020-02-09", "week"),
        ("this month", "2020-02-01", "2020-02-29", "month"),
        ("last week", "2020-02-17", "2020-02-23", "week"),
        ("last year", "2019-01-01", "2019-12-31", "year"),
        ("since Wednesday", "2020-02-26", "2020-02-27", "week"),
        ("since December", "2019-12-01", "2020-02-27", "year"),
        ("the end of February", "2020-02-21", "2020-02-29", "week"),
        ("an end-February deadline", "2020-02-21", "2020-02-29", "week"),
        ("over the last three days", "2020-02-24", "2020-02-27", "week"),
        ("on 5 March", "2020-03-05", "2020-03-05", "day"),
        ("on 30 November", "2019-11-30", "2019-11-30", "day"),
        ("On 12 May 2022, he", "2022-05-12", "2022-05-12", "day"),
        ("May 12, 2022", "2022-05-12", "2022-05-12", "day"),
        ("in March 2019", "2019-03-01", "2019-03-31", "month"),
        ("on 2020-02-11 there", "2020-02-11", "2020-02-11", "day"),
    ],
)
def test_phrases(text, start, end, precision):
    assert dates_of(text) == [(start, end, precision)]


@pytest.mark.parametrize("text", ["he may go", "12 soldiers", "a 3-year-old", "May fell ill"])
def test_no_phrases(text):
    assert dates_of(text) == []


def test_without_publication_date_only_dates_with_a_year_are_known():
    assert dates_of("on Thursday, since December, on 5 March", None) == []
    assert dates_of("on 12 May 2022", None) == [("2022-05-12", "2022-05-12", "day")]


def test_impossible_days_are_no_dates():
    assert dates_of("on 31 February 2020", None) == [("2020-02-01", "2020-02-29", "month")]
