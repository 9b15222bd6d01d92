"""Wagtail’s rights on pictures and documents, except that none is inherited by what is private.

A right on a collection reaches everything below it. A group’s private collection lies below the
group’s, which lies below the root; so it is reached only by a right on itself (see granting).
"""

from wagtail.documents import get_document_model
from wagtail.images import get_image_model
from wagtail.models import Collection
from wagtail.permission_policies.collections import CollectionOwnershipPermissionPolicy
from wagtail.permissions import register_permission_policy

from .granting import private_collections


class FilePolicy(CollectionOwnershipPermissionPolicy):
    """Who may add, change and choose files; nobody by a right that was meant for something else."""

    def _collections_with_perm(self, user, actions):
        reached = super()._collections_with_perm(user, actions)
        for path in self._closed_paths(user, actions):
            reached = reached.exclude(path__startswith=path)
        return reached

    def _check_perm(self, user, actions, collection=None):
        if not super()._check_perm(user, actions, collection):
            return False
        if collection is None or user.is_superuser:
            return True
        return not any(map(collection.path.startswith, self._closed_paths(user, actions)))

    def _closed_paths(self, user, actions):
        """Paths of the private collections on which this person has no right of their own."""
        rights = self._get_user_permission_objects_for_actions(user, actions)
        closed = set(private_collections().values()) - {right.collection_id for right in rights}
        return list(Collection.objects.filter(pk__in=closed).values_list("path", flat=True))


def guard_files():
    """Come before the policies that Wagtail registers, whichever is registered first."""
    for model, auth_model in (
        (get_image_model(), "wagtailimages.Image"),
        (get_document_model(), "wagtaildocs.Document"),
    ):
        policy = FilePolicy(model, auth_model=auth_model, owner_field_name="uploaded_by_user")
        register_permission_policy(model, policy, exact_class=True)
