#!/usr/bin/env bash
# SPDX-License-Identifier: MIT
# Draws the program's and the files' icons as pictures of every size a desktop asks for, from packaging/icons/*.svg.
# Needs Debian's package librsvg2-bin.
set -euo pipefail
cd "$(dirname "$0")/../packaging/icons"
command -v rsvg-convert >/dev/null || {
    echo "missing: rsvg-convert; apt-get install librsvg2-bin" >&2
    exit 2
}
for size in 16 22 24 32 48 64 128 256 512; do
    mkdir -p "$size"
    for icon in stampede.svg application-*.svg; do
        rsvg-convert -w "$size" -h "$size" "$icon" -o "$size/${icon%.svg}.png"
    done
done
