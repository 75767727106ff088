"""Who is behind the site, which document it retells, where the figures come from and how to use them."""

from vitrina.pages.context import Context
from vitrina.pages.page import Page
from vitrina.pages.shared import executors, programme_values, trail


def about(context: Context) -> Page:
    """The page about the site itself."""
    words, city, edition = context.words, context.dataset.city, context.programme.edition
    if edition.date and edition.number:
        finding = words.say("labels.edition.finding", date=words.date(edition.date), number=edition.number)
    else:
        finding = words.say("labels.edition.finding_draft")
    return Page(
        place=context.site.about,
        template="about",
        title=words.say("labels.titles.about"),
        description=words.say("labels.descriptions.about"),
        trail=trail(context),
        values={
            **programme_values(context),
            "edition": edition,
            "edition_title": context.edition_title,
            "edition_finding": finding,
            "prices": context.prices,
            "contact_email": city.contacts.email,
            "repository": city.repository,
            "organisation": city.contacts.organisation,
            "executors": executors(context),
            "data_licence": city.licence.text[words.language],
        },
        charts={},
    )
