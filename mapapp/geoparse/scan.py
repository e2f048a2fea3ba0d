"""Finding names of the gazetteer, and capitalized names it does not have, in one pass over tokens.

The longest name that begins at a token wins. Only tokens that can begin a name are looked up:
capitalized ones, words of scripts without case, and articles before a hyphen ("al-Bab").
"""

from collections import Counter
from collections.abc import Iterator, Mapping
from itertools import compress

from mapapp.gazetteer.gazetteer import Gazetteer
from mapapp.geoparse.inflected import (
    FIRST_LETTER,
    GLOSSES,
    LAST_LETTER,
    LOCAL_GLOSSES,
    inflected,
)
from mapapp.geoparse.lexicon import WordLists
from mapapp.geoparse.mention import Mention, NameSense
from mapapp.geoparse.senses import KIND_RANKS, abbreviation_sense, sense_of, unknown_sense
from mapapp.geoparse.spelling import (
    ARTICLES,
    CONNECTORS,
    HEADS,
    HYPHENS,
    JOINERS,
    SHOUTING,
    bare_length,
    shape_of,
)
from mapapp.geoparse.word_classes import TYPE_WORDS, capital_classes
from mapapp.model.document import Document
from mapapp.text.fold import fold_word
from mapapp.text.remembered import Remembered

ARABIC_FIRST, ARABIC_LAST = "\u0620", "\u06ff"
"""Letters that `mapapp.geoparse.arabic` reads."""

LONGEST_UNKNOWN = 6
"""Capitalized runs of more words are headlines and titles, not names of places."""


FARTHEST = 24
"""Tokens after which a run of capitalized words is followed no further."""

OBSCURE = frozenset({"village", "spot"})
"""Kinds that rather are a part of a longer name that is not on record."""

WELL_KNOWN = frozenset({"country", "admin1", "metropolis", "city", "unit"})
"""Kinds that end a run of capitalized words before them: "Yesterday Aleppo"."""


def scan(
    document: Document, gazetteer: Gazetteer, lists: WordLists
) -> tuple[list[Mention], Mapping[str, int]]:
    """Find every stretch that may be a place name, and whose peoples are spoken of.

    Returns:
        The mentions in text order, without overlap, and how often each country's demonym occurs.
    """
    scanner = _Scanner(document, gazetteer, lists)
    found: list[Mention] = []
    for index in range(len(document.sentences)):
        found.extend(scanner.sentence(index))
    return found, scanner.nations


def _can_open(word: str) -> bool:
    """Return whether a name can begin with a word: a capital, a script without case, an article."""
    letter = word[0]
    if "a" <= letter <= "z":
        return word in ARTICLES
    return letter.isalpha() and not letter.islower() and not ARABIC_FIRST <= letter <= ARABIC_LAST


_OPENINGS = Remembered(_can_open)


class _Scanner:
    """The state that one pass over a document needs."""

    def __init__(self, document: Document, gazetteer: Gazetteer, lists: WordLists) -> None:
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
        self.function = lists.sections["function"]
        self.titles = lists.sections["titles"]
        self.suffixes = lists.sections["type_suffixes"]
        self.nations: Counter[str] = Counter()
        self.shouting: dict[int, bool] = {}
        self.crowd = 0  # up to here, a run of capitalized words is too long to be one name

    def sentence(self, index: int) -> Iterator[Mention]:
        """Yield the possible names of one sentence."""
        free, last = self.sentences[index].first, self.sentences[index].last
        words = self.words
        for at in compress(range(free, last), map(_OPENINGS.__getitem__, words[free:last])):
            if at < free or ("a" <= words[at][0] <= "z" and not self._article_begins(at, last)):
                continue
            if FIRST_LETTER <= words[at][0] <= LAST_LETTER:
                if self.lowers[at] in GLOSSES:
                    continue
                mention = self._inflected(index, at, last)
            else:
                mention = self._known(index, at, last)
            mention = mention or self._unknown(index, at, last)
            if mention is not None:
                yield mention
                free = mention.last

    def _article_begins(self, at: int, last: int) -> bool:
        """Return whether a lower-case article opens a name, as in "al-Bab"."""
        words = self.words
        return (
            at + 2 < last
            and words[at + 1] in HYPHENS
            and words[at + 2][0].isupper()
            and self.ends[at] == self.starts[at + 1]
            and self.ends[at + 1] == self.starts[at + 2]
        )

    def _known(self, index: int, at: int, last: int) -> Mention | None:
        word = self.words[at]
        short = self._abbreviation(index, at, last)
        if short is not None or word in self.abbreviations:
            return short
        cut = bare_length(word)
        opening = fold_word(word[:cut] if cut < len(word) else word)
        longest = self.gazetteer.longest(opening)
        nation = self.demonyms.get(opening)
        if nation is not None:
            self.nations[nation] += 1
        if not longest:
            return None
        keys, tokens = self._window(opening, at, last, longest, open_ended=cut == len(word))
        for size in range(len(keys), 1 if nation else 0, -1):
            final = self.words[tokens[size - 1]]
            # Neither a connector nor the initial of a person ends a name.
            if size > 1 and (final[0].islower() or len(final) == 1):
                continue
            sense = sense_of(self.gazetteer, " ".join(keys[:size]))
            if sense is not None:
                whole = not self._runs_on(index, tokens[size - 1], last, sense)
                return self._mention(index, at, tokens[size - 1], sense) if whole else None
        return None

    def _inflected(self, index: int, at: int, last: int) -> Mention | None:
        """Return the name that begins at a Cyrillic token, in its dictionary form or another."""
        known = self._known(index, at, last)
        before = self.lowers[at - 1] if at > self.sentences[index].first else ""
        for size in (2, 1):
            if known is not None and known.last - at > size:
                continue
            words = self.words[at : min(last, at + size)]
            if len(words) < size or not all(word[0].isupper() for word in words):
                continue
            sense = inflected(self.gazetteer, words, before)
            if sense is not None and _outranks(sense, size, known):
                mention = self._mention(index, at, at + size - 1, sense)
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
        if self.words[at] in HYPHENS:
            tight = self.starts[at] == self.ends[final] and self.ends[at] == self.starts[at + 1]
            return tight and sense.kind not in WELL_KNOWN and self._strange(index, at + 1, last)
        if sense.kind == "country" or not self._strange(index, at, last):
            return False
        if not sense.primary or sense.kind in OBSCURE:
            return True
        return at + 1 < last and (self.words[at + 1] == "(" or self.words[at + 1] in TYPE_WORDS)

    def _strange(self, index: int, at: int, last: int) -> bool:
        """Return whether a capitalized word is nothing but a part of a name."""
        word, lower = self.words[at], self.lowers[at]
        if not word[0].isupper() or word.isupper() or self._shouts(index):
            return False
        lists = self.lists
        if lower in lists.common or lower in self.demonyms or lower in self.titles:
            return False
        if lower in lists.first_names or lower in capital_classes():
            return False
        return self._known(index, at, last) is None

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
        if self.words[token] in CONNECTORS:
            return True
        around = self.words[token - 1 : min(last, token + 2) : 2]
        return len(around) == 2 and all(word in HYPHENS for word in around)  # noqa: PLR2004

    def _abbreviation(self, index: int, at: int, last: int) -> Mention | None:
        """Return the mention of "Ky.", "N.J." or "U.S."; forms that are words need "X," before."""
        word = self.words[at]
        if word not in self.shortened and word[: bare_length(word)] not in self.shortened:
            return None
        form, end = word, at + 1
        if end < last and self.words[end] == "." and self.starts[end] == self.ends[at]:
            form, end = word + ".", end + 1
        abbreviation = self.abbreviations.get(form)
        if abbreviation is None:
            form, end = word[: bare_length(word)], at + 1
            abbreviation = self.abbreviations.get(form)
        if abbreviation is None:
            return None
        if abbreviation.after_comma and not self._after_comma(at):
            return None
        sense = abbreviation_sense(self.gazetteer, form, abbreviation)
        return None if sense is None else self._mention(index, at, end - 1, sense)

    def _after_comma(self, at: int) -> bool:
        """Return whether a capitalized word and a comma stand before a token."""
        words = self.words
        return at > 1 and words[at - 1] == "," and words[at - 2][0].isupper()

    def _mention(self, index: int, first: int, final: int, sense: NameSense) -> Mention:
        word = self.words[final]
        cut = bare_length(word)
        end = self.starts[final] + cut if cut < len(word) else self.ends[final]
        return Mention(index, first, final + 1, self.starts[first], end, sense)

    def _unknown(self, index: int, at: int, last: int) -> Mention | None:
        """Return the run of capitalized words from a token on as an unknown name."""
        opening = self.document_lower(at)
        if at < self.crowd or not self.words[at][0].isupper():
            return None
        if opening in self.function or opening in self.titles or opening in self.demonyms:
            return None
        if opening in self.suffixes and self._alone(at, last):
            return None  # "Ann Township"
        if opening in self.lists.common and (
            at == self.sentences[index].first or self._shouts(index)
        ):
            return None  # "Yesterday Saraqib ...", or a word of a headline
        run = self._run(index, at, last)
        while run and self.words[run[-1]][0].islower():
            run.pop()
        if len(run) > LONGEST_UNKNOWN:
            self.crowd = run[-1] + 1
        if not run or at < self.crowd:
            return None
        keys = [fold_word(self.words[token][: bare_length(self.words[token])]) for token in run]
        sense = unknown_sense(" ".join([key for key in keys if key]))
        return self._mention(index, at, run[-1], sense)

    def _alone(self, at: int, last: int) -> bool:
        """Return whether no capitalized word follows."""
        return at + 1 >= last or not self.words[at + 1][0].isupper()

    def _breaks(self, index: int, token: int, last: int) -> bool:
        """Return whether a token ends the capitalized run before it."""
        if self.lowers[token - 1] in HEADS:
            return False
        shouts = self._shouts(index)
        if shouts and self.lowers[token] in self.lists.common:
            return True
        cyrillic = FIRST_LETTER <= self.words[token][0] <= LAST_LETTER
        known = (self._inflected if cyrillic else self._known)(index, token, last)
        return known is not None and (shouts or known.sense.kind in WELL_KNOWN)

    def _shouts(self, index: int) -> bool:
        """Return whether a sentence capitalizes all its words, so that capitals say nothing."""
        shouts = self.shouting.get(index)
        if shouts is None:
            shouts = self.shouting[index] = shape_of(self.words, self.sentences[index]) in SHOUTING
        return shouts

    def document_lower(self, at: int) -> str:
        """Return a token in lower case without its possessive ending."""
        lower = self.lowers[at]
        return lower[: bare_length(lower)]

    def _run(self, index: int, at: int, last: int) -> list[int]:
        """Return the tokens of a capitalized run; hyphens and articles may join its words."""
        words, starts, ends = self.words, self.starts, self.ends
        run = [at]
        token = at + 1
        last = min(last, at + FARTHEST)
        while token < last and bare_length(words[token - 1]) == len(words[token - 1]):
            word = words[token]
            letter = word[0]
            if word in HYPHENS and starts[token] == ends[token - 1]:
                token += 1
                continue
            joined = words[token - 1] in HYPHENS and starts[token] == ends[token - 1]
            if not (letter.isupper() or (word in ARTICLES and len(run) == token - at)):
                break
            if joined and letter.islower() and word not in ARTICLES:
                break
            if self._breaks(index, token, last):
                break
            run.append(token)
            token += 1
        return run


def _outranks(sense: NameSense, size: int, known: Mention | None) -> bool:
    """Return whether an inflected reading is longer or better known than the plain one."""
    if known is None or known.sense.size < size:
        return True
    return KIND_RANKS[sense.kind] < KIND_RANKS[known.sense.kind]
