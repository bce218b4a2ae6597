#!/usr/bin/env bash
# SPDX-License-Identifier: MIT
# Installs what is missing, builds, and runs every test, with a private MariaDB of its own.
#   --all   also the linters and the builds with sanitizers
set -euo pipefail
cd "$(dirname "$0")/.."
. scripts/packages.sh

all=false
for word in "$@"; do
    case "$word" in
    --all) all=true ;;
    *)
        echo "usage: scripts/test.sh [--all]" >&2
        exit 2
        ;;
    esac
done

install_missing "${STAMPEDE_PACKAGES[@]}" "${STAMPEDE_TEST_PACKAGES[@]}"
if $all; then
    install_missing "${STAMPEDE_LINT_PACKAGES[@]}"
    scripts/lint.sh format
fi

build_preset release
ctest --preset release
scripts/test-packages.sh

if $all; then
    build_preset asan
    ctest --preset asan
    build_preset tsan
    ctest --preset tsan
    scripts/lint.sh tidy
fi
