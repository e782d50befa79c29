"""Promises of keyfigures.models.allowance."""

from django.utils.translation import gettext_lazy as _

from accounts.models import Membership
from keyfigures import deadlines
from keyfigures.actions.ties import has_tie
from keyfigures.models.allowance import Payment
from terms.models import Clock
from terms.promises import PromiseKind, Task


def _may_take(clock: Clock, member: Membership) -> bool:
    """Not who proposed it, and not who knows her privately."""
    payment = Payment.objects.select_related("key_figure").filter(uuid=clock.subject).first()
    return payment is None or (payment.proposed_by_id != member.pk and not has_tie(member, payment.key_figure))


KINDS = (
    PromiseKind(
        kind=deadlines.PAYMENT,
        label=_("Allowance: decide"),
        working_days=deadlines.WORKING_DAYS[deadlines.PAYMENT],
        task=Task(
            title=_("An allowance for %(name)s waits for a second official"),
            button=_("Decide"),
            what=_("Allowance"),
            promised=_("We decide about your allowance"),
            route="keyfigures:payment_detail",
            permission="keyfigures.decide",
        ),
        may_take=_may_take,
    ),
)
