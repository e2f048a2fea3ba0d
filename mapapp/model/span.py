"""A half-open stretch of an article's text."""

from dataclasses import dataclass


@dataclass(frozen=True, kw_only=True, slots=True)
class Span:
    """Characters ``text[start:end]``, offsets into the article's original text."""

    start: int
    end: int

    def overlaps(self, other: "Span") -> bool:
        """Return whether the two spans share a character."""
        return self.start < other.end and other.start < self.end
