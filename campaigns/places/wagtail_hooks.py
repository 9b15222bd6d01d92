from wagtail import hooks

from .viewsets import PlacesViewSetGroup


@hooks.register("register_admin_viewset")
def register_local_groups():
    return PlacesViewSetGroup()
