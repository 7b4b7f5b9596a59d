#!/bin/sh
# Install the PostgreSQL and MariaDB servers, where the tests that compute in them need one and it is
# absent. Prints nothing and changes nothing where both are there; without one its tests are left
# out, and say so.
set -eu

wanted=""
if ! ls /usr/lib/postgresql/*/bin/initdb >/dev/null 2>&1; then
    wanted="postgresql"
fi
if ! command -v mariadb-install-db >/dev/null; then
    wanted="$wanted mariadb-server"
fi
if [ -z "$wanted" ]; then
    exit 0
fi

if ! command -v apt-get >/dev/null || [ "$(id -u)" -ne 0 ]; then
    echo "Not found, so no SQL is tried on it: $wanted." >&2
    exit 1
fi

apt-get update -qq
# A policy of 101 keeps the packages from starting servers: the tests start their own.
policy=/usr/sbin/policy-rc.d
if [ ! -e "$policy" ]; then
    printf '#!/bin/sh\nexit 101\n' >"$policy"
    chmod +x "$policy"
    trap 'rm -f "$policy"' EXIT
fi
# shellcheck disable=SC2086 # one package a word
DEBIAN_FRONTEND=noninteractive apt-get install -qq -y --no-install-recommends $wanted >/dev/null
