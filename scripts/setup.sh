#!/bin/sh
# Makes .venv hold exactly what requirements.lock says, and the course's own package on top.
#
#   sh scripts/setup.sh               finds Python 3.11, 3.12 or 3.13 by itself
#   PYTHON=/path/to/python sh …       uses that one for a new .venv
#
# .venv/.ready is a copy of everything the set-up depends on, written last and removed first:
#   the same   nothing to do
#   different  the lock moved on: bring .venv in step with it
#   missing    the last set-up was interrupted: half-copied packages may look whole, so start afresh
#   of another folder    the checkout was moved or copied, and a .venv does not survive that: start afresh
# Downloads stay in the caches of pip and uv; the settings and variables of both (PIP_*, UV_*, SSL_CERT_FILE) work as usual.
set -eu
cd "$(dirname "$0")/.."
venv=.venv
ready=$venv/.ready

say() { printf '%s\n' "setup: $*"; }
stop() { printf '%s\n' "setup: $*" >&2; exit 1; }
trap 'stop "Interrupted. Run the same command again: it starts where it can."' INT TERM

inputs() { pwd && cat requirements.lock pyproject.toml scripts/setup.sh; }

suits() { "$1" -c 'import sys; sys.exit(not (3, 11) <= sys.version_info < (3, 14))' >/dev/null 2>&1; }

find_python() {
    if [ -n "${PYTHON:-}" ]; then
        suits "$PYTHON" && echo "$PYTHON" && return
        stop "PYTHON=$PYTHON is not Python 3.11, 3.12 or 3.13. Name another one, or leave PYTHON out."
    fi
    for candidate in python3.11 python3.12 python3.13 python3 python; do
        suits "$candidate" && echo "$candidate" && return
    done
    stop "Python 3.11, 3.12 or 3.13 is missing (looked for python3.11 … python3, python on the PATH)." \
        "Install one (Debian 12: apt-get install python3.11), or name it: make setup PYTHON=/path/to/python3.11"
}

make_venv() {
    python=$(find_python)
    version=$("$python" -c 'import sys; print("%d.%d" % sys.version_info[:2])')
    if ! "$python" -c 'import ensurepip, venv' 2>/dev/null; then
        say "$python cannot make virtual environments: Debian and Ubuntu keep that in python$version-venv."
        sh scripts/apt-install.sh "python$version-venv" ||
            stop "Install it (apt-get install python$version-venv), then run the same command again."
    fi
    say "Making $venv with $python (Python $version)."
    (trap '' INT && exec "$python" -m venv --clear "$venv")  # a few seconds: Ctrl-C is heard when they are over
}

# uv does not read pip's variables: hand on the two that decide whether packages can be reached at all.
share_settings_with_uv() {
    if [ -n "${PIP_INDEX_URL:-}" ]; then export UV_DEFAULT_INDEX="${UV_DEFAULT_INDEX:-$PIP_INDEX_URL}"; fi
    if [ -n "${PIP_CERT:-}" ]; then export SSL_CERT_FILE="${SSL_CERT_FILE:-$PIP_CERT}"; fi
}

download_hint="The reason stands above. If it is the network: run the same command again, finished downloads are kept."

install_uv() {
    sed -n '/^uv==/,/[^\\]$/p' requirements.lock >"$venv/uv.txt"
    "$venv/bin/python" -m pip install --disable-pip-version-check --require-hashes --no-deps -r "$venv/uv.txt" ||
        stop "Could not install uv, which installs everything else. $download_hint"
}

install_packages() {
    # --no-build: ready-made wheels only, so no compiler is needed and no package runs code while it is installed
    "$venv/bin/uv" pip sync --python "$venv/bin/python" --require-hashes --no-build requirements.lock ||
        stop "Could not install the packages of requirements.lock. $download_hint"
    "$venv/bin/uv" pip install --python "$venv/bin/python" --offline --no-deps --no-build-isolation --editable . ||
        stop "Could not install the course's own package from this folder. The reason stands above."
}

case $(uname -s) in
    Linux | Darwin) ;;
    *) stop "The course runs on Linux and macOS, and this is $(uname -s). On Windows, use WSL (a Linux inside Windows)." ;;
esac

if [ -x "$venv/bin/python" ] && inputs 2>/dev/null | cmp -s - "$ready"; then exit 0; fi

if [ -x "$venv/bin/python" ] && [ "$(sed 1q "$ready" 2>/dev/null)" = "$(pwd)" ]; then
    say "Bringing $venv in step with requirements.lock."
    rm "$ready"
else
    say "Installing the packages of requirements.lock into $venv (2.3 GB; about 600 MB to download the first time)."
    make_venv
fi
share_settings_with_uv
install_uv
install_packages
inputs >"$ready"
say "Ready."
