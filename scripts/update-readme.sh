#!/usr/bin/env bash
# SPDX-License-Identifier: MIT
# Makes the parts of README.md that show results anew, from real runs of the release build.
set -euo pipefail
cd "$(dirname "$0")/.."
. scripts/packages.sh
install_missing "${STAMPEDE_PACKAGES[@]}" jq
build_preset release stampede-cli

cli=build/release/bin/stampede-cli
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

# run PRESET - leaves PRESET.json and PRESET.txt; a violation (97) is what some of them are for.
run() {
    local code=0
    "$cli" run "$1" --json "$work/$1.json" >"$work/$1.txt" 2>/dev/null || code=$?
    [ "$code" -eq 0 ] || [ "$code" -eq 97 ] || { echo "$1 ended with $code" >&2; exit 1; }
}
for preset in hundred-users quiet-damage open-door; do run "$preset"; done

# row NAME PRESET WORDS - one line of the table; WORDS is a jq expression for the bold part.
row() {
    jq -r --arg name "$1" "
        def n: tostring | explode | reverse
            | [foreach .[] as \$c (0; . + 1; if . > 1 and (. - 1) % 3 == 0 then 44, \$c else \$c end)]
            | reverse | implode;
        def abs: if . < 0 then -. else . end;
        (.outcomes | if .already_issued + .out_of_stock == 0
            then \"\(.issued | n) × 200, \\\"0 % failed\\\"\"
            else \"\(.issued | n) × 200, \(.already_issued | n) × 409\" end) as \$answers
        | \"| \(\$name) | \(\$answers) | $3 |\"" "$work/$2.json"
}
{
    echo '| | what a load tester sees | what the database holds |'
    echo '|---|---|---|'
    row 'row lock on' hundred-users \
        '\(.state.rows | n) coupons, \(.state.remaining | n) of \(.state.initial_stock | n) left: **held**'
    row 'row lock off' quiet-damage \
        '\(.state.rows | n) coupons, \(.state.remaining | n) of \(.state.initial_stock | n) left: **\(.state.drift | abs | n) decrements lost**'
    row 'everything off' open-door \
        '\(.state.rows | n) coupons for \(.state.initial_stock | n): **\(.state.rows - .state.initial_stock | n) too many**'
} >"$work/table"
{
    echo '```'
    echo '$ stampede-cli run quiet-damage'
    cat "$work/quiet-damage.txt"
    echo '```'
} >"$work/run"

# Replaces what stands between the marks.
for part in run table; do
    awk -v part="$part" -v file="$work/$part" '
        index($0, "<!-- end: " part " -->") { hidden = 0 }
        !hidden { print }
        index($0, "<!-- begin: " part " -->") { while ((getline line < file) > 0) print line; hidden = 1 }
    ' README.md >"$work/README.md"
    cp "$work/README.md" README.md
done
echo "README.md is up to date"
