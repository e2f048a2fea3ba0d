from datetime import date

import pytest

from mapapp.view.choose import Choice
from mapapp.view.ledger import ledger_rows, told, toll_words
from mapapp.view.selection import EVERYTHING, Selection


def _told(corpus, selection=EVERYTHING):
    return told(corpus, ledger_rows(Choice(corpus, selection)))


def test_newest_first_and_undated_last(corpus):
    assert [(event.sub_type, event.start) for event in _told(corpus)] == [
        ("Non-state actor overtakes territory", date(2020, 2, 27)),
        ("Air/drone strike", date(2020, 2, 27)),
        ("Government regains territory", None),
    ]


def test_an_event_in_words(corpus):
    strike = _told(corpus)[1]
    assert strike.place_ids == ("t:idlib",)
    assert strike.actors == (("tr_army", "target"),)
    assert strike.tolls == {"killed": (2, 2)}
    assert strike.status == "reported"
    claim = _told(corpus)[0]
    assert (claim.claimant, claim.attitude, claim.status) == ("sy_rebels", "claims", "disputed")


@pytest.mark.parametrize(
    ("filters", "count"),
    [
        ({"places": ("t:saraqib",)}, 1),
        ({"sides": ("government",)}, 1),
        ({"actors": ("sy_rebels",)}, 1),
        ({"types": ("Battles",)}, 2),
        ({"undated": False}, 2),
        ({"sources": ("Al Jazeera",)}, 2),
        ({"start": date(2021, 1, 1), "undated": False}, 0),
    ],
)
def test_filters(corpus, filters, count):
    assert len(_told(corpus, Selection(**filters))) == count


def test_tolls_are_ranges_and_are_never_averaged():
    tolls = {"killed": (60, None), "injured": (2, 2), "displaced": (900_000, 1_000_000)}
    assert toll_words(tolls) == "60+ killed, 2 injured, 900,000–1,000,000 displaced"
