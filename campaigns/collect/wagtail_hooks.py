from wagtail import hooks
from wagtail.permissions import register_permission_policy

from campaigns.collect.models import Testimony
from campaigns.collect.vault import VaultPolicy
from campaigns.collect.viewsets import TestimonyViewSet

register_permission_policy(Testimony, VaultPolicy(Testimony))


@hooks.register("register_admin_viewset")
def register_testimony():
    return TestimonyViewSet()
