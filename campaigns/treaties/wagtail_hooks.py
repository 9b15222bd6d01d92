from django.urls import path
from wagtail import hooks

from campaigns.treaties.views import find_rights_view
from campaigns.treaties.viewsets import TreatiesGroup


@hooks.register("register_admin_viewset")
def register_treaties():
    return TreatiesGroup()


@hooks.register("register_admin_urls")
def register_find_rights():
    return [path("treaties/find/", find_rights_view, name="treaties_find_rights")]
