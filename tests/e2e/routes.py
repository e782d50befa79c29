"""Every named address of the application, filled in with a row of one municipality, so that no page is forgotten."""

from collections.abc import Iterator
from dataclasses import dataclass
from uuid import UUID

from django.db.models import Model
from django.urls import URLPattern, get_resolver, reverse

from accounts.models import Absence, Invitation, Membership
from approach.models.report import Comment, Report
from approach.models.support import Budget, CouncilPromise, Decision, KnownDate, Moment, PortfolioHolder
from approach.models.vision import Vision
from evaluations.models.evaluation import Evaluation, Guest
from evaluations.models.improvement import Improvement
from evaluations.models.interview import InterviewTheme
from evaluations.models.plan import PlanReading
from evaluations.models.questionnaire import Question, Questionnaire, Section, Version
from evaluations.models.sheet import Participant
from initiatives.models.initiative import Initiative
from initiatives.models.task import Task
from keyfigures.models.agreement import Agreement
from keyfigures.models.allowance import Payment
from keyfigures.models.asking import Ask
from keyfigures.models.contact import ContactMoment
from keyfigures.models.figure import Interest, KeyFigure
from keyfigures.models.help import HelpRequest
from keyfigures.models.learning import Course
from keyfigures.models.recognition import Recognition
from keyfigures.models.reconsideration import Reconsideration
from keyfigures.models.rights import DataRequest
from keyfigures.models.ties import PersonalTie
from keyfigures.models.treatment import Complaint
from meetings.models.agenda import ActionPoint, AgendaItem
from meetings.models.attendance import Attendee, CalendarFeed
from meetings.models.meeting import Meeting
from meetings.models.poll import DatePoll, PollInvitee, PollOption
from meetings.models.report import Correction
from meetings.models.rhythm import MeetingRhythm
from meetings.models.tension import Tension, TensionCall
from signals.models import ConcernReport, Feedback

OTHERS = ("admin", "demo")  # Django's pages have a test of their own; those of the demo are no part of the work
# Beginning of an address → of what it is. The longest that fits.
ROWS: dict[str, type[Model]] = {
    "sleutelfiguren/": KeyFigure,
    "meedoen/bevestigen/": Interest,
    "meedoen/tot-ziens/": KeyFigure,
    "afspraken/": Agreement,
    "contact/": ContactMoment,
    "hulpvragen/": HelpRequest,
    "ideeen/": Initiative,
    "ideeen/taken/": Task,
    "openbaar/<slug:slug>/initiatieven/": Initiative,
    "trainingen/": Course,
    "verzoeken/": Ask,
    "mijn/waardering/": Recognition,
    "vergoedingen/": Payment,
    "persoonlijke-banden/": PersonalTie,
    "heroverweging/": Reconsideration,
    "klachten/": Complaint,
    "gegevens-verzoeken/": DataRequest,
    "meldingen/": ConcernReport,
    "bijeenkomsten/": Meeting,
    "bijeenkomsten/punten/": AgendaItem,
    "bijeenkomsten/acties/": ActionPoint,
    "bijeenkomsten/verbeteringen/": Correction,
    "bijeenkomsten/datum-prikken/": DatePoll,
    "bijeenkomsten/datum-prikken/datum/": PollOption,
    "bijeenkomsten/datum-prikken/persoon/": PollInvitee,
    "bijeenkomsten/wanneer/": PollInvitee,
    "bijeenkomsten/jaar/": MeetingRhythm,
    "agenda/": CalendarFeed,
    "evaluaties/": Evaluation,
    "evaluaties/plan-lezen/": PlanReading,
    "vragen-aan-u/": Evaluation,
    "evaluaties/verbeteracties/": Improvement,
    "evaluaties/themas/": InterviewTheme,
    "onze-antwoorden/": Evaluation,
    "evaluaties/van-buiten/": Guest,
    "evaluaties/gevraagd/": Participant,
    "vragen-aan-u/link/": Participant,
    "evaluaties/vragenlijsten/": Questionnaire,
    "evaluaties/vragenlijsten/versie/": Version,
    "evaluaties/vragenlijsten/deel/": Section,
    "evaluaties/vragenlijsten/vraag/": Question,
    "aanpak/draagvlak/besluiten/": Decision,
    "aanpak/draagvlak/portefeuille/": PortfolioHolder,
    "aanpak/draagvlak/geld/": Budget,
    "aanpak/draagvlak/data/": KnownDate,
    "aanpak/draagvlak/momenten/": Moment,
    "aanpak/draagvlak/toezeggingen/": CouncilPromise,
    "bijeenkomsten/uitnodiging/": Attendee,
    "bijeenkomsten/genodigde/": Attendee,
    "spanning/": Tension,
    "spanning/gesprek/": TensionCall,
    "overdragen/": Membership,
    "mensen/": Membership,
    "mensen/uitnodiging/": Invitation,
    "uitnodiging/": Invitation,
    "account/afwezig/": Absence,
    "aanpak/visie/": Vision,
    "aanpak/verslagen/": Report,
    "aanpak/verslagen/opmerking/": Comment,
}
# What stands in an address beside a row: for all, and where it is something else.
VALUES: dict[str, object] = {"slug": "waterveen", "code": "contact", "kind": "csv", "version": 1, "identity": UUID(int=1), "name": "end", "stamp": 1, "pk": 1, "uidb36": "1", "key": "1-1", "signature": "x", "number": 1}
CHOSEN: dict[str, dict[str, object]] = {
    "signals:report_step": {"name": "outcome"},
    "signals:share_write": {"name": "gezien"},
    "keyfigures:data_request_new": {"slug": "wissen"},
    "evaluations:shipped_detail": {"slug": "survey"},
    "evaluations:shipped_preview": {"slug": "guide"},
    "approach:report_section": {"code": "lead"},
    "approach:report_file": {"kind": "pdf"},
}


@dataclass(frozen=True)
class Route:
    name: str
    pattern: str
    parameters: tuple[str, ...]

    def path(self) -> str:
        """Its address, with the newest row of what it is about."""
        values = {each: CHOSEN.get(self.name, {}).get(each, VALUES.get(each)) for each in self.parameters}
        if "uuid" in values:
            values["uuid"] = _rows(self.pattern).values_list("uuid", flat=True).order_by("-pk").first()
        if "feedback" in values:
            values["feedback"] = Feedback.objects.values_list("uuid", flat=True).first()
        return reverse(self.name, kwargs=values)


def _rows(pattern: str):
    beginning = max((each for each in ROWS if pattern.startswith(each)), key=len)
    return ROWS[beginning]._default_manager.all()


def routes() -> list[Route]:
    return sorted(_walk(get_resolver().url_patterns), key=lambda route: route.pattern)


def _walk(patterns, space: str = "", before: str = "", outer: tuple[str, ...] = ()) -> Iterator[Route]:
    for each in patterns:
        parameters = (*outer, *(each.pattern.converters or each.pattern.regex.groupindex))
        if isinstance(each, URLPattern):
            if each.name:
                yield Route(f"{space}{each.name}", f"{before}{each.pattern}", parameters)
        elif each.namespace not in OTHERS:
            yield from _walk(each.url_patterns, f"{space}{each.namespace}:" if each.namespace else space, f"{before}{each.pattern}", parameters)
