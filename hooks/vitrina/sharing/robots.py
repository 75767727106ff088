"""What programs that walk through sites are told: everything may be read, and where every page is listed.

They ask for it at the root of a host alone; of a site below one they read the same in the pages themselves.
"""

from vitrina.pages.context import Context
from vitrina.project import folders

ROBOTS = "robots.txt"


def robots(context: Context) -> str:
    """Without a known address of the site the maps, which are named by whole addresses, are left out."""
    maps = [
        f"Sitemap: {context.address}{folder}{folder and '/'}sitemap.xml"
        for folder in folders(context.dataset.city.languages).values()
    ]
    return "\n".join(["User-agent: *", "Allow: /", *(maps if context.address else ()), ""])
