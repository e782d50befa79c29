"""Why we keep what we keep about key figures."""

from typing import Any

from django.db.models import Q, QuerySet
from django.utils.translation import gettext_lazy as _

from accounts import sealing
from accounts.justification import About, Justification, Person, Processing
from keyfigures.models.agreement import Agreement
from keyfigures.models.learning import Enrolment
from keyfigures.models.reconsideration import Reconsideration, SealedStatement
from keyfigures.models.treatment import Complaint

_TASK = _("AVG art. 6(1)(e): the municipality's task in public safety and prevention")
_CHOSEN = _("AVG art. 6(1)(e), as she chose to tell it herself; empty is fine, and she can take it out at any moment")
_TRACE = _("AVG art. 5(2) and 32; BIO2 8.15: who did and saw what can be traced")
_INTEGRITY = _("AVG art. 6(1)(e): no assignment to a relation")
_AWB = _("Awb chapter 9: a complaint is handled by somebody else than it is about")
_AVG12 = _("AVG art. 12 to 22: the rights of the person herself")
_ANON = _("none needed: nothing points to a person (AVG recital 26)")
_NONE = _("none needed")

_PROFILE = _("a year after the cooperation ended; then erased by a job")
_INTEREST = _("30 days, or until she confirms; then deleted by a job")
_AGREEMENT = _("five years after it ended; then deleted by a job")
_CONTACT = _("two years; then deleted by a job")
_HELP = _("two years after it was closed; then deleted by a job")
_UNTIL_TAKEN_BACK = _("until she takes it back, or two years; then deleted by a job")
_MONEY = _("seven years, as the tax law asks (AWR art. 52); then deleted by a job")
_TIE = _("a year after it ended; then deleted by a job")
_YEAR = _("a year after the outcome; then erased by a job")
_HOUR = _("an hour at the most; then counted with the others")
_STAYS = _("as long as the municipality takes part")

FIELDS = {
    # figure
    "KeyFigure.member": Justification(purpose=_("who takes part"), basis=_TASK, keep=_PROFILE),
    "KeyFigure.contact_person": Justification(purpose=_("who owes her the promises"), basis=_TASK, keep=_PROFILE),
    "KeyFigure.good_times": Justification(purpose=_("when she likes to be called"), basis=_CHOSEN, keep=_PROFILE),
    "KeyFigure.not_times": Justification(purpose=_("when not to call; only if she gave it"), basis=_CHOSEN, keep=_PROFILE),
    "KeyFigure.areas": Justification(purpose=_("where she is active; chosen by herself, never an address"), basis=_CHOSEN, keep=_PROFILE),
    "KeyFigure.network_roles": Justification(purpose=_("what she wants to do; sharing concerns is off unless she chose it"), basis=_CHOSEN, keep=_PROFILE),
    "KeyFigure.profile_types": Justification(purpose=_("the mix of the network; chosen by herself"), basis=_CHOSEN, keep=_PROFILE),
    "KeyFigure.offered_languages": Justification(
        purpose=_("in which languages she offers to help; in no list, figure or export"), basis=_CHOSEN, keep=_PROFILE,
    ),
    "KeyFigure.own_words": Justification(purpose=_("about her networks, in her own words; not searched, not exported"), basis=_CHOSEN, keep=_PROFILE),
    "KeyFigure.stage_since": Justification(purpose=_("since when she is in this stage"), basis=_TASK, keep=_PROFILE),
    "KeyFigure.joined_on": Justification(purpose=_("since when she is active"), basis=_TASK, keep=_PROFILE),
    "KeyFigure.paused_until": Justification(purpose=_("until when she pauses"), basis=_TASK, keep=_PROFILE),
    "KeyFigure.expected_end": Justification(purpose=_("to look for somebody after her in time"), basis=_CHOSEN, keep=_PROFILE),
    "KeyFigure.ended_on": Justification(purpose=_("from when her data is kept no longer than needed"), basis=_TASK, keep=_PROFILE),
    "KeyFigure.profile_changed_on": Justification(purpose=_("so that both know how old it is"), basis=_TASK, keep=_PROFILE),
    "KeyFigure.mix_changed_at": Justification(purpose=_("so that figures show no difference that is about one person"), basis=_TASK, keep=_PROFILE),
    "KeyFigure.notice_version": Justification(purpose=_("that she was told what we keep and why (AVG art. 13)"), basis=_AVG12, keep=_PROFILE),
    "KeyFigure.notice_read_on": Justification(purpose=_("that she was told what we keep and why (AVG art. 13)"), basis=_AVG12, keep=_PROFILE),
    "KeyFigure.last_quiet_contact_on": Justification(purpose=_("whom we did not speak for too long"), basis=_TASK, keep=_PROFILE),
    "KeyFigure.last_thanked_on": Justification(purpose=_("whom we did not thank for too long"), basis=_TASK, keep=_PROFILE),
    "KeyFigure.knows_process_on": Justification(purpose=_("that she knows how to share a concern"), basis=_TASK, keep=_PROFILE),
    "StageStep.by": Justification(purpose=_("who took a step"), basis=_TRACE, keep=_PROFILE),
    "Interest.name": Justification(purpose=_("to greet who wants to take part"), basis=_CHOSEN, keep=_INTEREST),
    "Interest.email": Justification(purpose=_("to ask her to confirm"), basis=_CHOSEN, keep=_INTEREST),
    "Interest.area": Justification(purpose=_("where she is active; may stay empty"), basis=_CHOSEN, keep=_INTEREST),
    "Interest.at": Justification(purpose=_("to let it expire"), basis=_TASK, keep=_INTEREST),
    "Interest.expires_at": Justification(purpose=_("to let it expire"), basis=_TASK, keep=_INTEREST),
    # agreement
    "AgreementTemplate.goal": Justification(purpose=_("a text of the municipality, not about a person"), basis=_NONE, keep=_STAYS),
    "AgreementTemplate.role": Justification(purpose=_("a text of the municipality, not about a person"), basis=_NONE, keep=_STAYS),
    "AgreementTemplate.expectations": Justification(purpose=_("a text of the municipality, not about a person"), basis=_NONE, keep=_STAYS),
    "AgreementTemplate.concerns": Justification(purpose=_("a text of the municipality, not about a person"), basis=_NONE, keep=_STAYS),
    "AgreementTemplate.stopping": Justification(purpose=_("a text of the municipality, not about a person"), basis=_NONE, keep=_STAYS),
    "AgreementTemplate.reconsideration": Justification(purpose=_("a text of the municipality, not about a person"), basis=_NONE, keep=_STAYS),
    "AgreementTemplate.written_by": Justification(purpose=_("who wrote this version"), basis=_TRACE, keep=_STAYS),
    "Agreement.her_words": Justification(purpose=_("what she expects of the cooperation"), basis=_TASK, keep=_AGREEMENT),
    "Agreement.our_words": Justification(purpose=_("what the municipality expects; she reads and confirms it"), basis=_TASK, keep=_AGREEMENT),
    "Agreement.begun_by": Justification(purpose=_("who began this version"), basis=_TRACE, keep=_AGREEMENT),
    "Agreement.confirmed_by": Justification(purpose=_("who confirmed for the municipality"), basis=_TRACE, keep=_AGREEMENT),
    # contact
    "ContactMoment.official": Justification(purpose=_("who spoke for the municipality"), basis=_TASK, keep=_CONTACT),
    "ContactMoment.logged_by": Justification(purpose=_("who wrote the line"), basis=_TRACE, keep=_CONTACT),
    "ContactMoment.submission": Justification(purpose=_("so that sending a form twice makes one line"), basis=_NONE, keep=_CONTACT),
    # help
    "HelpRequest.owner": Justification(purpose=_("who owes her the answer"), basis=_TASK, keep=_HELP),
    "HelpRequest.text": Justification(purpose=_("what she asks"), basis=_TASK, keep=_HELP),
    "HelpMessage.author": Justification(purpose=_("who said it"), basis=_TASK, keep=_HELP),
    "HelpMessage.text": Justification(purpose=_("the conversation about her question"), basis=_TASK, keep=_HELP),
    # learning
    "Course.title": Justification(purpose=_("what is offered"), basis=_NONE, keep=_CONTACT),
    "Course.about": Justification(purpose=_("what is offered"), basis=_NONE, keep=_CONTACT),
    "Course.place": Justification(purpose=_("where it is"), basis=_NONE, keep=_CONTACT),
    "Course.offered_by": Justification(purpose=_("whom to ask about it"), basis=_TASK, keep=_CONTACT),
    # asking
    "Ask.asked_by": Justification(purpose=_("who asks her something"), basis=_TASK, keep=_HELP),
    "Ask.text": Justification(purpose=_("what she is asked"), basis=_TASK, keep=_HELP),
    "Ask.result": Justification(purpose=_("what was done with her help"), basis=_TASK, keep=_HELP),
    # recognition
    "Recognition.text": Justification(purpose=_("words of thanks to her"), basis=_TASK, keep=_HELP),
    "Recognition.given_by": Justification(purpose=_("who thanks her"), basis=_TASK, keep=_HELP),
    "Recognition.public_name": Justification(purpose=_("her name as she wants it seen; only when she chose so"), basis=_CHOSEN, keep=_UNTIL_TAKEN_BACK),
    # allowance
    "AllowanceMaximum.source": Justification(purpose=_("where the maxima of the year stand"), basis=_NONE, keep=_STAYS),
    "Payment.proposed_by": Justification(purpose=_("who proposed an allowance"), basis=_TRACE, keep=_MONEY),
    "Payment.decided_by": Justification(purpose=_("who decided it: another one"), basis=_TRACE, keep=_MONEY),
    "PersonalTie.official": Justification(purpose=_("who said that she knows a key figure privately"), basis=_INTEGRITY, keep=_TIE),
    # reconsideration
    "Reconsideration.raised_by": Justification(purpose=_("who raised the question"), basis=_TRACE, keep=_YEAR),
    "Reconsideration.first_decider": Justification(purpose=_("who decided"), basis=_TRACE, keep=_YEAR),
    "Reconsideration.second_decider": Justification(purpose=_("who decided with her"), basis=_TRACE, keep=_YEAR),
    "SealedStatement.author": Justification(purpose=_("who wrote it, for who reads it"), basis=_TRACE, keep=_YEAR),
    "SealedStatement.sealed": Justification(purpose=_("the question, her own reading and the reason; encrypted per text"), basis=_TASK, keep=_YEAR),
    "SealedStatement.key_id": Justification(purpose=_("with which key it is sealed"), basis=_TRACE, keep=_YEAR),
    # treatment
    "Complaint.handler": Justification(purpose=_("who owes her the answer, outside the coordinator"), basis=_AWB, keep=_YEAR),
    # rights
    "DataRequest.member": Justification(purpose=_("who asks about her own data"), basis=_AVG12, keep=_YEAR),
    "DataRequest.handler": Justification(purpose=_("who owes the answer"), basis=_AVG12, keep=_YEAR),
    "DataRequest.extension_reason": Justification(purpose=_("why the answer takes longer"), basis=_AVG12, keep=_YEAR),
    "DataRequest.text": Justification(purpose=_("what it is about"), basis=_AVG12, keep=_YEAR),
    "DataRequest.answer": Justification(purpose=_("the answer"), basis=_AVG12, keep=_YEAR),
    # background
    "BackgroundEnvelope.sealed": Justification(purpose=_("anonymous answers, encrypted"), basis=_ANON, keep=_HOUR),
    "BackgroundEnvelope.key_id": Justification(purpose=_("with which key it is sealed"), basis=_ANON, keep=_HOUR),
    "FrozenMix.figures": Justification(purpose=_("figures of the network without persons; nothing small is in it"), basis=_ANON, keep=_STAYS),
    "BackgroundAnswer.question": Justification(purpose=_("which question: a code"), basis=_ANON, keep=_STAYS),
    "BackgroundAnswer.answer": Justification(purpose=_("which answer: a code"), basis=_ANON, keep=_STAYS),
    # settings
    "NetworkSettings.join_text": Justification(purpose=_("a setting of the municipality, not about a person"), basis=_NONE, keep=_STAYS),
    "NetworkSettings.hidden_roles": Justification(purpose=_("a setting of the municipality, not about a person"), basis=_NONE, keep=_STAYS),
    "NetworkSettings.legal_basis": Justification(purpose=_("a setting of the municipality, not about a person"), basis=_NONE, keep=_STAYS),
    "NetworkSettings.complaint_name": Justification(purpose=_("a setting of the municipality, not about a person"), basis=_NONE, keep=_STAYS),
    "NetworkSettings.complaint_phone": Justification(purpose=_("a setting of the municipality, not about a person"), basis=_NONE, keep=_STAYS),
    "NetworkSettings.complaint_email": Justification(purpose=_("a setting of the municipality, not about a person"), basis=_NONE, keep=_STAYS),
    "Area.name": Justification(purpose=_("a part of the municipality"), basis=_NONE, keep=_STAYS),
    "NetworkRole.code": Justification(purpose=_("a role that can be chosen"), basis=_NONE, keep=_STAYS),
    "NetworkRole.name": Justification(purpose=_("a role that can be chosen"), basis=_NONE, keep=_STAYS),
}


PROCESSING = Processing(
    name=_("The network of key figures"),
    goal=_("to work together with key figures: agreements, contact in quiet time, help, thanks, and a good goodbye"),
    whose=_("who wants to take part, key figures, former key figures, and the officials who work with them"),
    receivers=_("the coordinators of the municipality; finance for an allowance; each key figure all that is about herself; no other key figure"),
    security=_("need to know per role, each opening in the log and shown to her, sealed texts, erased by jobs; nothing links two persons"),
)

_MINE = ("key_figure__member",)


def _reason(purpose: Any, basis: Any, keep: Any) -> Justification:  # noqa: ANN401  texts in the language of the reader
    return Justification(purpose=purpose, basis=basis, keep=keep)


_HELPED = _reason(_("what was asked and what came of it"), _TASK, _HELP)


def _statements(person: Person) -> "QuerySet[Any]":
    """The sealed texts of her reconsiderations and complaints: they carry only the number of the procedure."""
    procedures = Reconsideration.objects.filter(key_figure__member=person.member, key_figure__member__isnull=False).values("uuid")
    complaints = Complaint.objects.filter(key_figure__member=person.member, key_figure__member__isnull=False).values("uuid")
    return SealedStatement.objects.filter(Q(subject__in=procedures) | Q(subject__in=complaints))


def _statement(row: SealedStatement) -> str | None:
    """None when it is erased, or when no key opens it any more."""
    return sealing.plain_or_alarm(row) if row.purged_at is None else None


def _version(row: Agreement) -> int:
    return row.template.version


def _training(row: Enrolment) -> str:
    return row.course.title


ABOUT = {
    "KeyFigure": About(title=_("Your profile"), why=FIELDS["KeyFigure.member"], can_go=True, member=("member",), change_at="keyfigures:own_profile"),
    "StageStep": About(
        title=_("Your way in the network"), why=_reason(_("the steps with their day"), _TASK, _PROFILE), can_go=True, member=_MINE, newest="at",
    ),
    "Agreement": About(
        title=_("Agreements"),
        why=_reason(_("what both sides agreed and confirmed"), _TASK, _AGREEMENT),
        member=_MINE,
        newest="version",
        opened={"template": _version},
    ),
    "ContactMoment": About(
        title=_("When we spoke each other"),
        why=_reason(_("when there was contact, how and about which topic; never what was said"), _TASK, _CONTACT),
        can_go=True, member=_MINE,
        newest="on",
    ),
    "HelpRequest": About(title=_("Help that you asked"), why=_HELPED, can_go=True, member=_MINE, newest="asked_at"),
    "HelpMessage": About(title=_("Messages about that help"), why=_HELPED, can_go=True, member=("request__key_figure__member",), newest="at"),
    "Enrolment": About(
        title=_("Trainings"),
        why=_reason(_("who has a place, who waits and who was there"), _TASK, _CONTACT),
        can_go=True, member=_MINE,
        newest="signed_up_at",
        opened={"course": _training},
    ),
    "Ask": About(title=_("What we asked of you"), why=_HELPED, can_go=True, member=_MINE, newest="asked_at"),
    "Recognition": About(
        title=_("Thanks"),
        why=_reason(_("that thanks were given, and who may see it"), _CHOSEN, _UNTIL_TAKEN_BACK),
        can_go=True, member=_MINE,
        newest="given_at",
    ),
    "Payment": About(
        title=_("Allowances"), why=_reason(_("which allowance was proposed, decided and handed to finance"), _TASK, _MONEY), member=_MINE, newest="month",
    ),
    "PersonalTie": About(
        title=_("Who knows whom privately"), why=FIELDS["PersonalTie.official"], can_go=True, member=("key_figure__member", "official"), newest="at",
    ),
    "Reconsideration": About(
        title=_("Reconsidering the cooperation"),
        why=_reason(_("the steps of the procedure, so that both sides know where it stands"), _TASK, _YEAR),
        member=_MINE,
        newest="raised_at",
    ),
    "SealedStatement": About(
        title=_("What was written in a procedure"), why=FIELDS["SealedStatement.sealed"], rows=_statements, newest="at", opened={"sealed": _statement},
    ),
    "Complaint": About(title=_("Complaints about how you were treated"), why=_reason(_("the complaint and its days"), _AWB, _YEAR), member=_MINE, newest="at"),
    "DataRequest": About(title=_("What you asked about your data"), why=FIELDS["DataRequest.member"], member=("member",), newest="at"),
    "Interest": About(title=_("Your interest to take part"), why=FIELDS["Interest.name"], address="email", newest="at"),
}

NOT_ABOUT = {
    "AgreementTemplate": _("a text of the municipality; who wrote it is counted"),
    "Course": _("an offer to everybody; who offers it is counted"),
}

LABELS = {
    "id": _("Number"),
    "uuid": _("Number"),
    "municipality": _("Municipality"),
    "member": _("Whose"),
    "contact_person": _("Contact person"),
    "came_by": _("How you came"),
    "key_figure": _("Key figure"),
    "from_stage": _("From"),
    "to_stage": _("To"),
    "by": _("By whom"),
    "at": _("When"),
    "template": _("Version of the text"),
    "begun_at": _("Begun"),
    "begun_by": _("Begun by"),
    "confirmed_by_her_at": _("Confirmed by you"),
    "confirmed_by_us_at": _("Confirmed by the municipality"),
    "confirmed_by": _("Confirmed by"),
    "holds_from": _("Holds from"),
    "holds_until": _("Holds until"),
    "replaced_at": _("Replaced"),
    "official": _("Official"),
    "logged_by": _("Written down by"),
    "logged_at": _("Written down"),
    "owner": _("Who answers"),
    "submission": _("Number of the form"),
    "state": _("State"),
    "asked_at": _("Asked"),
    "first_answer_at": _("First answer"),
    "closed_at": _("Closed"),
    "request": _("Help request"),
    "author": _("Written by"),
    "HelpMessage.text": _("Message"),
    "course": _("Training"),
    "signed_up_at": _("Signed up"),
    "changed_at": _("Changed"),
    "asked_by": _("Asked by"),
    "answered_at": _("Answered"),
    "done_on": _("Done on"),
    "result_at": _("Told on"),
    "given_by": _("Given by"),
    "given_at": _("Given"),
    "chosen_at": _("Chosen"),
    "proposed_by": _("Proposed by"),
    "proposed_at": _("Proposed"),
    "decided_by": _("Decided by"),
    "decided_at": _("Decided"),
    "exported_at": _("Handed to finance"),
    "ended_at": _("Ended"),
    "raised_by": _("Raised by"),
    "raised_at": _("Raised"),
    "heard_at": _("Both sides heard"),
    "first_decider": _("Decided by"),
    "second_decider": _("Decided with"),
    "subject": _("Number of the procedure"),
    "purpose": _("Kind of text"),
    "sealed": _("Text"),
    "key_id": _("Key"),
    "purged_at": _("Erased"),
    "handler": _("Who answers"),
    "anonymised_at": _("Anonymised"),
    "extended_at": _("Extended"),
    "language": _("Language"),
    "was_proposed": _("By the link of a key figure"),
    "expires_at": _("Until"),
    "written_by": _("Written by"),
    "offered_by": _("Offered by"),
    "offered_at": _("Offered"),
    "cancelled_at": _("Cancelled"),
}
