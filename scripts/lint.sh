#!/usr/bin/env bash
# SPDX-License-Identifier: MIT
# lint.sh format       every source file is formatted as .clang-format says
# lint.sh tidy         clang-tidy over the sources that changed since STAMPEDE_TIDY_BASE (default: the last
#                      commit of the main line that is more than an hour older than the newest), those that
#                      changed most first and for 12 minutes (STAMPEDE_TIDY_MINUTES), with errors as in
#                      .clang-tidy; says how many were left
# lint.sh tidy --full  over all of them
set -euo pipefail
cd "$(dirname "$0")/.."
. scripts/packages.sh

sources() { git ls-files --cached --others --exclude-standard -- "$@"; }

tidy_base() {
    local newest
    newest=$(git log -1 --format=%ct)
    git rev-list -1 --first-parent --before=$((newest - 3600)) HEAD
}

# Headers are checked through the sources that include them.
changed_sources() {
    local base=${STAMPEDE_TIDY_BASE:-$(tidy_base)}
    if [ -z "$base" ] || [ "${1:-}" = --full ]; then
        sources 'core/*.cpp' 'app/*.cpp' 'print/*.cpp' 'ui/*.cpp'
    else
        { git diff --numstat --no-renames --diff-filter=d "$base" -- 'core/*.cpp' 'app/*.cpp' 'print/*.cpp' 'ui/*.cpp' |
              sort -k1,1nr | cut -f3
          git ls-files --others --exclude-standard -- 'core/*.cpp' 'app/*.cpp' 'print/*.cpp' 'ui/*.cpp'; }
    fi
}

# look_at FILE... - nothing once the time is up: the files are written down then.
look_at() {
    if [ "$(date +%s)" -ge "$tidy_until" ]; then
        printf '%s\n' "$@" >>build/tidy.left
    else
        clang-tidy -p build/tidy --quiet "$@" 2>/dev/null
    fi
}

case "${1:-}" in
format)
    sources '*.cpp' '*.h' | xargs clang-format --dry-run -Werror
    echo "format: every source file is as it should be"
    ;;
tidy)
    if [ ! -f build/tidy/compile_commands.json ]; then
        mkdir -p build
        cmake --preset tidy >build/tidy.log 2>&1 || { cat build/tidy.log >&2; exit 1; }
    fi
    files=$(changed_sources "${2:-}")
    echo "clang-tidy: $(printf '%s\n' "$files" | grep -c .) files"
    minutes=${STAMPEDE_TIDY_MINUTES:-12}
    [ "${2:-}" != --full ] || minutes=100000
    tidy_until=$(($(date +%s) + 60 * minutes))
    export tidy_until
    export -f look_at
    : >build/tidy.left
    printf '%s\n' "$files" | grep . |
        xargs -r -P "$(nproc)" -n 2 bash -c 'look_at "$@"' look_at
    echo "clang-tidy: clean, $(grep -c . build/tidy.left || true) files not looked at for want of time"
    ;;
*)
    echo "usage: scripts/lint.sh format | tidy [--full]" >&2
    exit 2
    ;;
esac
