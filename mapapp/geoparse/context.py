"""What stands around a possible name: the features that the recognizer weighs.

Each feature is a short string; its weight is fitted. ``p:`` is the class of what stands before,
``x:`` of what follows, ``k:`` how well known the name is.
"""

from collections.abc import Sequence
from functools import lru_cache

from mapapp.geoparse.cues import GIVEN_COUNTRIES, names_currency, names_person
from mapapp.geoparse.hints import HINTS
from mapapp.geoparse.inflected import GLOSSES
from mapapp.geoparse.lexicon import WordLists, load_words
from mapapp.geoparse.mention import Mention
from mapapp.geoparse.name_features import NameFeatures, of_name
from mapapp.geoparse.spelling import HEADS, HYPHENS, SHOUTING, bare_length, shape_of
from mapapp.geoparse.word_classes import (
    BACKINGS,
    PREFIXES,
    TIERS,
    capital_classes,
    classes_after,
    classes_before,
    ending_of,
)
from mapapp.model.document import Document


@lru_cache(maxsize=1 << 14)
def _beside(before: str, after: str, shape: str, tier: str) -> tuple[str, ...]:
    """Return the features of what stands beside a name of a tier: few differ, many are asked."""
    return (
        f"p:{before}",
        f"x:{after}",
        f"p:{before}|{tier}",
        f"x:{after}|{tier}",
        f"shape:{shape}|{tier}",
    )


LOCAL = frozenset("in at near from to into toward towards across outside inside of".split())
"""Words before a place, and never before a person in full."""


class Surroundings:
    """Reads what stands around the mentions of one document."""

    def __init__(self, document: Document, mentions: Sequence[Mention]) -> None:
        """Index the mentions by the tokens where they begin and end."""
        self.document = document
        self.words = document.words
        self.lowers = document.lowers
        self.lists: WordLists = load_words()
        self.beginning = {mention.first: mention for mention in mentions}
        self.ending = {mention.last: mention for mention in mentions}
        self.shapes: dict[int, str] = {}
        self.shouts = False
        self.opening = -1

    def _plain(self, at: int) -> bool:
        """Return whether a capital says nothing: a common word in a headline or first."""
        return (self.shouts or at == self.opening) and self.lowers[at] in self.lists.common

    def describe(self, mention: Mention) -> list[str]:
        """Return the features that the mention's own sentence gives."""
        sense = mention.sense
        tier = TIERS[sense.kind]
        self.shouts = self._sentence_shape(mention.sentence) in SHOUTING
        self.opening = self.document.sentences[mention.sentence].first
        before, extra = self.before(mention)
        name = of_name(sense)
        features = [
            *name.opening,
            *_beside(before, self.after(mention), self._shape(mention), tier),
            *extra,
            *name.rest,
        ]
        if name.common:
            features.append(f"common|p:{before}")
        if self._denied(mention, name, before):
            features.append("never")
        if not sense.candidates and sense.size > 1 and sense.key.partition(" ")[0] in HEADS:
            features.append("head")  # "Ain Issa" is a spring's name, on record or not
        given = sense.key in self.lists.first_names and before not in LOCAL
        if given and self._name_follows(mention):
            features.append(f"first, name|{tier}")
        return features

    def _denied(self, mention: Mention, name: NameFeatures, before: str) -> bool:
        """Return whether the words around show that a name on record is no place here."""
        if name.side:
            return not self._typed(mention)  # "Aweil East county", and not Cameroon's East
        if name.agency:
            return self.words[mention.first].isupper()  # SANA is an agency, Sana a city
        if mention.sense.kind != "country":
            return False
        if mention.sense.key in GIVEN_COUNTRIES and before not in LOCAL:
            return names_person(self.document, mention, self.beginning.get(mention.last))
        return names_currency(self.document, mention)

    def _typed(self, mention: Mention) -> bool:
        """Return whether a word for a unit follows, or the name of one that contains it."""
        at = mention.last
        if mention.container is not None:
            return True
        if mention.first and self.words[mention.first - 1][0].isupper():
            return False
        if at >= self.document.sentences[mention.sentence].last:
            return False
        return HINTS.get(self.lowers[at], "") == "admin"

    def _name_follows(self, mention: Mention) -> bool:
        """Return whether a capitalized word follows that may well be a family name."""
        at = mention.last
        if at >= self.document.sentences[mention.sentence].last or self.shouts:
            return False
        if mention.end != self.document.ends[at - 1] or not self.words[at][0].isupper():
            return False
        lower, sections = self.lowers[at], self.lists.sections
        if lower in sections["function"] or lower in sections["calendar"]:
            return False
        return capital_classes().get(lower[: bare_length(lower)]) is None

    def before(self, mention: Mention) -> tuple[str, list[str]]:
        """Return the class of what stands before a mention, and flags for what was skipped."""
        sentence = self.document.sentences[mention.sentence]
        extra: list[str] = []
        at = mention.first - 1
        compass = self.lists.sections["compass"]
        while at >= sentence.first and self.lowers[at] in compass:
            extra = ["compass"]
            at -= 1
        if at >= sentence.first and self.lowers[at] == "the":
            extra.append("the")
            at -= 1
        if at < sentence.first:
            return "^", extra
        return self._class_before(at, sentence.first), extra

    def _class_before(self, at: int, first: int) -> str:  # noqa: C901, PLR0911 (a decision list)
        word = self.words[at]
        lower = GLOSSES.get(self.lowers[at], self.lowers[at])
        letter = word[0]
        if not letter.isalnum():
            return self._mark_before(at, first)
        if letter.isdigit():
            return "#"
        if lower == "of" and at - 1 >= first:
            return self._class_of(at - 1)
        if lower == "to" and at - 1 >= first and self.lowers[at - 1] == "according":
            return "according to"
        if lower in {"and", "or"} and at in self.ending:
            return "place and"
        if letter.isupper() and self._plain(at):
            return classes_before().get(lower) or ending_of(lower)
        if at + 1 in self.ending and letter.isupper() and self.ending[at + 1].sense.candidates:
            return self._capital_before(lower, "Place")
        if letter.isupper():
            return self._capital_before(lower, "Cap")
        return classes_before().get(lower) or ending_of(lower)

    def _class_of(self, at: int) -> str:
        """Return the class of "X of" by the word X."""
        lower = self.lowers[at]
        if self.words[at][0].isupper():
            return f"{capital_classes().get(lower, 'Cap').capitalize()} of"
        found = classes_before().get(lower, "")
        if found in {"type", "title", "people", "compass"}:
            return f"{found} of"
        return "age of" if lower[0].isdigit() or lower == "," else "of"

    def _capital_before(self, lower: str, otherwise: str) -> str:  # noqa: PLR0911 (likewise)
        if lower in self.lists.sections["function"]:
            return lower
        if lower in self.lists.sections["titles"]:
            return "title"
        if lower in self.lists.demonyms:
            return "demonym"
        if lower[: bare_length(lower)] != lower:
            return "poss"
        found = capital_classes().get(lower)
        if found is not None:
            return found.capitalize()
        if otherwise == "Cap" and lower in self.lists.first_names:
            return "first"
        return "initial" if len(lower) == 1 else otherwise

    def _mark_before(self, at: int, first: int) -> str:  # noqa: PLR0911 (likewise)
        word = self.words[at]
        if word == "," and at in self.ending:
            return "place,"
        if word in HYPHENS and at > first:
            if self.document.starts[at] != self.document.ends[at - 1]:
                return "dash"
            if self.lowers[at - 1] in PREFIXES:
                return "pro-"
            return "place-" if at in self.ending else "-"
        if word == "/" and at in self.ending:
            return "place/"
        if word == "." and at > first and len(self.words[at - 1]) == 1:
            return "initial"
        if word == "." and self.lowers[at - 1] in self.lists.sections["titles"]:
            return "title"
        return word

    def after(self, mention: Mention) -> str:
        """Return the class of what follows a mention."""
        document = self.document
        at, last = mention.last, document.sentences[mention.sentence].last
        if mention.end != document.ends[at - 1] and self.words[at - 1][0].isalpha():
            return "'s " + (self._class_after(at) if at < last else "$")
        if at >= last:
            return "$"
        word = self.words[at]
        if word == ",":
            return self._comma_after(mention, at, last)
        if word == "(" and mention.container is not None:
            return "( container"
        if word in HYPHENS:
            return self._hyphen_after(at, last)
        return self._class_after(at)

    def _class_after(self, at: int) -> str:
        word, lower = self.words[at], self.lowers[at]
        letter = word[0]
        if letter.isdigit():
            return "#"
        if not letter.isalpha():
            return word
        if letter.isupper() and not self._plain(at):
            return self._capital_after(at, lower)
        return classes_after().get(lower) or ending_of(lower)

    def _capital_after(self, at: int, lower: str) -> str:
        bare = lower[: bare_length(lower)]
        found = capital_classes().get(bare)
        if found is not None:
            return found.capitalize()
        if bare in self.lists.sections["titles"]:
            return "title"
        if at in self.beginning and self.beginning[at].sense.candidates:
            return "Place"
        if bare in self.lists.first_names:
            return "first"
        return "Surname" if bare in self.lists.surnames else "Cap"

    def _comma_after(self, mention: Mention, at: int, last: int) -> str:
        following = self.beginning.get(at + 1) if at + 1 < last else None
        if following is None:
            return ", #" if at + 1 < last and self.words[at + 1][0].isdigit() else ","
        if mention.container is following:
            return ", container"
        if not following.sense.candidates:
            return ","
        return f", {TIERS[following.sense.kind]}"

    def _hyphen_after(self, at: int, last: int) -> str:
        if self.document.starts[at] != self.document.ends[at - 1] or at + 1 >= last:
            return "dash"
        if at + 1 in self.beginning and self.beginning[at + 1].sense.candidates:
            return "-Place"
        following = self.lowers[at + 1]
        if following in BACKINGS:
            return "-backed"
        return "-Cap" if self.words[at + 1][0].isupper() else "-low"

    def _sentence_shape(self, index: int) -> str:
        shape = self.shapes.get(index)
        if shape is None:
            sentence = self.document.sentences[index]
            shape = self.shapes[index] = shape_of(self.words, sentence)
        return shape

    def _shape(self, mention: Mention) -> str:
        """Return how the name is written, against the habit of its sentence."""
        shape = self._sentence_shape(mention.sentence)
        word = self.words[mention.first]
        if len(word) > 1 and word.isupper() and "." not in word:
            return f"CAPS in {shape}"
        return shape
