"""Cutting the parts of an article into sentences."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from datetime import date

from mapapp.model.article import Part, PartKind
from mapapp.model.document import Document, Sentence
from mapapp.text.tokens import TokenLists, tokenize

READ_KINDS = frozenset({PartKind.TITLE, PartKind.BODY, PartKind.CROSSHEAD})

FINAL_MARKS = frozenset(".!?…؟۔。")
CLOSERS = frozenset("\"'”’»)]")

_POSSIBLE_END = re.compile(rf"[{re.escape(''.join(FINAL_MARKS | CLOSERS))}](?=\s)|\n")
"""Where `_ends_here` may say yes: one look in twelve, and nothing is asked of the words between."""

ABBREVIATIONS = frozenset(
    "mr mrs ms dr prof gen col lt sgt capt maj adm cmdr sen rep gov pres rev hon st sts mt ft "
    "no vs etc inc ltd co corp jr sr u.s u.k u.n e.g i.e approx dept brig pvt cpl "
    "jan feb mar apr jun jul aug sep sept oct nov dec ala ariz ark calif colo conn del fla ga "
    "ill ind kan ky la md mass mich minn miss mo mont neb nev okla ore pa tenn tex va vt wash "
    "wis wyo ont que alta".split()
)
"""Words after which a point ends no sentence when more of the sentence can follow."""


def build_document(
    text: str,
    parts: Sequence[Part] | None = None,
    *,
    published: date | None = None,
    language: str = "",
) -> Document:
    """Cut a text into tokens and sentences.

    Args:
        text: The article's original text.
        parts: What its stretches are, in order; None reads the whole text as body.
        published: Day of publication, passed through.
        language: ISO 639-1 code, passed through.
    """
    tokens = tokenize(text)
    if parts is None:
        parts = (Part(start=0, end=len(text), kind=PartKind.BODY),)
    sentences: list[Sentence] = []
    for part in parts:
        if part.kind in READ_KINDS:
            sentences.extend(_sentences_of(part, text, tokens))
    return Document(
        text=text,
        starts=tokens.starts,
        ends=tokens.ends,
        words=tokens.words,
        lowers=tokens.lowers,
        sentences=tuple(sentences),
        published=published,
        language=language,
    )


def _sentences_of(part: Part, text: str, tokens: TokenLists) -> list[Sentence]:
    first = bisect_left(tokens.starts, part.start)
    last = bisect_left(tokens.starts, part.end)
    found: list[Sentence] = []
    begin = first
    for end in _ends(part, first, last, text, tokens):
        found.append(
            Sentence(
                start=tokens.starts[begin],
                end=tokens.ends[end - 1],
                first=begin,
                last=end,
                kind=part.kind,
            )
        )
        begin = end
    return found


def _ends(part: Part, first: int, last: int, text: str, tokens: TokenLists) -> Iterator[int]:
    """Yield one past the last token of each sentence of a part whose tokens are given."""
    ended = first
    for match in _POSSIBLE_END.finditer(text, part.start, part.end):
        end = bisect_right(tokens.ends, match.end(), ended)
        if ended < end < last and _ends_here(end - 1, text, tokens):
            yield end
            ended = end
    if ended < last:
        yield last


def _ends_here(index: int, text: str, tokens: TokenLists) -> bool:
    """Return whether a sentence ends after this token, which has a successor behind a space."""
    gap = text[tokens.ends[index] : tokens.starts[index + 1]]
    if "\n" in gap and (gap.count("\n") > 1 or "\r\n\r\n" in gap):
        return True
    word = tokens.words[index]
    mark = index
    while word in CLOSERS and mark > 0 and tokens.starts[mark] == tokens.ends[mark - 1]:
        mark -= 1
        word = tokens.words[mark]
    if "\n" in gap and word in FINAL_MARKS:
        return True
    if word not in FINAL_MARKS:
        return _abbreviation_ends(word, tokens.words[index + 1])
    return not _is_inner_point(mark, index, tokens)


def _abbreviation_ends(word: str, following: str) -> bool:
    """Return whether an abbreviation such as "U.S." also closes its sentence."""
    return len(word) > 1 and word[-1] == "." and following in _OPENERS


_OPENERS = frozenset(
    "The A An In On At He She It They We But And However Meanwhile This That These Those".split()
)


def _is_inner_point(mark: int, index: int, tokens: TokenLists) -> bool:
    """Return whether a final mark stands inside a sentence ("Mr. Smith", "5.30 p.m. today")."""
    following = tokens.words[index + 1]
    if following[0].islower():
        return tokens.words[mark] == "." or index > mark
    if tokens.words[mark] != "." or mark == 0:
        return False
    before = tokens.lowers[mark - 1]
    attached = tokens.ends[mark - 1] == tokens.starts[mark]
    initial = len(before) == 1 and tokens.words[mark - 1].isupper()
    return attached and (before in ABBREVIATIONS or initial)
