"""Place names in Arabic text: tokens with clitic prefixes, judged by the words before them."""

from collections.abc import Iterator

from mapapp.gazetteer.gazetteer import Gazetteer
from mapapp.geoparse.mention import Mention, NameSense
from mapapp.geoparse.senses import sense_of
from mapapp.model.document import Document
from mapapp.text.fold import fold_word

FIRST_LETTER, LAST_LETTER = "\u0620", "\u06ff"
PREFIXES = ("", "و", "ف", "ب", "ل", "وب", "ول", "فب", "فل")
"""And, so, in, to: written onto the next word."""

PLACE_WORDS: dict[str, str] = {
    word: hint
    for hint, words in {
        "settlement": "مدينة مدينتي بلدة بلدتي بلدات قرية قريتي قرى حي احياء مخيم مخيمات ضاحية"
        " ناحية مدن عاصمة حاجز",
        "admin": "محافظة محافظتي محافظات ولاية اقليم قضاء لواء منطقة مقاطعة",
        "area": "ريف ارياف جبل جبال سهل وادي جبهة جبهات محور محاور اطراف محيط ضواحي غوطة بادية"
        " مناطق ساحل حدود",
        "facility": "مطار معبر سد حقل قاعدة",
        "water": "نهر بحيرة بحر خليج",
    }.items()
    for word in words.split()
}
LOCATIVES = frozenset(
    "في من الى عن قرب على شمال جنوب شرق غرب شمالي جنوبي شرقي غربي وسط داخل خارج باتجاه نحو بين عند"
    " حول غربا شرقا شمالا جنوبا جنوب-غرب اتجاه قبالة تجاه صوب حتى عبر جوار خلف امام".split()
)
NO_PLACES = frozenset(
    "صباح مساء ليل ليلة ليلا فجر فجرا ظهر عصر امس اليوم غدا يوم شهر سنة عام ساعة الان"
    " السبت الاحد الاثنين الثلاثاء الاربعاء الخميس الجمعة ان بان لان كان كانت قد لم لن لا ما"
    " هذا هذه ذلك تلك التي الذي الذين كل بعض بعد قبل منذ خلال وقف اطلاق هدنة حرب سلام قوة قوات"
    " جيش جنود مقاتلين مدنيين قتلى جرحى رئيس وزير قائد متحدث شهود مصدر مصادر قال قالت اعلن اعلنت"
    " عملية هجوم قصف غارة غارات معارك اشتباكات عائلة عائلات اسرة ابو ابن بيان خبر انباء".split()
)
"""Frequent words that some village somewhere is called by."""

POLICY = frozenset(
    "اعلنت اعلن قالت تقول اتهمت تتهم دعت تدعو رفضت ترفض نفت تنفي اكدت تؤكد حذرت تحذر طالبت تطالب"
    " هددت تهدد تعهدت تتعهد ادانت تدين رحبت ترحب وافقت توافق طلبت تطلب توعدت تتوعد استدعت شددت"
    " اعتبرت وصفت انتقدت تنتقد ارسلت ترسل فرضت تفرض قررت تقرر وعدت ابلغت نددت تندد دعمت تدعم"
    " وقعت توسطت اقترحت تقترح اعربت تعرب تريد تسعى تعتزم اعترفت استضافت علقت انسحبت تراجعت".split()
)
"""Verbs of speech and politics: before a capital or country, its government is meant."""

ASSAULTS = frozenset(
    "قصفت شنت هاجمت اغارت اطلقت استهدفت اسقطت نفذت ارتكبت غزت احتلت تقصف تشن".split()
)
"""Verbs of war: before a country, its forces are meant."""

GROUP_HEADS = frozenset("قوات جيش حزب حركة جبهة هيئة تنظيم حكومة مجلس اتحاد جمهورية".split())
NISBA_ENDINGS = ("ي", "يه", "يين", "يون", "يان", "يتين")
KINDS = {
    "country": 0.9,
    "admin1": 0.85,
    "metropolis": 0.85,
    "city": 0.6,
    "unit": 0.6,
    "town": 0.4,
    "nature": 0.5,
    "admin": 0.4,
    "village": 0.2,
    "spot": 0.4,
}
"""How sure a bare name of each kind is to be a place, before any context; judged by hand."""

THRESHOLD = 0.55
SHORTEST = 3
CONTEXT = 0.4
SEVERAL_WORDS = 0.2


def scan_arabic(document: Document, gazetteer: Gazetteer) -> list[Mention]:
    """Return the place mentions written in Arabic letters, in text order.

    A text without Arabic letters costs one look at its tokens' first letters.
    """
    if document.text.isascii():
        return []
    reader = _Reader(document, gazetteer)
    found: list[Mention] = []
    for index, sentence in enumerate(document.sentences):
        at = sentence.first
        while at < sentence.last:
            mention = None
            if FIRST_LETTER <= document.words[at][0] <= LAST_LETTER:
                mention = reader.mention(index, at, sentence.last)
            if mention is not None:
                found.append(mention)
            at = mention.last if mention is not None else at + 1
    return found


class _Reader:
    """Looks up Arabic names of one document."""

    def __init__(self, document: Document, gazetteer: Gazetteer) -> None:
        self.document = document
        self.gazetteer = gazetteer
        self.ended = -1
        self.hint = ""

    def mention(self, index: int, at: int, last: int) -> Mention | None:
        """Return the mention that begins at a token; None when there is none."""
        word = self.document.words[at]
        common = _is_common(word)
        hint, score = self._context(index, at)
        for cut, bare in self._readings(word):
            if cut and common:
                break  # "بلدة" is a town and not "in" some place
            longest = self.gazetteer.longest(fold_word(bare))
            for size in range(min(longest, last - at), 0, -1):
                sense = self._sense(bare, at, size)
                if sense is None or (size == 1 and self._no_place(bare, sense, at)):
                    continue
                total = KINDS.get(sense.kind, 0.0) + score + SEVERAL_WORDS * (size > 1)
                if total >= THRESHOLD:
                    hint = hint or self._power(index, at, sense)
                    return self._made(index, at, size, cut, sense, hint, total)
        return None

    def _no_place(self, bare: str, sense: NameSense, at: int) -> bool:
        """Return whether a word is another word, an adjective or a part of a group's name."""
        if len(bare) < SHORTEST or _is_common(bare):
            return True
        folded = fold_word(bare)
        exact = any(fold_word(candidate.name) == folded for candidate in sense.candidates)
        if not exact and bare.startswith("ال") and folded.endswith(NISBA_ENDINGS):
            return True  # "السوري" is Syrian
        words = self.document.words
        before = fold_word(words[at - 1]).removeprefix("ال") if at else ""
        following = fold_word(words[at + 1]) if at + 1 < len(words) else ""
        adjective = following.startswith("ال") and following.endswith(NISBA_ENDINGS)
        return before in _FOLDED_GROUP_HEADS and adjective  # "قوات سوريا الديمقراطية"

    def _power(self, index: int, at: int, sense: NameSense) -> str:
        """Return ``power`` after a verb whose subject is a government ("أعلنت أنقرة")."""
        if at <= self.document.sentences[index].first:
            return ""
        before = fold_word(self.document.words[at - 1])
        verbs = {before, before[1:]} if before[:1] in {"و", "ف"} else {before}
        political = bool(verbs & _FOLDED_POLICY) and (sense.capital or sense.kind == "country")
        warlike = bool(verbs & _FOLDED_ASSAULTS) and sense.kind == "country"
        return "power" if political or warlike else ""

    def _readings(self, word: str) -> Iterator[tuple[int, str]]:
        """Yield a word without each prefix it may carry, the whole word first.

        "ل" before the article swallows its first letter: "للرقة" is "ل" and "الرقة".
        """
        for prefix in PREFIXES:
            if not word.startswith(prefix) or len(word) - len(prefix) < SHORTEST - 1:
                continue
            rest = word[len(prefix) :]
            yield len(prefix), rest
            if prefix.endswith("ل") and rest.startswith("ل"):
                yield len(prefix), "ا" + rest

    def _sense(self, bare: str, at: int, size: int) -> NameSense | None:
        words = self.document.words[at + 1 : at + size]
        if all(fold_word(word) in LOCATIVES for word in (bare, *words)):
            return None
        if any(not FIRST_LETTER <= word[0] <= LAST_LETTER for word in words):
            return None
        return sense_of(self.gazetteer, " ".join(fold_word(word) for word in (bare, *words)))

    def _context(self, index: int, at: int) -> tuple[str, float]:
        if at <= self.document.sentences[index].first:
            return "", 0.0
        if at == self.ended and self.document.words[at].startswith("و"):
            return self.hint, CONTEXT
        before = fold_word(self.document.words[at - 1])
        for _, bare in self._readings(before):
            word = bare.removeprefix("ال")
            hint = _FOLDED_PLACE_WORDS.get(word, "")
            if hint:
                return "" if hint == "area" else hint, CONTEXT
            if word in _FOLDED_LOCATIVES:
                return "", CONTEXT
        return "", CONTEXT if before in _FOLDED_LOCATIVES else 0.0

    def _made(  # noqa: PLR0917 (what `mention` found out)
        self,
        index: int,
        at: int,
        size: int,
        cut: int,
        sense: NameSense,
        hint: str,
        total: float,
    ) -> Mention:
        document = self.document
        last = at + size
        start = document.starts[at] + cut
        mention = Mention(index, at, last, start, document.ends[last - 1], sense)
        mention.hint = hint
        mention.score = min(0.97, total)
        self.ended, self.hint = last, hint
        return mention


def _is_common(word: str) -> bool:
    """Return whether a word is a noun for places or a preposition, with or without the article."""
    whole = fold_word(word)
    folded = whole.removeprefix("ال")
    known = (_FOLDED_PLACE_WORDS, _FOLDED_LOCATIVES, _FOLDED_NO_PLACES)
    return any(folded in words or whole in words for words in known)


_FOLDED_PLACE_WORDS = {fold_word(word): hint for word, hint in PLACE_WORDS.items()}
_FOLDED_LOCATIVES = frozenset(fold_word(word) for word in LOCATIVES)
_FOLDED_NO_PLACES = frozenset(fold_word(word) for word in NO_PLACES)
_FOLDED_POLICY = frozenset(fold_word(word) for word in POLICY)
_FOLDED_ASSAULTS = frozenset(fold_word(word) for word in ASSAULTS)
_FOLDED_GROUP_HEADS = frozenset(fold_word(word) for word in GROUP_HEADS)
