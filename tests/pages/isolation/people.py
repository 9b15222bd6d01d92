"""The people who go round the walls, and what each of them may meet: told from what a role is.

Nothing here asks the code that is under test.
"""

from dataclasses import dataclass

from django.contrib.auth.models import Group, Permission
from django.utils import timezone

from campaigns.places.models import Role
from tests.factories.accounts import UserFactory
from tests.factories.places import MembershipFactory

#: Roles that may open what people told, and those that may also rest a story on it.
OPENS_TESTIMONY = {Role.EDITOR, Role.SAFETY_REVIEWER}
NAMES_TESTIMONY = OPENS_TESTIMONY | {Role.WRITER}
#: Roles that may do anything at all with pictures and documents.
TOUCHES_FILES = set(Role) - {Role.TRANSLATOR}


@dataclass(frozen=True)
class Person:
    """One role in Pittsburgh, or in the whole alliance (city=""); None is no role at all."""

    role: str | None
    city: str = "pittsburgh"
    language: str = ""
    is_suspended: bool = False

    def enters(self, home):
        """Their account, with the rights of the role."""
        user = UserFactory(username="somebody")
        if self.role is None:
            door = Permission.objects.get(codename="access_admin")
            user.groups.add(Group.objects.create(name="may enter"))
            user.groups.get().permissions.add(door)
            return user
        group = getattr(home, f"{self.city}_group") if self.city else None
        MembershipFactory(user=user, local_group=group, role=self.role, language=self.language)
        if self.is_suspended:
            group.suspended_on = timezone.now()
            group.save()
        return user

    def may_meet(self, kind, things):
        """Whether something of that kind among ``things`` may be shown to them at all."""
        if self.role is None or self.is_suspended or self.city not in ("", things.city):
            return False
        if kind == "file":
            return self.role in TOUCHES_FILES
        if kind == "testimony":
            return self.role in OPENS_TESTIMONY
        if kind == "reference":
            return self.role in NAMES_TESTIMONY
        if kind == "page":
            reaches = things.is_press or self.role != Role.PRESS_OFFICER
            return reaches and self.language in ("", things.language)
        return kind == "person"


PEOPLE = {
    "writer": Person(Role.WRITER),
    "translator": Person(Role.TRANSLATOR),
    "translator of one language": Person(Role.TRANSLATOR, language="es"),
    "safety reviewer": Person(Role.SAFETY_REVIEWER),
    "editor": Person(Role.EDITOR),
    "press officer": Person(Role.PRESS_OFFICER),
    "coordinator": Person(Role.COORDINATOR, city=""),
    "translator of the alliance": Person(Role.TRANSLATOR, city="", language="es"),
    "press officer of the alliance": Person(Role.PRESS_OFFICER, city=""),
    "editor of a suspended group": Person(Role.EDITOR, is_suspended=True),
    "nobody": Person(None),
}
