#!/bin/sh
# Install Chromium where the tests of the built site need it: the one that has no window, which
# opens pages in three quarters of the time. Prints nothing and changes nothing where that one is
# there; KESBANG_IKU_CHROMIUM may name another, and where Debian's cannot be had any will do.
set -eu

has_any() {
    for name in "$@"; do
        if [ -n "$name" ] && command -v "$name" >/dev/null; then
            return 0
        fi
    done
    return 1
}

if has_any "${KESBANG_IKU_CHROMIUM:-}" chromium-headless-shell; then
    exit 0
fi

if command -v apt-get >/dev/null && [ "$(id -u)" -eq 0 ] && apt-get update -qq &&
    DEBIAN_FRONTEND=noninteractive apt-get install -qq -y --no-install-recommends \
        chromium-headless-shell fonts-dejavu-core >/dev/null; then
    exit 0
fi

if ! has_any chromium chromium-browser google-chrome; then
    echo "No Chromium found. Install it, or name one in KESBANG_IKU_CHROMIUM." >&2
    exit 1
fi
