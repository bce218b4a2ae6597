#!/usr/bin/env bash
# SPDX-License-Identifier: MIT
# Makes a release of what is committed: scripts/release.sh [--packages | --tag]
#   --packages  only the Debian packages, into build/release/packages
#   --tag       also sets the tag vVERSION
# Source archive, packages, SBOM (SPDX 2.3) and SHA-256 sums go to build/release-VERSION.
set -euo pipefail
cd "$(dirname "$0")/.."
# shellcheck source=scripts/packages.sh
. scripts/packages.sh

version=$(sed -nE 's/^project\(Stampede VERSION ([0-9.]+).*/\1/p' CMakeLists.txt)
case "${1:-}" in
--packages)
    install_missing "${STAMPEDE_PACKAGES[@]}" dpkg-dev file
    build_preset release stampede stampede-cli stampede-supervisor manual
    (cd build/release && cpack -G DEB >/dev/null)
    ls build/release/packages/*.deb
    exit 0
    ;;
"" | --tag) ;;
*)
    echo "usage: scripts/release.sh [--packages | --tag]" >&2
    exit 2
    ;;
esac

refuse() { echo "No release: $1" >&2; exit 1; }
[ -z "$(git status --porcelain)" ] || refuse "there are changes that are not committed."
grep -q "^## $version" CHANGELOG.md || refuse "CHANGELOG.md has no entry for $version."
! grep -q "^## $version (not released)" CHANGELOG.md || refuse "CHANGELOG.md says that $version is not released."
! git rev-parse -q --verify "refs/tags/v$version" >/dev/null || refuse "the tag v$version is there already."
[ -n "${DEBEMAIL:-}" ] || refuse "DEBEMAIL says who makes the packages, and is not set."

scripts/test-packages.sh
out=build/release-$version
rm -rf "$out"
mkdir -p "$out"
git archive --prefix="stampede-$version/" -o "$out/stampede-$version.tar.gz" HEAD
cp build/release/packages/*.deb "$out"

# What the programs are made of: the packages their libraries come from, as installed here.
sbom="$out/stampede-$version.spdx"
{
    printf 'SPDXVersion: SPDX-2.3\nDataLicense: CC0-1.0\nSPDXID: SPDXRef-DOCUMENT\nDocumentName: stampede-%s\n' "$version"
    printf 'DocumentNamespace: urn:stampede:%s:%s\nCreator: Tool: scripts/release.sh\nCreated: %s\n' \
        "$version" "$(git rev-parse HEAD)" "$(date -u +%Y-%m-%dT%H:%M:%SZ)"
    printf '\nPackageName: stampede\nSPDXID: SPDXRef-stampede\nPackageVersion: %s\nPackageDownloadLocation: NOASSERTION\n' "$version"
    printf 'FilesAnalyzed: false\nPackageLicenseConcluded: MIT\nPackageLicenseDeclared: MIT\n'
    printf 'Relationship: SPDXRef-DOCUMENT DESCRIBES SPDXRef-stampede\n'
    ldd build/release/bin/stampede build/release/bin/stampede-cli | awk '$3 ~ /^\// { print $3 }' | sort -u |
        while read -r library; do
            dpkg-query -S "$(readlink -f "$library")" 2>/dev/null || dpkg-query -S "*/$(basename "$library")" 2>/dev/null || true
        done | cut -d: -f1 | sort -u |
        while read -r package; do
            id=SPDXRef-$(tr -c 'A-Za-z0-9.\n-' '-' <<<"$package")
            printf '\nPackageName: %s\nSPDXID: %s\nPackageVersion: %s\nPackageDownloadLocation: NOASSERTION\n' \
                "$package" "$id" "$(dpkg-query -W -f '${Version}\n' "$package" | head -n 1)"
            printf 'FilesAnalyzed: false\nPackageLicenseConcluded: NOASSERTION\n'
            printf 'Relationship: SPDXRef-stampede DYNAMIC_LINK %s\n' "$id"
        done
} >"$sbom"
(cd "$out" && sha256sum -- * >SHA256SUMS)
if [ "${1:-}" = --tag ]; then
    git tag -a "v$version" -m "Stampede $version"
fi
ls "$out"
