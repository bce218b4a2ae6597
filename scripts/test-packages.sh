#!/usr/bin/env bash
# SPDX-License-Identifier: MIT
# Builds the Debian packages and tries them: scripts/test-packages.sh [--fresh [MIRROR]]
#
# Without a word they are unpacked into a folder of their own, and command line and window run from there, whichever
# checkers of packages, pages and desktop files this machine has are asked. With --fresh (as root, needs debootstrap)
# they are installed into a fresh Debian 12, used there by an ordinary user, upgraded and purged.
set -euo pipefail
cd "$(dirname "$0")/.."
source scripts/packages.sh
install_missing "${STAMPEDE_PACKAGES[@]}" dpkg-dev file

export DEBEMAIL=${DEBEMAIL:-nobody@debian.org} LC_ALL=C.UTF-8
work=$(mktemp -d)
chmod 755 "$work" # the private server of root runs as somebody else
root=
cleanup() {
    local status=$?
    if [ -n "$root" ]; then
        umount "$root/proc" "$root/dev" 2>/dev/null || true
    fi
    rm -rf "$work"
    exit "$status"
}
trap cleanup EXIT

build_preset release stampede stampede-cli stampede-supervisor manual
cmake --preset release >/dev/null # who builds is asked then
rm -f build/release/packages/*.deb
(cd build/release && cpack -G DEB >"$work/cpack.log" 2>&1) || { cat "$work/cpack.log" >&2; exit 1; }
packages=(build/release/packages/*.deb)
[ ${#packages[@]} -eq 3 ]

checked=()
check() { # NAME COMMAND... - where the program is there
    if command -v "$2" >/dev/null; then
        "${@:2}" || { echo "$1: not clean" >&2; exit 1; }
        checked+=("$1")
    fi
}
here="$work/tree"
for package in "${packages[@]}"; do
    dpkg-deb -x "$package" "$here"
done
check lintian lintian --allow-root --fail-on error,warning "${packages[@]}"
check desktop-file-validate desktop-file-validate "$here"/usr/share/applications/*.desktop
check appstreamcli appstreamcli validate --pedantic --no-net "$here"/usr/share/metainfo/*.xml
check xmllint xmllint --noout "$here"/usr/share/mime/packages/stampede.xml
for page in "$here"/usr/share/man/man?/*.gz; do
    if command -v man >/dev/null && command -v groff >/dev/null; then
        said=$(MANWIDTH=80 man --warnings -l "$page" 2>&1 >/dev/null)
        [ -z "$said" ] || { echo "$page: $said" >&2; exit 1; }
    fi
done
bash -n "$here/usr/share/bash-completion/completions/stampede-cli"

# The command line needs neither Widgets nor charts.
if ldd "$here/usr/bin/stampede-cli" | grep -E "Widgets|Charts"; then
    echo "stampede-cli is linked with the window's libraries" >&2
    exit 1
fi

# What anybody does first: $1 is put before each program.
try() {
    "$@" stampede-cli --version
    "$@" stampede-cli run single-user --quiet
    "$@" stampede-cli runs --json | grep '"verdict": "pass"' >/dev/null
    "$@" env QT_QPA_PLATFORM=offscreen stampede hundred-users --run --quit-when-done
}
unpacked() { env STAMPEDE_DATA_DIR="$work/data" PATH="$here/usr/bin:$PATH" "$@"; }
try unpacked
echo "unpacked: runs and is seen; checkers asked: ${checked[*]:-none}"
[ "${1:-}" = --fresh ] || exit 0

[ "$(id -u)" -eq 0 ] || { echo "--fresh makes a Debian of its own: start it as root" >&2; exit 2; }
install_missing debootstrap
root="$work/debian"
debootstrap --variant=minbase bookworm "$root" "${2:-http://deb.debian.org/debian}" >"$work/debootstrap.log" 2>&1 ||
    { tail -n 20 "$work/debootstrap.log" >&2; exit 1; }
mount -t proc proc "$root/proc"
mount --bind /dev "$root/dev"
inside() { chroot "$root" /usr/bin/env -i PATH=/usr/sbin:/usr/bin:/sbin:/bin LC_ALL=C.UTF-8 DEBIAN_FRONTEND=noninteractive "$@"; }
quietly() { "$@" >"$work/step.log" 2>&1 || { tail -n 30 "$work/step.log" >&2; exit 1; }; }
# The version before: the same files under an older number, so that there is something to upgrade from.
mkdir "$root/old" "$root/new"
for package in "${packages[@]}"; do
    cp "$package" "$root/new"
    dpkg-deb -R "$package" "$work/older"
    sed -i 's/^Version: .*/Version: 0.0.9/; s/(= [0-9.]*)/(= 0.0.9)/' "$work/older/DEBIAN/control"
    dpkg-deb -b "$work/older" "$root/old" >/dev/null
    rm -rf "$work/older"
done
quietly inside apt-get update
quietly inside sh -c 'apt-get install -y /old/*.deb'
inside useradd -m somebody
as_somebody() { inside runuser -u somebody -- env HOME=/home/somebody "$@"; }
try as_somebody
echo "fresh Debian: installed, used by an ordinary user"
quietly inside sh -c 'apt-get install -y /new/*.deb'
as_somebody stampede-cli runs --json | grep '"verdict": "pass"' >/dev/null
try as_somebody
echo "fresh Debian: upgraded, the runs of before are there"
quietly inside apt-get purge -y stampede stampede-cli stampede-doc
left=$(inside find / -xdev -name '*stampede*' -not -path '/proc/*' -not -path '/old/*' -not -path '/new/*' -not -path '/home/*' -not -path '/tmp/*')
[ -z "$left" ] || { printf 'left after a purge:\n%s\n' "$left" >&2; exit 1; }
echo "fresh Debian: purged, nothing left but what people made"
