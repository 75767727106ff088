"""The lines of code on the page of data run as they stand there, and give the sums of the pages."""

import contextlib
import html
import io
import re
import shutil
import subprocess
from pathlib import Path

import pytest

from browser.served import serving
from support.datasets import DIVNOGORSK
from support.rendered import dataset_in
from vitrina.measures.programme_measures import measures_of

CODE = re.compile(r"<pre[^>]*><code>(.*?)</code></pre>", re.DOTALL)
ADDRESS = "https://city.example/repo/"


def snippets(site: Path, language: str) -> list[str]:
    page = (site / language / "education/data/index.html").read_text(encoding="utf-8")
    return [html.unescape(code) for code in CODE.findall(page)]


def assert_the_sums_of_the_pages(printed: str) -> None:
    """In roubles by line and year: of the whole programme, which alone states amounts here."""
    funding = measures_of(dataset_in(DIVNOGORSK).programmes[0]).funding
    sums = dict(re.findall(r"\b(20\d\d)(?:\.0)?\s+([\d.e+]+)$", printed, re.MULTILINE))
    assert {int(year): round(float(amount) * 100) for year, amount in sums.items()} == dict(funding.totals)


@pytest.mark.parametrize("language", ["", "en"])
def test_the_python_reads_the_site_at_its_address(site_under_sub_path: Path, language: str) -> None:
    python, _ = snippets(site_under_sub_path, language)
    assert f'"{ADDRESS}education/data/v1/money.json"' in python
    printed = io.StringIO()
    with serving(site_under_sub_path) as served, contextlib.redirect_stdout(printed):
        exec(python.replace(ADDRESS, served.address), {})  # noqa: S102  what a reader does
    assert_the_sums_of_the_pages(printed.getvalue())


def test_the_python_reads_a_file_beside_it(built_site: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    python, _ = snippets(built_site, "")
    monkeypatch.chdir(built_site / "education/data/v1")
    printed = io.StringIO()
    with contextlib.redirect_stdout(printed):
        exec(python, {})  # noqa: S102  likewise
    assert_the_sums_of_the_pages(printed.getvalue())


def test_the_r_reads_it_too_or_is_at_least_whole(built_site: Path) -> None:
    """Without R nothing more can be seen than that every bracket and quotation mark has its other half."""
    _, code = snippets(built_site, "")
    program = shutil.which("Rscript")
    if program:
        ask = [program, "-e", code]
        done = subprocess.run(ask, cwd=built_site / "education/data/v1", capture_output=True, text=True, check=False)
        if "there is no package called" not in done.stderr:
            assert done.returncode == 0, done.stderr
            assert_the_sums_of_the_pages(done.stdout)
    outside = re.sub(r'"[^"\n]*"|#.*', "", code)
    assert '"' not in outside
    while (smaller := re.sub(r"\([^()]*\)|\[[^\[\]]*\]", "", outside)) != outside:
        outside = smaller
    assert not set("()[]{}") & set(outside)
