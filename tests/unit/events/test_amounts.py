import pytest

from mapapp.events.amounts import read_number


@pytest.mark.parametrize(
    ("words", "low", "high", "taken"),
    [
        ("13 people", 13, 13, 1),
        ("1,200 people", 1200, 1200, 1),
        ("1.5 million people", 1_500_000, 1_500_000, 2),
        ("twenty - five men", 25, 25, 3),
        ("one hundred and four men", 104, 104, 4),
        ("two thousand three hundred men", 2300, 2300, 4),
        ("one million people", 1_000_000, 1_000_000, 2),
        ("a dozen men", 12, 12, 2),
        ("half a million people", 500_000, 500_000, 3),
        ("half a dozen men", 6, 6, 3),
        ("two dozen men", 24, 24, 2),
        ("dozens of men", 12, None, 1),
        ("hundreds of thousands", 100_000, None, 3),
        ("several hundred men", 200, None, 2),
        ("several dozen men", 24, None, 2),
        ("a half dozen men", 6, 6, 3),
        ("3 dozen men", 36, 36, 2),
        ("a few men", 2, None, 2),
    ],
)
def test_numbers(words, low, high, taken):
    number = read_number(words.split(), 0, len(words.split()))
    assert (number.low, number.high, number.last) == (low, high, taken)


@pytest.mark.parametrize("words", ["men", "a man", "3.5 men", "1234567890 x", "half past"])
def test_no_numbers(words):
    assert read_number(words.split(), 0, len(words.split())) is None
