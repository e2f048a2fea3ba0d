"""What the docs name exists, and what exists is named in the docs."""

import re
from pathlib import Path

import pytest

from mapapp.cli import command_names
from mapapp.config import SETTINGS

ROOT = Path(__file__).resolve().parents[2]
DOCS = {path.name: path.read_text(encoding="utf-8") for path in (ROOT / "docs").glob("*.md")}
README = (ROOT / "README.md").read_text(encoding="utf-8")
EVERYTHING = "\n".join([README, *DOCS.values()])


@pytest.mark.parametrize("name", command_names())
def test_every_command_is_documented(name):
    assert f"mapapp {name}" in EVERYTHING


@pytest.mark.parametrize("name", SETTINGS)
def test_every_setting_is_documented(name):
    assert f"`{name}`" in DOCS["deploy.md"]


def test_documented_settings_exist():
    named = set(re.findall(r"MAPAPP_[A-Z_]+", EVERYTHING))
    assert named <= set(SETTINGS)


@pytest.mark.parametrize("name", ["README.md", *sorted(DOCS)])
def test_links_to_files_lead_somewhere(name):
    page = ROOT / name if name == "README.md" else ROOT / "docs" / name
    targets = re.findall(r"\]\((?!https?:|#|mailto:)([^)#]+)", page.read_text(encoding="utf-8"))
    missing = [target for target in targets if not (page.parent / target).exists()]
    assert missing == []


def test_commands_of_the_readme_exist():
    blocks = "\n".join(re.findall(r"```\n(.*?)```", README, flags=re.DOTALL))
    words = set(re.findall(r"^mapapp ([a-z]+)", blocks, flags=re.MULTILINE))
    assert words
    assert words <= set(command_names())


def test_targets_of_the_readme_exist():
    makefile = (ROOT / "Makefile").read_text(encoding="utf-8")
    targets = set(re.findall(r"make ([a-z]+)", README))
    assert {"run", "test"} <= targets
    assert all(f"\n{target}:" in makefile for target in targets)
