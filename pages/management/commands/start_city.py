from django.core.exceptions import ValidationError
from django.core.management.base import BaseCommand, CommandError
from django.utils.text import slugify

from campaigns.places.inviting import write_to
from campaigns.places.models import City
from uprcities.lib.mail import mail_is_sent

from ...starting.city import start_city, try_start
from ...starting.plan import CityPlan, Person, PressContact
from ...starting.undoing import undo_start


class Command(BaseCommand):
    help = (
        "Start a city: its group, pages in each language, collections, roles and invitations."
        " The same again changes nothing; one more language or person adds just that."
    )

    def add_arguments(self, parser):
        parser.add_argument("--name", help="The city, as in “New Haven”.")
        parser.add_argument("--slug", help="The last part of its address; else made of its name.")
        parser.add_argument("--state", help="Its state, as in Connecticut.")
        parser.add_argument("--state-code", default="", help="Two letters: CT.")
        parser.add_argument("--time-zone", default="America/New_York")
        parser.add_argument("--group", help="The name of the local group.")
        parser.add_argument("--email", help="The group’s public e-mail address.")
        parser.add_argument("--languages", default="en", help="Codes: en,es. The first leads.")
        parser.add_argument(
            "--person",
            action="append",
            default=[],
            metavar="E-MAIL:ROLE[:LANGUAGE]",
            help="Somebody who works for the group; repeat it for each.",
        )
        parser.add_argument(
            "--press-name", default="", help="Whom journalists reach; else the group."
        )
        parser.add_argument("--press-role", default="")
        parser.add_argument("--press-email", default="")
        parser.add_argument("--press-phone", default="")
        parser.add_argument("--dry-run", action="store_true", help="Say what would be made.")
        parser.add_argument("--undo", metavar="SLUG", help="Take a city back while it is empty.")

    def handle(self, **options):
        try:
            if options["undo"]:
                self._undo(options["undo"])
            elif options["dry_run"]:
                self._tell(try_start(plan_from(options)), "Would make")
            else:
                made = start_city(plan_from(options))
                self._tell(made, "Made")
                self._invite(made)
        except ValidationError as error:
            raise CommandError("\n".join(error.messages)) from None

    def _undo(self, slug):
        city = City.objects.filter(slug=slug).first()
        if city is None:
            raise CommandError(f"There is no city at “{slug}”.")
        undo_start(city)
        self.stdout.write(f"{city.name} is undone.")

    def _tell(self, made, verb):
        if made.is_nothing:
            self.stdout.write(f"{made.group.city.name} is there already; nothing changed.")
            return
        if made.is_new:
            self.stdout.write(f"{verb}: {made.group.name}, with three collections")
        for page in made.pages:
            self.stdout.write(f"{verb}: {page.locale.language_code} {page.title} (draft)")
        for joined in made.joined:
            membership = joined.membership
            role = ":".join(filter(None, [membership.role, membership.language]))
            account = "new account" if joined.is_new_person else "existing account"
            self.stdout.write(f"{verb}: {membership.user.email} {role} ({account})")
        counts = f"pages {len(made.pages)}, roles {len(made.joined)}"
        self.stdout.write(f"{verb} in all: {counts}.")

    def _invite(self, made):
        """Without a mail server the invitations are printed, by Django’s console back end."""
        missed = write_to(joined.membership for joined in made.joined)
        if not mail_is_sent() and made.joined:
            self.stdout.write("No mail server: hand over what is printed above.")
        for person in missed if mail_is_sent() else ():
            self.stderr.write(f"No mail reached {person.email}. Use “Invite again”.")


def plan_from(options):
    """The plan as somebody typed it; ValidationError where a part is missing."""
    name = options["name"] or ""
    press = {part: options[f"press_{part}"] for part in ("name", "role", "email", "phone")}
    return CityPlan(
        name=name,
        slug=options["slug"] or slugify(name),
        state=options["state"] or "",
        state_code=options["state_code"],
        time_zone=options["time_zone"],
        group=options["group"] or "",
        email=options["email"] or "",
        languages=tuple(code.strip() for code in options["languages"].split(",") if code.strip()),
        press=PressContact(**press),
        people=tuple(map(person_from, options["person"])),
    )


def person_from(text):
    """``rosa@example.org:translator:es`` as a Person."""
    email, role, language, *rest = [*text.split(":"), "", ""][:4]
    if rest != [""] * len(rest) or not role:
        raise ValidationError(f"Write a person as e-mail:role or e-mail:role:language, not {text}.")
    return Person(email=email, role=role, language=language)
