"""The accessibility statement: what the site can do, how that is checked, what fails, where to complain."""

from collections.abc import Sequence

from vitrina.addresses import Kind
from vitrina.pages.context import Context
from vitrina.pages.page import Page
from vitrina.pages.shared import site_naming
from vitrina.pages.views import View, register
from vitrina.words.catalogue import sentence
from vitrina.words.foreign import untranslated


def accessibility(contexts: Sequence[Context]) -> Page:
    """The statement of the site itself, whatever its programmes."""
    first = contexts[0]
    words, city = first.words, first.dataset.city
    return Page(
        place=first.site["accessibility"],
        title=words.say("Доступность"),
        description=words.say(
            "Как читать сайт без мыши, без картинок и крупными буквами, что проверено и куда писать."
        ),
        values={
            "naming": site_naming(first),
            "contacts": city.contacts,
            "postal_address": untranslated(city.contacts.address, words.language),
            "repository": city.repository,
            "several_languages": len(city.languages) > 1,
        },
    )


register(
    View(
        Kind("accessibility", order=520, folder="accessibility", is_of_site=True, named_in=()),
        lambda given: [accessibility(given.contexts)],
        sought=sentence("доступность|для слабовидящих|крупный шрифт|версия для слабовидящих"),
    )
)
