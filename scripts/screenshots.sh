#!/usr/bin/env bash
# SPDX-License-Identifier: MIT
# Takes pictures of the window before, during and after three runs, in both languages, three themes and three
# sizes, into build/pictures/, and keeps those that README.md shows in docs/pictures/.
set -euo pipefail
cd "$(dirname "$0")/.."
. scripts/packages.sh
install_missing "${STAMPEDE_PACKAGES[@]}" fonts-dejavu-core
build_preset release stampede

export QT_QPA_PLATFORM=offscreen
window=build/release/bin/stampede
scenarios=$(mktemp -d)
chmod 711 "$scenarios" # as root, the server runs as another account
trap 'rm -r "$scenarios"' EXIT
export STAMPEDE_DATA_DIR="$scenarios/data" # runs are kept, so that the list of them is seen
mkdir -m 755 "$STAMPEDE_DATA_DIR"
# The latch with the lock off.
sed 's/"users"/"service": { "layers": { "rowLock": false } }, "users"/' \
    resources/presets/latch-100-vs-10.stampede.json >"$scenarios/latch-lock-off.stampede.json"

# pictures NAME SCENARIO LANGUAGE THEME SIZE
pictures() {
    local folder="build/pictures/$3-$4-$5/$1" code=0
    local look=(--quit-when-done --language "$3" --theme "$4" --size "$5")
    "$window" "$2" "${look[@]}" --screenshots "$folder/before" 2>/dev/null
    "$window" "$2" --run "${look[@]}" --screenshots "$folder" --screenshots-during 2>/dev/null || code=$?
    [ "$code" -eq 0 ] || [ "$code" -eq 97 ] || { echo "$1 ended with $code" >&2; exit 1; }
}

for language in en ko; do
    for theme in light dark contrast; do
        for size in 1024x720 1280x800 1920x1080; do
            for preset in hundred-users open-door; do
                pictures "$preset" "$preset" "$language" "$theme" "$size"
            done
            pictures latch-lock-off "$scenarios/latch-lock-off.stampede.json" "$language" "$theme" "$size"
        done
    done
done
pictures quiet-damage quiet-damage en light 1280x800
mkdir -p docs/pictures
cp build/pictures/en-light-1280x800/latch-lock-off/race.png docs/pictures/race.png
cp build/pictures/en-light-1280x800/quiet-damage/interleavings.png docs/pictures/interleavings.png
for theme in light dark; do
    cp "build/pictures/en-$theme-1280x800/hundred-users/live.png" "docs/pictures/live-$theme.png"
    cp "build/pictures/en-$theme-1280x800/open-door/audit.png" "docs/pictures/audit-$theme.png"
done
