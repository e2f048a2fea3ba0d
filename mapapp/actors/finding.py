"""What the recognition rules hand on: token stretches with the actor that they name."""

from bisect import bisect_right
from collections.abc import Iterable, Sequence

from mapapp.model.actor import Actor, ActorMention
from mapapp.model.document import Document
from mapapp.model.record import record
from mapapp.model.toponym import Toponym


@record
class Finding:
    """Tokens ``first`` up to but not ``last`` name an actor; `rule` says by which rule."""

    first: int
    last: int
    actor: Actor
    rule: str
    backer_id: str = ""


def tokens_of(document: Document, start: int, end: int) -> range:
    """Return the tokens that lie in a stretch of text, in whole or in part."""
    first = max(bisect_right(document.starts, start) - 1, 0)
    if first < len(document.ends) and document.ends[first] <= start:
        first += 1
    last = first
    while last < len(document.starts) and document.starts[last] < end:
        last += 1
    return range(first, last)


def covered_by(document: Document, toponyms: Iterable[Toponym]) -> dict[int, Toponym]:
    """Return the toponym that covers each token, for the tokens that one covers."""
    return {
        index: toponym
        for toponym in toponyms
        for index in tokens_of(document, toponym.start, toponym.end)
    }


def with_groups(findings: Iterable[Finding], groups: Sequence[Finding]) -> list[Finding]:
    """Return findings and groups; "XKLA rebels" are not the country's rebels beside that group."""
    ends = {group.last for group in groups if group.last - group.first == 1}
    return [f for f in findings if not (f.first in ends and f.last == f.first + 1)] + [*groups]


def without_overlaps(findings: Iterable[Finding]) -> list[Finding]:
    """Return findings in text order; where two overlap, the one that starts first stays.

    Of two that start together the longer stays, and of equal ones the first given.
    """
    kept: list[Finding] = []
    for finding in sorted(findings, key=lambda f: (f.first, -f.last)):
        if not kept or finding.first >= kept[-1].last:
            kept.append(finding)
    return kept


def mentions_of(document: Document, findings: Sequence[Finding]) -> tuple[ActorMention, ...]:
    """Return findings as mentions, those outside every sentence left out."""
    firsts = [sentence.first for sentence in document.sentences]
    mentions: list[ActorMention] = []
    for finding in findings:
        at = bisect_right(firsts, finding.first) - 1
        if at < 0 or finding.first >= document.sentences[at].last:
            continue
        start = document.starts[finding.first]
        end = document.ends[finding.last - 1]
        end -= _possessive(document.lowers[finding.last - 1])
        mentions.append(
            ActorMention(
                start=start,
                end=end,
                text=document.text[start:end],
                actor=finding.actor,
                rule=finding.rule,
                backer_id=finding.backer_id,
            )
        )
    return tuple(mentions)


def _possessive(lower: str) -> int:
    """Return how many characters the possessive ending of a word takes."""
    return 2 if lower.endswith("'s") else 0
