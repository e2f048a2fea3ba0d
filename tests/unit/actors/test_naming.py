"""Groups that the text introduces itself, pairs that share a noun, and leaders' people."""

import pytest

from mapapp.actors.recognize import recognize_actors
from mapapp.text.sentences import build_document


def named(lexicon, text):
    return [(m.text, m.actor.id) for m in recognize_actors(build_document(text), lexicon, ())]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("A new armed group called Noufa appeared.", ("Noufa", "unknown:noufa")),
        (
            "Men of a militia known as Black Storm came.",
            ("Black Storm", "unknown:black-storm"),
        ),
        (
            "A rebel group calling itself the Army of Zogoba left.",
            ("Army of Zogoba", "unknown:army-of-zogoba"),
        ),
        (
            "Cadres of Zapra Auka Mapu (ZAM) burned a truck.",
            ("Zapra Auka Mapu", "unknown:zapra-auka-mapu"),
        ),
        (
            "They held the commander of the newly emerged Jihadi Group of Zarb (JGZ).",
            ("Jihadi Group of Zarb", "unknown:jihadi-group-of-zarb"),
        ),
        ("Tarumba ethnic militia attacked a farm.", ("Tarumba", "unknown:tarumba")),
        ("Zogoba and Tarumba clans clashed.", ("Zogoba", "unknown:zogoba")),
        ("Zogoba and Tarumba clans clashed.", ("Tarumba", "unknown:tarumba")),
        ("Zogoba and Tarumba militias clashed.", ("Tarumba", "unknown:tarumba")),
        ("Hema and Lendu militias clashed.", ("Hema", "cd_hema")),
        ("Forces loyal to Khalifa Haftar left.", ("Forces loyal to Khalifa Haftar", "ly_lna")),
        ("Rebels led by Joseph Kony left.", ("Rebels led by Joseph Kony", "ug_lra")),
        ("Dagalo's fighters left.", ("Dagalo's fighters", "sd_rsf")),
    ],
)
def test_a_group_is_found(lexicon, text, found):
    assert found in named(lexicon, text)


@pytest.mark.parametrize(
    "text",
    [
        "A man called Peter Zorro said so.",
        "A charity called Helping Hand opened a school.",
        "Members of the Kenya Human Rights Commission (KHRC) came.",
        "Officials of the Royal Bank Group (RBG) met.",
        "Thirty militants died.",
        "The World Health Organization (WHO) came.",
        "The Smiths and Joneses clashed.",
        "Khalifa Haftar spoke of peace.",
    ],
)
def test_no_group_is_invented(lexicon, text):
    assert named(lexicon, text) == []
