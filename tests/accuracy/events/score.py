"""Score events and actors on the labeled sentences and on the seed article."""

import csv
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

from mapapp.actors.lexicon import Lexicon
from mapapp.actors.recognize import recognize_actors, recognize_voices
from mapapp.events.extract import extract_events
from mapapp.model.event import Event
from mapapp.text.sentences import build_document

HERE = Path(__file__).parent
ACTORS_FOLDER = HERE.parents[2] / "data" / "actors"


@dataclass
class Tally:
    """Right and asked, per measure, with what went wrong."""

    right: Counter[str] = field(default_factory=Counter)
    asked: Counter[str] = field(default_factory=Counter)
    errors: list[str] = field(default_factory=list)

    def add(self, measure: str, *, ok: bool, note: str) -> None:
        self.asked[measure] += 1
        self.right[measure] += ok
        if not ok:
            self.errors.append(f"{measure}: {note}")

    def share(self, measure: str) -> float:
        return self.right[measure] / self.asked[measure]


def score_sentences(lexicon: Lexicon) -> Tally:
    """Return the tally of all labeled sentences, read without any gazetteer."""
    tally = Tally()
    with (HERE / "sentences.tsv").open(encoding="utf-8") as stream:
        for row in csv.DictReader(stream, delimiter="\t", quoting=csv.QUOTE_NONE):
            _score_row({key: value or "" for key, value in row.items()}, lexicon, tally)
    return tally


def _score_row(row: dict[str, str], lexicon: Lexicon, tally: Tally) -> None:
    document = build_document(row["text"], published=date(2023, 6, 1))
    actors = recognize_actors(document, lexicon, ())
    voices = recognize_voices(document, lexicon, ())
    events = extract_events(document, (), actors, (), voices)
    told = " | ".join(_told(event) for event in events)
    if row["style"] == "negative":
        deaths = sum(event.killed.low for event in events if event.killed)
        tally.add("no false deaths", ok=deaths == 0, note=f"{row['text']} -> {told}")
        return
    main = max(events, key=lambda event: event.killed is not None, default=None)
    for column in ("type", "sub_type"):
        if row[column]:
            found = getattr(main, column) if main else ""
            tally.add(column, ok=found == row[column], note=f"{row['text']} -> {told}")
    _score_roles(row, events, tally, told)
    _score_tolls(row, events, tally, told)
    for group in filter(None, row["groups"].split("|")):
        ok = any(group in a.text or a.text in group for a in actors)
        tally.add("named groups", ok=ok, note=f"{group}: {[a.text for a in actors]}")


def _score_roles(row: dict[str, str], events: Sequence[Event], tally: Tally, told: str) -> None:
    for role in ("attacker", "target"):
        if row[role]:
            ids = {p.actor_id for e in events for p in e.participants if p.role == role}
            tally.add(
                "role", ok=row[role] in ids, note=f"{role} {row[role]}: {row['text']} -> {told}"
            )


def _score_tolls(row: dict[str, str], events: Sequence[Event], tally: Tally, told: str) -> None:
    for column in ("killed", "injured"):
        counts = [count.low for e in events if (count := getattr(e, column)) is not None]
        wanted = int(row[column] or 0)
        if wanted or column == "killed":
            tally.add(column, ok=sum(counts) == wanted, note=f"{wanted}: {row['text']} -> {told}")


def _told(event: Event) -> str:
    parts = ",".join(f"{p.actor_id}={p.role}" for p in event.participants)
    killed = event.killed.low if event.killed else "-"
    injured = event.injured.low if event.injured else "-"
    return f"{event.type}/{event.sub_type} [{event.trigger}] {parts} k{killed} i{injured}"
