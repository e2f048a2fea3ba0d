import pytest

from mapapp.config import load_config
from mapapp.errors import ConfigurationError


def test_options_outrank_variables(tmp_path):
    environment = {"MAPAPP_DATABASE": "sqlite:///b.db", "MAPAPP_DATA_FOLDER": str(tmp_path)}
    assert load_config(environment, database="sqlite:///a.db").database == "sqlite:///a.db"
    assert load_config(environment).database == "sqlite:///b.db"


def test_the_default_database_lies_in_the_data_folder(tmp_path):
    config = load_config({"MAPAPP_DATA_FOLDER": str(tmp_path)})
    assert config.database == f"sqlite:///{tmp_path.as_posix()}/mapapp.db"


def test_seeds_can_be_left_out():
    assert load_config({}).seeds is not None
    assert load_config({"MAPAPP_SEEDS": ""}).seeds is None


def test_added_gazetteers_follow_the_bundled_one(tmp_path):
    added = tmp_path / "gazetteers" / "SY.csv"
    added.parent.mkdir()
    added.touch()
    named = tmp_path / "mine.csv"
    named.touch()
    config = load_config({"MAPAPP_DATA_FOLDER": str(tmp_path)}, gazetteers=(str(named),))
    assert config.gazetteer_files == (config.bundled / "gazetteer.csv", added, named)


def test_a_missing_gazetteer_is_named():
    with pytest.raises(ConfigurationError, match=r"No gazetteer file at .*nowhere\.csv"):
        load_config({"MAPAPP_GAZETTEER": "nowhere.csv"})


def test_a_flag_takes_only_yes_and_no():
    assert load_config({"MAPAPP_OFFLINE": "1"}).offline
    assert not load_config({"MAPAPP_OFFLINE": "0"}).offline
    with pytest.raises(ConfigurationError, match="MAPAPP_OFFLINE is 'maybe'"):
        load_config({"MAPAPP_OFFLINE": "maybe"})
