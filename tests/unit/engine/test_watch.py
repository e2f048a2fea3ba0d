"""Watching a folder."""

import os

from mapapp.articles.sources import find_sources
from mapapp.engine.watch import Watch


def test_only_what_is_new_or_changed_is_given_and_only_when_it_is_complete(tmp_path):
    first, second = tmp_path / "a.txt", tmp_path / "b.txt"
    first.write_text("one")
    steps = [
        lambda: second.write_text("begun"),
        lambda: second.write_text("begun and done"),
        lambda: None,
        lambda: None,
        lambda: (first.write_text("one, changed"), os.utime(first, (1, 1))),
        lambda: None,
        second.unlink,
    ]
    waits = []

    def wait(seconds):
        steps[len(waits)]()
        waits.append(seconds)

    watch = Watch(find=lambda: find_sources(str(tmp_path)), pause=7.0, wait=wait)
    seen = [[source.name for source in found] for found in watch.rounds(most=8)]
    assert seen == [["a.txt"], [], [], ["b.txt"], [], [], ["a.txt"], []]
    assert waits == [7.0] * 7


def test_an_empty_folder_is_waited_for(tmp_path):
    watch = Watch(find=lambda: find_sources(str(tmp_path)), wait=lambda _: None)
    assert list(watch.rounds(most=2)) == [[], []]
