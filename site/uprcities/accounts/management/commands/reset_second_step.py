from allauth.mfa.models import Authenticator
from allauth.usersessions.models import UserSession
from django.contrib.auth import get_user_model
from django.core.management.base import BaseCommand, CommandError
from django.db import transaction

from uprcities.accounts.models import SignInEvent
from uprcities.accounts.sign_ins import note


class Command(BaseCommand):
    help = (
        "Take away the second step and the recovery codes of somebody who lost them, and end "
        "their sessions. Make sure that it is they who ask: call them, do not write."
    )

    def add_arguments(self, parser):
        parser.add_argument("username")

    @transaction.atomic
    def handle(self, *, username, **options):
        person = get_user_model().objects.filter(username=username).first()
        if person is None:
            raise CommandError(f"Nobody here is called {username}.")
        steps = Authenticator.objects.filter(user=person)
        sessions = list(UserSession.objects.filter(user=person))
        counted = steps.count()
        steps.delete()
        for session in sessions:
            session.end()
        note(SignInEvent.Kind.STEP_RESET, person)
        self.stdout.write(
            f"{username}: {counted} factors taken away, {len(sessions)} sessions ended. "
            "At the next sign-in a new second step is set up."
        )
