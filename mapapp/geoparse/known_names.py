"""Names of the gazetteer in text: the longest that begins at a token, in any form."""

from collections import Counter

from mapapp.gazetteer.gazetteer import Gazetteer
from mapapp.geoparse.inflected import LOCAL_GLOSSES, inflected
from mapapp.geoparse.lexicon import WordLists
from mapapp.geoparse.mention import Mention, NameSense
from mapapp.geoparse.senses import (
    APOSTROPHES,
    KIND_RANKS,
    SHORT_ALIAS,
    abbreviation_sense,
    hushed_sense,
    sense_of,
    typed_sense,
    word_sense,
)
from mapapp.geoparse.short_forms import find_short_form
from mapapp.geoparse.spelling import (
    ARTICLES,
    CONNECTORS,
    HEADS,
    HYPHENS,
    JOINERS,
    LINKS,
    SHOUTING,
    bare_length,
    shape_of,
)
from mapapp.geoparse.word_classes import TYPE_WORDS, capital_classes
from mapapp.model.document import Document
from mapapp.text.fold import fold_word

OBSCURE = frozenset({"village", "spot"})
"""Kinds that rather are a part of a longer name that is not on record."""

WELL_KNOWN = frozenset({"country", "admin1", "metropolis", "city", "unit"})
"""Kinds that end a run of capitalized words before them: "Yesterday Aleppo"."""


UNITS = frozenset(
    "district upazila raion county zone cercle department regency woreda governorate".split()
)
"""Words in lower case after the name of a unit: "Santhia upazila" is on record as such."""


class KnownNames:
    """Finds names of the gazetteer in one document.

    Attributes:
        nations: How often each country's demonym was met.
    """

    def __init__(self, document: Document, gazetteer: Gazetteer, lists: WordLists) -> None:
        """Look at a document through a gazetteer and word lists."""
        self.document = document
        self.words = document.words
        self.lowers = document.lowers
        self.starts = document.starts
        self.ends = document.ends
        self.sentences = document.sentences
        self.gazetteer = gazetteer
        self.lists = lists
        self.abbreviations = lists.abbreviations
        self.shortened = lists.shortened
        self.demonyms = lists.demonyms
        self.titles = lists.sections["titles"]
        self.nations: Counter[str] = Counter()
        self.shouting: dict[int, bool] = {}

    def known(self, index: int, at: int, last: int) -> Mention | None:
        """Return the longest name that begins at a token of a sentence; None without one.

        Args:
            index: The sentence.
            at: The token.
            last: One past the last token that may belong to the name.
        """
        word = self.words[at]
        cut = bare_length(word)
        if word in self.shortened or (cut < len(word) and word[:cut] in self.shortened):
            short = self._abbreviation(index, at, last)
            if short is not None or word in self.abbreviations:
                return short
        owned = self._owned(index, at, last) if cut < len(word) else None
        if owned is not None:
            return owned
        opening = fold_word(word[:cut] if cut < len(word) else word)
        longest = self.gazetteer.longest(opening)
        nation = self.demonyms.get(opening)
        if nation is not None:
            self.nations[nation] += 1
        if not longest:
            return None
        keys, tokens = self._window(opening, at, last, longest, open_ended=cut == len(word))
        return self._longest(index, keys, tokens, last, least=2 if nation else 1)

    def _longest(
        self, index: int, keys: list[str], tokens: list[int], last: int, *, least: int
    ) -> Mention | None:
        """Return the longest name of the words; None when it is a part of a longer one."""
        at = tokens[0]
        for size in range(len(keys), least - 1, -1):
            final = self.words[tokens[size - 1]]
            # Neither a connector nor the initial of a person ends a name.
            if size > 1 and (final[0].islower() or len(final) == 1):
                continue
            sense = self._sense(" ".join(keys[:size]), final)
            after = tokens[size - 1] + 1
            if after < last and self.words[after] in UNITS:
                sense = typed_sense(self.gazetteer, " ".join(keys[:size]), self.words[after], sense)
            if sense is not None:
                scrap = size == 1 and self._is_scrap(at, last)
                whole = not scrap and not self._runs_on(index, tokens[size - 1], last, sense)
                return self.mention(index, at, tokens[size - 1], sense) if whole else None
        return None

    def _sense(self, key: str, final: str) -> NameSense | None:
        """Return what a name may mean, by its folded words and its last word as written."""
        if not APOSTROPHES.isdisjoint(final[1 : bare_length(final) - 1]):
            return hushed_sense(self.gazetteer, key)
        if len(key) <= SHORT_ALIAS and not final.isupper():
            return word_sense(self.gazetteer, key)
        return sense_of(self.gazetteer, key)

    def _owned(self, index: int, at: int, last: int) -> Mention | None:
        """Return the name that a possessive opens: "Cox's Bazar", and not Cox's own."""
        opening = fold_word(self.words[at])
        longest = self.gazetteer.longest(opening)
        if longest < 2:  # noqa: PLR2004 (words)
            return None
        keys, tokens = self._window(opening, at, last, longest, open_ended=True)
        for size in range(len(keys), 1, -1):
            sense = sense_of(self.gazetteer, " ".join(keys[:size]))
            if sense is not None and self.words[tokens[size - 1]][0].isupper():
                return self.mention(index, at, tokens[size - 1], sense)
        return None

    def _is_scrap(self, at: int, last: int) -> bool:
        """Return whether a word is only a part of a name: "Al" of "Al-Kowsar" is no village."""
        if self.lowers[at] not in ARTICLES or at + 2 >= last or self.words[at + 1] not in HYPHENS:
            return False
        return self.ends[at] == self.starts[at + 1] and self.words[at + 2][0].isalpha()

    def inflected(self, index: int, at: int, last: int) -> Mention | None:
        """Return the name that begins at a Cyrillic token, in its dictionary form or another."""
        known = self.known(index, at, last)
        before = self.lowers[at - 1] if at > self.sentences[index].first else ""
        for size in (2, 1):
            if known is not None and known.last - at > size:
                continue
            words = self.words[at : min(last, at + size)]
            if len(words) < size or not all(word[0].isupper() for word in words):
                continue
            sense = inflected(self.gazetteer, words, before)
            if sense is not None and _outranks(sense, size, known):
                mention = self.mention(index, at, at + size - 1, sense)
                mention.cue = before in LOCAL_GLOSSES
                return mention
        return known

    def _runs_on(self, index: int, final: int, last: int, sense: NameSense) -> bool:
        """Return whether a known name is only the beginning of an unknown one.

        "Pobe" of "Pobe-Mengao", "Adan" of "Adan Yabaal town": the text goes on with a name that
        is none by itself. Countries and cities go with anything ("Israel-Hamas").
        """
        at = final + 1
        if self.lowers[final] in HEADS and sense.size == 1 and at < last:
            return self.words[at][0].isupper() and sense.kind != "country"
        if at + 1 >= last or bare_length(self.words[final]) < len(self.words[final]):
            return False
        return self._linked(at) or self._prolonged(index, at, last, sense)

    def _prolonged(self, index: int, at: int, last: int, sense: NameSense) -> bool:
        """Return whether a strange word at a token prolongs the name before it."""
        if self.words[at] in HYPHENS:
            tight = self.starts[at] == self.ends[at - 1] and self.ends[at] == self.starts[at + 1]
            if not tight or sense.kind in WELL_KNOWN or not self.words[at + 1][0].isupper():
                return False
            return self._strange(index, at + 1, last) or self._apart(index, at + 1, last, sense)
        if sense.kind == "country" or not self._strange(index, at, last):
            return False
        if not sense.primary or sense.kind in OBSCURE:
            return True
        return at + 1 < last and (self.words[at + 1] == "(" or self.words[at + 1] in TYPE_WORDS)

    def _apart(self, index: int, at: int, last: int, sense: NameSense) -> bool:
        """Return whether an obscure name follows whose places lie in other countries altogether.

        "Mayo-Lemie" is no Irish town beside one of Chad.
        """
        other = self.known(index, at, last)
        if other is None or other.sense.kind in WELL_KNOWN:
            return False
        homes = {candidate.place.country for candidate in sense.candidates}
        return homes.isdisjoint(c.place.country for c in other.sense.candidates)

    def _linked(self, at: int) -> bool:
        """Return whether a Persian link joins more to a name: "Rabat-e Sangi", "Dara i Suf"."""
        words = self.words
        if words[at] in HYPHENS:
            tight = self.starts[at] == self.ends[at - 1] and self.ends[at] == self.starts[at + 1]
            return tight and words[at + 1] in LINKS
        return words[at] in LINKS and words[at + 1][0].isupper()

    def _strange(self, index: int, at: int, last: int) -> bool:
        """Return whether a capitalized word is nothing but a part of a name."""
        word, lower = self.words[at], self.lowers[at]
        if not word[0].isupper() or word.isupper() or self.shouts(index):
            return False
        lists = self.lists
        if lower in lists.common or lower in self.demonyms or lower in self.titles:
            return False
        if lower in lists.first_names or lower in capital_classes():
            return False
        return self.known(index, at, last) is None

    def _window(
        self, opening: str, at: int, last: int, longest: int, *, open_ended: bool
    ) -> tuple[list[str], list[int]]:
        """Return up to `longest` folded words from a token on, and the token of each.

        The window ends before anything that cannot stand inside a name; it never ends with a
        lower-case connector, so that such a word alone never makes a name longer.
        """
        words, starts, ends = self.words, self.starts, self.ends
        keys, tokens = [opening], [at]
        kept = 1
        token = at + 1
        while open_ended and token < last and len(keys) < longest:
            word = words[token]
            letter = word[0]
            if word in JOINERS:
                if word in HYPHENS and starts[token] != ends[token - 1]:
                    break
                token += 1
                continue
            if not letter.isalnum() or (letter.islower() and not self._connects(token, last)):
                break
            if words[token - 1] == "." and starts[token] == ends[token - 1] + 1 and token - 2 > at:
                break
            cut = bare_length(word)
            keys.append(fold_word(word[:cut]))
            tokens.append(token)
            if not letter.islower():
                kept = len(keys)
            token += 1
            open_ended = cut == len(word)
        return keys[:kept], tokens[:kept]

    def _connects(self, token: int, last: int) -> bool:
        """Return whether a lower-case token may stand inside a name ("Port-au-Prince")."""
        if self.words[token] in CONNECTORS or self.words[token] in LINKS:
            return True
        around = self.words[token - 1 : min(last, token + 2) : 2]
        return len(around) == 2 and all(word in HYPHENS for word in around)  # noqa: PLR2004

    def _abbreviation(self, index: int, at: int, last: int) -> Mention | None:
        """Return the mention of an abbreviation that begins at a token; None when none does."""
        found = find_short_form(self.document, self.abbreviations, at, last)
        if found is None:
            return None
        form, end = found
        sense = abbreviation_sense(self.gazetteer, form, self.abbreviations[form])
        return None if sense is None else self.mention(index, at, end - 1, sense)

    def mention(self, index: int, first: int, final: int, sense: NameSense) -> Mention:
        """Return a mention from one token to another, without a possessive ending."""
        word = self.words[final]
        cut = bare_length(word)
        end = self.starts[final] + cut if cut < len(word) else self.ends[final]
        return Mention(index, first, final + 1, self.starts[first], end, sense)

    def shouts(self, index: int) -> bool:
        """Return whether a sentence capitalizes all its words, so that capitals say nothing."""
        shouts = self.shouting.get(index)
        if shouts is None:
            shouts = self.shouting[index] = shape_of(self.words, self.sentences[index]) in SHOUTING
        return shouts


def _outranks(sense: NameSense, size: int, known: Mention | None) -> bool:
    """Return whether an inflected reading is longer or better known than the plain one."""
    if known is None or known.sense.size < size:
        return True
    return KIND_RANKS[sense.kind] < KIND_RANKS[known.sense.kind]
