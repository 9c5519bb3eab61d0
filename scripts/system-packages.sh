#!/bin/sh
# Installs the programs that tests need and Python packages cannot bring (scripts/system-packages.txt), where it may.
# What stays missing is said here, and its tests are skipped with the same command (tests/conftest.py).
set -eu
cd "$(dirname "$0")/.."

for servers in /usr/lib/postgresql/*/bin; do PATH=$PATH:$servers; done  # where Debian keeps them; tests/conftest.py looks, too

missing() {
    grep -v '^#' scripts/system-packages.txt | while read -r program packages; do
        command -v "$program" >/dev/null || printf '%s ' "$packages"
    done
}

packages=$(missing)
if [ -z "$packages" ]; then exit 0; fi
# shellcheck disable=SC2086  # a list of words
sh scripts/apt-install.sh $packages ||
    printf '%s\n' "Some tests will be skipped: their programs are missing, and this command may not install them here." \
        "On Debian or Ubuntu:  sudo apt-get install $packages"
