"""What `python -m vitrina …` does, one module a command. Each is loaded when it is asked for: some load long."""

GOOD, WRONG, INTERRUPTED = 0, 1, 130
"""Exit codes: all is well, something has to be mended, somebody pressed Ctrl+C."""
