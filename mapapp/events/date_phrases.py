"""A date phrase: its tokens and its days, and what making one needs."""

from datetime import date, timedelta

from mapapp.model.event import DateRange
from mapapp.model.record import record


@record
class DatePhrase:
    """A date phrase at tokens ``first`` up to but not ``last``.

    Attributes:
        first: First token.
        last: One past its last token.
        when: Its days.
        since: Whether it tells when something began that goes on.
        said: Whether it tells when something was said, which happened on that day or before.
    """

    first: int
    last: int
    when: DateRange
    since: bool = False
    said: bool = False

    @property
    def day(self) -> date | None:
        """The one day that it means; None for a longer span."""
        return self.when.start if self.when.precision == "day" else None


def phrase_of(first: int, last: int, when: DateRange | None) -> DatePhrase | None:
    """Return a phrase with its days; None when it has none."""
    return None if when is None else DatePhrase(first=first, last=last, when=when)


def one_day(day: date) -> DateRange:
    """Return a single day."""
    return DateRange(start=day, end=day, precision="day")


def span(start: date, end: date) -> DateRange:
    """Return the days from one to another, as exact as they are many."""
    return DateRange(start=start, end=end, precision=precision_of((end - start).days + 1))


def precision_of(days: int) -> str:
    """Return the precision of a span of days, as ACLED and UCDP cut it."""
    bounds = ((1, "day"), (7, "week"), (31, "month"))
    return next((name for bound, name in bounds if days <= bound), "year")


def days_before(day: date, days: int) -> date:
    """Return the day so many days before another, the first of the calendar at most."""
    return date.fromordinal(max(day.toordinal() - days, 1))


def days_from(day: date, days: int) -> date:
    """Return the day so many days after another, or before it where they are negative."""
    return day + timedelta(days=days) if days > 0 else days_before(day, -days)
