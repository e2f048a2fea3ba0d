from dataclasses import replace

from mapapp.events.ledger import Link, Relation, Standing
from mapapp.model.event import Status
from mapapp.store.columns import load_columns
from mapapp.store.database import Store
from mapapp.view.choose import Choice
from mapapp.view.claims import areas_around, claim_places, ledger_table, place_ledger
from mapapp.view.corpus import build_corpus
from mapapp.view.ledger import ledger_rows
from mapapp.view.selection import EVERYTHING
from tests import sample


def _claim_and_denial():
    """Return the sample with the army's denial as an event of its own."""
    first, second = sample.readings()
    taken = first.events[0]
    start, end = sample._sentence_of(sample.FIRST, "denied")  # noqa: SLF001
    denial = replace(
        taken,
        start=start,
        end=end,
        claimant="The Syrian army",
        claimant_id="sy_gov",
        attitude="denies",
        status=Status.DENIED,
    )
    return [replace(first, events=(taken, denial, first.events[1])), second]


def _ledger(tmp_path, place):
    store = Store(f"sqlite:///{tmp_path / 'claims.db'}")
    store.create()
    readings = _claim_and_denial()
    store.put(readings, parser="1")
    corpus = build_corpus(load_columns(store), store.places(), sample.SIDES, (sample.M5,))
    store.close()
    rows = ledger_rows(Choice(corpus, EVERYTHING))
    by_id = {reading.article.id: reading for reading in readings}
    return corpus, rows, place_ledger(corpus, rows, place, by_id)


def test_a_claim_and_its_denial_are_linked_rows(tmp_path):
    corpus, _, entries = _ledger(tmp_path, sample.SARAQIB)
    assert [(entry.telling.event.claimant, entry.standing.value) for entry in entries] == [
        ("a spokesman", "claim"),
        ("The Syrian army", "denial"),
        ("", "independent report"),
    ]
    table = ledger_table(corpus, sample.SARAQIB, entries)
    assert table.count("<tr>") == 4
    assert "contradicts 2" in table
    assert "contradicts 1" in table
    assert "Syrian rebels recaptured Saraqib on Thursday, a spokesman said." in table
    # What is said of the province around the town says so.
    assert "in Idlib (province)" in table


def test_a_doubt_and_what_it_is_about_name_each_other_the_right_way_round(tmp_path):
    corpus, _, (claim, doubt, _) = _ledger(tmp_path, sample.SARAQIB)

    def linked(one, other):
        link = Link(key=other.telling.key, relation=Relation.DOUBTS)
        return replace(one, links=(link,))

    doubt = replace(doubt, standing=Standing.DOUBT)
    table = ledger_table(corpus, sample.SARAQIB, (linked(claim, doubt), linked(doubt, claim)))
    assert "doubted by 2" in table
    assert "doubt about 1" in table


def test_places_are_counted_by_their_events(tmp_path):
    corpus, rows, _ = _ledger(tmp_path, sample.SARAQIB)
    assert claim_places(corpus, rows) == {"t:saraqib": 2, "t:idlib": 1, "t:nayrab": 1}


def test_a_town_lies_in_its_province_and_not_in_its_country(corpus):
    assert areas_around(corpus, sample.SARAQIB) == {"t:idlib"}
    assert areas_around(corpus, sample.IDLIB) == frozenset()


def test_hostile_words_stay_words(tmp_path):
    corpus, _, entries = _ledger(tmp_path, sample.NAYRAB)
    hostile = replace(entries[0], telling=replace(entries[0].telling, text=sample.HOSTILE))
    table = ledger_table(corpus, sample.NAYRAB, [hostile])
    assert "<script" not in table
    assert "onerror" in table
    assert "<img src=x" not in table
