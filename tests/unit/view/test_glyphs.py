import base64
import xml.etree.ElementTree as ET

import pytest

from mapapp.view.glyphs import GLYPHS, glyph, glyph_of, picture


@pytest.mark.parametrize(
    ("type_", "sub_type", "name"),
    [
        ("Battles", "Armed clash", "clash"),
        ("Battles", "Government regains territory", "capture"),
        ("Battles", "Non-state actor overtakes territory", "capture"),
        ("Explosions/Remote violence", "Air/drone strike", "air strike"),
        ("Explosions/Remote violence", "Shelling/artillery/missile attack", "shelling"),
        ("Explosions/Remote violence", "Suicide bomb", "vehicle bomb"),
        ("Road", "Road cut", "road cut"),
        ("Road", "Road reopened", "road open"),
        ("Troop movement", "Deployment", "deployment"),
        ("Displacement", "Displacement", "displacement"),
        ("Diplomacy", "Talks", "talks"),
        ("Violence against civilians", "Attack", "civilians"),
        ("Threat", "Threat or ultimatum", "other"),
    ],
)
def test_every_kind_of_event_has_its_glyph(type_, sub_type, name):
    assert glyph_of(type_, sub_type) == name


@pytest.mark.parametrize("name", sorted(GLYPHS))
def test_a_glyph_is_one_small_drawing_of_its_own(name):
    head, data = picture(name).split(",")
    assert head == "data:image/svg+xml;base64"
    drawing = ET.fromstring(base64.b64decode(data))
    assert [child.tag.split("}")[1] for child in drawing] == ["rect", "path"]
    assert len(drawing[1].get("d")) > 4


def test_a_glyph_tells_its_name_to_screen_readers():
    assert 'alt="capture"' in glyph("Battles", "Government regains territory")
