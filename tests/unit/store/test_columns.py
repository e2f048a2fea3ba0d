"""The columns in memory say what the readings say, however they were reached."""

import dataclasses

import numpy as np

from mapapp.store.columns import ROLE_NAMES, STATUS_NAMES, load_columns
from mapapp.store.prepared import day_number
from mapapp.store.upkeep import rebuild
from tests import sample

FIRST, SECOND = sample.readings()


def mention_rows(columns):
    """Every mention with all it points to, in words."""
    actors = {}
    pairs = zip(columns.mention_actor_mention, columns.mention_actor_actor, strict=True)
    for mention, actor in pairs:
        actors.setdefault(int(mention), set()).add(columns.actor_ids[actor])
    return sorted(
        (
            columns.article_ids[columns.article[row]],
            int(columns.number[row]),
            int(columns.start[row]),
            int(columns.end[row]),
            columns.place_ids[columns.place[row]] if columns.place[row] >= 0 else "",
            ROLE_NAMES[columns.role[row]],
            int(columns.day[row]),
            columns.sources[columns.source[row]],
            round(float(columns.confidence[row]), 4),
            bool(columns.sure[row]),
            tuple(sorted(actors.get(row, ()))),
        )
        for row in range(len(columns.article))
    )


def event_rows(columns):
    """Every event with all it points to, in words."""
    events = columns.events
    places, actors, highways = {}, {}, {}
    for event, place in zip(events.place_event, events.place, strict=True):
        places.setdefault(int(event), []).append(columns.place_ids[place])
    for event, actor, role in zip(events.actor_event, events.actor, events.actor_role, strict=True):
        part = (columns.actor_ids[actor], events.actor_roles[role])
        actors.setdefault(int(event), []).append(part)
    for event, highway in zip(events.highway_event, events.highway, strict=True):
        highways.setdefault(int(event), []).append(columns.highway_ids[highway])
    return sorted(
        (
            columns.article_ids[events.article[row]],
            int(events.number[row]),
            int(events.start[row]),
            events.types[events.type[row]],
            events.sub_types[events.sub_type[row]],
            STATUS_NAMES[events.status[row]],
            events.attitudes[events.attitude[row]],
            events.precisions[events.precision[row]],
            int(events.day_start[row]),
            columns.actor_ids[events.claimant[row]] if events.claimant[row] >= 0 else "",
            int(events.tolls["killed_low"][row]),
            int(events.tolls["killed_high"][row]),
            tuple(places.get(row, ())),
            tuple(actors.get(row, ())),
            tuple(highways.get(row, ())),
        )
        for row in range(len(events.article))
    )


def same(one, other):
    assert mention_rows(one) == mention_rows(other)
    assert event_rows(one) == event_rows(other)
    assert sorted(one.article_ids) == sorted(other.article_ids)


def test_an_empty_database_has_empty_columns(store):
    columns = load_columns(store)
    assert len(columns.article) == len(columns.events.article) == 0
    assert columns.place_ids == ()


def test_mentions_stand_as_they_were_read(store):
    store.put([FIRST, SECOND], parser="1")
    found = mention_rows(load_columns(store))
    day = day_number(sample.DAY)
    mine = [row for row in found if row[0] == FIRST.article.id]
    assert [row[1:5] for row in mine] == [
        (number, one.start, one.end, one.place.id) for number, one in enumerate(FIRST.toponyms)
    ]
    assert [row[5] for row in mine] == [one.role.value for one in FIRST.toponyms]
    assert {row[6] for row in mine} == {day}
    assert mine[2][10] == ("sy_gov",)
    theirs = [row for row in found if row[0] == SECOND.article.id]
    assert {row[6] for row in theirs} == {-1}
    assert [row[9] for row in theirs] == [True, False, True]


def test_events_stand_as_they_were_read(store):
    road = dataclasses.replace(FIRST.events[0], highway_ids=("SY-M5", "SY-M5:1"))
    store.put([dataclasses.replace(FIRST, events=(road, *FIRST.events[1:]))], parser="1")
    battle, strike = event_rows(load_columns(store))
    assert battle[3:10] == (
        "Battles", "Non-state actor overtakes territory", "disputed", "claims", "day",
        day_number(sample.DAY), "sy_rebels",
    )  # fmt: skip
    assert battle[12:] == (
        ("t:saraqib",), (("sy_rebels", "attacker"),), ("SY-M5", "SY-M5:1"),
    )  # fmt: skip
    assert (battle[10], strike[10], strike[11]) == (-1, 2, 2)


def test_roads_stand_as_they_were_read(store):
    store.put([FIRST], parser="1")
    columns = load_columns(store)
    roads = columns.highways
    assert columns.highway_ids[roads.highway[0]] == "SY-M5"
    assert FIRST.article.text[roads.start[0] : roads.end[0]] == "M5 motorway"
    assert FIRST.article.text[roads.sentence_start[0] :].startswith("The M5 motorway")


def test_columns_of_a_new_version_grow_out_of_the_old_ones(store, reopen):
    store.put([FIRST], parser="1")
    old = load_columns(store)
    kept = mention_rows(old)
    assert load_columns(store, old) is old
    writer = reopen()
    writer.put([SECOND], parser="1")
    new = load_columns(store, old)
    same(new, load_columns(store))
    assert mention_rows(old) == kept
    fewer = dataclasses.replace(FIRST, toponyms=FIRST.toponyms[3:], events=FIRST.events[1:])
    writer.put([fewer], parser="2")
    newer = load_columns(store, new)
    same(newer, load_columns(store))
    assert len(newer.article) == len(new.article) - 3
    assert newer.place_ids[: len(new.place_ids)] == new.place_ids


def test_an_article_that_fails_later_leaves_the_columns(store):
    store.put([FIRST, SECOND], parser="1")
    old = load_columns(store)
    store.fail({FIRST.article.id: "broken"}, parser="2")
    new = load_columns(store, old)
    same(new, load_columns(store))
    assert len(new.article) == len(SECOND.toponyms)


def test_a_rebuild_empties_the_columns(store):
    store.put([FIRST, SECOND], parser="1")
    old = load_columns(store)
    assert rebuild(store) == 2
    assert len(load_columns(store, old).article) == 0
    store.put([SECOND], parser="1")
    same(load_columns(store, old), load_columns(store))


def test_a_copy_points_to_the_story_it_repeats(store):
    body = " ".join(f"word{number} was said in the town" for number in range(30))
    first = dataclasses.replace(FIRST.article, id="one", text=body)
    copy = dataclasses.replace(FIRST.article, id="two", text=body + " again")
    nothing = {"toponyms": (), "actors": (), "events": (), "highways": (), "sentences": ()}
    store.put(
        [dataclasses.replace(FIRST, article=one, **nothing) for one in (first, copy)], parser="1"
    )
    columns = load_columns(store)
    story = {columns.article_ids[row]: columns.article_ids[columns.story[row]] for row in (0, 1)}
    assert story == {"one": "one", "two": "one"}


def test_a_mention_takes_about_fifty_bytes(store):
    store.put([FIRST, SECOND], parser="1")
    columns = load_columns(store)
    row = sum(
        getattr(columns, name).dtype.itemsize
        for name in (
            "article", "number", "place", "start", "end", "sentence_start", "sentence_end",
            "role", "day", "source", "confidence", "sure",
        )
    )  # fmt: skip
    assert row == 42
    assert columns.nbytes > row * len(columns.article)
    assert columns.article.dtype == np.int32
