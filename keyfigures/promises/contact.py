"""Promises of keyfigures.models.contact."""

from django.utils.translation import gettext_lazy as _

from keyfigures import deadlines
from keyfigures.presentation.contact import agreed, calling
from terms.promises import PromiseKind, Task

KINDS = (
    PromiseKind(
        kind=deadlines.CONTACT,
        label=_("Contact in quiet time"),
        working_days=deadlines.WORKING_DAYS[deadlines.CONTACT],
        task=Task(
            title=_("Call %(name)s"),
            button=_("Log a contact"),
            what=_("Contact when nothing is the matter"),
            promised=_("We contact you, also when nothing is the matter"),
            route="keyfigures:contact_new",
            permission="keyfigures.manage",
        ),
        details=calling,
        set_by_term=False,  # its own number of weeks, of her or of the network
    ),
    PromiseKind(
        kind=deadlines.NEXT_STEP,
        label=_("Contact: agreed next step"),
        working_days=deadlines.WORKING_DAYS[deadlines.NEXT_STEP],
        task=Task(
            title=_("You agreed something with %(name)s"),
            button=_("Tick it off"),
            what=_("Agreed next step"),
            promised=_("We do what we agreed with you"),
            route="keyfigures:contact_step",
            permission="keyfigures.manage",
        ),
        details=agreed,
        set_by_term=False,  # the day that was agreed
    ),
)
