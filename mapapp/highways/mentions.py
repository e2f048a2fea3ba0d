"""Roads named in text: "M5", "the Damascus-Aleppo highway", "the highway between A and B".

A number such as M5 means another road in every country; it counts only where the article's places
lie in the road's country. "The highway" alone is kept as text without a road.
"""

from bisect import bisect_right
from collections.abc import Iterator, Sequence

from mapapp.highways.names import NO_ROAD, Alias, Road, RoadNames
from mapapp.highways.words import (
    COUNTED,
    DASHES,
    FILLERS,
    GENERIC,
    GENERIC_PHRASES,
    JOINERS,
    LIMITS,
    LINKS,
    MODIFIERS,
    NOT_ROADS,
    ROADS,
)
from mapapp.model.document import Document, Sentence
from mapapp.model.highway import Highway, HighwayMention

LONGEST_NAME = 6
"""Tokens of the longest place name, its hyphens included: Ma'arrat al-Numan has four."""
LONGEST_LINK = 7
"""Tokens between "highway" and the first of the two places that it links."""

CONTEXT_SENTENCES = 2
"""Sentences before and after that may tell which part of a road with two parts is meant."""

CONTEXT_TOKENS = 100
"""Size of the blocks of tokens around: a text without sentence ends stays cheap."""


class HighwayFinder:
    """Finds roads in documents; made once, shared by all articles."""

    def __init__(self, highways: Sequence[Highway]) -> None:
        """Compile the names of the roads."""
        self._names = RoadNames(highways)
        self._phrases = {phrase[0] for phrase in GENERIC_PHRASES}
        self._triggers = frozenset(self._names.first_words | ROADS | self._phrases)
        alone = ROADS | GENERIC | self._phrases
        self._seconds = {
            word: seconds for word, seconds in self._names.seconds.items() if word not in alone
        }

    def find(
        self, document: Document, countries: frozenset[str] = frozenset()
    ) -> tuple[HighwayMention, ...]:
        """Return the roads named in a document, in text order, without overlap.

        Args:
            document: Tokens and sentences; furniture, which has no sentences, is not read.
            countries: ISO 3166-1 alpha-2 codes of the countries that the document's places lie
                in. A bare number such as "M5" is a road only of one of them; a name made of two
                places needs no such hint.
        """
        triggers = self._triggers
        hits = [index for index, word in enumerate(document.lowers) if word in triggers]
        hits = [index for index in hits if self._goes_on(document.lowers, index)]
        if not hits:
            return ()
        return _Search(self._names, document, countries).run(hits)

    def _goes_on(self, lowers: Sequence[str], index: int) -> bool:
        """Return whether a name can begin at a token: "Aleppo" alone is no road's."""
        following = self._seconds.get(lowers[index])
        if following is None:
            return True
        after = lowers[index + 1] if index + 1 < len(lowers) else ""
        return after in DASHES or after in following


class _Search:
    """One document being searched."""

    __slots__ = ("_countries", "_document", "_firsts", "_names", "_parts", "_sentence", "_taken")

    def __init__(self, names: RoadNames, document: Document, countries: frozenset[str]) -> None:
        self._names = names
        self._document = document
        self._countries = countries
        self._firsts = [sentence.first for sentence in document.sentences]
        self._parts: dict[tuple[tuple[str, ...], int, int], tuple[str, ...]] = {}
        self._sentence: Sentence
        self._taken = 0

    def run(self, hits: Sequence[int]) -> tuple[HighwayMention, ...]:
        found: list[HighwayMention] = []
        for index in hits:
            if index < self._taken or not self._enter_sentence(index):
                continue
            mention = self._named(index) or self._paired(index) or self._generic(index)
            if mention is not None:
                found.append(mention)
        return tuple(found)

    def _enter_sentence(self, index: int) -> bool:
        number = bisect_right(self._firsts, index) - 1
        if number < 0 or index >= self._document.sentences[number].last:
            return False
        self._sentence = self._document.sentences[number]
        return True

    def _word(self, index: int) -> str:
        """Return a token in lower case, or "" outside the sentence or in what is taken."""
        inside = max(self._sentence.first, self._taken) <= index < self._sentence.last
        return self._document.lowers[index] if inside else ""

    def _mention(self, first: int, last: int, road: Road = NO_ROAD) -> HighwayMention:
        document = self._document
        start, end = document.starts[first], document.ends[last]
        self._taken = last + 1
        return HighwayMention(
            start=start,
            end=end,
            text=document.text[start:end],
            highway_ids=road.highways,
            segment_ids=road.segments,
        )

    def _named(self, index: int) -> HighwayMention | None:
        """Return the mention of a road by number or name that begins at a token."""
        alias, last = self._alias_at(index)
        if alias is None:
            return None
        first = self._before_road(index) if alias.is_number else index
        end = self._after_modifiers(last + 1) if alias.is_number else last
        if self._word(end) in ROADS:
            last = end
        for start, stop in self._linked(last, LIMITS):
            road = self._names.stretch(start, stop, alias.highway_ids)
            if road.segments:
                return self._mention(first, last, road)
        return self._mention(first, last, Road(highways=self._narrowed(alias.highway_ids, index)))

    def _before_road(self, index: int) -> int:
        """Return the first token of "international road" and the like before a number."""
        if self._word(index - 1) not in ROADS:
            return index
        index -= 1
        while self._word(index - 1) in MODIFIERS:
            index -= 1
        return index

    def _alias_at(self, index: int) -> tuple[Alias | None, int]:
        """Return the longest alias that begins at a token, and its last token."""
        for alias in self._names.aliases.get(self._document.lowers[index], ()):
            last = self._match(alias.words, index)
            if last is not None and self._allowed(alias, index, last):
                return alias, last
        return None, index

    def _match(self, words: Sequence[str], index: int) -> int | None:
        """Return the last of the tokens that spell some words, hyphens between them ignored."""
        at = index
        for number, word in enumerate(words):
            if number and self._word(at) in DASHES:
                at += 1
            if self._word(at) != word:
                return None
            at += 1
        return at - 1

    def _allowed(self, alias: Alias, first: int, last: int) -> bool:
        if not alias.is_number:
            return True
        if not alias.countries & self._countries:
            return False
        document = self._document
        after = document.text[document.ends[last] : document.ends[last] + 2]
        is_decimal = after[:1] in {".", ","} and after[1:].isdigit()
        return not is_decimal and not document.words[first][0].islower()

    def _after_modifiers(self, index: int) -> int:
        while self._word(index) in MODIFIERS:
            index += 1
        return index

    def _paired(self, index: int) -> HighwayMention | None:
        """Return the mention of a road by two places: "A-B road", "road between A and B"."""
        if self._word(index) not in ROADS:
            return None
        for first, start, end in self._hyphened(index):
            road = self._names.road_between(start, end)
            if road.highways:
                return self._mention(first, index, road)
        for start, end in self._linked(index, LINKS):
            road = self._names.road_between(start, end)
            if road.highways:
                return self._mention(index, index, road)
        return None

    def _hyphened(self, index: int) -> Iterator[tuple[int, str, str]]:
        """Yield readings of "A-B" before a road word: first token and the two names."""
        before = index - 1
        while self._word(before) in MODIFIERS:
            before -= 1
        for second in self._names_ending(before):
            if self._word(second - 1) in JOINERS:
                for first in self._names_ending(second - 2):
                    yield first, self._slice(first, second - 2), self._slice(second, before)

    def _linked(self, index: int, links: frozenset[str]) -> Iterator[tuple[str, str]]:
        """Yield readings of "... between A and B" after a road word as two names."""
        start = index + 1
        linked = False
        while start <= index + LONGEST_LINK and self._word(start) in FILLERS | links:
            linked = linked or self._word(start) in links
            start += 1
        if not linked:
            return
        for end in self._names_starting(start):
            if self._word(end + 1) not in JOINERS:
                continue
            second = end + 2
            while self._word(second) in FILLERS:
                second += 1
            for last in self._names_starting(second):
                yield self._slice(start, end), self._slice(second, last)

    def _names_ending(self, last: int) -> list[int]:
        """Return first tokens of what may be a place name that ends at a token, longest first."""
        return [
            first
            for first in range(last - LONGEST_NAME + 1, last + 1)
            if self._word(first) and self._is_name(first)
        ]

    def _names_starting(self, first: int) -> list[int]:
        """Return last tokens of what may be a place name that starts at a token, longest first."""
        if not self._word(first) or not self._is_name(first):
            return []
        return [last for last in range(first + LONGEST_NAME - 1, first - 1, -1) if self._word(last)]

    def _is_name(self, index: int) -> bool:
        letter, word = self._document.words[index][0], self._word(index)
        return letter.isalpha() and word != "the" and (not letter.islower() or word == "al")

    def _slice(self, first: int, last: int) -> str:
        document = self._document
        return document.text[document.starts[first] : document.ends[last]]

    def _narrowed(self, ids: tuple[str, ...], index: int) -> tuple[str, ...]:
        """Return the parts of a road that the sentences around speak of; all when none is named."""
        if len(ids) == 1:
            return ids
        number = bisect_right(self._firsts, index) - 1
        key = (ids, number, index // CONTEXT_TOKENS)
        if key not in self._parts:
            self._parts[key] = self._parts_near(ids, number, index // CONTEXT_TOKENS)
        return self._parts[key]

    def _parts_near(self, ids: tuple[str, ...], number: int, block: int) -> tuple[str, ...]:
        sentences = self._document.sentences
        for reach in (0, CONTEXT_SENTENCES):
            near = sentences[max(0, number - reach) : number + reach + 1]
            first = max(near[0].first, (block - 1) * CONTEXT_TOKENS)
            last = min(near[-1].last, (block + 2) * CONTEXT_TOKENS)
            parts = self._names.parts_with_places(ids, self._capitalized(first, last))
            if parts:
                return parts
        return ids

    def _capitalized(self, first: int, last: int) -> set[str]:
        """Return everything in a stretch of tokens that may be a place name."""
        words = self._document.words
        return {
            self._slice(begin, end)
            for begin in range(first, last)
            if words[begin][0].isalpha() and not words[begin][0].islower()
            for end in range(begin, min(begin + LONGEST_NAME, last))
        }

    def _generic(self, index: int) -> HighwayMention | None:
        """Return "the highway" and its kin as a mention without a road."""
        last = index
        for phrase in GENERIC_PHRASES:
            end = self._match(phrase, index)
            last = index if end is None else end
            if last != index or (end is not None and len(phrase) == 1):
                break
        else:
            if self._word(index) not in GENERIC:
                return None
        following = self._word(last + 1)
        if following in NOT_ROADS or following[:1].isdigit():
            return None
        if following and self._alias_at(last + 1)[0] is not None:
            return None
        first = index
        while self._word(first - 1) in MODIFIERS | COUNTED:
            first -= 1
        return None if self._has_a_name(first, index) else self._mention(first, last)

    def _has_a_name(self, first: int, index: int) -> bool:
        """Return whether a road word belongs to a name: "Lincoln Highway", "road A-B (M4) road"."""
        if first == self._sentence.first:
            return False
        if self._document.words[index][0].isupper():
            return True
        before = self._document.words[first - 1]
        return (
            before in DASHES
            or before == ")"
            or (before[0].isupper() and first - 1 > self._sentence.first)
        )
