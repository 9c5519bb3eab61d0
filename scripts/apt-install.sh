#!/bin/sh
# Installs Debian packages where that is possible without asking anybody: apt-get, and root or a sudo without password.
#
#   sh scripts/apt-install.sh PACKAGE…      exit 0: installed; exit 1: not possible here, or apt-get failed
set -eu

if ! command -v apt-get >/dev/null; then exit 1; fi
if [ "$(id -u)" -eq 0 ]; then
    as_root=
elif command -v sudo >/dev/null && sudo -n true 2>/dev/null; then
    as_root="sudo -n"
else
    exit 1
fi

apt() { $as_root env DEBIAN_FRONTEND=noninteractive apt-get -q -o DPkg::Lock::Timeout=120 "$@"; }

printf '%s\n' "apt-get: installing $*"
apt update
apt install --yes --no-install-recommends "$@"
