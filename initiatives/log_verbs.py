"""The words that this app adds to the log: that something was shown to everybody, never what it says."""

from django.utils.translation import gettext_lazy as _

from audit import verbs

PUBLIC_TEXT_WRITTEN = "initiatives.public_text_written"
PUBLIC_AGREED = "initiatives.public_agreed"
PUBLIC_TAKEN_OFF = "initiatives.public_taken_off"


def register() -> None:
    verbs.register(PUBLIC_TEXT_WRITTEN, _("Wrote what everybody may read of an initiative"))
    verbs.register(PUBLIC_AGREED, _("Agreed that everybody may read of her initiative"))
    verbs.register(PUBLIC_TAKEN_OFF, _("Took an initiative off the public page"))
