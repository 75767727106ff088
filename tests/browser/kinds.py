"""Every kind of page there is, in both languages, and the real programme's figures that they show."""

from vitrina.words import Words

YEAR_BEHIND, YEAR_AHEAD = 2016, 2023

PATHS = {
    "home": "",
    "overview": "education/",
    "funding": "education/funding/",
    "a year behind": f"education/funding/{YEAR_BEHIND}/",
    "a year ahead": f"education/funding/{YEAR_AHEAD}/",
    "goals": "education/goals/",
    "a subprogramme": "education/subprogrammes/preschool/",
    "indicators": "education/indicators/",
    "an indicator with a plan": "education/indicators/consultations/",
    "an indicator with groups": "education/indicators/queue/",
    "an indicator without values": "education/indicators/education-coverage/",
    "situation": "education/situation/",
    "risks": "education/risks/",
    "documents": "education/documents/",
    "check": "education/check/",
    "gaps": "education/gaps/",
    "questions": "education/questions/",
    "glossary": "glossary/",
    "about": "about/",
    "accessibility": "accessibility/",
}
LOST = "no/such/page/"
"""An address that was never there, at some depth."""

PAGES = {
    **{f"{kind}, ru": path for kind, path in PATHS.items()},
    **{f"{kind}, en": f"en/{path}" for kind, path in PATHS.items()},
}
EVERY_PAGE = {**PAGES, "404": LOST}
BY_TURNS = {
    f"{kind}, {('ru', 'en')[at % 2]}": f"{('', 'en/')[at % 2]}{path}" for at, (kind, path) in enumerate(PATHS.items())
}
"""Each kind once, by turns in one language and the other: for what does not hang on the length of words."""
WITH_MONEY_CHARTS = {name: path for name, path in PAGES.items() if name.startswith(("home", "funding", "a year"))}
WITH_CHARTS = WITH_MONEY_CHARTS | {
    name: path
    for name, path in PAGES.items()
    if name.startswith(("situation", "an indicator with a plan", "an indicator with groups"))
}


def words_of(path: str) -> Words:
    return Words("en" if path.startswith("en/") else "ru")
