"""A JSON file that people can read and compare: a row a line."""

import json
from collections.abc import Mapping


def json_file(content: Mapping[str, object]) -> str:
    """Fields and rows in the order in which they are given."""
    return "{\n" + ",\n".join(f"{dumped(name)}: {_value(value)}" for name, value in content.items()) + "\n}\n"


def dumped(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, allow_nan=False)


def _value(value: object) -> str:
    if isinstance(value, list) and value and isinstance(value[0], dict):
        return "[\n" + ",\n".join(map(dumped, value)) + "\n]"
    return dumped(value)
