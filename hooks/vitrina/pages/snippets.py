"""A few lines of code that read the data, ready to be copied, with the address of the site or of a file beside them."""

from collections.abc import Iterator
from dataclasses import dataclass

from markupsafe import Markup, escape

from vitrina.addresses import ApiFiles
from vitrina.pages.context import Context

_PYTHON = """\
# pip install pandas
import json
from urllib.request import urlopen

import pandas as pd

with {opened} as file:
    money = pd.DataFrame(json.load(file)["rows"])

plan = money[
    money["in_force"]
    & (money["stage"] == "plan")
    & (money["source"] != "total")
    & money["year"].notna()
    & money["of_which"].isna()
    & money["administrator"].isna()
]
print(plan.groupby(["line", "year"])["kopecks"].sum(min_count=1) / 100)
"""
_R = """\
# install.packages("jsonlite")
library(jsonlite)

money <- fromJSON("{source}")$rows

plan <- subset(
  money,
  in_force & stage == "plan" & source != "total" & !is.na(year) &
    is.na(of_which) & is.na(administrator)
)
aggregate(kopecks / 100 ~ line + year, data = plan, FUN = sum)
"""


@dataclass(frozen=True, slots=True)
class Snippet:
    """Code of one language."""

    language: str
    code: str

    @property
    def shown(self) -> Markup:
        """As it stands in a page: no line of it is touched."""
        return Markup(escape(self.code.rstrip("\n")))  # noqa: S704  escaped


def snippets(context: Context) -> Iterator[Snippet]:
    path = ApiFiles(context.programme.id).json("money")
    source = f"{context.address}{path}" if context.address else path.rpartition("/")[2]
    opened = f'urlopen("{source}")' if context.address else f'open("{source}", encoding="utf-8")'
    code = _PYTHON.replace("{opened}", opened)
    if not context.address:
        code = code.replace("from urllib.request import urlopen\n", "")
    yield Snippet("Python", code)
    yield Snippet("R", _R.replace("{source}", source))
