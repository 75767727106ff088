"""A problem is said in one line, in either language, and cannot break out of the place where it is shown."""

import ast
from pathlib import Path

from tools.messages import descriptions
from vitrina.dataset.problems import Problem, github_annotation, problem_text
from vitrina.words import Words

RU, EN = Words("ru"), Words("en")
HOOKS = Path(__file__).parents[2] / "hooks" / "vitrina"
LETTER = Problem(
    "programmes/education/money.csv", 14, "amount", "12 598,6о", "letter_at_end", {"letter": "о", "mended": "12598,60"}
)


def test_a_problem_names_file_row_column_value_fault_and_mend() -> None:
    assert problem_text(LETTER, RU) == (
        "education/money.csv, строка 14, «Сумма» (amount): "
        "«12 598,6о» — не число, в конце буква «о». Напишите 12598,60."
    )
    assert problem_text(LETTER, EN) == (
        "education/money.csv, row 14, “Amount” (amount): "
        "“12 598,6о” is not a number, it ends with the letter “о”. Write 12598,60."
    )


def test_a_value_cannot_break_the_line_or_turn_it_around_or_fill_the_screen() -> None:
    value = "a\nb\u202ec\x1b[31m" + "x" * 1000
    text = problem_text(Problem("money.csv", 2, "place", value, "turning_character", {"code": "U+202E"}), RU)
    assert "\n" not in text
    assert "\u202e" not in text
    assert "\x1b" not in text
    assert len(text) < 250


def test_a_value_with_braces_is_only_text() -> None:
    assert "{0}{value}" in problem_text(
        Problem("money.csv", 2, "place", "{0}{value}", "not_a_number", {"example": "1"}), RU
    )


def test_an_annotation_points_at_the_line_and_escapes_what_github_would_read() -> None:
    assert github_annotation(LETTER, EN, "build_data").startswith(
        "::error file=build_data/programmes/education/money.csv,title=Error in the data,line=14::"
        "education/money.csv, row 14, “Amount” (amount): "
    )
    nasty = Problem("a,b:c%\n.csv", None, None, "100%\r\n::warning::", "not_a_number", {"example": "1"}, "notice")
    annotation = github_annotation(nasty, EN)
    assert annotation.startswith("::warning file=a%2Cb%3Ac%25%0A.csv,title=")
    assert "\n" not in annotation
    assert "\r" not in annotation


# Where a call that makes a problem has its rule.
RULE_AT = {"refuse": 0, "_problem": 0, "unreadable": 1, "problem": 2, "Problem": 4}


def rules_of_the_code() -> set[str]:
    found: set[str] = set()
    for path in HOOKS.rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call):
                name = node.func.attr if isinstance(node.func, ast.Attribute) else getattr(node.func, "id", "")
                rule = node.args[RULE_AT[name]] if name in RULE_AT and len(node.args) > RULE_AT[name] else None
                if isinstance(rule, ast.Constant):
                    found.add(str(rule.value))
    return found


def rules_that_are_said() -> set[str]:
    return set(descriptions())


def test_every_rule_that_can_happen_is_said() -> None:
    assert len(rules_of_the_code()) > 40
    assert rules_of_the_code() - rules_that_are_said() == set()


def test_every_rule_that_is_said_can_happen() -> None:
    code = "".join(path.read_text(encoding="utf-8") for path in HOOKS.rglob("*.py"))
    assert {rule for rule in rules_that_are_said() if code.count(f'"{rule}"') < 2} == set()
