"""`python -m vitrina`: the same commands on every system, Windows included."""

import sys

from vitrina.cli import command

if __name__ == "__main__":
    sys.exit(command())
