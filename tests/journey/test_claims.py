"""Claim and counter-claim in one pasted text, from words to linked rows of the ledger."""

from datetime import date
from pathlib import Path

import pytest

from mapapp.events.ledger import Relation, Standing, build_ledger
from mapapp.events.telling import Telling
from mapapp.model.article import Article
from mapapp.model.event import Status
from mapapp.pipeline import read_article


def ledger(knowledge, text, place, day):
    reading = read_article(Article(id="x", text=text, published=day), knowledge)
    tellings = [
        Telling(article_id="x", number=number, event=event, published=day)
        for number, event in enumerate(reading.events)
    ]
    (place_id,) = {t.place.id for t in reading.toponyms if t.text == place and t.place}
    return build_ledger(place_id, tellings, knowledge.lexicon.actors)


@pytest.mark.parametrize(
    ("text", "place", "day", "sides"),
    [
        (
            ("Russia's defense ministry said its forces had captured Avdiivka. "
            "Ukraine denied that Avdiivka had fallen."),
            "Avdiivka", date(2024, 2, 17), ("russia", "ukraine"),
        ),
        (
            ("Russian forces took control of Chasiv Yar, the Russian Defense Ministry claimed. "
            "The Ukrainian General Staff denied the claim."),
            "Chasiv Yar", date(2025, 7, 31), ("russia", "ukraine"),
        ),
        (
            "The RSF said it had seized El Fasher. The Sudanese army rejected the claim.",
            "El Fasher", date(2025, 10, 27), ("rsf", "government"),
        ),
        (
            ("SANA reported that the Syrian army recaptured Saraqeb from militants. "
            "Rebels denied that the army entered Saraqeb."),
            "Saraqeb", date(2020, 2, 27), ("government", "opposition"),
        ),
    ],
)  # fmt: skip
def test_a_claim_and_its_denial_are_linked(knowledge, text, place, day, sides):
    claim, denial = ledger(knowledge, text, place, day)
    assert (claim.standing, denial.standing) == (Standing.CLAIM, Standing.DENIAL)
    assert (claim.status, denial.status) == (Status.DISPUTED, Status.DENIED)
    assert (claim.speaker_side, denial.speaker_side) == sides
    assert [link.relation for link in claim.links] == [Relation.CONTRADICTS]


def test_a_denial_of_something_else_denies_nothing(knowledge):
    entries = ledger(
        knowledge,
        "The RSF said it had seized El Fasher. Ethiopia rejected a deal over the dam.",
        "El Fasher",
        date(2025, 10, 27),
    )
    assert [entry.status for entry in entries] == [Status.CLAIMED]


def test_who_says_so_tells_what_it_is_worth(knowledge):
    institute, sources, loser = ledger(
        knowledge,
        "The Institute for the Study of War assessed that Russian forces captured Vuhledar. "
        "Russian sources claimed that Vuhledar was seized. "
        "Kyiv acknowledged that its troops withdrew from Vuhledar.",
        "Vuhledar",
        date(2024, 10, 2),
    )
    assert institute.standing is Standing.INDEPENDENT
    assert (sources.standing, sources.holder_side) == (Standing.CLAIM, "russia")
    assert (loser.standing, loser.speaker_side) == (Standing.ADMISSION, "ukraine")


def test_what_was_lost_weeks_ago_is_background(knowledge):
    (now,) = ledger(
        knowledge,
        "Three weeks ago rebels lost Saraqeb to government forces. "
        "On Thursday rebels retook Saraqeb, the Syrian Observatory for Human Rights said.",
        "Saraqeb",
        date(2020, 2, 27),
    )
    assert (now.standing, now.holder_side) == (Standing.INDEPENDENT, "opposition")


def test_the_seed_s_battle_of_words_for_saraqeb(knowledge):
    text = (Path(__file__).parents[2] / "seeds" / "000_40ba50c5b221104a.txt").read_text("utf-8")
    reading = read_article(Article(id="x", text=text), knowledge)
    tellings = [
        Telling(article_id="x", number=number, event=event, text=text[event.start : event.end])
        for number, event in enumerate(reading.events)
    ]
    places = {t.text: t.place.id for t in reading.toponyms if t.place}
    around = {id_ for name, id_ in places.items() if name.casefold() == "southern idlib"}
    entries = build_ledger(places["Saraqeb"], tellings, knowledge.lexicon.actors, around)

    def told(words):
        (entry,) = [entry for entry in entries if words in entry.telling.text]
        return entry, {(link.key, link.relation) for link in entry.links}

    freed, of_freed = told("liberated completely")
    agency, of_agency = told("fierce clashes")
    stunt, of_stunt = told("propaganda stunt")
    reporter, of_reporter = told("remained to be seen")
    defector, of_defector = told("cut the highways")
    monitor, of_monitor = told("full control of southern Idlib")
    assert (freed.standing, freed.status) == (Standing.CLAIM, Status.DISPUTED)
    assert (agency.standing, agency.status) == (Standing.ADMISSION, Status.ACKNOWLEDGED)
    assert (stunt.standing, stunt.status) == (Standing.ADMISSION, Status.ACKNOWLEDGED)
    assert (reporter.standing, monitor.standing) == (Standing.DOUBT, Standing.INDEPENDENT)
    assert (agency.telling.key, Relation.CONTRADICTS) in of_freed
    assert (freed.telling.key, Relation.CONTRADICTS) in of_agency
    assert (freed.telling.key, Relation.DOUBTS) in of_reporter
    assert of_stunt == {(defector.telling.key, Relation.AGREES)}
    assert of_defector == {(stunt.telling.key, Relation.AGREES)}
    # What is said of the area around the town need not hold for the town: it stands beside it.
    assert (freed.telling.key, Relation.AROUND) in of_monitor
    assert {relation for _, relation in of_monitor} == {Relation.AROUND}
    assert monitor.status is Status.REPORTED
