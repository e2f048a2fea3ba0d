#!/bin/sh
# Pin the newest versions that pyproject.toml allows, without addresses of registries.
# Usage: lock.sh VENV_BIN
set -eu
bin=$1
"$bin/python" -m pip install --quiet pip-tools
options="--quiet --strip-extras --no-annotate --no-header --no-emit-index-url --no-emit-find-links
    --no-emit-trusted-host --no-emit-options --allow-unsafe --resolver=backtracking"
# shellcheck disable=SC2086  # the options are words
"$bin/pip-compile" $options --upgrade --output-file requirements.txt pyproject.toml
# shellcheck disable=SC2086
"$bin/pip-compile" $options --constraint requirements.txt \
    --extra test --extra cluster --extra documents --extra postgresql --output-file requirements-test.txt pyproject.toml
