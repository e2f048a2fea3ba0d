"""What a place name does in its sentence."""

import pytest

from mapapp.model.toponym import Role

PLACE, AREA = Role.EVENT_PLACE, Role.AREA
DATELINE, METONYM, AFFILIATION = Role.DATELINE, Role.METONYM, Role.AFFILIATION


@pytest.mark.parametrize(
    ("text", "name", "role"),
    [
        ("Ankara vowed to answer.", "Ankara", METONYM),
        ("Ankara has sent thousands of troops into Syria.", "Ankara", METONYM),
        ("Damascus, backed by Russian jets, attacked Idlib.", "Damascus", METONYM),
        ("A buffer zone was agreed with Russia last year.", "Russia", METONYM),
        ("It caused severe tensions between Russia and Turkey.", "Turkey", METONYM),
        ("It caused severe tensions between Russia and Turkey.", "Russia", METONYM),
        ("The territory that Turkey says is part of a zone.", "Turkey", METONYM),
        ("Israel struck southern Lebanon on Monday.", "Israel", METONYM),
        ("Ankara and Moscow agreed on a ceasefire in Idlib.", "Ankara", METONYM),
        ("Bombs went off in Ankara and Moscow on Monday.", "Ankara", PLACE),
        ("Kyiv did not comment on the claim.", "Kyiv", METONYM),
        ("The defence ministry in Moscow claimed the village.", "Moscow", METONYM),
        ("The ministry in Moscow was hit by a drone.", "Moscow", PLACE),
        ("KYIV, 14 October 2024\n\nShells fell on Kharkiv.", "KYIV", DATELINE),
        ("Turkey-backed rebels took the town.", "Turkey", AFFILIATION),
        ("A UK-based war monitor reported it.", "UK", AFFILIATION),
        ("Pro-Iran militias fired rockets.", "Iran", AFFILIATION),
        ("US troops were attacked in Syria.", "US", AFFILIATION),
        ("BEIRUT (Reuters) - Shells fell on a village.", "BEIRUT", DATELINE),
        ("KYIV, May 3 (AP) — Drones hit a depot.", "KYIV", DATELINE),
        ("Their reporter, reporting from Hatay, Turkey, said so.", "Hatay", DATELINE),
        ("Their reporter, reporting from Hatay, Turkey, said so.", "Turkey", DATELINE),
        ("A bomb went off in Ankara on Monday.", "Ankara", PLACE),
        ("Clashes were reported near Bakhmut.", "Bakhmut", PLACE),
        ("Refugees crossed the border with Turkey.", "Turkey", AREA),
        ("The war in Syria goes on.", "Syria", AREA),
        ("Shells fell in the province of Idlib in Syria.", "Idlib", AREA),
    ],
)
def test_role(parse, text, name, role):
    found = {toponym.text: toponym.role for toponym in parse(text)}
    assert found[name] is role


def test_governments_and_datelines_stay_off_the_map(parse):
    toponyms = parse("BEIRUT (Reuters) - Ankara vowed to act. Clashes went on in Aleppo.")
    assert [t.text for t in toponyms if t.plotted] == ["Aleppo"]
