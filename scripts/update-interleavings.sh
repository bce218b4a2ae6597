#!/usr/bin/env bash
# SPDX-License-Identifier: MIT
# Makes the tables of docs/interleavings.md anew, from the release build and this machine's MariaDB.
set -euo pipefail
cd "$(dirname "$0")/.."
. scripts/packages.sh
install_missing "${STAMPEDE_PACKAGES[@]}" jq
build_preset release stampede-cli

cli=build/release/bin/stampede-cli
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

# interleave NAME WORDS... - leaves NAME.json; that some orders are wrong (97) is what it is for.
interleave() {
    local name=$1 code=0
    shift
    "$cli" interleave "$@" --language en --quiet --json "$work/$name.json" >/dev/null || code=$?
    [ "$code" -eq 0 ] || [ "$code" -eq 97 ] || { echo "$name ended with $code" >&2; exit 1; }
}

# A cell of a table: "**90** of 92, drift −1" or "0 of 24, 1213 in 18".
cell='def cell:
    .wrong as $wrong
    | (if $wrong == 0 then "0" else "**\($wrong)**" end) + " of \(.schedules)"
        + (if .sampled then " drawn" else "" end)
        + ([(.faults[] | if .schedules == $wrong then .title else "\(.title) in \(.schedules)" end),
            (.errors[] | "\(.error_code) in \(.schedules)")] | map(", " + .) | add // "");'

interleave matrix --matrix
{
    echo "Carried out on $(jq -r .server "$work/matrix.json")."
    jq -r "$cell"'
        def onoff: if . then "on" else "off" end;
        def name: if .service.layers
            then .service.layers | "\(.rowLock | onoff) / \(.duplicateCheck | onoff) / \(.uniqueKey | onoff)"
            else .service.strategy end;
        {"two-people": "Two people, plenty of stock", "last-coupon": "Two people, the last coupon",
         "one-person": "One person twice", "three-people": "Three people, plenty of stock"} as $titles
        | .matrix as $all | ("two-people", "one-person", "last-coupon", "three-people") as $situation
        | ($all | map(select(.situation == $situation))) as $cells
        | ($cells | map(.service.isolation) | reduce .[] as $i ([]; if index([$i]) then . else . + [$i] end)) as $levels
        | "", "### \($titles[$situation])", "",
          "| row lock / check / key | \($levels | join(" | ")) |", "|---|\($levels | map("---|") | add)",
          (($cells | reduce .[] as $c ([]; ($c | name) as $n | if index([$n]) then . else . + [$n] end))[] as $name
            | "| \($name) | \([$levels[] as $level | $cells[] | select(name == $name and .service.isolation == $level) | cell] | join(" | ")) |")
    ' "$work/matrix.json"
} >"$work/matrix"

{
    echo '| transactions | wrong | what |'
    echo '|---|---|---|'
    for file in docs/transactions/*.transactions.json; do
        name=$(basename "$file" .transactions.json)
        interleave "$name" "$file"
        jq -r --arg name "$name" '
            "| [\(.transactions)](transactions/\($name).transactions.json) | \(.wrong) of \(.schedules) | "
            + ([(.faults[] | "“\(.title)” broken in \(.schedules)"),
                (.errors[] | "error \(.error_code) in \(.schedules)")] | join(", ")) + " |"' "$work/$name.json"
    done
} >"$work/transactions"

# Replaces what stands between the marks.
for part in matrix transactions; do
    awk -v part="$part" -v file="$work/$part" '
        index($0, "<!-- end: " part " -->") { hidden = 0 }
        !hidden { print }
        index($0, "<!-- begin: " part " -->") { while ((getline line < file) > 0) print line; hidden = 1 }
    ' docs/interleavings.md >"$work/page.md"
    cp "$work/page.md" docs/interleavings.md
done
echo "docs/interleavings.md is up to date"
