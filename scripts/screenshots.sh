#!/usr/bin/env bash
# Takes pictures of the window after three runs, in both themes and three sizes, into build/pictures/, and
# keeps those that README.md shows in docs/pictures/.
set -euo pipefail
cd "$(dirname "$0")/.."
. scripts/packages.sh
install_missing "${STAMPEDE_PACKAGES[@]}" fonts-dejavu-core
build_preset release stampede

export QT_QPA_PLATFORM=offscreen
for theme in light dark; do
    for size in 1024x720 1280x800 1920x1080; do
        for preset in hundred-users quiet-damage open-door; do
            code=0
            build/release/bin/stampede "$preset" --run --quit-when-done --theme "$theme" --size "$size" \
                --screenshots "build/pictures/$theme-$size/$preset" 2>/dev/null || code=$?
            [ "$code" -eq 0 ] || [ "$code" -eq 97 ] || { echo "$preset ended with $code" >&2; exit 1; }
        done
    done
    mkdir -p docs/pictures
    cp "build/pictures/$theme-1280x800/hundred-users/live.png" "docs/pictures/live-$theme.png"
    cp "build/pictures/$theme-1280x800/open-door/audit.png" "docs/pictures/audit-$theme.png"
done
