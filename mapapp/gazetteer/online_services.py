"""The online geocoders that can be asked, one row each."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from geopy.geocoders import GeoNames, Nominatim, Photon

from mapapp.gazetteer.online_answers import geonames_record, nominatim_record, photon_record
from mapapp.gazetteer.record import Record

_ROWS = 20

OSM_ATTRIBUTION = (
    "Place data: © OpenStreetMap contributors, ODbL 1.0 (openstreetmap.org/copyright); name them"
    " wherever you show or publish these places."
)
GEONAMES_ATTRIBUTION = (
    "Place data: GeoNames (www.geonames.org), licensed under CC BY 4.0; name it wherever you show"
    " or publish these places."
)


@dataclass(frozen=True, kw_only=True, slots=True)
class Service:
    """An online geocoder.

    Attributes:
        name: As the reader types it.
        url: Its public address.
        attribution: What its license asks for.
        make: geopy's class.
        options: What to ask for besides the name.
        country_option: The option that keeps to one country; empty when there is none.
        read: Turns one row of an answer into a place; None for what is no place.
        needs_account: Whether the class takes the name of an account first.
    """

    name: str
    url: str
    attribution: str
    make: Callable[..., object]
    options: Mapping[str, object]
    read: Callable[[Mapping[str, object]], Record | None]
    country_option: str = ""
    needs_account: bool = False


SERVICES = {
    service.name: service
    for service in (
        Service(
            name="nominatim",
            url="https://nominatim.openstreetmap.org",
            attribution=OSM_ATTRIBUTION,
            make=Nominatim,
            options={
                "limit": _ROWS,
                "language": "en",
                "addressdetails": True,
                "namedetails": True,
                "extratags": True,
            },
            read=nominatim_record,
            country_option="country_codes",
        ),
        Service(
            name="photon",
            url="https://photon.komoot.io",
            attribution=OSM_ATTRIBUTION,
            make=Photon,
            options={"limit": _ROWS, "language": "en"},
            read=photon_record,
        ),
        Service(
            name="geonames",
            url="https://secure.geonames.org",
            attribution=GEONAMES_ATTRIBUTION,
            make=GeoNames,
            options={},
            read=geonames_record,
            country_option="country",
            needs_account=True,
        ),
    )
}
"""The services by name; adding one needs a class of geopy's and a reader of its rows."""
