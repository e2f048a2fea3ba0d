"""What a user who types a name of a war finds first: one spelling a row, many wars and scripts."""

import pytest

from mapapp.model.geometry import Coordinates

# Typed, country, latitude, longitude of what must come first, within 10 km.
TYPED = [
    ("Kafranbel", "SY", 35.61, 36.56),
    ("كفرنبل", "SY", 35.61, 36.56),
    ("Serekaniye", "SY", 36.85, 40.07),
    ("Marat al-Numan", "SY", 35.65, 36.68),
    ("T4", "SY", 34.52, 37.63),
    ("Abu Dhuhur", "SY", 35.74, 37.04),
    ("Rakka", "SY", 35.95, 39.01),
    ("Bakhmut", "UA", 48.59, 38.0),
    ("Артемівськ", "UA", 48.59, 38.0),
    ("Avdeevka", "UA", 48.14, 37.75),
    ("Kharkov", "UA", 49.98, 36.25),
    ("Slavyansk", "UA", 48.85, 37.6),
    ("El Fasher", "SD", 13.63, 25.35),
    ("Al-Fashir", "SD", 13.63, 25.35),
    ("الفاشر", "SD", 13.63, 25.35),
    ("Wad Medani", "SD", 14.4, 33.52),
    ("Goma", "CD", -1.67, 29.23),
    ("Walikale", "CD", -1.42, 28.07),
    ("Myawaddy", "MM", 16.69, 98.51),
    ("Karenni State", "MM", 19.2, 97.3),
    ("Khan Younis", "PS", 31.34, 34.31),
    ("Khan Yunis", "PS", 31.34, 34.31),
    ("خان يونس", "PS", 31.34, 34.31),
    ("Laascaanood", "SO", 8.48, 47.36),
    ("Las Anod", "SO", 8.48, 47.36),
    ("Shusha", "AZ", 39.76, 46.75),
    ("Shushi", "AZ", 39.76, 46.75),
    ("Stepanakert", "AZ", 39.82, 46.75),
    ("Khankendi", "AZ", 39.82, 46.75),
    ("Lashkargah", "AF", 31.59, 64.37),
    ("Hodeida", "YE", 14.8, 42.95),
    ("Mocimboa da Praia", "MZ", -11.35, 40.35),
    ("Marawi", "PH", 8.0, 124.28),
    ("Humera", "ET", 14.3, 36.6),
]
WITHIN_KM = {"A": 60.0}


@pytest.mark.parametrize("typed", TYPED, ids=lambda typed: typed[0])
def test_it_comes_first(knowledge, typed):
    name, country, lat, lon = typed
    first = knowledge.gazetteer.search(name)[0].candidate.place
    off = first.coordinates.distance_km(Coordinates(lat=lat, lon=lon))
    assert (first.country, off <= WITHIN_KM.get(first.feature_class, 10.0)) == (country, True)
