"""`manage.py term 2026-06-03T16:30 --working-days 3 [--municipality SLUG]`: until when is that in time?"""

from argparse import ArgumentParser
from datetime import UTC, datetime
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from accounts.models import Municipality
from terms import days
from terms.calendar import Calendar, calendar_of


def _moment(text: str) -> datetime:
    try:
        moment = datetime.fromisoformat(text)
    except ValueError as error:
        message = f"'{text}' is not a moment. Write it as 2026-06-03T16:30."
        raise CommandError(message) from error
    if moment.tzinfo is not None:
        return moment
    local = moment.replace(tzinfo=days.AMSTERDAM)
    if local.astimezone(UTC).astimezone(days.AMSTERDAM).replace(tzinfo=None) != moment:
        message = f"'{text}' does not exist in Amsterdam: the clock is moved forward in that hour."
        raise CommandError(message)
    return local


def _calendar(slug: str | None) -> Calendar:
    if slug is None:
        return Calendar()
    try:
        return calendar_of(Municipality.objects.get(slug=slug))
    except Municipality.DoesNotExist as error:
        message = f"There is no municipality '{slug}'."
        raise CommandError(message) from error


class Command(BaseCommand):
    help = "Print the due moment of a promise made at a moment (Europe/Amsterdam when it has no offset)."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("moment", help="for instance 2026-06-03T16:30")
        parser.add_argument("--working-days", type=int, required=True, help="negative counts back")
        parser.add_argument("--municipality", help="short name; adds its closing days and office hours")

    def handle(self, *_args: Any, **options: Any) -> None:  # noqa: ANN401  Django's signature
        calendar = _calendar(options["municipality"])
        due = calendar.due_at(_moment(options["moment"]), options["working_days"])
        self.stdout.write(due.isoformat())
