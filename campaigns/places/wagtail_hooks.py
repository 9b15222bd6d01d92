from wagtail import hooks

from . import life_log
from .file_rights import guard_files
from .viewsets import PlacesViewSetGroup

guard_files()


@hooks.register("register_admin_viewset")
def register_local_groups():
    return PlacesViewSetGroup()


hooks.register("register_log_actions", life_log.register)
