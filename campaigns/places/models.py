from django.conf import settings
from django.core.exceptions import ValidationError
from django.db import models
from django.utils.translation import gettext_lazy as _


class CityQuerySet(models.QuerySet):
    def real(self):
        """Cities where people live; not the one that only shows how a new city begins."""
        return self.filter(is_template=False)


class City(models.Model):
    """A city whose people hold its government to human-rights promises."""

    slug = models.SlugField(_("address"), unique=True, help_text=_("Stands in every address."))
    name = models.CharField(_("name"), max_length=80)
    state_code = models.CharField(_("state code"), max_length=2, help_text=_("Two letters: PA."))
    time_zone = models.CharField(_("time zone"), max_length=40, default="America/New_York")
    is_template = models.BooleanField(
        default=False,
        editable=False,
        help_text=_("Its pages are what a new city begins with; no reader ever sees them."),
    )

    objects = CityQuerySet.as_manager()

    class Meta:
        verbose_name = _("city")
        verbose_name_plural = _("cities")
        ordering = ["name"]
        constraints = [
            models.UniqueConstraint(
                fields=["is_template"],
                condition=models.Q(is_template=True),
                name="one_template_city",
            )
        ]

    def __str__(self):
        return self.name


class LocalGroup(models.Model):
    """The volunteers who own one city's pages, pictures and testimony."""

    city = models.OneToOneField(
        City,
        models.PROTECT,
        related_name="local_group",
        limit_choices_to={"is_template": False},
        verbose_name=_("city"),
    )
    name = models.CharField(_("name"), max_length=120)
    email = models.EmailField(_("public e-mail address"), blank=True)
    collection = models.OneToOneField(
        "wagtailcore.Collection",
        models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("collection"),
        help_text=_("Where the group keeps its pictures and documents."),
    )
    private_collection = models.OneToOneField(
        "wagtailcore.Collection",
        models.SET_NULL,
        null=True,
        blank=True,
        editable=False,
        related_name="+",
        help_text=_("A part of it, for those alone who may open what people told the group."),
    )
    machine_characters_a_month = models.PositiveIntegerField(
        _("characters a month for machine translation"),
        default=0,
        help_text=_(
            "How much of the group’s public text a translation service may be sent each month. 0: nothing."
        ),
    )
    suspended_on = models.DateTimeField(
        _("suspended on"),
        null=True,
        blank=True,
        editable=False,
        help_text=_("Since then its people may change nothing; its pages stay up."),
    )
    archived_on = models.DateTimeField(
        _("archived on"),
        null=True,
        blank=True,
        editable=False,
        help_text=_("Since then the group is over; its record stays where it is."),
    )

    class Meta:
        verbose_name = _("local group")
        verbose_name_plural = _("local groups")
        ordering = ["name"]

    def __str__(self):
        return self.name

    @property
    def is_at_work(self):
        """Whether its people may do anything, and its plans become public on their day."""
        return not (self.suspended_on or self.archived_on)


class Role(models.TextChoices):
    WRITER = "writer", _("Writer: writes drafts and sends them to be checked")
    TRANSLATOR = "translator", _("Translator: turns pages into another language")
    SAFETY_REVIEWER = (
        "safety_reviewer",
        _("Safety reviewer: checks that a story puts nobody at risk, and opens testimony for it"),
    )
    EDITOR = "editor", _("Editor: writes, publishes and approves what others wrote")
    PRESS_OFFICER = "press_officer", _("Press officer: releases and media kits")
    COORDINATOR = (
        "coordinator",
        _("Coordinator: the alliance’s own pages, and those of every city; no testimony"),
    )


#: Roles that only the alliance as a whole gives.
OF_THE_ALLIANCE = {Role.COORDINATOR}
#: Roles that may be held for one language.
BY_LANGUAGE = {Role.TRANSLATOR}


class MembershipQuerySet(models.QuerySet):
    def in_force(self):
        """Memberships that count: of people who may sign in, in groups at work."""
        at_work = models.Q(local_group=None) | models.Q(
            local_group__suspended_on=None, local_group__archived_on=None
        )
        return self.filter(at_work, user__is_active=True)


class Membership(models.Model):
    """What one person may do for one local group, or for the whole alliance."""

    user = models.ForeignKey(settings.AUTH_USER_MODEL, models.CASCADE, related_name="memberships")
    local_group = models.ForeignKey(
        LocalGroup,
        models.CASCADE,
        null=True,
        blank=True,
        related_name="memberships",
        verbose_name=_("local group"),
        help_text=_("Leave empty for the whole alliance."),
    )
    role = models.CharField(_("role"), max_length=20, choices=Role)
    language = models.CharField(
        _("language"),
        max_length=20,
        blank=True,
        help_text=_("Only for translators; all others work in every language."),
    )

    objects = MembershipQuerySet.as_manager()

    class Meta:
        verbose_name = _("membership")
        verbose_name_plural = _("memberships")
        constraints = [
            models.UniqueConstraint(
                fields=["user", "local_group", "role", "language"],
                condition=models.Q(local_group__isnull=False),
                name="one_role_per_local_group",
            ),
            models.UniqueConstraint(
                fields=["user", "role", "language"],
                condition=models.Q(local_group__isnull=True),
                name="one_role_per_alliance",
            ),
        ]

    def __str__(self):
        return f"{self.user}: {self.get_role_display()}"

    @property
    def language_name(self):
        """The language of a translator, in words; empty where the role is for all."""
        names = dict(settings.WAGTAIL_CONTENT_LANGUAGES)
        return names.get(self.language, self.language)

    def clean(self):
        super().clean()
        errors = {}
        if self.role in OF_THE_ALLIANCE and self.local_group_id:
            errors["local_group"] = _("This role is for the whole alliance. Leave the group empty.")
        if self.language and self.role not in BY_LANGUAGE:
            errors["language"] = _("Only translators work for one language. Leave this empty.")
        elif self.language and self.language not in dict(settings.WAGTAIL_CONTENT_LANGUAGES):
            errors["language"] = _("This site does not publish in this language.")
        if errors:
            raise ValidationError(errors)
