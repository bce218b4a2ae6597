# SPDX-License-Identifier: MIT
# What the project is built with and runs on, as Debian 12 names it. Sourced by the other scripts.

readonly STAMPEDE_PACKAGES=(
    g++ cmake ninja-build
    qt6-base-dev qt6-svg-dev qt6-charts-dev libqt6opengl6-dev libqt6sql6-mysql libqt6sql6-sqlite libsimdjson-dev
    libboost-dev libssl-dev rapidjson-dev libyaml-cpp-dev zlib1g-dev
    qt6-l10n-tools qt6-translations-l10n
    mariadb-server-core mariadb-client-core
    fonts-nanum
)
# Validators of what the program writes, and a bus for notifications; the tests that need one are skipped
# where it is missing. And what makes the certificates of tests, which is not left out.
readonly STAMPEDE_TEST_PACKAGES=(tidy libxml2-utils dbus-daemon openssl dpkg-dev file)
# With what makes building again faster.
readonly STAMPEDE_LINT_PACKAGES=(clang-format clang-tidy lld ccache)

# install_missing PACKAGE... - installs those that are not there. Without root and sudo it prints the one
# line that would, and ends with 2.
install_missing() {
    local package missing=()
    for package in "$@"; do
        [ "$(dpkg-query -W -f '${db:Status-Status}' "$package" 2>/dev/null)" = installed ] ||
            missing+=("$package")
    done
    [ ${#missing[@]} -eq 0 ] && return
    local as_root=()
    if [ "$(id -u)" -ne 0 ]; then
        if command -v sudo >/dev/null && { [ -t 0 ] || sudo -n true 2>/dev/null; }; then
            as_root=(sudo)
        else
            echo "These packages are missing. Install them and start again:" >&2
            echo "    apt-get install --no-install-recommends ${missing[*]}" >&2
            exit 2
        fi
    fi
    echo "Installing: ${missing[*]}" >&2
    "${as_root[@]}" apt-get update -qq >&2
    "${as_root[@]}" env DEBIAN_FRONTEND=noninteractive \
        apt-get install -y -qq --no-install-recommends "${missing[@]}" >&2
}

# build_preset PRESET [TARGET...] - configures where that has not been done and builds. On a terminal it shows
# how far it is, else it is quiet unless it fails.
build_preset() {
    local log="build/$1.log" words=(--build --preset "$1")
    [ $# -gt 1 ] && words+=(--target "${@:2}")
    mkdir -p build
    if [ ! -f "build/$1/build.ninja" ] || [ CMakePresets.json -nt "build/$1/build.ninja" ]; then
        echo "Configuring ($1) ..." >&2
        cmake --preset "$1" >"$log" 2>&1 || { cat "$log" >&2; exit 1; }
    fi
    if [ -t 2 ]; then
        cmake "${words[@]}" >&2
    else
        echo "Building ($1) ..." >&2
        cmake "${words[@]}" >"$log" 2>&1 || { tail -n 200 "$log" >&2; exit 1; }
    fi
}
