"""What a page is, in the words of schema.org: plain data for search engines and other machines.

Nothing here asks the database. ``nodes_of_page`` and its friends give the nodes of one graph;
``as_script`` turns them into text that can stand inside a script element.
"""

import json

from django.conf import settings
from django.urls import reverse
from django.utils.safestring import mark_safe
from django.utils.text import Truncator

from uprcities.lib.addresses import harmless_address

from .models import EntryKind

CONTEXT = "https://schema.org"
LONGEST_HEADLINE = 110  # more is cut off by those who read it
ARTICLES = {
    EntryKind.STORY: "Article",
    EntryKind.FINDING: "Article",
    EntryKind.OUTCOME: "Article",
    EntryKind.RESOURCE: "Article",
    EntryKind.RELEASE: "NewsArticle",
}
COLLECTIONS = {EntryKind.LIST, EntryKind.NEWSROOM, EntryKind.KIT}
#: Signs that could end a script element, or begin another.
UNSAFE = {ord("<"): "\\u003C", ord(">"): "\\u003E", ord("&"): "\\u0026"}


def as_script(nodes):
    """The nodes as JSON-LD, safe between <script> and </script>."""
    graph = {"@context": CONTEXT, "@graph": [node for node in nodes if node]}
    return mark_safe(json.dumps(graph, ensure_ascii=False, default=str).translate(UNSAFE))


def nodes_of_page(page, entry, description, image_url):
    """What a page of the tree is: a city, an event, an article, a list, or the site itself."""
    url = f"{settings.SITE_URL}{entry.url}"
    about = {
        "name": page.title,
        "description": description,
        "url": url,
        "inLanguage": entry.language,
        "image": image_url,
    }
    if entry.kind == EntryKind.HOME:
        return [website(entry.language, page.title, description)]
    if entry.kind == EntryKind.CITY:
        return [_city(page, about)]
    if entry.kind == EntryKind.EVENT:
        return [_event(page, about)]
    if entry.kind in ARTICLES:
        return [_article(entry, about)]
    kind = "CollectionPage" if entry.kind in COLLECTIONS else "WebPage"
    return [_node(kind, **about)]


def website(language, title, description):
    """The whole site in one language, and how to search it."""
    home = f"{settings.SITE_URL}/{language}/"
    return _node(
        "WebSite",
        name=settings.WAGTAIL_SITE_NAME,
        alternateName=title,
        description=description,
        url=home,
        inLanguage=language,
        publisher=_publisher(),
        potentialAction={
            "@type": "SearchAction",
            "target": {
                "@type": "EntryPoint",
                "urlTemplate": f"{settings.SITE_URL}{reverse('search')}?q={{search_term_string}}",
            },
            "query-input": "required name=search_term_string",
        },
    )


def collection(name, url, language, about=None):
    """A list of ours, and what all of it is about."""
    return _node("CollectionPage", name=name, url=url, inLanguage=language, about=about)


def legislation(entry, url):
    """A treaty or an article of one, with the address of its official text."""
    treaty = entry.treaty
    return _node(
        "Legislation",
        name=str(entry.label) or entry.code,
        legislationIdentifier=entry.code,
        legislationDate=treaty.adopted.isoformat() if treaty.adopted else None,
        url=url,
        sameAs=treaty.url,
    )


def breadcrumbs(crumbs):
    """The way from the front door: (name, full address) of each step. None for the front door."""
    if len(crumbs) < 2:
        return None
    steps = [
        {"@type": "ListItem", "position": place, "name": name, "item": url}
        for place, (name, url) in enumerate(crumbs, start=1)
    ]
    return _node("BreadcrumbList", itemListElement=steps)


def _article(entry, about):
    return _node(
        ARTICLES[EntryKind(entry.kind)],
        headline=Truncator(about["name"]).chars(LONGEST_HEADLINE),
        mainEntityOfPage=about["url"],
        datePublished=entry.published_at.isoformat(),
        dateModified=entry.changed_at.isoformat(),
        author=_publisher(),
        publisher=_publisher(),
        contentLocation=_place(entry.city),
        isAccessibleForFree=True,
        **about,
    )


def _city(page, about):
    city = _node("City", name=page.title, url=about["url"], containedInPlace=_state(page.state))
    return _node("ProfilePage", mainEntity=city, **about)


def _state(name):
    return {"@type": "State", "name": name} if name else None


def _event(page, about):
    online, here = harmless_address(page.online_url), bool(page.venue)
    mode = "Mixed" if online and here else "Online" if online else "Offline"
    status = "EventCancelled" if page.is_cancelled else "EventScheduled"
    places = [_venue(page)] if here or not online else []
    if online:
        places.append({"@type": "VirtualLocation", "url": online})
    return _node(
        "Event",
        startDate=page.starts_there.isoformat(),
        endDate=page.ends_there.isoformat() if page.ends_at else None,
        eventStatus=f"{CONTEXT}/{status}",
        eventAttendanceMode=f"{CONTEXT}/{mode}EventAttendanceMode",
        location=places if len(places) > 1 else places[0],
        organizer=_publisher(),
        **about,
    )


def _venue(page):
    city = page.city
    where = {
        "@type": "PostalAddress",
        "streetAddress": page.venue or None,
        "addressLocality": city.name if city else None,
        "addressRegion": city.state_code if city else None,
        "addressCountry": "US",
    }
    name = page.venue or (city.name if city else page.title)
    return _node("Place", name=name, address=_without_gaps(where))


def _place(city):
    return {"@type": "City", "name": city.name} if city else None


def _publisher():
    return {
        "@type": "Organization",
        "name": settings.WAGTAIL_SITE_NAME,
        "url": f"{settings.SITE_URL}/",
    }


def _node(kind, **properties):
    return _without_gaps({"@type": kind, **properties})


def _without_gaps(properties):
    return {name: value for name, value in properties.items() if value not in (None, "", [])}
