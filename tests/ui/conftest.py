from pathlib import Path

import pytest
import streamlit as st
from streamlit.testing.v1 import AppTest

from mapapp.store.database import Store
from tests import sample

SCRIPT = Path(__file__).resolve().parents[2] / "mapapp" / "app.py"
TIMEOUT = 60


@pytest.fixture
def database(tmp_path, monkeypatch):
    url = f"sqlite:///{tmp_path / 'page.db'}"
    monkeypatch.setenv("MAPAPP_DATABASE", url)
    monkeypatch.setenv("MAPAPP_SEEDS", "")
    st.cache_resource.clear()
    st.cache_data.clear()
    store = Store(url)
    store.create()
    yield store
    store.close()
    st.cache_resource.clear()
    st.cache_data.clear()


@pytest.fixture
def filled(database):
    database.put(sample.readings(), parser="1")
    return database


@pytest.fixture
def page():
    def run(**query):
        app = AppTest.from_file(SCRIPT, default_timeout=TIMEOUT)
        for key, value in query.items():
            app.query_params[key] = value
        return app.run()

    return run
