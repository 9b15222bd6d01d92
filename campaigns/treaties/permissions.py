from wagtail.permission_policies import ModelPermissionPolicy


class OpenReading(ModelPermissionPolicy):
    """Everyone who may enter the admin may read the treaties; only administrators change them.

    Nobody adds or deletes one there: they come from the data files, and pages hang on them.
    """

    def user_has_permission(self, user, action):
        if action == "view":
            return user.is_active and user.has_perm("wagtailadmin.access_admin")
        if action in ["add", "delete"]:
            return False
        return super().user_has_permission(user, action)

    def user_has_any_permission(self, user, actions):
        return any(self.user_has_permission(user, action) for action in actions)
