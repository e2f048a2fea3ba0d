from mapapp.text.tokens import tokenize


def test_keeps_possessives_and_abbreviations_whole():
    tokens = tokenize("Syria’s army met U.S. envoys in N'Djamena.")
    assert tokens.words == ["Syria’s", "army", "met", "U.S.", "envoys", "in", "N'Djamena", "."]
    assert tokens.lowers[0] == "syria's"


def test_cuts_at_hyphens():
    assert tokenize("Turkey-backed al-Bab").words == ["Turkey", "-", "backed", "al", "-", "Bab"]


def test_keeps_numbers_with_their_separators():
    assert tokenize("1,000 men at 10:30, 3.5 km").words == [
        "1,000", "men", "at", "10:30", ",", "3.5", "km",
    ]  # fmt: skip


def test_reads_arabic_and_decomposed_letters():
    assert tokenize("سراقب، إدلب").words == ["سراقب", "،", "إدلب"]
    assert tokenize("Cafe\u0301 Idlib").words == ["Cafe\u0301", "Idlib"]


def test_finds_no_tokens_in_nothing():
    assert tokenize(" \n\t ").words == []
