"""A small road network in no real country, so that tests do not depend on bundled data."""

import pytest

from mapapp.highways.load import read_highway
from mapapp.model.highway import Highway

MAIN = """\
# id: XX-A7
# shield: A7
# name: Northport-Southport highway
# aliases: Coral road | الطريق الدولي A7
# country: XX
# source: made up
lat,lon,name,basis,error_km,cut
10.0,20.0,Northport,T,1,Northport
9.5,20.0,Al-Wusta bridge,J,2,
9.0,20.0,Midtown: A7/B2 junction,J,1,Midtown
8.0,20.0,Southport,T,1,Southport
"""
WEST = """\
# id: XX-B2
# shield: B2
# name: Westford-Southport highway
# country: XX
# source: made up
lat,lon,name,basis,error_km,cut
9.0,19.0,Westford,T,1,Westford
9.0,20.0,Midtown: A7/B2 junction,J,1,Midtown
"""
EAST = """\
# id: XX-B2-east
# shield: B2
# name: Southport-Eastford highway
# country: XX
# source: made up
lat,lon,name,basis,error_km,cut
8.0,20.0,Southport,T,1,Southport
8.0,21.0,Eastford,T,1,Eastford
"""


@pytest.fixture(scope="session")
def roads() -> tuple[Highway, ...]:
    """Three roads: A7 from north to south, B2 in two parts west and east of it."""
    return tuple(read_highway(text.splitlines(), "test") for text in (MAIN, WEST, EAST))


@pytest.fixture(scope="session")
def texts() -> dict[str, str]:
    """The files of the three roads, by id."""
    return {"XX-A7": MAIN, "XX-B2": WEST, "XX-B2-east": EAST}
