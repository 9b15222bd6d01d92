"""Addresses below /<language>/; every page of the tree is found by its tail, after all others."""

from django.urls import path, re_path

from .views import event, feeds, listing, press, treaties
from .views.reading import read
from .views.search import search
from .views.wishing import tell_need

urlpatterns = [
    path("", read, name="home"),
    path("search/", search, name="search"),
    path("findings/", listing.findings, name="findings"),
    path("stories/", listing.stories, name="stories"),
    path("feed/", feeds.EverythingFeed(), name="feed"),
    path("feed/rss/", feeds.EverythingRss(), name="rss"),
    path("press/feed/", feeds.PressFeed(), name="press_feed"),
    path("cities/<slug:city>/feed/", feeds.CityFeed(), name="city_feed"),
    path("cities/<slug:city>/press/feed/", feeds.CityPressFeed(), name="city_press_feed"),
    path("treaties/", treaties.treaty_index, name="treaties"),
    path("treaties/<slug:slug>/", treaties.treaty, name="treaty"),
    path("treaties/<slug:slug>/feed/", feeds.TreatyFeed(), name="treaty_feed"),
    path("treaties/<slug:slug>/<slug:number>/", treaties.treaty_article, name="treaty_article"),
    path("needed/<uuid:translation_key>/", tell_need, name="tell_need"),
    re_path(r"^(?P<tail>(?:[\w-]+/)+)kit\.zip$", press.kit_zip, name="kit_zip"),
    re_path(
        r"^(?P<tail>(?:[\w-]+/)+)pictures/(?P<stem>[a-z0-9-]+)-(?P<size>press|web)\.jpg$",
        press.kit_picture,
        name="kit_picture",
    ),
    re_path(r"^(?P<tail>(?:[\w-]+/)+)release\.txt$", press.release_as_text, name="release_as_text"),
    re_path(r"^(?P<tail>(?:[\w-]+/)+)event\.ics$", event.event_ics, name="event_ics"),
    re_path(r"^(?P<tail>(?:[\w-]+/)+)$", read, name="read"),
]
