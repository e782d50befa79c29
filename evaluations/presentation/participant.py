"""Who is asked, in words, for who holds evaluations: how the mail to each went. Nothing here tells who answered."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from accounts.models import Membership
from evaluations.kinds import Group, State
from evaluations.models.evaluation import Evaluation
from evaluations.models.sheet import Participant
from evaluations.round_mail import ASKED
from meetings.presentation.invitees import Progress
from notifications.models import Message
from notifications.models import State as MessageState


@dataclass(frozen=True, kw_only=True)
class Row:
    """`problem`: how her mail went, when that is no good news."""

    name: str
    url: str
    problem: str = ""
    has_failed: bool = False


@dataclass(frozen=True, kw_only=True)
class PeopleOfGroup:
    label: str
    number: int
    rows: Sequence[Row]


@dataclass(frozen=True, kw_only=True)
class Link:
    """On the page of the evaluation."""

    sentence: str
    url: str


def section(evaluation: Evaluation, *, reader: Membership, at: datetime) -> Link | None:  # noqa: ARG001  as of every part
    """For who holds evaluations, as long as it is known who was asked. One statement."""
    if evaluation.state == State.PLANNED or not reader.may("evaluations.manage"):
        return None
    asked = evaluation.participants.count()
    if not asked and evaluation.state != State.OPEN:
        return None
    return Link(
        sentence=ngettext("%(asked)d person was asked.", "%(asked)d people were asked.", asked) % {"asked": asked},
        url=reverse("evaluations:participant_list", args=[evaluation.uuid]),
    )


def groups(participants: Iterable[Participant], messages: Mapping[object, Message]) -> list[PeopleOfGroup]:
    """Those groups of whom somebody is asked. One statement."""
    of_group: dict[str, list[Row]] = {group: [] for group in Group.values}
    for each in participants:
        of_group[each.group].append(_row(each, messages.get(each.uuid)))
    return [PeopleOfGroup(label=str(Group(group).label), number=len(rows), rows=rows) for group, rows in of_group.items() if rows]


def newest_messages(evaluation: Evaluation, *, only: Participant | None = None) -> dict[object, Message]:
    """The last mail to each that asked her. One statement.

    Nothing of reminders, and nothing of what was not wanted any more at sending: both would tell who answered.
    """
    asked = evaluation.participants.filter(pk=only.pk) if only is not None else evaluation.participants.all()
    found = Message.objects.filter(subject__in=asked.values("uuid"), kind=ASKED).exclude(state=MessageState.CANCELLED)
    return {each.subject: each for each in found.order_by("subject", "-pk").distinct("subject")}


def has_failed(message: Message | None) -> bool:
    return message is not None and message.state == MessageState.FAILED


def problem_of(row: Participant, message: Message | None) -> str:
    if row.link_stopped_at is not None:
        return _("Somebody else has the link: it was stopped")
    return _("The mail did not arrive") if has_failed(message) else ""


def failed_sentence(groups: Sequence[PeopleOfGroup]) -> str:
    """Empty when every mail went well."""
    return Progress(sent=0, waiting=0, failed=sum(row.has_failed for group in groups for row in group.rows)).problem


def _row(each: Participant, message: Message | None) -> Row:
    return Row(
        name=each.member.name, url=reverse("evaluations:participant_detail", args=[each.uuid]), problem=problem_of(each, message),
        has_failed=has_failed(message),
    )
