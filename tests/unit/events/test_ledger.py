from dataclasses import replace
from datetime import date

import pytest

from mapapp.events.ledger import Relation, Standing, build_ledger
from mapapp.events.telling import Telling
from mapapp.model.event import DateRange, Event, Participant, Status

DAY = date(2020, 2, 27)
TAKEN = "Non-state actor overtakes territory"
RETAKEN = "Government regains territory"
CLASH = "Armed clash"
CUT = "Road cut"
SHELLING = "Shelling/artillery/missile attack"


def telling(number, sub_type, attacker="", target="", said_by="", attitude="reports", day=DAY):  # noqa: PLR0917
    people = [
        Participant(actor_id=actor, role=role)
        for actor, role in ((attacker, "attacker"), (target, "target"))
        if actor
    ]
    status = {"denies": Status.DENIED, "admits": Status.ACKNOWLEDGED}.get(attitude, Status.CLAIMED)
    event = Event(
        start=0,
        end=1,
        type="Battles",
        sub_type=sub_type,
        place_ids=("saraqib",),
        participants=tuple(people),
        when=DateRange(start=day, end=day, precision="day"),
        claimant_id=said_by,
        attitude=attitude,
        status=status if said_by else Status.REPORTED,
    )
    return Telling(article_id=f"a{number}", number=0, event=event)


REBELS_TOOK = ("sy_rebels", "sy_gov")
# The table of docs/events.md, row for row.
CASES = [
    ("rebels about their gain", [(TAKEN, *REBELS_TOOK, "sy_rebels", "claims")], Status.CLAIMED),
    ("reporter alone", [(TAKEN, *REBELS_TOOK, "", "reports")], Status.REPORTED),
    ("monitor of no side", [(TAKEN, *REBELS_TOOK, "sohr", "reports")], Status.REPORTED),
    ("loser about the loss", [(TAKEN, *REBELS_TOOK, "sy_gov", "reports")], Status.ACKNOWLEDGED),
    ("loser denies", [(TAKEN, *REBELS_TOOK, "sy_gov", "denies")], Status.DENIED),
    (
        "claim and denial",
        [(TAKEN, *REBELS_TOOK, "sy_rebels", "claims"), (TAKEN, *REBELS_TOOK, "sy_gov", "denies")],
        Status.DISPUTED,
    ),
    (
        "claim and fighting goes on",
        [
            (TAKEN, *REBELS_TOOK, "sy_rebels", "claims"),
            (CLASH, "sy_gov", "sy_rebels", "sana", "reports"),
        ],
        Status.DISPUTED,
    ),
    (
        "road cut, told by both sides",
        [
            (CUT, "sy_rebels", "", "sy_rebels", "claims"),
            (CUT, "sy_rebels", "", "sana", "reports"),
        ],
        Status.ACKNOWLEDGED,
    ),
    (
        "road cut, told twice by one side",
        [
            (CUT, "sy_rebels", "", "sy_rebels", "claims"),
            (CUT, "sy_rebels", "", "sy_rebels", "reports"),
        ],
        Status.CLAIMED,
    ),
    (
        "claim of a shelling and its denial",
        [
            (SHELLING, "sy_gov", "", "sy_rebels", "claims"),
            (SHELLING, "sy_gov", "", "sy_gov", "denies"),
        ],
        Status.DISPUTED,
    ),
    (
        "fighting goes on and the loss is denied",
        [
            (CLASH, "sy_gov", "sy_rebels", "sy_rebels", "claims"),
            (TAKEN, *REBELS_TOOK, "sy_gov", "denies"),
        ],
        Status.CLAIMED,
    ),
    (
        "both claim the place on one day",
        [
            (TAKEN, *REBELS_TOOK, "sy_rebels", "claims"),
            (RETAKEN, "sy_gov", "sy_rebels", "sy_gov", "claims"),
        ],
        Status.DISPUTED,
    ),
    (
        "claim and admission",
        [(TAKEN, *REBELS_TOOK, "sy_rebels", "claims"), (TAKEN, *REBELS_TOOK, "sana", "admits")],
        Status.ACKNOWLEDGED,
    ),
    (
        "claim and independent report",
        [(TAKEN, *REBELS_TOOK, "sy_rebels", "claims"), (TAKEN, *REBELS_TOOK, "sohr", "reports")],
        Status.REPORTED,
    ),
]


@pytest.mark.parametrize(
    ("rows", "status"), [case[1:] for case in CASES], ids=[case[0] for case in CASES]
)
def test_the_table_of_cases(actors, rows, status):
    tellings = [telling(number, *row) for number, row in enumerate(rows)]
    assert build_ledger("saraqib", tellings, actors)[0].status is status


def test_retaken_on_a_later_day_is_no_contradiction(actors):
    first = telling(1, TAKEN, *REBELS_TOOK, "sy_rebels", "claims")
    later = telling(2, RETAKEN, "sy_gov", "sy_rebels", "sy_gov", "claims", day=date(2020, 3, 1))
    entries = build_ledger("saraqib", [later, first], actors)
    assert [entry.status for entry in entries] == [Status.CLAIMED, Status.CLAIMED]
    assert [entry.holder_side for entry in entries] == ["opposition", "government"]


def test_links_name_the_other_entry(actors):
    entries = build_ledger(
        "saraqib",
        [
            telling(1, TAKEN, *REBELS_TOOK, "sy_rebels", "claims"),
            telling(2, TAKEN, *REBELS_TOOK, "sy_gov", "denies"),
        ],
        actors,
    )
    assert entries[0].standing is Standing.CLAIM
    assert entries[1].standing is Standing.DENIAL
    (link,) = entries[0].links
    assert (link.key, link.relation) == (("a2", 0), Relation.CONTRADICTS)


def test_a_doubt_is_listed_and_changes_no_status(actors):
    doubt = telling(2, CLASH)
    doubt = replace(doubt, event=replace(doubt.event, status=Status.HYPOTHETICAL))
    first, second = build_ledger(
        "saraqib", [telling(1, TAKEN, *REBELS_TOOK, "sy_rebels", "claims"), doubt], actors
    )
    assert first.status is Status.CLAIMED
    assert (second.standing, second.links[0].relation) == (Standing.DOUBT, Relation.DOUBTS)


def test_an_area_around_stands_beside_and_changes_no_status(actors):
    area = telling(2, RETAKEN, "sy_gov", "sy_rebels", "sohr", "reports")
    area = replace(area, event=replace(area.event, place_ids=("southern idlib",)))
    entries = build_ledger(
        "saraqib",
        [telling(1, TAKEN, *REBELS_TOOK, "sy_rebels", "claims"), area],
        actors,
        around=("southern idlib",),
    )
    assert [[link.relation for link in e.links] for e in entries] == [[Relation.AROUND]] * 2
    assert entries[0].status is Status.CLAIMED


def test_other_places_are_left_out(actors):
    assert build_ledger("idlib", [telling(1, TAKEN, *REBELS_TOOK)], actors) == ()


@pytest.mark.parametrize(("articles", "status"), [("aa", Status.DISPUTED), ("ab", Status.CLAIMED)])
def test_undated_statements_meet_within_one_article_only(actors, articles, status):
    claim = telling(1, TAKEN, *REBELS_TOOK, "sy_rebels", "claims", day=None)
    denial = telling(2, TAKEN, *REBELS_TOOK, "sy_gov", "denies", day=None)
    tellings = [
        replace(found, article_id=article, number=number)
        for number, (found, article) in enumerate(zip((claim, denial), articles, strict=True))
    ]
    entries = build_ledger("saraqib", tellings, actors)
    assert entries[0].status is status
