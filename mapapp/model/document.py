"""An article's text cut into tokens and sentences: what every stage reads."""

from dataclasses import dataclass
from datetime import date

from mapapp.model.article import PartKind


@dataclass(frozen=True, kw_only=True, slots=True)
class Sentence:
    """A sentence: characters ``text[start:end]``, tokens ``first`` up to but not ``last``."""

    start: int
    end: int
    first: int
    last: int
    kind: PartKind = PartKind.BODY


@dataclass(frozen=True, kw_only=True, slots=True)
class Document:
    """Text, tokens in parallel lists, and sentences.

    Tokens are words (letters, digits, inner apostrophes and the points of abbreviations; never
    hyphens), numbers and single punctuation marks. Parallel lists instead of objects keep a
    million tokens cheap. Tokens of furniture parts belong to no sentence.

    Attributes:
        text: The article's original text; every offset points into it.
        starts: First character of each token.
        ends: One past the last character of each token.
        words: Each token as written.
        lowers: Each token folded for look-up: lower case, curly apostrophe made straight.
        sentences: In order, without overlap.
        published: Day of publication; None when unknown.
        language: ISO 639-1 code; empty when unknown.
    """

    text: str
    starts: list[int]
    ends: list[int]
    words: list[str]
    lowers: list[str]
    sentences: tuple[Sentence, ...]
    published: date | None = None
    language: str = ""
