"""Fill an empty database with the demo municipality, once."""

from django.core.management.base import BaseCommand, CommandError
from django.utils import timezone

from demo.story import teller


class Command(BaseCommand):
    help = "Load the demo municipality. Does nothing when it is there; an interrupted load leaves nothing behind."

    def handle(self, **_options: object) -> None:
        try:
            told = teller.tell_once(at=timezone.now())
        except teller.NotEmpty as problem:
            raise CommandError(str(problem)) from None
        self.stdout.write("The demo municipality is loaded." if told else "The demo municipality was there already.")
