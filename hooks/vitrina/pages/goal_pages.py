"""The pages that say what the programme wants: goals, subprogrammes, risks, documents."""

from collections.abc import Mapping

from vitrina.pages.context import Context
from vitrina.pages.documents import documents
from vitrina.pages.goals import goals
from vitrina.pages.observed import Told
from vitrina.pages.page import Page
from vitrina.pages.risks import risks
from vitrina.pages.subprogramme import subprogramme_pages
from vitrina.pages.ways import has_goals


def goal_pages(context: Context, told: Mapping[str, Told]) -> list[Page]:
    """Those of them that the programme has data for."""
    pages = [goals(context, told)] if has_goals(context) else []
    pages += subprogramme_pages(context, told)
    if context.programme.goals_of("risk"):
        pages.append(risks(context, told))
    return [*pages, documents(context)]
