"""The words around one mention, and what they say of its role.

Word by word: who is spoken to, who has troops, where a report was written.
"""

from collections.abc import Mapping

from mapapp.geoparse.lexicon import load_words
from mapapp.geoparse.mention import Mention
from mapapp.geoparse.spelling import HYPHENS
from mapapp.geoparse.word_classes import BACKINGS, PREFIXES
from mapapp.model.document import Document
from mapapp.model.toponym import Role

LOCATIVES = frozenset(
    "in at near from to into inside outside across around throughout within toward towards over"
    " through onto via beyond off along of on under".split()
)
COMPANIONS = frozenset(
    "ally allies neighbor neighbour neighboring neighbouring rival rivals foe partner"
    " backer backers enemy patron sponsor".split()
)
RELATIONS = frozenset(
    "tension tensions talks agreement deal relations ties war conflict ceasefire truce"
    " rivalry dialogue pact negotiations standoff accord treaty rift cooperation summit"
    " meeting relationship dispute mediation contacts understanding confrontation"
    " mediate mediates mediated mediating".split()
)
BODIES = frozenset(
    "ministry ministries officials government authorities diplomats leadership regime leaders"
    " lawmakers generals commanders".split()
)
ADDRESSED = frozenset(
    "accuse accuses accused accusing blame blames blamed blaming ask asks asked urge urges urged"
    " urging warn warns warned warning press presses pressed told tell tells begged thanked"
    " praised condemned criticized criticised sanctioned".split()
)
"""What is done to a government: "accused Baku of firing"."""

DEALINGS = frozenset({"by", "with", "against", "between", "for"})
SPEAKERS = BODIES | frozenset(
    "official spokesman spokeswoman spokesperson military army police diplomat diplomats doctor"
    " doctors medics correspondent reporter reporters source sources office".split()
)
INSTITUTIONS = frozenset(
    "UN U.N. Nations NATO EU ICC ICJ Court Council Assembly Tribunal Watch Amnesty".split()
)
"""Words in the names of bodies whose seat is not what they speak of."""

BORDERS = frozenset({"border", "borders", "frontier", "boundary", "crossing", "crossings"})
FORCES = frozenset(
    "troops forces military army soldiers jets warplanes aircraft airstrikes strikes drones"
    " navy warships militia militias fighters officials president government embassy"
    " intelligence police ambassador envoy diplomats secretary senator congress senate"
    " administration artillery marines commandos helicopters missiles rockets"
    " planes state authorities media citizen citizens national dollar dollars"
    " sanctions coalition consulate minister parliament air special defense defence foreign"
    " security vice prime general lawmakers spokesman".split()
)
REPORTERS = frozenset("reporting reports reported writing speaking broadcasting live".split())
BYLINES = frozenset({"reporting", "additional", "writing", "editing"})
DATELINE_REACH = 14
VERB_REACH = 4
MODALS = frozenset({"would", "will", "must", "should", "might"})
"""Before a verb that a government, and hardly a city, is the subject of."""

BACKED = frozenset("backed supported aided helped joined led which whose".split())


class Wording:
    """Reads the words around one mention."""

    def __init__(self, document: Document, mention: Mention) -> None:
        """Stand at a mention of a document."""
        self.document = document
        self.mention = mention
        self.lowers = document.lowers
        self.sentence = document.sentences[mention.sentence]
        self.sections = load_words().sections

    def before(self, steps: int) -> str:
        """Return the folded word some steps before the mention; empty beyond the sentence."""
        at = self.mention.first - steps
        return self.lowers[at] if at >= self.sentence.first else ""

    def after(self, steps: int) -> str:
        """Return the folded word some steps after the mention, the next one at step 1."""
        at = self.mention.last + steps - 1
        return self.lowers[at] if at < self.sentence.last else ""

    def tight(self, at: int) -> bool:
        """Return whether no space parts a token from the one before it."""
        return self.document.starts[at] == self.document.ends[at - 1]

    def possessive(self) -> bool:
        """Return whether the mention carries a possessive ending."""
        return self.mention.end < self.document.ends[self.mention.last - 1]

    def follows(self, previous: Mapping[int, Role], role: Role, marks: set[str]) -> bool:
        """Return whether only one of the marks parts the mention from one with a role."""
        at = self.mention.first
        return (self.before(1) in marks and previous.get(at - 1) is role) or (
            self.before(1) == "and" and self.before(2) == "," and previous.get(at - 2) is role
        )

    def locative(self) -> bool:
        """Return whether a preposition of place stands before the mention."""
        word = self.before(1)
        if word in self.sections["compass"] or word == "the":
            word = self.before(2)
        return word in LOCATIVES

    def affiliated(self, power: bool) -> bool:  # noqa: FBT001
        """Return whether the name says whose side or home somebody is on."""
        last, sentence_end = self.mention.last, self.sentence.last
        if last + 1 < sentence_end and self.lowers[last] in HYPHENS and self.tight(last):
            return self.after(2) in BACKINGS
        if self.before(1) in HYPHENS and self.before(2) in PREFIXES:
            return self.tight(self.mention.first)
        if not power or self.possessive() or self.locative():
            return False
        return self.after(1) in FORCES

    def dateline(self) -> bool:
        """Return whether the name says where the report was written."""
        if self.lowers[self.sentence.first] in BYLINES and self._byline():
            return True
        if self.before(1) == "from" and self.before(2) in REPORTERS:
            return True
        return self._opens_dateline()

    def _byline(self) -> bool:
        first = self.sentence.first
        return self.lowers[first + 1 : first + 2] in (["by"], ["reporting"])

    def _opens_dateline(self) -> bool:
        """Return whether a dash or an agency in brackets closes a short opening with the name."""
        first = self.sentence.first
        if self.mention.first - first > 4:  # noqa: PLR2004
            return False
        end = min(self.sentence.last, self.mention.last + DATELINE_REACH)
        for at in range(self.mention.last, end):
            word = self.lowers[at]
            if word in {"—", "–", "--"} or (word in HYPHENS and not self.tight(at)):
                return True
            if word == "(" and at + 1 < end and self.lowers[at + 1] in self.sections["agencies"]:
                return True
            opens = word in {",", ".", "(", ")", "/"} or word in self.sections["calendar"]
            if not (opens or word[0].isdigit() or self.document.words[at][0].isupper()):
                return False
        return end == self.sentence.last and self._dated()

    def _dated(self) -> bool:
        """Return whether a day follows the name: "KYIV, 14 October" on a line of its own."""
        rest = self.lowers[self.mention.last : self.sentence.last]
        months = any(word in self.sections["calendar"] for word in rest)
        return months and any(word[0].isdigit() for word in rest)

    def metonym(self) -> bool:
        """Return whether the name stands for a government."""
        if self.before(1) in COMPANIONS:
            return True
        if self.possessive():
            return self.after(1) in FORCES and not self.locative()
        if self._object() or self._seat():
            return True
        return not self.locative() and (self.mention.hint == "power" or self._subject())

    def spoken(self) -> bool:
        """Return whether the place is where somebody speaks or an institution sits."""
        if self.before(1) != "in":
            return False
        word = self.before(2)
        if word in self.sections["speech"] or self._institution():
            return True
        return word in SPEAKERS and self.after(1) in self.sections["speech"]

    def _institution(self) -> bool:
        """Return whether a body of the world's organizations stands before "in"."""
        at = self.mention.first - 2
        words = self.document.words[max(self.sentence.first, at - 3) : at + 1]
        if not words or not (words[-1][0].isupper() or words[-1] == "headquarters"):
            return False
        return any(word in INSTITUTIONS for word in words)

    def _seat(self) -> bool:
        """Return whether a body of government in its capital speaks ("officials in Kyiv said")."""
        if self.before(1) != "in" or self.before(2) not in BODIES:
            return False
        return self._subject()

    def _object(self) -> bool:
        word, earlier = self.before(1), self.before(2)
        if word in DEALINGS:
            if earlier in BORDERS:
                return False
            return word != "for" and (word != "between" or earlier in RELATIONS)
        if word in ADDRESSED and self.after(1) in {"of", "for", "to", "not", "over", "after"}:
            return True
        return earlier == "between" and self.before(3) in RELATIONS

    def _subject(self) -> bool:
        """Return whether a verb of politics or speech follows, or ", backed by"."""
        if self.after(1) == "," and self.after(2) in BACKED:
            return True
        if self.after(1) in MODALS:
            return True
        for step in range(1, VERB_REACH + 1):
            word = self.after(step)
            if word in self.sections["policy"] or word in self.sections["speech"]:
                return True
            if word not in self.sections["auxiliary"] and not word.endswith("ly"):
                return False
        return False
