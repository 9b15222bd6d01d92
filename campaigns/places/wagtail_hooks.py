from wagtail import hooks

from . import life_log
from .viewsets import PlacesViewSetGroup


@hooks.register("register_admin_viewset")
def register_local_groups():
    return PlacesViewSetGroup()


hooks.register("register_log_actions", life_log.register)
