import pytest

from mapapp.view.drawing import Extent, extent_of, extent_words
from tests import sample


@pytest.mark.parametrize(
    ("place", "extent"),
    [
        (sample.SARAQIB, Extent.DOT),
        (sample.NEAR, Extent.RING),
        (sample.IDLIB, Extent.AREA),
        (sample.SYRIA, Extent.WIDE),
        (sample.place("a", "southern Idlib", 35, 36, kind="A.ADM1", radius=40.0, parent_id="t"),
         Extent.AREA),
        (sample.place("b", "Damascus", 33, 36, kind="P.PPLC", radius=20.0), Extent.DOT),
        (sample.place("c", "Small district", 33, 36, kind="A.ADM2", radius=9.0), Extent.AREA),
        (sample.place("d", "A bay", 33, 36, kind="H.BAY", radius=8.0), Extent.DOT),
    ],
)  # fmt: skip
def test_extent(place, extent):
    assert extent_of(place) is extent


def test_a_province_is_never_a_dot():
    for radius in (0.0, 5.0, 15.0, 500.0):
        province = sample.place("x", "X", 0, 0, kind="A.ADM1", radius=radius)
        assert extent_of(province) is not Extent.DOT


def test_words_say_how_exact_a_place_is():
    assert extent_words(sample.SARAQIB) == ""
    assert extent_words(sample.NEAR) == "near here, within about 12 km"
    assert extent_words(sample.IDLIB) == "an area: somewhere within about 65 km"
