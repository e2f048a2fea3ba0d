"""From bytes to text: byte-order marks, UTF-8, then a guess that is checked; never binary."""

import codecs

from mapapp.errors import ReadingError

_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)

_BINARY = {
    b"%PDF-": "a PDF document",
    b"PK\x03\x04": "a zip archive or Office document",
    b"\x89PNG": "a PNG picture",
    b"\xff\xd8\xff": "a JPEG picture",
    b"GIF8": "a GIF picture",
    b"\x1f\x8b": "a gzip archive",
    b"\x7fELF": "a program",
    b"MZ\x90": "a program",
    b"\xd0\xcf\x11\xe0": "an old Office document",
    b"SQLite format 3": "a SQLite database",
    b"7z\xbc\xaf": "a 7z archive",
    b"Rar!": "a RAR archive",
    b"ID3": "a sound file",
    b"RIFF": "a sound, film or picture file",
    b"OggS": "a sound file",
}

SAMPLE = 65536
"""Bytes on which encoding and kind are judged."""

MOST_CONTROLS = 0.02
"""Share of control characters (0-1) from which decoded bytes count as binary."""

_CONTROLS = frozenset(range(32)) - {9, 10, 11, 12, 13, 27}


def decode(data: bytes, where: str, declared: str = "") -> str:
    """Return the text of some bytes.

    Args:
        data: The bytes.
        where: A name for messages.
        declared: The encoding that the bytes came with; tried when they are no UTF-8.

    Raises:
        ReadingError: The bytes are no text, or in no encoding that could be told.
    """
    if not data.strip():
        raise ReadingError(f"{where} is empty: there is nothing to read in it.")
    for magic, kind in _BINARY.items():
        if data.startswith(magic):
            raise ReadingError(
                f"{where} is {kind}, not text. Save its words as plain text, HTML or JSON lines."
            )
    text = _by_mark(data, where) or _by_trial(data, declared) or _by_guess(data, where)
    if _is_binary(text):
        raise ReadingError(
            f"{where} is no text: it is full of control characters. "
            "Save its words as plain text in UTF-8."
        )
    return text


def _by_mark(data: bytes, where: str) -> str:
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            try:
                return data.decode(encoding)
            except UnicodeDecodeError as error:
                raise ReadingError(
                    f"{where} begins as {encoding} and breaks that encoding at byte "
                    f"{error.start:,}. Save it again as UTF-8."
                ) from error
    return ""


def _by_trial(data: bytes, declared: str) -> str:
    for encoding in (_wide(data), "utf-8", declared):
        try:
            if encoding:
                return data.decode(encoding)
        except (UnicodeDecodeError, LookupError):
            continue
    return ""


def _wide(data: bytes) -> str:
    """Return the name of UTF-16 without a mark where every other byte is mostly zero."""
    sample = data[:SAMPLE]
    half = len(sample) / 2
    if sample[1::2].count(0) > 0.4 * half:
        return "utf-16-le"
    return "utf-16-be" if sample[0::2].count(0) > 0.4 * half else ""


def _by_guess(data: bytes, where: str) -> str:
    # Imported here: the detector takes 50 ms to load, and nearly everything is UTF-8.
    from charset_normalizer import from_bytes  # noqa: PLC0415

    best = from_bytes(data[:SAMPLE]).best()
    if best is None or b"\x00" in data[:SAMPLE]:
        raise ReadingError(
            f"{where} is no text in any known encoding. Save it as plain text in UTF-8."
        )
    return data.decode(best.encoding, "replace")


def _is_binary(text: str) -> bool:
    sample = text[:SAMPLE]
    controls = sum(ord(character) in _CONTROLS for character in sample)
    return controls > max(2, MOST_CONTROLS * len(sample))
