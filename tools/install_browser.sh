#!/bin/sh
# Install Chromium where the tests of the built site need it and it is absent. Prints nothing and
# changes nothing where one is there; KESBANG_IKU_CHROMIUM may name another.
set -eu

for name in "${KESBANG_IKU_CHROMIUM:-}" chromium chromium-browser google-chrome; do
    if [ -n "$name" ] && command -v "$name" >/dev/null; then
        exit 0
    fi
done

if ! command -v apt-get >/dev/null || [ "$(id -u)" -ne 0 ]; then
    echo "No Chromium found. Install it, or name one in KESBANG_IKU_CHROMIUM." >&2
    exit 1
fi

apt-get update -qq
DEBIAN_FRONTEND=noninteractive apt-get install -qq -y --no-install-recommends \
    chromium fonts-dejavu-core >/dev/null
