"""The store's promises, on both databases: whole transactions, idempotence, exact round trips."""

import dataclasses
import threading
from datetime import date

import pytest
from sqlalchemy import func, select

from mapapp.errors import StoreError
from mapapp.model.actor import Actor
from mapapp.model.article import Article
from mapapp.model.event import Count, Participant
from mapapp.model.geometry import Coordinates
from mapapp.model.reading import Correction, EventSpan, Separation
from mapapp.store import schema
from mapapp.store.database import Store
from mapapp.store.prepared import Batch
from tests import sample

FIRST, SECOND = sample.readings()


def rows(store):
    """Everything derived, as sets that two runs must agree on."""
    tables = (schema.mentions, schema.readings, schema.packed)
    with store.database.read() as connection:
        content = {}
        for table in tables:
            columns = [column for column in table.columns if column.name != "batch"]
            content[table.name] = sorted(map(tuple, connection.execute(select(*columns))))
        return content


def test_articles_are_added_once(store):
    added = store.add([FIRST.article, SECOND.article, FIRST.article])
    assert added.new == (FIRST.article.id, SECOND.article.id)
    assert added.known == (FIRST.article.id,)
    again = store.add([SECOND.article])
    assert again.new == ()
    assert again.known == (SECOND.article.id,)
    assert store.count() == 2


def test_an_article_comes_back_as_it_was(store):
    store.add([FIRST.article, SECOND.article])
    assert store.article(FIRST.article.id) == FIRST.article
    assert store.article(SECOND.article.id) == SECOND.article


def test_a_reading_comes_back_as_it_was(store):
    store.put([FIRST, SECOND], parser="1")
    assert store.reading(FIRST.article.id) == FIRST
    assert store.reading(SECOND.article.id) == SECOND


def test_every_field_of_an_event_survives(store):
    event = dataclasses.replace(
        FIRST.events[0],
        killed=Count(low=60, high=None, hedge="more than", who="fighters", cumulative=True),
        injured=Count(low=1, high=3),
        displaced=Count(low=1_000_000, high=1_000_000),
        captured=Count(low=2, high=2),
        missing=Count(low=0, high=5),
        participants=(Participant(actor_id="unknown:local-men", role="target"),),
        highway_ids=("SY-M5", "SY-M5:1"),
        trigger="recaptured",
    )
    reading = dataclasses.replace(FIRST, events=(event,))
    store.put([reading], parser="1")
    assert store.reading(FIRST.article.id).events == (event,)


def test_putting_twice_changes_nothing(store):
    store.put([FIRST, SECOND], parser="1")
    before = rows(store)
    store.put([SECOND, FIRST], parser="1")
    assert rows(store) == before


def test_putting_replaces_everything_derived(store):
    store.put([FIRST], parser="1")
    fewer = dataclasses.replace(FIRST, toponyms=FIRST.toponyms[:1], actors=(), events=())
    store.put([fewer], parser="2")
    assert store.reading(FIRST.article.id) == fewer
    (row,) = store.articles()
    assert (row.mentions, row.places, row.events) == (1, 1, 0)


def test_a_changed_place_and_a_changed_actor_are_brought_up_to_date(store):
    store.put([FIRST], parser="1")
    moved = dataclasses.replace(sample.SARAQIB, coordinates=Coordinates(lat=35.9, lon=36.9))
    toponym = dataclasses.replace(FIRST.toponyms[0], place=moved)
    renamed = dataclasses.replace(sample.REBELS, side="turkey")
    mention = dataclasses.replace(FIRST.actors[0], actor=renamed)
    store.put([dataclasses.replace(FIRST, toponyms=(toponym,), actors=(mention,))], parser="2")
    assert store.places()["t:saraqib"] == moved
    assert store.reading(FIRST.article.id).actors[0].actor.side == "turkey"


def test_an_actor_known_only_by_id_never_hides_the_full_one(store, reopen):
    part = Participant(actor_id="sy_rebels", role="attacker")
    bare = dataclasses.replace(
        SECOND, actors=(), events=(dataclasses.replace(SECOND.events[0], participants=(part,)),)
    )
    store.put([bare], parser="1")
    store.put([FIRST], parser="1")
    reopen().put([bare], parser="1")
    assert store.reading(FIRST.article.id).actors[0].actor == sample.REBELS


def test_todo_lists_what_a_parser_has_not_read(store):
    store.add([FIRST.article, SECOND.article])
    assert store.todo("1") == [FIRST.article, SECOND.article]
    store.put([FIRST], parser="1")
    assert store.todo("1") == [SECOND.article]
    assert store.count_todo("2") == 2
    keys = store.todo_keys("2", 1)
    assert store.by_keys(keys) == [FIRST.article]
    assert store.by_keys(store.todo_keys("2", 10, after=keys[0])) == [SECOND.article]


def test_a_failed_article_is_not_tried_again_by_the_same_parser(store):
    store.put([FIRST], parser="1")
    store.fail({FIRST.article.id: "it broke"}, parser="2")
    assert store.todo("2") == []
    assert [row.error for row in store.articles(failed=True)] == ["it broke"]
    with pytest.raises(StoreError, match="it broke"):
        store.reading(FIRST.article.id)
    assert store.retry_failed() == 1
    assert store.todo("2") == [FIRST.article]
    store.put([FIRST], parser="2")
    assert store.articles(failed=True) == []
    assert store.count(failed=True) == 0


def test_unread_and_unknown_articles_are_told_apart(store):
    store.add([FIRST.article])
    with pytest.raises(StoreError, match="has not been read"):
        store.reading(FIRST.article.id)
    with pytest.raises(StoreError, match="No article 'none'"):
        store.reading("none")


def test_the_version_changes_with_every_batch_only(store):
    versions = [store.version()]
    store.add([FIRST.article])
    assert store.version() == versions[0]
    for parser in ("1", "1", "2"):
        store.put([FIRST], parser=parser)
        versions.append(store.version())
    assert len(set(versions)) == 4


def test_a_transaction_that_breaks_leaves_nothing(store):
    store.put([FIRST], parser="1")
    before = rows(store), store.version()
    broken = dataclasses.replace(SECOND.article, title=None)
    with pytest.raises(StoreError):
        store.put([FIRST, dataclasses.replace(SECOND, article=broken)], parser="2")
    assert (rows(store), store.version()) == before
    assert store.count() == 1


def test_pages_of_articles_come_newest_first_and_undated_last(store):
    days = [date(2020, 1, 3), None, date(2024, 5, 1), date(2020, 1, 3)]
    made = [
        Article(id=f"id{number}", text=f"Text {number}", published=day)
        for number, day in enumerate(days)
    ]
    store.add(made)
    assert [row.id for row in store.articles()] == ["id2", "id3", "id0", "id1"]
    assert [row.id for row in store.articles(limit=2, offset=1)] == ["id3", "id0"]
    assert [row.id for row in store.articles(ids=["id1", "id2"])] == ["id2", "id1"]
    assert store.count(ids=["id1"]) == 1


def test_corrections_outlive_the_parser_and_ask_for_a_new_reading(store):
    store.put([FIRST], parser="1")
    first = Correction(article_id=FIRST.article.id, start=3, end=9, place_id="", note="a person")
    store.add_correction(first)
    assert store.todo("1") == [FIRST.article]
    better = dataclasses.replace(first, place_id="t:idlib", note="the province")
    store.add_correction(better)
    store.put([FIRST], parser="2")
    assert store.corrections() == [better]
    assert store.corrections(["other"]) == []
    assert store.remove_correction(FIRST.article.id, 3, 9)
    assert not store.remove_correction(FIRST.article.id, 3, 9)
    assert store.corrections() == []
    assert store.todo("2") == [FIRST.article]


def test_separations_are_kept_once_in_either_order_and_withdrawn(store):
    one = EventSpan(FIRST.article.id, 3, 9, "Battles", "t:idlib")
    other = EventSpan("another", 0, 5, "Battles")
    separation = Separation(one=one, other=other)
    store.add_separation(separation)
    store.add_separation(Separation(one=other, other=one))
    store.put([FIRST], parser="2")
    assert store.separations() == [separation.ordered]
    assert store.remove_separation(Separation(one=other, other=one))
    assert not store.remove_separation(separation)
    assert store.separations() == []


def test_near_copies_are_linked_and_kept(store):
    words = "rebels entered the town at dawn after heavy shelling on the northern road and "
    body = "".join(f"{words}{number} people left for the border. " for number in range(12))
    first = Article(id="first", text=body)
    copy = Article(id="copy", text=body.replace("dawn", "night", 2) + "Read more on our site.")
    other = Article(id="other", text=" ".join(f"word{number}" for number in range(200)))
    assert store.add([first, other, copy]).copies == {"copy": "first"}
    third = Article(id="third", text="Update. " + body)
    assert store.add([third]).copies == {"third": "first"}
    found = {row.id: (row.copy_of, row.copies) for row in store.articles()}
    assert found == {
        "first": ("", 2), "copy": ("first", 0), "third": ("first", 0), "other": ("", 0),
    }  # fmt: skip


def test_a_readonly_store_refuses_writes_and_missing_files(store, tmp_path, reopen):
    store.put([FIRST], parser="1")
    reader = reopen(readonly=True)
    assert reader.reading(FIRST.article.id) == FIRST
    with pytest.raises(StoreError, match="reading only"):
        reader.add([SECOND.article])
    with pytest.raises(StoreError, match=r"No database at .*none\.db"):
        Store(f"sqlite:///{tmp_path / 'none.db'}", readonly=True).count()
    assert not (tmp_path / "none.db").exists()


def test_two_writers_of_the_same_articles_wait_for_each_other(store, reopen):
    store.add([FIRST.article, SECOND.article])
    errors = []

    def write(order):
        own = reopen()
        try:
            for _ in range(10):
                own.put(order, parser="1")
        except StoreError as error:
            errors.append(error)
        finally:
            own.close()

    threads = [
        threading.Thread(target=write, args=(order,))
        for order in ([FIRST, SECOND], [SECOND, FIRST])
    ]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert errors == []
    assert store.version()[0] == 20
    assert store.reading(SECOND.article.id) == SECOND


def test_a_reader_sees_whole_batches_while_another_writes(store, reopen):
    store.put([FIRST, SECOND], parser="1")
    both = (len(FIRST.toponyms) + len(SECOND.toponyms), 0)
    done = threading.Event()

    def write():
        own = reopen()
        empty = [dataclasses.replace(one, toponyms=()) for one in (FIRST, SECOND)]
        for round_ in range(15):
            own.put(empty if round_ % 2 == 0 else [FIRST, SECOND], parser="1")
        own.close()
        done.set()

    thread = threading.Thread(target=write)
    thread.start()
    seen = set()
    reader = reopen(readonly=True)
    while not done.is_set():
        with reader.database.read() as connection:
            count = select(func.count()).select_from(schema.mentions)
            total = select(func.sum(schema.articles.c.mentions))
            seen.add((connection.execute(count).scalar(), connection.execute(total).scalar()))
    thread.join()
    reader.close()
    assert seen <= {(both[0], both[0]), (0, 0)}


def test_hostile_words_are_kept_as_they_are(store):
    text = "'; DROP TABLE articles; -- \\ % _ \u202e {0} :name"
    hostile = Article(id="x", text=text, title=text, source=text)
    store.add([hostile])
    assert store.article("x") == hostile


def test_the_excerpts_of_a_place_come_newest_first(store):
    store.put([FIRST, SECOND], parser="1")
    found = store.excerpts("t:saraqib")
    assert [(one.article.id, one.number) for one in found] == [
        (FIRST.article.id, 0), (FIRST.article.id, 1), (FIRST.article.id, 2),
        (SECOND.article.id, 1),
    ]  # fmt: skip
    assert store.count_excerpts("t:saraqib") == 4
    assert [one.number for one in store.excerpts("t:saraqib", limit=1, offset=2)] == [2]
    assert store.excerpts("t:nowhere") == []
    assert store.count_excerpts("t:idlib", roles=["event_place"]) == 0
    assert len(store.excerpts("t:idlib", roles=["area"])) == 1


def test_an_excerpt_holds_its_sentence_its_context_and_who_is_named_there(store):
    store.put([FIRST], parser="1")
    spot = FIRST.toponyms[2]
    (found,) = store.excerpts_at([(FIRST.article.id, spot.start)])
    assert found.toponym == spot
    assert found.sentence.strip() == "The Syrian army denied that Saraqib had fallen."
    text = FIRST.article.text[found.context_start : found.context_end]
    assert text.strip().startswith("Syrian rebels recaptured")
    assert text.strip().endswith("in Idlib.")
    assert [one.actor.id for one in found.actors] == ["sy_gov"]
    assert store.excerpts_at([("none", 3), (FIRST.article.id, 1)]) == []


def test_an_actor_without_a_lexicon_row_is_stored(store):
    stranger = Actor(id="unknown:x", name="X", short_name="X", kind="", side="unknown")
    mention = dataclasses.replace(FIRST.actors[0], actor=stranger)
    store.put([dataclasses.replace(FIRST, actors=(mention,))], parser="1")
    assert store.reading(FIRST.article.id).actors[0].actor == stranger


def test_a_reading_that_a_correction_overtook_is_dropped(store):
    """Two at once: one reads, meanwhile another corrects; the correction must win."""
    article = FIRST.article
    store.put([FIRST], parser="1")
    old, new = Batch(), Batch()
    old.add(FIRST, ())
    correction = Correction(article_id=article.id, start=0, end=4, place_id="")
    store.add_correction(correction)

    store.put_prepared(old, parser="1")
    assert store.todo("1") == [article]  # the late reading changed nothing

    corrected = dataclasses.replace(FIRST, toponyms=FIRST.toponyms[1:])
    new.add(corrected, (correction,))
    store.put_prepared(new, parser="1")
    assert store.todo("1") == []
    version = store.version()
    store.put_prepared(old, parser="1")
    assert store.reading(article.id).toponyms == corrected.toponyms
    assert store.version() == version

    store.remove_correction(article.id, 0, 4)
    store.put_prepared(new, parser="1")
    assert store.todo("1") == [article]


def test_articles_read_are_counted_without_those_that_wait(store):
    store.add([FIRST.article, SECOND.article])
    assert store.count_read() == 0
    for reading in (FIRST, FIRST, SECOND):
        store.put([reading], parser="1")
    assert store.count_read() == 2
