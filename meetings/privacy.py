"""Why we keep what we keep about who comes to meetings."""

from typing import Any

from django.utils.translation import gettext_lazy as _

from accounts.justification import About, Justification, Processing
from meetings.models.agenda import ActionPoint, AgendaItem
from meetings.models.poll import PollAnswer
from meetings.models.report import Correction

_TASK = _("AVG art. 6(1)(e): the municipality's task in public safety and prevention")
_CHOSEN = _("AVG art. 6(1)(e), as she chose to tell it herself; empty is fine, and she can take it out at any moment")
_CONSENT = _("AVG art. 9(2)(a): only what she chose to write for this meeting")
_TRACE = _("AVG art. 5(2) and 32; BIO2 8.15: who did and saw what can be traced")
_ANON = _("none needed: nothing points to a person (AVG recital 26)")
_NONE = _("none needed")

_MEETING = _("two years after the meeting; then deleted by a job")
_DAY_AFTER = _("until the day after the meeting; then erased by a job")
_POLL = _("two years after the meeting, or after the poll when it came to nothing; then deleted by a job")
_YEARS = _("two years; then deleted by a job")
_TERM = _("until the last day to answer; then counted with the others, or thrown away when there are fewer than five")
_UNTIL_RENEWED = _("until she stops the subscription or leaves")

FIELDS = {
    # meeting
    "Meeting.title": Justification(purpose=_("what the meeting is called, not about a person"), basis=_NONE, keep=_MEETING),
    "Meeting.place": Justification(purpose=_("where it is"), basis=_NONE, keep=_MEETING),
    "Meeting.link": Justification(purpose=_("where it is, online"), basis=_NONE, keep=_MEETING),
    "Meeting.organiser": Justification(purpose=_("whom to ask about it"), basis=_TASK, keep=_MEETING),
    "Meeting.chair": Justification(purpose=_("who leads it"), basis=_TASK, keep=_MEETING),
    # attendance
    "Attendee.member": Justification(purpose=_("who is invited, and whether she comes; shown to the organiser and the chair only"), basis=_TASK, keep=_MEETING),
    "Attendee.needs": Justification(purpose=_("what she needs to be able to come"), basis=_CONSENT, keep=_DAY_AFTER),
    "Attendee.food": Justification(purpose=_("what she likes us to know about food, in her own words"), basis=_CONSENT, keep=_DAY_AFTER),
    "Attendee.brings": Justification(purpose=_("what she brings"), basis=_CHOSEN, keep=_DAY_AFTER),
    "CalendarFeed.member": Justification(purpose=_("her meetings in her own calendar"), basis=_CHOSEN, keep=_UNTIL_RENEWED),
    # poll
    "DatePoll.title": Justification(purpose=_("what the meeting is called, not about a person"), basis=_NONE, keep=_POLL),
    "DatePoll.place": Justification(purpose=_("where it is"), basis=_NONE, keep=_POLL),
    "DatePoll.organiser": Justification(purpose=_("whom to ask about it"), basis=_TASK, keep=_POLL),
    "DatePoll.chair": Justification(purpose=_("who leads it"), basis=_TASK, keep=_POLL),
    "PollInvitee.member": Justification(purpose=_("who is asked when she can come"), basis=_TASK, keep=_POLL),
    # chair
    "IndependenceDeclaration.chair": Justification(purpose=_("who says that she is independent"), basis=_TASK, keep=_YEARS),
    "IndependenceDeclaration.own_words": Justification(
        purpose=_("what she wants to say about it; everybody who is invited reads it"), basis=_CHOSEN, keep=_YEARS,
    ),
    # agenda and report
    "AgendaItem.proposed_by": Justification(purpose=_("who hears what was done with her point"), basis=_TASK, keep=_MEETING),
    "AgendaItem.title": Justification(purpose=_("what it is about; never a person who is not there"), basis=_TASK, keep=_MEETING),
    "AgendaItem.explanation": Justification(purpose=_("what it is about; never a person who is not there"), basis=_TASK, keep=_MEETING),
    "AgendaItem.taken_off_because": Justification(purpose=_("why a point did not come on the agenda"), basis=_TASK, keep=_MEETING),
    "AgendaItem.moved_because": Justification(purpose=_("why a point goes to a later meeting"), basis=_TASK, keep=_MEETING),
    "AgendaItem.said": Justification(purpose=_("what was said, without names"), basis=_TASK, keep=_MEETING),
    "AgendaItem.agreed": Justification(purpose=_("what was agreed"), basis=_TASK, keep=_MEETING),
    "AgendaItem.not_taken_because": Justification(purpose=_("why a point was not dealt with"), basis=_TASK, keep=_MEETING),
    "AgendaItem.answer": Justification(purpose=_("what was done with a point"), basis=_TASK, keep=_MEETING),
    "AgendaItem.answered_by": Justification(purpose=_("who answered"), basis=_TRACE, keep=_MEETING),
    "ActionPoint.owner": Justification(purpose=_("who does it"), basis=_TASK, keep=_MEETING),
    "ActionPoint.dropped_because": Justification(purpose=_("why nobody does it"), basis=_TASK, keep=_MEETING),
    "ActionPoint.text": Justification(purpose=_("what is done"), basis=_TASK, keep=_MEETING),
    "Correction.by": Justification(purpose=_("who reads it otherwise, and hears what was done with that"), basis=_TASK, keep=_MEETING),
    "Correction.text": Justification(purpose=_("what the report should say"), basis=_TASK, keep=_MEETING),
    "Correction.decided_by": Justification(purpose=_("who decided"), basis=_TRACE, keep=_MEETING),
    "Correction.reply": Justification(purpose=_("why a correction was not taken over"), basis=_TASK, keep=_MEETING),
    # pulse
    "PulseEnvelope.sealed": Justification(purpose=_("anonymous answers, encrypted"), basis=_ANON, keep=_TERM),
    "PulseEnvelope.key_id": Justification(purpose=_("with which key it is sealed"), basis=_ANON, keep=_TERM),
    # tension
    "Tension.begun_by": Justification(purpose=_("who began it"), basis=_TRACE, keep=_YEARS),
    "TensionCall.caller": Justification(purpose=_("who calls her"), basis=_TASK, keep=_YEARS),
}

PROCESSING = Processing(
    name=_("Meetings with key figures"),
    goal=_("to meet regularly, to hear what people bring in, and to tell what was done with it"),
    whose=_("who is invited: key figures, officials and the chair"),
    receivers=_("the organiser and the chair of the meeting; what was said and agreed without names to who was invited"),
    security=_("who comes is shown to the organiser and the chair only; what somebody needs is erased the day after; answers afterwards have no name"),
)


def _meeting(row: Any) -> str:  # noqa: ANN401  any row of a meeting
    return str(row.meeting.title)


def _moved_from(row: AgendaItem) -> str:
    return row.moved_from.title if row.moved_from else ""


def _poll_of(row: Any) -> str:  # noqa: ANN401  any row of a poll
    return str(row.poll.title)


def _day(row: PollAnswer) -> str:
    return row.option.starts_at.isoformat()


def _poll_of_answer(row: PollAnswer) -> str:
    return row.invitee.poll.title


def _point_of_correction(row: Correction) -> str:
    return row.item.title


def _point_of_action(row: ActionPoint) -> str:
    return row.item.title if row.item else ""


def _why(purpose: Any, basis: Any, keep: Any) -> Justification:  # noqa: ANN401  texts in the language of the reader
    return Justification(purpose=purpose, basis=basis, keep=keep)


ABOUT = {
    "Attendee": About(
        title=_("Meetings to which you were invited"), why=FIELDS["Attendee.member"], can_go=True, member=("member",), newest="meeting__starts_at",
        opened={"meeting": _meeting},
    ),
    "PollInvitee": About(
        title=_("Polls for a date"), why=FIELDS["PollInvitee.member"], can_go=True, member=("member",), newest="poll__made_at", opened={"poll": _poll_of},
    ),
    "PollAnswer": About(
        title=_("When you could come"), why=_why(_("to choose a date"), _TASK, _POLL), can_go=True, member=("invitee__member",),
        newest="option__starts_at", opened={"invitee": _poll_of_answer, "option": _day},
    ),
    "AgendaItem": About(
        title=_("Points that you proposed"), why=FIELDS["AgendaItem.proposed_by"], member=("proposed_by",), newest="proposed_at",
        opened={"meeting": _meeting, "moved_from": _moved_from},
    ),
    "ActionPoint": About(
        title=_("What you would do after a meeting"), why=FIELDS["ActionPoint.owner"], can_go=True, member=("owner",), newest="made_at",
        opened={"meeting": _meeting, "item": _point_of_action},
    ),
    "Correction": About(
        title=_("Corrections that you proposed"), why=FIELDS["Correction.by"], member=("by",), newest="at", opened={"item": _point_of_correction},
    ),
    "TensionCall": About(
        title=_("Calls to you at a tension"), why=_why(_("to reach who chose to mediate"), _TASK, _YEARS), can_go=True, member=("key_figure__member",),
        newest="tension__begun_at",
    ),
    "CalendarFeed": About(title=_("Your calendar subscription"), why=FIELDS["CalendarFeed.member"], can_go=True, member=("member",), newest="renewed_at"),
    "IndependenceDeclaration": About(
        title=_("Your declarations of independence"), why=FIELDS["IndependenceDeclaration.chair"], member=("chair",), newest="year",
    ),
}

NOT_ABOUT = {
    "Meeting": _("the meeting itself; who organises and who leads it is counted"),
    "MeetingRhythm": _("a setting of the municipality"),
    "DatePoll": _("the poll itself; who organises and who leads it is counted"),
    "PollOption": _("a date"),
    "PulseAnswer": _("an answer without a name"),
    "PulseEnvelope": _("an answer without a name"),
    "Tension": _("a time in the municipality; who began it is counted"),
}

LABELS = {
    "id": _("Number"),
    "moved_from": _("Stood before on the agenda of"),
    "uuid": _("Number"),
    "municipality": _("Municipality"),
    "meeting": _("Meeting"),
    "member": _("Whose"),
    "answer": _("Answer"),
    "answered_at": _("Answered"),
    "answered_by": _("How you answered"),
    "AgendaItem.answered_by": _("Answered by"),
    "calendar_stamp": _("Last reply of your calendar"),
    "seat": _("Place"),
    "seat_since": _("Since"),
    "was_present": _("Was there"),
    "link_number": _("Number of your link"),
    "link_stopped_at": _("Your link was stopped"),
    "told_sequence": _("Version that your calendar knows"),
    "may_give_pulse": _("Can answer the questions afterwards"),
    "poll": _("Poll"),
    "must_look_again": _("The dates changed"),
    "asked_at": _("Asked"),
    "invitee": _("Poll"),
    "option": _("Date"),
    "availability": _("Can come"),
    "proposed_by": _("Proposed by"),
    "proposed_at": _("Proposed"),
    "submission": _("Number of the form"),
    "position": _("Place on the agenda"),
    "withdrawn_at": _("Withdrawn"),
    "item": _("Agenda point"),
    "made_at": _("Written down"),
    "accepted_at": _("Accepted"),
    "declined_at": _("Declined"),
    "done_at": _("Done"),
    "dropped_at": _("Dropped"),
    "dropped_because": _("Why nobody does it"),
    "by": _("By whom"),
    "at": _("When"),
    "state": _("State"),
    "decided_by": _("Decided by"),
    "decided_at": _("Decided"),
    "tension": _("Tension"),
    "key_figure": _("Key figure"),
    "called_at": _("Called"),
    "renewed_at": _("Since"),
    "chair": _("Whose"),
    "declared_at": _("Declared"),
}
