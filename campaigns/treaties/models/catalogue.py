"""The treaties and their words, kept in memory per language: listings and tags ask it and not the database."""

from asgiref.local import Local
from django.conf import settings
from django.core.signals import request_finished, request_started
from django.utils.translation import get_language

from campaigns.treaties.models.edition import CatalogueEdition
from campaigns.treaties.models.entries import (
    ArticleEntry,
    Catalogue,
    ThemeEntry,
    TreatyEntry,
    Words,
)
from campaigns.treaties.models.labels import ArticleLabel, BodyLabel, ThemeLabel, TreatyLabel
from campaigns.treaties.models.treaty import Treaty, TreatyArticle

kept = {}  # language → Catalogue
this_request = Local()


def catalogue(language=None):
    """The catalogue in a language, or in the active one; read again only when something in it changed."""
    language = language or get_language() or settings.LANGUAGE_CODE
    edition = current_edition()
    if language not in kept or kept[language].edition != edition:
        kept[language] = read_catalogue(language, edition)
    return kept[language]


def current_edition():
    """Asked once in a request, however many tags it shows; outside of requests, every time."""
    if not getattr(this_request, "is_open", False):
        return CatalogueEdition.current()
    if not hasattr(this_request, "edition"):
        this_request.edition = CatalogueEdition.current()
    return this_request.edition


def open_request(**kwargs):
    this_request.is_open = True
    forget_edition()


def close_request(**kwargs):
    this_request.is_open = False
    forget_edition()


def forget_edition():
    if hasattr(this_request, "edition"):
        del this_request.edition


request_started.connect(open_request, dispatch_uid="treaties-open-request")
request_finished.connect(close_request, dispatch_uid="treaties-close-request")


def read_catalogue(language, edition):
    """Seven queries, however many treaties there are."""
    languages = languages_to_try(language)
    by_key = read_treaties(languages)
    add_articles(by_key, languages)
    treaties = {entry.tag_slug: entry for entry in by_key.values()}
    rights = {
        right.tag_slug: right
        for entry in treaties.values()
        for right in [entry, *entry.articles.values()]
    }
    return Catalogue(language, edition, treaties, read_themes(languages), rights)


def languages_to_try(language):
    """The one asked for, then the site's own, then English."""
    return list(dict.fromkeys([language, settings.LANGUAGE_CODE, "en"]))


def read_words(labels, owner, names, languages):
    """{owner: (Words, …)} with the best language of each word; empty where nobody wrote any."""
    rows = labels.objects.filter(language__in=languages).values_list(owner, "language", *names)
    found = {}
    for pk, language, *texts in sorted(rows, key=lambda row: -languages.index(row[1])):
        words = found.setdefault(pk, [Words()] * len(names))
        for place, text in enumerate(texts):
            if text:  # worst first, so that a better one overwrites it
                words[place] = Words(text, language)
    return {pk: tuple(words) for pk, words in found.items()}


def read_treaties(languages):
    words = read_words(TreatyLabel, "treaty_id", ["title", "plain"], languages)
    bodies = read_words(BodyLabel, "body_id", ["name"], languages)
    entries = {}
    for treaty in Treaty.objects.select_related("us_bound_by", "parent", "body"):
        title, plain = words.get(treaty.pk, (Words(treaty.abbreviation), Words()))
        (body,) = bodies.get(treaty.body_id, (Words(),))
        entries[treaty.pk] = TreatyEntry(treaty, title, plain, body)
    return entries


def add_articles(treaties, languages):
    words = read_words(ArticleLabel, "article_id", ["label", "plain"], languages)
    for article in TreatyArticle.objects.order_by("treaty_id", "position"):
        owner = treaties[article.treaty_id]
        article.treaty = owner.treaty
        label, plain = words.get(article.pk, (Words(), Words()))
        owner.articles[article.slug] = ArticleEntry(article, label, plain, owner.label)


def read_themes(languages):
    words = read_words(ThemeLabel, "theme_id", ["label"], languages)
    themes = ThemeLabel._meta.get_field("theme").related_model.objects
    rests_on = {}
    for slug, treaty, number in themes.order_by(
        "position", "articles__treaty__position", "articles__position"
    ).values_list("slug", "articles__treaty__slug", "articles__number"):
        rests_on.setdefault(slug, []).extend([f"{treaty}-{number.lower()}"] if number else [])
    return {
        slug: ThemeEntry(slug, words.get(key, (Words(slug),))[0], tuple(rests_on[slug]))
        for key, slug in themes.order_by("position").values_list("pk", "slug")
    }
