import os
import subprocess
from pathlib import Path

from mapapp.cli import main, serve


def test_the_server_gets_the_settings_of_the_command(monkeypatch, tmp_path):
    started = {}

    def run(command, env, check):
        started.update(command=command, env=env, check=check)
        return subprocess.CompletedProcess(command, 0)

    monkeypatch.setattr(subprocess, "run", run)
    url = f"sqlite:///{tmp_path / 'x.db'}"
    assert main(["serve", "--port", "9123", "--database", url]) == 0
    assert "--server.port=9123" in started["command"]
    assert "--server.address=localhost" in started["command"]
    assert started["env"]["MAPAPP_DATABASE"] == url
    assert started["env"]["PATH"] == os.environ["PATH"]
    script = Path(started["command"][started["command"].index("run") + 1])
    assert script.name == "app.py"
    assert script.is_file()


def test_our_page_settings_hold_in_any_folder():
    settings = serve.page_settings()
    assert "--browser.gatherUsageStats=false" in settings
    assert "--server.headless=true" in settings
    assert any(setting.startswith("--theme.dark.backgroundColor=#") for setting in settings)
