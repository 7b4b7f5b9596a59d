#!/bin/sh
# A short walk through the command line: each command is printed before what it answers.
# Any answer other than the expected one ends the walk with a failure.
set -eu

cd "$(dirname "$0")/.."

run() {
    printf '\n$ %s\n' "$*"
    "$@"
}

# The exit status is part of the answer: 1 says that the input has errors.
run_expecting() {
    expected=$1
    shift
    status=0
    run "$@" || status=$?
    if [ "$status" -ne "$expected" ]; then
        printf 'demo: exit status %s where %s was expected: %s\n' "$status" "$expected" "$*" >&2
        exit 1
    fi
    printf '(exit status %s, as expected)\n' "$status"
}

# 1. Values, achievement and category: one province, then Indonesia.
run kesbang-iku compute examples/idi-kalimantan-tengah.yaml
run kesbang-iku compute \
    examples/idi-nasional.yaml \
    examples/ikub.yaml \
    examples/prevalensi-narkotika.yaml \
    examples/partisipasi-pemilih.yaml \
    examples/bantuan-parpol.yaml

# 1b. A whole province rolled up, with invented numbers: who reports, and what cannot be added.
run kesbang-iku rollup examples/rekap --ke 34 --waktu tahunan

# 2. Where a value comes from, step by step.
run kesbang-iku explain examples/idi-kalimantan-tengah.yaml --kode KBP-POL-01

# 3. A clean report, and one with mistakes: each finding with its line and its cure.
run kesbang-iku validate examples/idi-kalimantan-tengah.yaml
run_expecting 1 kesbang-iku validate examples/laporan-keliru.yaml

# 4. A table of a performance report as agencies print it: the arithmetic of each row.
run_expecting 1 kesbang-iku validate examples/tabel-capaian.csv

# 5. The scorecard page: charts, findings and sources in one file, to be opened and printed.
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
run kesbang-iku report examples/idi-kalimantan-tengah.yaml -o "$folder/laporan.html"
