#!/usr/bin/env bash
# SPDX-License-Identifier: MIT
# Packs folders of fuzz inputs into the archives of tests/fuzz/corpus, the same bytes for the same inputs:
# scripts/pack-corpus.sh build/release/tests/fuzz/corpus/journal ...
set -euo pipefail
[ $# -gt 0 ] || {
    echo "usage: scripts/pack-corpus.sh FOLDER..., each named like its fuzz target" >&2
    exit 2
}
to=$(cd "$(dirname "$0")/../tests/fuzz/corpus" && pwd)
for folder in "$@"; do
    name=$(basename "$folder")
    tar --sort=name --owner=0 --group=0 --numeric-owner --mtime=@0 --mode=u=rwX,go=rX \
        -C "$(dirname "$folder")" -cf - "$name" | gzip -9n >"$to/$name.tar.gz"
    echo "$to/$name.tar.gz: $(find "$folder" -type f | wc -l) inputs"
done
