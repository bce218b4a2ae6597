#!/usr/bin/env bash
# Installs what is missing, builds, and runs the preset hundred-users; the reports go to ./report/.
# Words after -- go to the program:  ./scripts/run.sh -- latch-100-vs-10 --vus 50
set -euo pipefail
cd "$(dirname "$0")/.."
. scripts/packages.sh

[ "${1:-}" = -- ] && shift
install_missing "${STAMPEDE_PACKAGES[@]}"
build_preset release stampede-cli

case "${1:-}" in
'' | -*) set -- hundred-users "$@" ;;
esac
case " $* " in
*' --out '* | *' --out='* | *' --help '* | *' -h '*) ;;
*) set -- "$@" --out report ;;
esac
exec build/release/bin/stampede-cli run "$@"
