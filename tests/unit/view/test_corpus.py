"""Mentions joined with what is known beside them."""

from dataclasses import replace

from mapapp.model.actor import Actor
from mapapp.store.columns import load_columns
from mapapp.store.database import Store
from mapapp.view.corpus import build_corpus
from tests import sample


def test_an_outlet_that_only_claims_has_the_side_it_is_known_for(tmp_path):
    first, *others = sample.readings()
    event = replace(first.events[0], claimant="SANA", claimant_id="sana")
    first = replace(first, events=(event, *first.events[1:]))
    store = Store(f"sqlite:///{tmp_path / 'bare.db'}")
    store.create()
    store.put([first, *others], parser="1")
    columns, places = load_columns(store), store.places()
    store.close()
    sana = Actor(id="sana", name="SANA", short_name="SANA", kind="media", side="government")
    known = {"sana": sana}
    bare = build_corpus(columns, places, sample.SIDES)
    assert bare.actor("sana").side == ""
    corpus = build_corpus(columns, places, sample.SIDES, known=known)
    assert corpus.actor("sana") == sana
    others = [actor for actor in columns.actors if actor.id != "sana"]
    assert [actor for actor in corpus.columns.actors if actor.id != "sana"] == others
