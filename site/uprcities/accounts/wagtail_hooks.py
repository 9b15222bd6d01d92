from wagtail import hooks
from wagtail.admin.staticfiles import versioned_static


@hooks.register("get_avatar_url")
def same_portrait_for_all(user, size):
    return versioned_static("wagtailadmin/images/default-user-avatar.png")
