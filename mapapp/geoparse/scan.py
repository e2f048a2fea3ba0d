"""Finding names of the gazetteer, and capitalized names it does not have, in one pass over tokens.

The longest name that begins at a token wins (`mapapp.geoparse.known_names`). Only tokens that can
begin a name are looked up: capitalized ones, words of scripts without case, and articles before a
hyphen ("al-Bab").
"""

from collections.abc import Iterator, Mapping
from itertools import compress

from mapapp.gazetteer.gazetteer import Gazetteer
from mapapp.geoparse.inflected import FIRST_LETTER, GLOSSES, LAST_LETTER
from mapapp.geoparse.known_names import WELL_KNOWN, KnownNames
from mapapp.geoparse.lexicon import WordLists
from mapapp.geoparse.mention import Mention
from mapapp.geoparse.senses import unknown_sense
from mapapp.geoparse.spelling import ARTICLES, HEADS, HYPHENS, LINKS, ROMANCE, bare_length
from mapapp.model.document import Document
from mapapp.text.fold import fold_word
from mapapp.text.remembered import Remembered

ARABIC_FIRST, ARABIC_LAST = "\u0620", "\u06ff"
"""Letters that `mapapp.geoparse.arabic` reads."""

LONGEST_UNKNOWN = 6
"""Capitalized runs of more words are headlines and titles, not names of places."""


FARTHEST = 24
"""Tokens after which a run of capitalized words is followed no further."""


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
    return found, scanner.names.nations


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
        self.names = KnownNames(document, gazetteer, lists)
        self.lists = lists
        self.demonyms = lists.demonyms
        self.function = lists.sections["function"]
        self.titles = lists.sections["titles"]
        self.calendar = lists.sections["calendar"]
        self.suffixes = lists.sections["type_suffixes"]
        self.crowd = 0  # up to here, a run of capitalized words is too long to be one name

    def sentence(self, index: int) -> Iterator[Mention]:
        """Yield the possible names of one sentence."""
        free, last = self.sentences[index].first, self.sentences[index].last
        words, names = self.words, self.names
        for at in compress(range(free, last), map(_OPENINGS.__getitem__, words[free:last])):
            if at < free or ("a" <= words[at][0] <= "z" and not self._article_begins(at, last)):
                continue
            if FIRST_LETTER <= words[at][0] <= LAST_LETTER:
                if self.lowers[at] in GLOSSES:
                    continue
                mention = names.inflected(index, at, last)
            else:
                mention = names.known(index, at, last)
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

    def _unknown(self, index: int, at: int, last: int) -> Mention | None:
        """Return the run of capitalized words from a token on as an unknown name."""
        opening = self.bare(at)
        if at < self.crowd or not self.words[at][0].isupper():
            return None
        if opening in self.function or opening in self.titles or opening in self.demonyms:
            return None
        if opening in self.suffixes and self._alone(at, last):
            return None  # "Ann Township"
        if opening in self.lists.common and (
            at == self.sentences[index].first or self.names.shouts(index)
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
        return self.names.mention(index, at, run[-1], sense)

    def _alone(self, at: int, last: int) -> bool:
        """Return whether no capitalized word follows."""
        return at + 1 >= last or not self.words[at + 1][0].isupper()

    def _breaks(self, index: int, token: int, last: int) -> bool:
        """Return whether a token ends the capitalized run before it."""
        if self.lowers[token - 1] in HEADS:
            return False
        shouts = self.names.shouts(index)
        if shouts and self.lowers[token] in self.lists.common:
            return True
        cyrillic = FIRST_LETTER <= self.words[token][0] <= LAST_LETTER
        known = (self.names.inflected if cyrillic else self.names.known)(index, token, last)
        return known is not None and (shouts or known.sense.kind in WELL_KNOWN)

    def bare(self, at: int) -> str:
        """Return a token in lower case without its possessive ending."""
        lower = self.lowers[at]
        return lower[: bare_length(lower)]

    def _carries_on(self, run: list[int], token: int, last: int) -> bool:
        """Return whether a lower-case token stands inside a name: "Ras al-Ayn", "Rio del Rey"."""
        word = self.words[token]
        if word in ARTICLES and len(run) == token - run[0]:
            return word != "at" or self.bare(run[0]) not in self.calendar  # "on Friday at Mavivi"
        if token + 1 >= last:
            return False
        following = self.words[token + 1]
        tight = self.words[token - 1] in HYPHENS and self.starts[token] == self.ends[token - 1]
        if tight and (word in ARTICLES or word in LINKS):
            return following in HYPHENS or following[0].isupper()
        return (word in ROMANCE or word in LINKS) and following[0].isupper()

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
            if not (letter.isupper() or self._carries_on(run, token, last)):
                break
            if self._breaks(index, token, last):
                break
            run.append(token)
            token += 1
        return run
