#!/bin/sh
# Install Composer, and the command line of PHP that it needs, where the tests that install the
# package for PHP need them and they are absent. Prints nothing and changes nothing where they are
# there; without them those tests are left out, and say so.
set -eu

if command -v composer >/dev/null && command -v php >/dev/null; then
    exit 0
fi

if ! command -v apt-get >/dev/null || [ "$(id -u)" -ne 0 ]; then
    echo "No Composer found, so the package for PHP is not installed." >&2
    exit 1
fi

apt-get update -qq
DEBIAN_FRONTEND=noninteractive apt-get install -qq -y --no-install-recommends \
    php-cli composer >/dev/null
