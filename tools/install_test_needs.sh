#!/bin/sh
# Install what the browser and database tests need and the machine lacks: a Chromium and a
# PostgreSQL server. Debian's packages where apt-get may be used, else Playwright's own browser.
# Usage: install_test_needs.sh VENV_BIN
set -eu
bin=$1

as_root() {
    if [ "$(id -u)" -eq 0 ]; then "$@"; else sudo -n "$@"; fi
}

apt_install() {
    command -v apt-get >/dev/null || return 1
    if [ "$(id -u)" -ne 0 ]; then sudo -n true 2>/dev/null || return 1; fi
    [ -n "${apt_updated:-}" ] || as_root apt-get update -qq
    apt_updated=1
    DEBIAN_FRONTEND=noninteractive as_root apt-get install -y -qq --no-install-recommends "$@" >/dev/null
}

if ! command -v chromium >/dev/null; then
    echo "Installing a Chromium for the browser tests"
    apt_install chromium fonts-dejavu-core fonts-noto-core || "$bin/playwright" install chromium
fi

if ! command -v pg_ctl >/dev/null && ! ls /usr/lib/postgresql/*/bin/pg_ctl >/dev/null 2>&1; then
    echo "Installing a PostgreSQL server for the database tests"
    apt_install postgresql || {
        echo "No PostgreSQL server here and apt-get may not be used: install Debian's" >&2
        echo "postgresql package, then run 'make test' again." >&2
        exit 1
    }
fi
