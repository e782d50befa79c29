"""Who you can be in the demo, and where."""

from django.conf import settings
from django.core.management.base import BaseCommand
from django.utils.translation import override

from accounts.models import Municipality
from demo.people import PEOPLE, PLACES


class Command(BaseCommand):
    help = "Print the address of the demo and the people you can log in as."

    def handle(self, **_options: object) -> None:
        with override("nl"):
            for place in PLACES:
                self._place(place.slug, place.name)
        self.stdout.write(f"\nLog in without a password: {settings.BASE_URL}/\nAll mail:                  {settings.BASE_URL}/demo/postbus/")

    def _place(self, slug: str, name: str) -> None:
        municipality = Municipality(slug=slug, name=name)
        self.stdout.write(f"\n{name}")
        for person in PEOPLE:
            if person.place == slug:
                self.stdout.write(f"  {person.name:<22} {municipality.label_of(person.role)}")
