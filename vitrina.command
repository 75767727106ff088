#!/bin/sh
# Double click: prepares the program once, shows the site on this computer and opens it in the browser.
cd "$(dirname "$0")" || exit 1
if [ ! -x .venv/bin/python ]; then
    echo "Готовим программу: минута-другая, только в первый раз."
    if ! { python3 -m venv .venv && .venv/bin/python -m pip install --quiet --requirement requirements.txt; } ||
        { [ -f pyproject.toml ] && ! .venv/bin/python -m pip install --quiet --no-deps --no-build-isolation -e .; }; then
        rm -rf .venv
        echo "Не получилось. Поставьте Python 3.11 или новее и повторите."
        exit 1
    fi
fi
exec .venv/bin/python -m vitrina serve --open
