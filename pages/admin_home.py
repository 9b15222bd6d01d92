"""The front page of the admin, in the order of a day: what waits, how to begin, what comes next."""

from wagtail.admin.ui.components import Component
from wagtail.admin.views.home import (
    LockedPagesPanel,
    RecentEditsPanel,
    UserObjectsInWorkflowModerationPanel,
    WorkflowObjectsToModeratePanel,
)

from .getting_started import checklists_for
from .next_steps import latest_drafts, steps_for
from .waiting.gathering import waiting_for
from .waiting.person import Person

#: What these tell stands in ours, asked for all pages at once and told with its city.
REPLACED = (
    LockedPagesPanel,
    RecentEditsPanel,
    UserObjectsInWorkflowModerationPanel,
    WorkflowObjectsToModeratePanel,
)


class HomePanel(Component):
    """One part of the front page, for one Person."""

    def __init__(self, person):
        self.person = person


class WaitingPanel(HomePanel):
    """What waits for this person today, the most pressing first."""

    name = "waiting"
    template_name = "pages/admin/waiting.html"
    order = 30

    def get_context_data(self, parent_context):
        return {"groups": waiting_for(self.person)}


class GettingStartedPanel(HomePanel):
    """How far a new group has come, until it has done everything once."""

    name = "getting_started"
    template_name = "pages/admin/getting_started.html"
    order = 40

    def get_context_data(self, parent_context):
        return {"checklists": checklists_for(self.person)}


class NextStepsPanel(HomePanel):
    """Where to begin something new, and the drafts that wait for their writer."""

    name = "next_steps"
    template_name = "pages/admin/next_steps.html"
    order = 50

    def get_context_data(self, parent_context):
        return {"steps": list(steps_for(self.person)), "drafts": latest_drafts(self.person)}


def arrange(request, panels):
    person = Person(request.user)
    kept = [panel for panel in panels if not isinstance(panel, REPLACED)]
    panels[:] = [WaitingPanel(person), GettingStartedPanel(person), NextStepsPanel(person), *kept]
