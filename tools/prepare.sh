#!/bin/sh
# What make needs before Python can do the rest: `prepare.sh environment` makes .venv, `prepare.sh packages LIST` fills it
# with what the list pins, `prepare.sh browser` finds or installs the browser of the tests. Says nothing when all is there.
set -eu

fail() {
    printf '%s\n' "$@" >&2
    exit 1
}

# Installs Debian packages in silence; false where that cannot be had without asking for a password.
apt_install() {
    command -v apt-get >/dev/null || return 1
    if [ "$(id -u)" = 0 ]; then
        as_root=
    elif command -v sudo >/dev/null && sudo -n true 2>/dev/null; then
        as_root=sudo
    else
        return 1
    fi
    echo "Installing with apt: $*"
    $as_root apt-get -qq update >/dev/null 2>&1 || true  # an old list may do
    $as_root env DEBIAN_FRONTEND=noninteractive apt-get -qq install --yes --no-install-recommends "$@" >/dev/null 2>&1
}

# The first Python that is new enough: PYTHON if set, else the system's own, else one with its version in its name.
find_python() {
    for name in ${PYTHON:-python3 python3.14 python3.13 python3.12 python3.11}; do
        if "$name" -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null; then
            echo "$name"
            return
        fi
    done
    fail "Python 3.11 or newer is needed, and was not found (looked for: ${PYTHON:-python3, python3.11 to python3.14})." \
        "On Debian or Ubuntu: sudo apt install python3 python3-venv. Another one: make PYTHON=/path/to/python3 …"
}

environment() {
    python=$(find_python)
    # Debian keeps ensurepip, which venv needs, in a package of its own.
    if ! "$python" -c 'import ensurepip.__main__, venv' 2>/dev/null; then
        package=$("$python" -c 'import sys; print("python%d.%d-venv" % sys.version_info[:2])')
        if ! apt_install "$package" || ! "$python" -c 'import ensurepip.__main__, venv' 2>/dev/null; then
            fail "Python's own venv is missing. Install it and try again: sudo apt install $package"
        fi
    fi
    "$python" -m venv --clear .venv || { rm -rf .venv; fail "No virtual environment could be made in .venv."; }
}

# By hash, so nothing that a list does not name gets in. uv, pinned itself among what is developed with, takes a fifth of
# the time; where it cannot (it does not know pip's settings), pip does it and says why not if it cannot either.
# Bytecode comes with the first import: made of all that is installed it would take as long as the rest.
packages() {
    pip=".venv/bin/python -m pip -qq --disable-pip-version-check --no-input install --no-compile --require-hashes"
    if [ ! -x .venv/bin/uv ]; then
        sed -n '/^uv==/,/[^\\]$/p' requirements-dev.txt >.venv/uv.txt
        $pip --only-binary :all: --requirement .venv/uv.txt >/dev/null 2>&1 || true  # not built for this system, perhaps
    fi
    .venv/bin/uv pip install --quiet --no-config --python .venv/bin/python --require-hashes --requirement "$1" 2>/dev/null ||
        $pip --requirement "$1"
}

# True if the tests would find a browser: the same places, in the same order, as tests look in. A snap is left out:
# it is walled off from the temporary folders that the tests keep its profile in.
has_browser() {
    [ -n "${VITRINA_CHROMIUM:-}" ] && return
    for name in chromium-headless-shell chromium google-chrome google-chrome-stable; do
        case $(command -v "$name") in
            "" | /snap/*) ;;
            *) "$name" --version >/dev/null 2>&1 && return ;;
        esac
    done
    .venv/bin/python -c '
import pathlib, playwright.sync_api as api
with api.sync_playwright() as playwright:
    raise SystemExit(not pathlib.Path(playwright.chromium.executable_path).exists())' 2>/dev/null
}

browser() {
    # Playwright's own Node needs this library; the smallest Debian does not have it.
    if ! .venv/bin/python -m playwright --version >/dev/null 2>&1; then
        apt_install libatomic1 || fail "Playwright does not start. Install its library: sudo apt install libatomic1"
    fi
    has_browser && return
    # Ubuntu has no such package (its chromium-browser only points to a snap): there apt refuses, and the next way is taken.
    apt_install chromium-headless-shell && has_browser && return
    echo "Installing Playwright's own Chromium"
    .venv/bin/python -m playwright install chromium >/dev/null ||
        fail "No browser for the tests. Install chromium or google-chrome, or name one: VITRINA_CHROMIUM=/path make test"
    # Its libraries; without root or sudo they may be there already, and the tests will tell.
    if [ "$(id -u)" = 0 ] || sudo -n true 2>/dev/null; then
        .venv/bin/python -m playwright install-deps chromium >/dev/null 2>&1 || true
    fi
}

case ${1:-} in
    environment) environment ;;
    packages) packages "$2" ;;
    browser) browser ;;
    *) fail "usage: prepare.sh environment|packages LIST|browser" ;;
esac
