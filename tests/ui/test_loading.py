"""A load that outlives the visitor who began it, and says how far it is."""

import threading

import pytest

from mapapp.errors import DataError
from mapapp.ui.loading import Loading

PATIENCE = 10.0


def test_a_load_says_how_far_it_is_and_goes_on_unwatched():
    reached, go_on = threading.Event(), threading.Event()

    def load(moved):
        moved(3, 8)
        reached.set()
        assert go_on.wait(PATIENCE)
        return "knowledge"

    loading = Loading(load)
    assert reached.wait(PATIENCE)
    assert loading.progress == (3, 8)
    assert not loading.wait(0)
    go_on.set()
    assert loading.wait(PATIENCE)
    assert loading.result() == "knowledge"


def test_what_a_load_raises_reaches_whoever_asks():
    def load(_moved):
        message = "gazetteer.csv, line 3: no latitude."
        raise DataError(message)

    loading = Loading(load)
    assert loading.wait(PATIENCE)
    for _ in range(2):
        with pytest.raises(DataError, match="line 3"):
            loading.result()
