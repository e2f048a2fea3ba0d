from datetime import date

import pytest

from mapapp.events.roads import RoadState, road_claims
from mapapp.events.telling import Telling
from mapapp.model.event import DateRange, Event, Participant, Status


def telling(article, day, kind, sub_type, by="sy_gov", said_by="", status=Status.REPORTED):  # noqa: PLR0917
    when = date(2020, 2, day)
    event = Event(
        start=0,
        end=1,
        type=kind,
        sub_type=sub_type,
        highway_ids=("SY-M5",),
        participants=(Participant(actor_id=by, role="attacker"),),
        when=DateRange(start=when, end=when, precision="day"),
        claimant_id=said_by,
        status=status,
    )
    return Telling(article_id=article, number=0, event=event)


@pytest.mark.parametrize(
    ("kind", "sub_type", "state"),
    [
        ("Road", "Road cut", RoadState.CUT),
        ("Road", "Road reopened", RoadState.REOPENED),
        ("Battles", "Government regains territory", RoadState.HELD),
        ("Battles", "Armed clash", RoadState.CONTESTED),
    ],
)
def test_states(kind, sub_type, state):
    (claim,) = road_claims([telling("a", 1, kind, sub_type)])
    assert (claim.road_id, claim.state, claim.by) == ("SY-M5", state, ("sy_gov",))


def test_a_claim_ends_when_its_speaker_says_otherwise():
    held, cut = road_claims(
        [
            telling("b", 20, "Road", "Road cut", by="sy_rebels"),
            telling("a", 10, "Battles", "Government regains territory"),
        ]
    )
    assert (held.valid_from, held.valid_to) == (date(2020, 2, 10), date(2020, 2, 20))
    assert cut.valid_to is None


def test_speakers_stand_beside_each_other():
    claims = road_claims(
        [
            telling("a", 10, "Battles", "Government regains territory", said_by="sana"),
            telling("b", 11, "Road", "Road cut", by="sy_rebels", said_by="sy_rebels"),
        ]
    )
    assert [claim.valid_to for claim in claims] == [None, None]


def test_plans_are_no_state():
    planned = telling("a", 1, "Road", "Road reopened", status=Status.PLANNED)
    assert road_claims([planned]) == ()
