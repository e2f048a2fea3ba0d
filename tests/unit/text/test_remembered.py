from mapapp.text import remembered
from mapapp.text.remembered import Remembered


def test_asks_once_for_each_word():
    asked: list[str] = []

    def length(word: str) -> int:
        asked.append(word)
        return len(word)

    lengths = Remembered(length)
    assert list(map(lengths.__getitem__, ["Homs", "Hama", "Homs"])) == [4, 4, 4]
    assert asked == ["Homs", "Hama"]


def test_begins_anew_when_full(monkeypatch):
    monkeypatch.setattr(remembered, "MOST_WORDS", 2)
    lengths = Remembered(len)
    assert [lengths[word] for word in ("a", "ab", "abc", "a")] == [1, 2, 3, 1]
    assert set(lengths) == {"abc", "a"}
