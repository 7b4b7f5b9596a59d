#!/bin/sh
# Install PHP's command line where the tests of the PHP examples need it and it is absent. Prints
# nothing and changes nothing where it is there; without it those tests are left out, and say so.
set -eu

if command -v php >/dev/null; then
    exit 0
fi

if ! command -v apt-get >/dev/null || [ "$(id -u)" -ne 0 ]; then
    echo "No PHP found, so its examples are not tested." >&2
    exit 1
fi

apt-get update -qq
DEBIAN_FRONTEND=noninteractive apt-get install -qq -y --no-install-recommends php-cli >/dev/null
