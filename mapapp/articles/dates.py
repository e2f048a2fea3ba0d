"""The day of publication, from metadata or from an explicit dateline; never guessed.

A date counts only when it is complete and stands where a dateline stands: on a line of its own
near the top, or in the agency opening "ALEPPO, Feb 27, 2020 (Reuters) -". Digits alone, such as
03/04/2020, count only when they can be read in one way.
"""

import re
from datetime import UTC, date, datetime
from functools import cache

TOP_LINES = 6
"""Lines that are not blank in which a dateline is looked for."""

LONGEST_LINE = 120
"""Characters of the longest line that can be a dateline of its own."""

LONGEST_OPENING = 300
"""Characters of a line that can hold an agency's opening; its longest form has 200."""

_MONTH_WORDS = """
    january jan jan. janvier januar enero ocak января січня يناير كانون_الثاني
    february feb feb. février fevrier februar febrero şubat февраля лютого فبراير شباط
    march mar mar. mars märz marzo mart марта березня مارس آذار
    april apr apr. avril april abril nisan апреля квітня أبريل نيسان
    may may may. mai mai mayo mayıs мая травня مايو أيار
    june jun jun. juin juni junio haziran июня червня يونيو حزيران
    july jul jul. juillet juli julio temmuz июля липня يوليو تموز
    august aug aug. août august agosto ağustos августа серпня أغسطس آب
    september sep sep. sept sept. septembre septiembre eylül сентября вересня سبتمبر أيلول
    october oct oct. octobre oktober octubre ekim октября жовтня أكتوبر تشرين_الأول
    november nov nov. novembre november noviembre kasım ноября листопада نوفمبر تشرين_الثاني
    december dec dec. décembre dezember diciembre aralık декабря грудня ديسمبر كانون_الأول
"""

_MONTHS = {
    word.replace("_", " "): number
    for number, line in enumerate(_MONTH_WORDS.strip().splitlines(), 1)
    for word in line.split()
}

_NAME = "|".join(sorted((re.escape(name) for name in _MONTHS), key=len, reverse=True))
_WEEKDAY = r"(?:[^\W\d_]{2,12},? +)?"
_DATE = (
    rf"(?:(?P<y1>\d{{4}})-(?P<m1>\d{{2}})-(?P<d1>\d{{2}})(?:[T ]\d[\d:.]*(?:Z|[+-]\d[\d:]*)?)?"
    rf"|(?P<d2>\d{{1,2}})(?:st|nd|rd|th|\.)?(?: of)?[ -](?P<m2>{_NAME}),?[ -](?P<y2>\d{{4}})"
    rf"|(?P<m3>{_NAME}) (?P<d3>\d{{1,2}})(?:st|nd|rd|th)?,? (?P<y3>\d{{4}})"
    r"|(?P<n1>\d{1,2})[./](?P<n2>\d{1,2})[./](?P<y4>\d{4}))"
)
_LABEL = (
    r"(?:(?:date|published|posted|issued|updated|last (?:updated|modified)|first published|"
    r"release date|publication date|تاريخ النشر|نشر في|опубликовано|опубліковано)"
    r"(?: on| at)?[: ]+)?"
)
_CLOCK = r"(?:[ ,|@–—-]+(?:at )?\d{1,2}[:.h]\d{2}.{0,20})?"


@cache
def _own_line() -> re.Pattern[str]:
    """Return the pattern of a dateline on its own line; compiled when first asked for.

    The names of months in many languages take longer to compile than most texts to read.
    """
    return re.compile(rf"{_LABEL}{_WEEKDAY}{_DATE}{_CLOCK}[ .|]*", re.IGNORECASE)


@cache
def _opening() -> re.Pattern[str]:
    """Return the pattern of an agency's opening; likewise."""
    return re.compile(
        rf"[^\W\d_][^\n.:;!?]{{1,60}}?[,–—-] *{_WEEKDAY}{_DATE} *"
        r"(?:\([^()\n]{2,40}\) *)?[-–—:]",
        re.IGNORECASE,
    )


_DIGIT = re.compile(r"\d")
_DIGITS = {ord(digit): str(number % 10) for number, digit in enumerate("٠١٢٣٤٥٦٧٨٩۰۱۲۳۴۵۶۷۸۹")}


def find_dateline(text: str) -> date | None:
    """Return the date of an explicit dateline near the top of a text; None without one."""
    top = (line.strip() for line in text[:4000].splitlines())
    lines = [line[:LONGEST_OPENING] for line in top if line][:TOP_LINES]
    for line in (line.translate(_DIGITS) for line in lines if _DIGIT.search(line)):
        match = _own_line().fullmatch(line) if len(line) <= LONGEST_LINE else None
        found = _day_of(match or _opening().match(line))
        if found:
            return found
    return None


def parse_day(value: object) -> date | None:
    """Return the day that a metadata field names; None when it names none for certain.

    Takes a date, a datetime, ISO 8601, the dates of e-mail, Unix seconds and written dates.
    """
    if isinstance(value, datetime):
        return value.date()
    if isinstance(value, date):
        return value
    if isinstance(value, int | float):
        return _from_seconds(float(value))
    if not isinstance(value, str) or not value.strip():
        return None
    words = " ".join(value.translate(_DIGITS).split())[:LONGEST_LINE]
    return _day_of(_own_line().fullmatch(words)) or _from_compact(words)


def _from_seconds(value: float) -> date | None:
    try:
        day = datetime.fromtimestamp(value, UTC).date()
    except (ValueError, OverflowError, OSError):
        return None
    return day if day.year > 1970 else None  # noqa: PLR2004 (a small number is no time stamp)


def _from_compact(words: str) -> date | None:
    """Read ``20200227`` and ``Thu, 27 Feb 2020 10:00:00 GMT``, which are no datelines."""
    compact = re.fullmatch(r"((?:19|20)\d{2})(\d{2})(\d{2})(?:T\d{4,6}Z?)?", words)
    if compact:
        year, month, day = (int(part) for part in compact.groups())
        return _valid(year, month, day)
    return _day_of(re.match(rf"{_WEEKDAY}{_DATE}(?=[ T,]|$)", words, re.IGNORECASE))


def _day_of(match: re.Match[str] | None) -> date | None:
    if match is None:
        return None
    found = match.groupdict()
    for number in "123":
        if found[f"y{number}"]:
            return _valid(
                int(found[f"y{number}"]), _month(found[f"m{number}"]), int(found[f"d{number}"])
            )
    return _numeric(int(found["n1"]), int(found["n2"]), int(found["y4"]))


def _month(word: str) -> int:
    return int(word) if word.isdecimal() else _MONTHS[word.lower()]


def _numeric(first: int, second: int, year: int) -> date | None:
    """Read 27/02/2020 and 02/27/2020; 03/04/2020 could be either and is none."""
    by_day, by_month = _valid(year, second, first), _valid(year, first, second)
    if by_day and by_month and by_day != by_month:
        return None
    return by_day or by_month


def _valid(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None
