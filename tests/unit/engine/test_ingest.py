"""One way in: what is handed in is stored, read, counted and never lost."""

import pytest

from mapapp.articles.reader import Refused, Source
from mapapp.engine import ingest, read, task, workforce
from mapapp.engine.ingest import ingest_sources
from mapapp.engine.read import read_pending
from mapapp.engine.report import failure_lines, summary_json, summary_lines
from mapapp.engine.workforce import Workforce
from mapapp.errors import ConfigurationError, EngineError
from mapapp.model.reading import Correction

pytestmark = pytest.mark.usefixtures("quick")


def load():
    return None


def test_sources_articles_and_refusals_are_taken_in_any_mix(store, articles):
    items = [
        *articles(2),
        Source(name="a.txt", data=b"Saraqib fell, said the army."),
        Source(name="b.bin", data=b"\x00" * 500),
        Refused(name="c.txt", reason="not there"),
    ]
    summary = ingest_sources(items, store, load)
    assert (summary.new, summary.known, summary.refused, summary.failed) == (3, 0, 2, 2)
    assert [refusal.name for refusal in summary.refusals] == ["b.bin", "c.txt"]
    assert summary.read.read == 3
    assert store.count_excerpts("t:saraqib") == 3
    assert len(summary.articles) == 3


def test_doing_it_twice_changes_nothing(store, articles):
    ingest_sources(articles(5), store, load)
    version = store.version()
    summary = ingest_sources(articles(5), store, load)
    assert (summary.new, summary.known, summary.read.read) == (0, 5, 0)
    assert store.version() == version


def test_a_poisoned_article_is_reported_and_the_others_are_read(store, articles):
    items = [*articles(3), *articles(1, "POISON in Saraqib"), *articles(3, "More of Saraqib")]
    summary = ingest_sources(items, store, load)
    assert (summary.read.read, summary.read.failed, summary.failed) == (6, 1, 1)
    assert list(summary.read.reasons.values()) == ["it is poisoned"]
    assert [row.error for row in store.articles(failed=True)] == ["it is poisoned"]
    assert ingest_sources([], store, load).read.failed == 0
    assert list(failure_lines(summary, store)) == [
        f"failed: {next(iter(summary.read.reasons))}: it is poisoned"
    ]


def test_a_stopped_run_goes_on(store, articles, monkeypatch):
    monkeypatch.setattr(read, "BATCH", 2)

    def stop(progress):
        if progress.stage == "read" and progress.done >= 4:
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        ingest_sources(articles(9), store, load, on_progress=stop)
    assert store.count() == 9
    assert store.count_todo(read.PARSER_VERSION) == 5
    assert read_pending(store, load).read == 5
    assert store.count_excerpts("t:saraqib") == 9


def test_progress_tells_both_stages(store, articles, monkeypatch):
    monkeypatch.setattr(read, "BATCH", 2)
    monkeypatch.setattr(ingest, "TOGETHER", 3)
    seen = []
    ingest_sources(articles(5), store, load, on_progress=seen.append)
    assert [(one.stage, one.done, one.total) for one in seen] == [
        ("collect", 3, None), ("collect", 5, None),
        ("read", 2, 5), ("read", 4, 5), ("read", 5, 5),
    ]  # fmt: skip


def test_a_new_parser_version_reads_everything_again(store, articles):
    ingest_sources(articles(3), store, load)
    assert read_pending(store, load, parser="next").read == 3
    assert read_pending(store, load, parser="next").read == 0


def test_a_correction_is_applied_at_the_next_reading(store, articles):
    (article,) = articles(1)
    ingest_sources([article], store, load)
    start = article.text.index("Saraqib")
    store.add_correction(Correction(article_id=article.id, start=start, end=start + 7, place_id=""))
    assert read_pending(store, load).read == 1
    assert store.count_excerpts("t:saraqib") == 0


def test_a_correction_made_while_its_article_is_read_is_not_lost(store, articles, monkeypatch):
    (article,) = articles(1)
    start = article.text.index("Saraqib")
    correction = Correction(article_id=article.id, start=start, end=start + 7, place_id="")
    quick = task.read_or_refuse

    def read_slowly(read, *args, **options):
        found = quick(read, *args, **options)
        if not store.corrections():
            store.add_correction(correction)  # by another process
        return found

    monkeypatch.setattr(task, "read_or_refuse", read_slowly)
    ingest_sources([article], store, load)
    assert store.count_todo(read.PARSER_VERSION) == 1
    assert read_pending(store, load).read == 1
    assert store.count_excerpts("t:saraqib") == 0
    assert store.count_todo(read.PARSER_VERSION) == 0


def test_only_the_articles_that_are_asked_for_are_read(store, articles):
    added = articles(5)
    store.add(added)
    assert read_pending(store, load, only=[added[3].id]).read == 1
    assert store.reading(added[3].id)
    assert store.count_todo(read.PARSER_VERSION) == 4


def test_near_copies_are_counted(store, articles):
    body = " ".join(f"In Saraqib {number} people were hurt at the market" for number in range(20))
    first, copy = articles(1, body)[0], articles(1, "Update: " + body)[0]
    assert ingest_sources([first, copy], store, load).copies == 1


def test_a_summary_is_told_in_words_and_as_json(store, articles):
    summary = ingest_sources(articles(2), store, load)
    first, second = summary_lines(summary)
    assert first.startswith("2 new, 0 known already, 0 of the new near-duplicates")
    assert second.startswith("2 read in ")
    assert '"new": 2' in summary_json(summary)
    assert "\n" not in summary_json(summary)


def test_a_cluster_that_is_not_there_is_named(store, articles, monkeypatch):
    monkeypatch.setattr(workforce, "PATIENCE", "1s")
    store.add(articles(1))
    with pytest.raises(EngineError, match="No Dask scheduler answers at tcp://127"):
        read_pending(store, load, workforce=Workforce(cluster="tcp://127.0.0.1:1"))


def test_a_cluster_without_its_software_names_the_extra(store, articles, monkeypatch):
    store.add(articles(1))
    monkeypatch.setitem(__import__("sys").modules, "distributed", None)
    with pytest.raises(ConfigurationError, match=r"mapapp\[cluster\]"):
        read_pending(store, load, workforce=Workforce(cluster="tcp://127.0.0.1:1"))
