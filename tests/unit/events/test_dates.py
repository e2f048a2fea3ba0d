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


@pytest.mark.parametrize(
    ("text", "start", "end", "precision"),
    [
        ("Tuesday's bombardment of the port", "2020-02-25", "2020-02-25", "day"),
        ("yesterday’s blast", "2020-02-26", "2020-02-26", "day"),
        ("On Feb. 8 a mine", "2020-02-08", "2020-02-08", "day"),
        ("on Dec. 19, 2018, two", "2018-12-19", "2018-12-19", "day"),
        ("In mid-May, shells", "2019-05-11", "2019-05-20", "week"),
        ("early in January, raiders", "2020-01-01", "2020-01-10", "week"),
        ("at the weekend", "2020-02-22", "2020-02-23", "week"),
        ("the same weekend", "2020-02-22", "2020-02-23", "week"),
        ("Tuesday, 11 February", "2020-02-11", "2020-02-11", "day"),
        ("in the night of Tuesday to Wednesday", "2020-02-25", "2020-02-26", "week"),
        ("the day before yesterday", "2020-02-25", "2020-02-25", "day"),
        ("shelled the previous evening", "2020-02-26", "2020-02-26", "day"),
    ],
)
def test_one_phrase(text, start, end, precision):
    assert dates_of(text) == [(start, end, precision)]


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("A bomb went off the same morning.", "2020-02-10"),
        ("It was shelled that night.", "2020-02-10"),
        ("They had left the night before.", "2020-02-09"),
        ("Three died a day earlier.", "2020-02-09"),
        ("Three died two days before.", "2020-02-08"),
        ("It fell the following day.", "2020-02-11"),
        ("Four days later it fell.", "2020-02-14"),
        ("It came two days after a blast.", "2020-02-08"),
        ("On the day of the raid he fled.", "2020-02-10"),
    ],
)
def test_days_are_counted_from_the_day_told_before(text, day):
    lowers = build_document(text).lowers
    found = find_dates(lowers, 0, len(lowers), THURSDAY, date(2020, 2, 10))
    assert [str(phrase.day) for phrase in found] == [day]


@pytest.mark.parametrize(
    "text",
    [
        "police said that night raids went on",
        "the day before the vote",
        "shelled two days after the truce began",
        "the night market",
        "a weekend market",
        "twenty days later",
    ],
)
def test_what_counts_from_no_told_day(text):
    lowers = build_document(text).lowers
    assert find_dates(lowers, 0, len(lowers), THURSDAY, date(2020, 2, 10)) == []


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("Police said on Tuesday that a bomb went off.", [True]),
        ("A doctor told our reporter on Tuesday.", [True]),
        ("In a statement issued on Tuesday, the army", [True]),
        ("A bomb went off on Tuesday, police said.", [False]),
        ("Police said Tuesday's blast killed two.", [False]),
        ("Police said the Tuesday blast killed two.", [False]),
        ("Police said on Tuesday, a day after the attack.", [True, False]),
        ("Police said Tuesday that it fell on Monday.", [True, False]),
    ],
)
def test_days_of_words_are_told_from_days_of_deeds(text, said):
    lowers = build_document(text).lowers
    assert [phrase.said for phrase in find_dates(lowers, 0, len(lowers), THURSDAY)] == said
