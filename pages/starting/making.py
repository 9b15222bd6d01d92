"""A new city’s pages: copies of the template’s, as drafts, translations of each other."""

from uuid import uuid4

from wagtail_localize.models import TranslationSource

from uprcities.lib.scripts import script_of

from ..models import CityProfilePage, NewsroomPage, TranslationMade
from ..translating.asking import begin_translation
from .matching import keep, own_words_of, pairs, words_of
from .template import lists_of_cities, template_pages


def profiles_of(city):
    """The city’s profiles as ``{language code: page}``, the original first."""
    found = CityProfilePage.objects.filter(place=city, alias_of=None).select_related("locale")
    pages = sorted(found, key=lambda page: (not page.is_original, page.pk))
    return {page.locale.language_code: page for page in pages}


def make_pages(plan, city, user):
    """Make what is missing of the city’s pages in the languages of the plan; returns the new pages.

    Pages that a group deleted do not come back, and pages of its own are left to its translators.
    """
    template, lists = by_tail(template_pages()), lists_of_cities()
    there = profiles_of(city)
    if there:
        profile, made = next(iter(there.values())), []
        originals = _begun_from(template, profile)
    else:
        originals = _originals(plan, city, user, template, lists)
        profile, made = originals[0], list(originals)
    for page in originals:
        versions = template[tail_of(page, profile)]
        for code in _missing(page, plan, lists):
            made.append(_translate(page, versions, lists[code].locale, user))
    return made


def by_tail(template):
    """The template’s pages by their address below the profile: ``{"press/": {code: page}}``."""
    pages = {}
    for versions in template.values():
        first = next(iter(versions.values()))
        if isinstance(first, CityProfilePage):
            profile = first
        pages[tail_of(first, profile)] = versions
    return pages


def tail_of(page, profile):
    return page.url_path.removeprefix(profile.url_path)


def _begun_from(template, profile):
    pages = profile.get_descendants(inclusive=True).filter(alias_of=None).specific()
    return [page for page in pages if tail_of(page, profile) in template]


def _originals(plan, city, user, template, lists):
    first = _first_language(plan, template)
    made = {}
    for tail, versions in template.items():
        version = versions.get(first) or _original_of(versions)
        parent = made[_above(tail)] if made else lists[first]
        facts = _facts(version, parent, plan, city)
        made[tail] = _copy(version, parent, user, facts)
    return list(made.values())


def _first_language(plan, template):
    """The plan’s first language that the template speaks; without one, the plan’s first."""
    spoken = template[""]
    return next((code for code in plan.languages if code in spoken), plan.languages[0])


def _original_of(versions):
    return min(versions.values(), key=lambda page: (not page.is_original, page.pk))


def _above(tail):
    """The tail of the page above: "a/b/" stands below "a/", and that below the profile, ""."""
    above = tail.rstrip("/").rpartition("/")[0]
    return f"{above}/" if above else ""


def _facts(version, parent, plan, city):
    facts = {"locale": parent.locale}
    if isinstance(version, CityProfilePage):
        facts |= {"place": city, "slug": city.slug, "title": plan.name, "state": plan.state}
    if isinstance(version, NewsroomPage):
        facts |= {"contacts": _contacts(version, plan)}
    return facts


def _copy(version, parent, user, facts):
    page = version.copy(
        to=parent, update_attrs=facts, copy_revisions=False, keep_live=False, user=user
    )
    return page.specific


def _contacts(room, plan):
    """The template’s first contact, answered by the group’s own."""
    before = room.contacts.get_prep_value()[:1] or [{"type": "contact", "value": {}}]
    press = plan.press
    value = before[0]["value"] | {
        "name": press.name or plan.group,
        "email": press.email or plan.email,
        "phone": press.phone,
        "time_zone": plan.time_zone,
    }
    value["role"] = press.role or value.get("role", "")
    block = {"id": before[0].get("id") or str(uuid4()), "type": "contact", "value": value}
    return room.contacts.stream_block.to_python([block])


def _missing(page, plan, lists):
    """Codes of the plan’s languages in which a page is not there."""
    there = page.get_translations(inclusive=True).filter(alias_of=None)
    codes = set(there.values_list("locale__language_code", flat=True))
    return [code for code in plan.languages if code not in codes]


def _translate(page, versions, locale, user):
    """A draft of a page in one more language, with all that the template already says in it."""
    source, _new = TranslationSource.update_or_create_from_instance(page)
    base = versions.get(page.locale.language_code) or _original_of(versions)
    target = versions.get(locale.language_code)
    known = pairs(words_of(base), own_words_of(target)) if target else {}
    keep(source, locale, known | _names(page, locale.language_code))
    made = (target and target.translation_made) or TranslationMade.PEOPLE
    return begin_translation(page, locale, user, made)[-1]


def _names(page, code):
    """Names stay as they are where the letters are the same; elsewhere a translator writes them."""
    is_profile = isinstance(page, CityProfilePage)
    if not is_profile or script_of(code) != script_of(page.locale.language_code):
        return {}
    return {("title", page.title): page.title, ("state", page.state): page.state}
