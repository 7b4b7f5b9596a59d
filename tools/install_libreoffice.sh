#!/bin/sh
# Install LibreOffice's spreadsheet, without a desktop, where the test that saves workbooks with it
# needs it and it is absent. Prints nothing and changes nothing where it is there; without it that
# test is left out, and says so.
set -eu

if command -v soffice >/dev/null; then
    exit 0
fi

if ! command -v apt-get >/dev/null || [ "$(id -u)" -ne 0 ]; then
    echo "No LibreOffice found, so no workbook that it saved is read." >&2
    exit 1
fi

apt-get update -qq
DEBIAN_FRONTEND=noninteractive apt-get install -qq -y --no-install-recommends \
    libreoffice-calc >/dev/null
