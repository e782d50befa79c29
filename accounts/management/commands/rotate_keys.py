"""`manage.py rotate_keys`: after a new key was put in front of SEALED_TEXT_KEYS. Interrupt and start again as you like."""

from typing import Any

from django.core.management.base import BaseCommand, CommandError

from accounts import keys, rotation


class Command(BaseCommand):
    help = "Bring all sealed text and all second factors to the first key of SEALED_TEXT_KEYS."

    def handle(self, *_args: Any, **_options: Any) -> None:  # noqa: ANN401  Django's signature
        moved = failed = 0
        for batch_moved, batch_failed in rotation.reseal():
            moved, failed = moved + batch_moved, failed + batch_failed
            self.stdout.write(f"{moved} texts sealed with the first key")
        factors = keys.reseal_second_factors()
        self.stdout.write(f"Ready: {moved} texts and {factors} second factors moved to the first key.")
        if failed:
            message = f"{failed} texts do not open with any key of the ring. Keep the old keys and look for the missing one."
            raise CommandError(message)
