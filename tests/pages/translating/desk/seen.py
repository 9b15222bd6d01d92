"""What somebody sees of the desk, for the tests of this folder."""

from django.urls import reverse

from pages.models import Original, TranslationRequest
from pages.translating.measuring import measure_page


def ask_desk(client, user, **query):
    """The answer of the desk to a person."""
    client.force_login(user)
    answer = client.get(reverse("translation_desk"), query)
    assert answer.status_code == 200
    return answer


def seen(client, user, **query):
    """``{title: {language code: Cell}}`` as the desk shows them, in its order."""
    rows = ask_desk(client, user, **query).context["rows"]
    return {row.original.title: {cell.tongue.code: cell for cell in row.cells} for row in rows}


def original_of(page):
    """The line of a page, measured now."""
    return measure_page(page.translation_key)


def ask_for(page, language, **facts):
    """Somebody asked for a page in a language; measured."""
    request = TranslationRequest.objects.create(
        original=original_of(page), language=language, **facts
    )
    measure_page(page.translation_key)
    return request


def state_of(page, language):
    key = str(page.translation_key)
    return Original.objects.get(key=key).states.filter(language=language).first()


def ask_way(page, language):
    return f"{reverse('translation_desk')}ask/?text={original_of(page).pk}&language={language}"


def work_way(page, language):
    return f"{reverse('translation_desk')}texts/{original_of(page).pk}/{language}/"
