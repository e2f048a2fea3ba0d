"""A date is read from metadata or an explicit dateline, and never guessed."""

from datetime import UTC, date, datetime

import pytest

from mapapp.articles.dates import find_dateline, parse_day

DAY = date(2020, 2, 27)


@pytest.mark.parametrize(
    "value",
    [
        DAY, datetime(2020, 2, 27, 23, 59, tzinfo=UTC), "2020-02-27", "2020-02-27T10:00:00+03:00",
        "2020-02-27 10:00:00", "20200227", "20200227T101500Z", "Thu, 27 Feb 2020 10:00:00 GMT",
        "27 February 2020", "February 27, 2020", "27/02/2020", "02/27/2020", "27.02.2020",
        1582797600, "27 فبراير 2020", "٢٧ شباط ٢٠٢٠", "27 лютого 2020", "27 Şubat 2020",
    ],
)  # fmt: skip
def test_dates_of_metadata(value):
    assert parse_day(value) == DAY


@pytest.mark.parametrize(
    "value",
    [None, "", "yesterday", "2020", "February 2020", "03/04/2020", "2020-02-30", "99/99/2020",
     0, 5, float("nan"), float("inf"), 1e300, [], {}, "27 Fish 2020", "x" * 10_000],
)  # fmt: skip
def test_what_is_no_date_stays_unknown(value):
    assert parse_day(value) is None


@pytest.mark.parametrize(
    "text",
    [
        "Rebels retake town\n\n27 February 2020\n\nThe rebels",
        "Rebels retake town\nPublished: Feb 27, 2020 10:32 GMT\nThe rebels",
        "Title\n\nThursday, 27 February 2020 | 10:32\n\nBody",
        "ALEPPO, Syria, Feb 27, 2020 (Reuters) - Rebels said",
        "Idlib, 27 February 2020 – Rebels said",
        "2020-02-27\nBody",
        "العنوان\n\n27 فبراير 2020\n\nالنص",
    ],
)
def test_explicit_datelines_are_read(text):
    assert find_dateline(text) == DAY


@pytest.mark.parametrize(
    "text",
    [
        "The war began on 15 March 2011 in Daraa.",
        "Rebels retake town\n\nThe offensive of 27 February 2020 went on.",
        "By the end of February 2020",
        "On Thursday",
        "\n".join(["line"] * 30 + ["27 February 2020"]),
        "© 2020",
        "",
    ],
)
def test_dates_in_prose_are_no_datelines(text):
    assert find_dateline(text) is None
