"""Why we keep what we keep about messages and how somebody wants them."""

from django.utils.translation import gettext_lazy as _

from accounts.justification import About, Justification, Processing
from notifications import kinds
from notifications.models import Message

_TASK = _("AVG art. 6(1)(e): a promise to tell somebody is part of the municipality's task")
_YEAR = _("a year after it was sent; then deleted by a job")
_CHOICE = Justification(purpose=_("when she wants mail; her own choice"), basis=_TASK, keep=_("while she works here"))

FIELDS = {
    "Message.key": Justification(purpose=_("so that the same thing is told once; a code"), basis=_TASK, keep=_YEAR),
    "Message.kind": Justification(purpose=_("which sentence the mail holds; a code"), basis=_TASK, keep=_YEAR),
    "Message.recipient": Justification(purpose=_("who is told"), basis=_TASK, keep=_YEAR),
    "Message.address": Justification(purpose=_("where an invitation goes to who is no member yet"), basis=_TASK, keep=_YEAR),
    "Message.language": Justification(purpose=_("in which language the mail is, for who is no member"), basis=_TASK, keep=_YEAR),
    "Message.path": Justification(purpose=_("the page where it can be read, behind log-in"), basis=_TASK, keep=_YEAR),
    "Message.last_error": Justification(purpose=_("the kind of error when a mail did not go; no text of the mail server"), basis=_TASK, keep=_YEAR),
    "Preference.member": _CHOICE,
    "Heartbeat.name": Justification(purpose=_("name of a job, not about a person"), basis=_("none needed"), keep=_("one row per job")),
}


PROCESSING = Processing(
    name=_("Messages by mail"),
    goal=_("to tell somebody that something waits for her"),
    whose=_("everybody who logs in, and who is invited"),
    receivers=_("the mail server of the municipality or its processor"),
    security=_("a mail says only that something waits: no name, no content, no subject"),
)


def _sentence(row: Message) -> str:
    try:
        return str(kinds.named(row.kind).sentence)
    except KeyError:  # a kind of a version before or after this one
        return row.kind


ABOUT = {
    "Message": About(
        title=_("Messages that we sent you"),
        why=FIELDS["Message.recipient"],
        member=("recipient",),
        address="address",
        newest="queued_at",
        opened={"kind": _sentence},
    ),
    "Preference": About(title=_("When you want mail"), why=FIELDS["Preference.member"], member=("member",), change_at="notifications:preferences"),
}

LABELS = {
    "id": _("Number"),
    "uuid": _("Number"),
    "municipality": _("Municipality"),
    "key": _("Occasion"),
    "kind": _("What the mail says"),
    "necessity": _("When it is sent"),
    "recipient": _("To whom"),
    "address": _("Mail address"),
    "language": _("Language"),
    "path": _("Where it leads"),
    "subject": _("Number of what it is about"),
    "clock": _("Promise"),
    "state": _("State"),
    "queued_at": _("Made"),
    "not_before": _("Not before"),
    "claimed_at": _("Sending began"),
    "claimed_by": _("Sent by which process"),
    "sent_at": _("Sent"),
    "attempts": _("Attempts"),
    "last_error": _("Last error"),
    "member": _("Member"),
}
