from wagtail.admin.forms import WagtailAdminModelForm

MARK = "edited_by_hand"


class HandEditedForm(WagtailAdminModelForm):
    """Marks what an administrator changes, so that loading the treaties again leaves it alone."""

    def save(self, commit=True):
        mark(self)
        for formset in self.formsets.values():
            for form in formset.forms:
                mark(form)
        return super().save(commit)


def mark(form):
    """Ticking or unticking the mark itself is the administrator's own decision."""
    changed = set(form.changed_data) - {MARK, *getattr(form, "formsets", {})}
    if changed and hasattr(form.instance, MARK) and MARK not in form.changed_data:
        setattr(form.instance, MARK, True)
