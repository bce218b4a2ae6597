#!/usr/bin/env bash
# SPDX-License-Identifier: MIT
# Installs what is missing, builds, and starts the window. Where there is no display it runs the preset
# hundred-users without one and writes the reports to ./report/.
# Words after -- go to the program:  ./scripts/run.sh -- latch-100-vs-10
set -euo pipefail
cd "$(dirname "$0")/.."
. scripts/packages.sh

[ "${1:-}" = -- ] && shift
install_missing "${STAMPEDE_PACKAGES[@]}"
build_preset release stampede stampede-cli

if [ -n "${DISPLAY:-}${WAYLAND_DISPLAY:-}" ]; then
    exec build/release/bin/stampede "$@"
fi
case "${1:-}" in
'' | -*) set -- hundred-users "$@" ;;
esac
case " $* " in
*' --out '* | *' --out='* | *' --help '* | *' -h '*) ;;
*) set -- "$@" --out report ;;
esac
exec build/release/bin/stampede-cli run "$@"
