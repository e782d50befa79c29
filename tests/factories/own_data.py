"""One row of every kind about one key figure; every text in it holds `mark`, so that it can be found back, or leak."""

from datetime import date, timedelta
from uuid import uuid4

from allauth.account.models import EmailAddress
from allauth.mfa.models import Authenticator
from allauth.socialaccount.models import SocialAccount
from allauth.usersessions.models import UserSession
from django.contrib.admin.models import CHANGE, LogEntry

from accounts import sealing
from accounts.models import Membership
from audit import log
from keyfigures.models.allowance import Payment
from keyfigures.models.asking import Ask
from keyfigures.models.contact import ContactMoment
from keyfigures.models.figure import Interest, KeyFigure, StageStep
from keyfigures.models.help import HelpMessage, HelpRequest
from keyfigures.models.learning import Course, Enrolment
from keyfigures.models.recognition import Recognition
from keyfigures.models.reconsideration import Reconsideration, SealedStatement
from keyfigures.models.rights import DataRequest
from keyfigures.models.ties import PersonalTie
from keyfigures.models.treatment import Complaint
from meetings.models.attendance import CalendarFeed
from meetings.models.poll import PollAnswer
from notifications.models import Preference
from notifications.outbox import Notice, enqueue
from signals import access, actions, drafts
from signals.models import Feedback
from tests.factories.accounts import AbsenceFactory, InvitationFactory
from tests.factories.evaluations import EvaluationFactory, GuestFactory, ParticipantFactory, PlanAnswerFactory, PlanReadingFactory
from tests.factories.initiatives import InitiativeFactory
from tests.factories.keyfigures import AT, TODAY, AgreementFactory, AreaFactory
from tests.factories.meetings import (
    ActionPointFactory,
    AgendaItemFactory,
    AttendeeFactory,
    CorrectionFactory,
    DatePollFactory,
    IndependenceDeclarationFactory,
    MeetingFactory,
    PollInviteeFactory,
    PollOptionFactory,
    TensionCallFactory,
    TensionFactory,
)  # fmt: skip
from tests.factories.signals import ANSWERS, bring_to, file_one


def tell_all(figure: KeyFigure, *, official: Membership, colleague: Membership, handler: Membership, mark: str) -> None:
    _her_account(figure.member, colleague, mark)
    _profile(figure, official, mark)
    _agreement(figure, mark)
    _give_and_take(figure, official, mark)
    _procedures(figure, official, colleague, mark)
    _meetings(figure, official, mark)
    _evaluations(figure, official, mark)
    _initiatives(figure, official, mark)
    _concern(figure, handler, mark)
    log.record("keyfigures.seen", at=AT, actor=figure.member, kind="keyfigures.keyfigure", subject=figure.uuid, reason=f"reden {mark}")
    log.record("keyfigures.seen", at=AT, actor=official, kind="keyfigures.keyfigure", subject=figure.uuid, reason=f"kijkreden {mark}")


def _her_account(member: Membership, colleague: Membership, mark: str) -> None:
    user = member.user
    EmailAddress.objects.create(user=user, email=user.email, verified=True, primary=True)
    Authenticator.objects.create(user=user, type="recovery_codes", data={"seed": f"geheim {mark}"})
    SocialAccount.objects.create(user=user, provider="oidc", uid=f"uid {mark}", extra_data={"name": f"sso {mark}"})
    UserSession.objects.create(user=user, ip="192.0.2.1", session_key=f"sleutel{mark}", user_agent=f"Firefox {mark}")
    LogEntry.objects.create(user=user, object_id="1", object_repr=f"ding {mark}", action_flag=CHANGE, change_message=f"veld {mark}")
    AbsenceFactory(member=member, deputy=colleague)
    InvitationFactory(municipality=member.municipality, email=user.email, name=f"genodigde {mark}", accepted_at=AT)
    Membership.objects.filter(pk=member.pk).update(phone=f"06 {mark}"[:20], end_date=date(2030, 1, 1))
    type(user).objects.filter(pk=user.pk).update(is_staff=True)
    type(user).objects.filter(pk=user.pk).update(is_staff=False)
    enqueue(Notice(key=f"sleutel:{mark}", kind="keyfigures.to_key_figure", recipient=member, path=f"/pad/{mark}/"), at=AT)
    Preference.objects.create(member=member)


def _profile(figure: KeyFigure, official: Membership, mark: str) -> None:
    figure.areas.add(AreaFactory(municipality=figure.municipality, name=f"Wijk {mark}"))
    KeyFigure.objects.filter(pk=figure.pk).update(
        own_words=f"eigen woorden {mark}", good_times=f"avond {mark}", not_times=f"ochtend {mark}", offered_languages=[f"taal{mark}"[:20]],
        network_roles=[f"rol{mark}"], profile_types=["doer"],
    )
    StageStep.objects.create(key_figure=figure, to_stage="active", by=official, at=AT)
    Interest.objects.create(
        municipality=figure.municipality, name=f"interesse {mark}", email=figure.member.user.email, at=AT, expires_at=AT + timedelta(days=30),
    )
    ContactMoment.objects.create(
        municipality=figure.municipality, key_figure=figure, official=official, logged_by=official, logged_at=AT, on=TODAY, how="call",
        occasion="quiet", topic="help",
    )
    PersonalTie.objects.create(municipality=figure.municipality, key_figure=figure, official=official, at=AT)


def _agreement(figure: KeyFigure, mark: str) -> None:
    AgreementFactory(key_figure=figure, version=2, in_preparation=True, her_words=f"zij verwacht {mark}", our_words=f"wij verwachten {mark}")


def _give_and_take(figure: KeyFigure, official: Membership, mark: str) -> None:
    here = {"municipality": figure.municipality, "key_figure": figure}
    request = HelpRequest.objects.create(**here, owner=official, submission=uuid4(), category="place", text=f"hulpvraag {mark}", asked_at=AT)
    HelpMessage.objects.create(request=request, author=official, text=f"bericht {mark}", at=AT)
    course = Course.objects.create(
        municipality=figure.municipality, title=f"training {mark}", about="-", place="-", starts_at=AT, ends_at=AT + timedelta(hours=1), places=9,
        sign_up_until=TODAY, offered_by=official, offered_at=AT,
    )
    Enrolment.objects.create(municipality=figure.municipality, course=course, key_figure=figure, state="place", signed_up_at=AT, changed_at=AT)
    Ask.objects.create(
        **here, asked_by=official, kind="mediate", text=f"verzoek {mark}", state="done", asked_at=AT, done_on=TODAY, result=f"gevolg {mark}", result_at=AT,
    )
    Recognition.objects.create(
        **here, kind="thanks", text=f"dank {mark}", given_by=official, given_at=AT, wanted="public", chosen="public", chosen_at=AT,
        public_name=f"naam {mark}",
    )
    Payment.objects.create(**here, month=date(2026, 5, 1), hours=2, amount=10, proposed_by=official, proposed_at=AT)


def _procedures(figure: KeyFigure, official: Membership, colleague: Membership, mark: str) -> None:
    here = {"municipality": figure.municipality, "key_figure": figure}
    procedure = Reconsideration.objects.create(**here, raised_by=official, raised_at=AT)
    seal(procedure.uuid, "question", f"feit {mark}", author=official)
    complaint = Complaint.objects.create(**here, handler=colleague, submission=uuid4(), at=AT)
    seal(complaint.uuid, "complaint", f"klacht {mark}", author=figure.member)
    DataRequest.objects.create(
        municipality=figure.municipality, member=figure.member, right="correct", text=f"klopt niet {mark}", handler=colleague, at=AT,
    )


def seal(subject, purpose, text, *, author) -> SealedStatement:
    row = SealedStatement(uuid=uuid4(), subject=subject, purpose=purpose, author=author, municipality=author.municipality, at=AT)
    sealing.seal_into(row, text)
    row.save(force_insert=True)
    return row


def _concern(figure: KeyFigure, handler: Membership, mark: str) -> None:
    """A report in which everything happened: a pause, an own answer, a rating, somebody who reads along."""
    report = bring_to(file_one(figure.member, answers={**ANSWERS, "saw": f"gezien {mark}"}), "contacted", official=handler)
    late = AT + timedelta(hours=6)
    actions.give_feedback(report, actor=handler, at=late, sentences=["looked_together"])
    actions.pause(report, actor=handler, at=late, reason="question", question=f"vraag {mark}", until=date(2026, 6, 12))
    actions.send_message(report, actor=figure.member, at=late + timedelta(days=1), text=f"weet niet {mark}")
    actions.rate(Feedback.objects.get(report=report), actor=figure.member, at=late, helped="yes", in_time=True)
    actions.add_note(report, actor=handler, at=late, text="notitie over een ander")
    access.open_report(report.uuid, reader=handler, at=late, reason=f"openreden {mark}")
    report.grants.create(member=handler, granted_by=handler, reason=f"meelezen {mark}", at=AT, expires_at=AT + timedelta(days=1))
    drafts.save(figure.member, "write", answers={"saw": f"concept {mark}"}, at=AT)


def _meetings(figure: KeyFigure, official: Membership, mark: str) -> None:
    """Invited, asked for a date, a point with an answer, something to do, a correction, a call, a subscription."""
    here = {"municipality": figure.municipality}
    meeting = MeetingFactory(**here, organiser=official, closed=True, title=f"bijeenkomst {mark}")
    AttendeeFactory(meeting=meeting, member=figure.member, comes=True, needs=["travel"], food=f"eten {mark}", brings=f"meenemen {mark}")
    poll = DatePollFactory(**here, organiser=official, title=f"datum {mark}")
    invitee = PollInviteeFactory(poll=poll, member=figure.member)
    PollAnswer.objects.create(invitee=invitee, option=PollOptionFactory(poll=poll), availability="yes")
    item = AgendaItemFactory(
        meeting=meeting, proposed_by=figure.member, title=f"punt {mark}", explanation=f"uitleg {mark}", said=f"gezegd {mark}", agreed=f"afgesproken {mark}",
        answer=f"gedaan {mark}", answered_by=official, answered_at=AT, moved_from=meeting, moved_because=f"later om {mark}",
    )
    AgendaItemFactory(meeting=meeting, proposed_by=figure.member, withdrawn_at=AT, taken_off_because=f"eraf om {mark}")
    ActionPointFactory(meeting=meeting, item=item, owner=figure.member, text=f"actie {mark}")
    CorrectionFactory(item=item, by=figure.member, text=f"verbetering {mark}", state="not_taken", decided_by=official, decided_at=AT, reply=f"omdat {mark}")
    TensionCallFactory(tension=TensionFactory(**here, begun_by=official), key_figure=figure)
    CalendarFeed.objects.create(member=figure.member, renewed_at=AT)
    IndependenceDeclarationFactory(chair=figure.member, own_words=f"onafhankelijk {mark}")


def _evaluations(figure: KeyFigure, official: Membership, mark: str) -> None:
    """Asked in a survey; and, as somebody can hold more roles, a part in another and a plan that she read."""
    here = {"municipality": figure.municipality, "owner": official}
    ParticipantFactory(evaluation=EvaluationFactory(**here, closed=True, title=f"vragen {mark}"), member=figure.member)
    plan = EvaluationFactory(**here, kind="plan", closed=True, title=f"plan {mark}")
    GuestFactory(evaluation=plan, member=figure.member, part="evaluator", given_by=official)
    PlanAnswerFactory(reading=PlanReadingFactory(evaluation=plan, evaluator=figure.member), remark=f"opmerking {mark}")


def _initiatives(figure: KeyFigure, official: Membership, mark: str) -> None:
    """Filed an idea that was answered, done, and shown to everybody."""
    InitiativeFactory(
        municipality=figure.municipality, owner=official, proposer=figure.member, what=f"idee {mark}", for_whom=f"voor {mark}", needs=f"nodig {mark}",
        answered=True, reason=f"reden {mark}", state="done", ended_at=AT, brought=f"opbrengst {mark}", people_reached=12,
        public_title=f"titel {mark}", public_text=f"tekst {mark}", public_agreed_at=AT, is_public=True,
    )
