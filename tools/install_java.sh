#!/bin/sh
# Install Java where the test of Spark needs it and it is absent. Prints nothing and changes nothing
# where it is there; without it that test is left out, and says so.
set -eu

if command -v java >/dev/null; then
    exit 0
fi

if ! command -v apt-get >/dev/null || [ "$(id -u)" -ne 0 ]; then
    echo "No Java found, so Spark is not tested." >&2
    exit 1
fi

apt-get update -qq
DEBIAN_FRONTEND=noninteractive apt-get install -qq -y --no-install-recommends default-jre-headless >/dev/null
