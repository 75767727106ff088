"""Every kind of page there is, in both languages, and the real programme's figures that they show."""

from collections.abc import Mapping
from itertools import cycle

from vitrina.addresses.kinds import kind_at, kinds
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
    "data": "education/data/",
    "questions": "education/questions/",
    "glossary": "glossary/",
    "about": "about/",
    "accessibility": "accessibility/",
}
SAMPLE_PATHS = {
    "several programmes": "",
    "overview": "schools/",
    "a year behind": "schools/funding/2024/",
    "execution": "schools/execution/",
    "measures": "schools/measures/",
    "assignments": "schools/assignments/",
    "a subprogramme": "schools/subprogrammes/kindergartens/",
    "scoreboard": "schools/progress/",
    "indicators": "schools/indicators/",
    "an indicator": "schools/indicators/club-certificates-share/",
    "evaluation": "schools/evaluation/",
    "an evaluation worked out": "schools/evaluation/2025/",
    "changes": "schools/changes/",
    "check": "schools/check/",
    "documents": "schools/documents/",
    "a document whole": "parks/documents/parks-edition/",
    "a small programme": "parks/",
}
"""What only a programme with actuals, measures and editions has, and its other pages."""
_SEEN = {kind_at(path.rstrip("/")) for path in (*PATHS.values(), *SAMPLE_PATHS.values())}
SAMPLE_PATHS |= {
    kind.name: f"{kind.folder}/" if kind.is_of_site else f"schools/{kind.folder}/"
    for kind in kinds()
    if kind not in _SEEN and not kind.each
}
"""A kind that is named nowhere above is looked at in the sample, which has every one."""
LOST = "no/such/page/"
"""An address that was never there, at some depth."""

PAGES = {
    **{f"{kind}, ru": path for kind, path in PATHS.items()},
    **{f"{kind}, en": f"en/{path}" for kind, path in PATHS.items()},
}
EVERY_PAGE = {**PAGES, "404": LOST}


def by_turns(paths: Mapping[str, str]) -> Mapping[str, str]:
    """Each kind once, in one language and the other by turns: for what does not hang on the length of words."""
    languages = cycle([("ru", ""), ("en", "en/")])
    return {
        f"{kind}, {language}": f"{folder}{path}"
        for (kind, path), (language, folder) in zip(paths.items(), languages, strict=False)
    }


BY_TURNS = by_turns(PATHS)
WITH_MONEY_CHARTS = {name: path for name, path in BY_TURNS.items() if name.startswith(("home", "funding", "a year"))}
WITH_CHARTS = WITH_MONEY_CHARTS | {
    name: path
    for name, path in BY_TURNS.items()
    if name.startswith(("situation", "an indicator with a plan", "an indicator with groups"))
}


def words_of(path: str) -> Words:
    return Words("en" if path.startswith("en/") else "ru")
