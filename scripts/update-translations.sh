#!/usr/bin/env bash
# SPDX-License-Identifier: MIT
# Brings resources/translations/ in line with the texts of the sources: new texts come in unfinished, texts
# that are gone are dropped. Without words it does so for every language; with --check it changes nothing
# and ends with 1 where a file lacks a text, keeps one that is gone, or has one unfinished.
set -euo pipefail
cd "$(dirname "$0")/.."
. scripts/packages.sh
install_missing qt6-l10n-tools

lupdate=/usr/lib/qt6/bin/lupdate
[ -x "$lupdate" ] || lupdate=$(command -v lupdate)

# update FILE - in place.
update() {
    "$lupdate" -silent -no-obsolete -locations none -source-language en -target-language ko_KR \
        -I . -I core -I ui core app print ui -ts "$1" 2>&1 | grep -v 'Qualifying with unknown namespace' || true
}

if [ "${1:-}" = --check ]; then
    copy=$(mktemp --suffix=.ts)
    trap 'rm "$copy"' EXIT
    cp resources/translations/stampede_ko.ts "$copy"
    update "$copy"
    code=0
    diff -u resources/translations/stampede_ko.ts "$copy" || code=1
    ! grep -n 'type="unfinished"' "$copy" || code=1
    exit "$code"
fi
update resources/translations/stampede_ko.ts
echo "Without a translation: $(grep -c 'type="unfinished"' resources/translations/stampede_ko.ts || true)"
