import sys

import pytest

from mapapp.errors import PlugInError
from mapapp.registry import discover


@pytest.fixture
def package(tmp_path, monkeypatch):
    """Return an importable package of two plug-ins."""
    folder = tmp_path / "plugins_under_test"
    folder.mkdir()
    (folder / "__init__.py").touch()
    (folder / "b.py").write_text("PLUG = 2\n")
    (folder / "a.py").write_text("PLUG = 1\n")
    monkeypatch.syspath_prepend(tmp_path)
    yield __import__("plugins_under_test"), folder
    for name in [name for name in sys.modules if name.startswith("plugins_under_test")]:
        del sys.modules[name]


def test_finds_one_object_per_module_in_order(package):
    module, _ = package
    assert list(discover(module, "PLUG", int).items()) == [("a", 1), ("b", 2)]


def test_refuses_a_module_without_the_object(package):
    module, folder = package
    (folder / "c.py").write_text("OTHER = 1\n")
    with pytest.raises(PlugInError, match=r"plugins_under_test\.c has no usable PLUG"):
        discover(module, "PLUG", int)
