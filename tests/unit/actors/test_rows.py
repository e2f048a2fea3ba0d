import pytest

from mapapp.actors.lexicon import load_lexicon
from mapapp.errors import DataError

SIDES = (
    "side,name,color,shape\n"
    "government,Gov,#d4000a,square\nopposition,Opp,#4eae98,circle\n"
    "civilian,Civ,#808080,cross\nunknown,Unknown,#808080,ring\n"
)
STATES = "country,name,demonyms,capitals,side,terms\nSY,Syria,Syrian|Syrians,Damascus,,\n"
HEADER = "actor_id,name,short_name,kind,side,home_country,valid_from,valid_to,aliases,voices\n"
GOOD = "xx_front,X Front,XF,rebel,opposition,SY,2011-01-01,,X Front|XF [SY],\n"


@pytest.fixture
def folder(tmp_path):
    (tmp_path / "sides.csv").write_text(SIDES, encoding="utf-8")
    (tmp_path / "states.csv").write_text(STATES, encoding="utf-8")
    return tmp_path


def write(folder, rows):
    (folder / "war.csv").write_text(HEADER + rows, encoding="utf-8")


def test_one_file_is_a_war(folder):
    write(folder, GOOD)
    lexicon = load_lexicon(folder)
    assert lexicon.actors["xx_front"].name == "X Front"
    assert lexicon.actors["sy_gov"].name == "Syria"


@pytest.mark.parametrize(
    ("old", "new", "column"),
    [
        ("xx_front", "XX front", "actor_id"),
        ("rebel", "army", "kind"),
        ("opposition", "nobody", "side"),
        ("SY,2011", "Syria,2011", "home_country"),
        ("2011-01-01", "2011-13-01", "valid_from"),
        ("XF [SY]", "XF [Syria]", "aliases"),
        ("X Front|XF [SY]", "", "aliases"),
    ],
)
def test_errors_name_file_line_column_value_and_rule(folder, old, new, column):
    write(folder, GOOD.replace(old, new))
    with pytest.raises(DataError, match=rf"war\.csv, line 2, column {column}: found .*; "):
        load_lexicon(folder)


def test_an_actor_stands_once(folder):
    write(folder, GOOD + GOOD)
    with pytest.raises(DataError, match=r"line 3, column actor_id.*once"):
        load_lexicon(folder)


def test_a_wrong_header_is_refused(folder):
    (folder / "war.csv").write_text("id,name\n", encoding="utf-8")
    with pytest.raises(DataError, match=r"war\.csv, line 1: found the columns id, name"):
        load_lexicon(folder)


def test_a_row_with_too_few_cells_is_refused(folder):
    write(folder, "a,b\n")
    with pytest.raises(DataError, match="line 2: found 2 cells"):
        load_lexicon(folder)


def test_a_missing_side_is_named(folder):
    (folder / "sides.csv").write_text("side,name,color,shape\n", encoding="utf-8")
    with pytest.raises(DataError, match="lacks the sides civilian"):
        load_lexicon(folder)


def test_a_missing_file_is_named(tmp_path):
    with pytest.raises(DataError, match=r"sides\.csv cannot be read"):
        load_lexicon(tmp_path)
