from django.conf import settings
from django.core.checks import Error, register

from .models import Role


@register
def check_two_step_roles(app_configs, **kwargs):
    """A misspelt role would be asked for no second step, and nobody would notice."""
    unknown = sorted(set(settings.TWO_STEP_ROLES) - set(Role.values))
    if not unknown:
        return []
    return [
        Error(
            f"TWO_STEP_ROLES names {', '.join(unknown)}, which is no role.",
            hint=f"The roles are {', '.join(Role.values)}.",
            id="places.E001",
        )
    ]
