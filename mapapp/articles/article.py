"""Making an article: its id from its words, its date and language from what it says itself."""

import hashlib
import re
import unicodedata
from datetime import date

from mapapp.articles.clean import find_title
from mapapp.articles.dates import find_dateline
from mapapp.articles.language import detect_language
from mapapp.errors import ReadingError
from mapapp.model.article import Article

LARGEST = 20_000_000
"""Characters of the longest text that is taken for one article."""

_UNSTORABLE = re.compile("[\x00\ud800-\udfff]")
"""What no database takes: the NUL character and halves of UTF-16 pairs."""


def make_article(
    text: str,
    *,
    title: str = "",
    source: str = "",
    url: str = "",
    origin: str = "",
    author: str = "",
    published: date | None = None,
    language: str = "",
) -> Article:
    """Return an article with its content hash, and date and language where the text tells.

    Characters that no database can keep become U+FFFD, one for one, so that offsets stay right.

    Args:
        text: The text, kept as it is otherwise.
        title: Headline; empty leaves it to the text's first line, where that is one.
        source: Outlet or site; empty when unknown.
        url: Where it was read; empty for a file.
        origin: A handle that a person recognizes, such as the file's name.
        author: Who wrote it; empty when unknown.
        published: Day of publication from metadata; None leaves it to an explicit dateline.
        language: ISO 639-1 code from metadata; empty leaves it to the text.

    Raises:
        ReadingError: The text is empty or too long for one article.
    """
    where = origin or url or "the text"
    if not text.strip():
        raise ReadingError(f"{where} is empty: there is nothing to read in it.")
    if len(text) > LARGEST:
        raise ReadingError(
            f"{where} has {len(text):,} characters; allowed are {LARGEST:,} in one article. "
            "Split it into one file an article, or into JSON lines."
        )
    kept = _storable(text)
    return Article(
        id=content_hash(kept),
        text=kept,
        title=_one_line(title) or find_title(kept),
        source=_one_line(source),
        url=_storable(url),
        origin=_storable(origin),
        author=_one_line(author),
        published=published or find_dateline(kept),
        language=language[:2].lower() or detect_language(kept),
    )


def content_hash(text: str) -> str:
    """Return the SHA-256, in hexadecimal, of the NFKC text with white space folded."""
    folded = " ".join(unicodedata.normalize("NFKC", text).split())
    return hashlib.sha256(folded.encode("utf-8", "replace")).hexdigest()


def _storable(text: str) -> str:
    if text.isascii() and "\x00" not in text:
        return text
    return _UNSTORABLE.sub("\ufffd", text)


def _one_line(text: str) -> str:
    return " ".join(_storable(text).split())
