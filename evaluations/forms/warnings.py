"""What texts around evaluations warn about, beside what every text warns about: a person."""

from dataclasses import replace

from django.utils.translation import gettext_lazy as _

from meetings.forms.warnings import NAMES_A_PERSON

NAMES_NOBODY = replace(
    NAMES_A_PERSON, why=_("Leave names out, also of who said something: others read this. You can also just go on."),
)
