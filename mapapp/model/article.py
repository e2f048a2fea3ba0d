"""An article as it came, and the parts that cleaning finds in it."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum


@dataclass(frozen=True, kw_only=True, slots=True)
class Article:
    """One report, its text kept exactly as it was read.

    Attributes:
        id: SHA-256 of the NFKC text with white space folded, in hexadecimal: the same words
            in the same order are the same article.
        text: The text that every offset in mapapp points into.
        title: Headline; empty when unknown.
        source: Outlet or site as the reader gave it; empty when unknown.
        url: Where it was read; empty when it was a file.
        origin: File name or other handle that a person would recognize.
        published: Day of publication; None when unknown, never guessed.
        language: ISO 639-1 code; empty when unknown.
    """

    id: str
    text: str
    title: str = ""
    source: str = ""
    url: str = ""
    origin: str = ""
    author: str = ""
    published: date | None = None
    language: str = ""


class PartKind(StrEnum):
    """What a stretch of an article is."""

    TITLE = "title"
    BODY = "body"
    CROSSHEAD = "crosshead"
    REPEATED = "repeated"
    FURNITURE = "furniture"


@dataclass(frozen=True, kw_only=True, slots=True)
class Part:
    """A stretch of the original text with the rule that named it.

    Only title, body and crosshead parts are read by the later stages.
    """

    start: int
    end: int
    kind: PartKind
    rule: str = ""
