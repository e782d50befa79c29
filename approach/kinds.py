"""The lists of the approach: its form, who decides, what stands in the register of support, how a lesson stands, how far a report is."""

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy


class NetworkForm(TextChoices):
    """Whether there is a network, and which (domain 1: netwerkvorm)."""

    STRUCTURAL = "structural", _("A lasting network: key figures also meet each other")
    AD_HOC = "ad_hoc", _("A network for as long as a question lasts")
    BILATERAL = "bilateral", _("No network: the municipality speaks with each key figure by herself")
    NONE = "none", _("No key figures, for now")


class Body(TextChoices):
    """Who decides, or is told."""

    MAYOR = "mayor", _("Mayor")
    COLLEGE = "college", _("College of mayor and aldermen")
    COUNCIL = "council", _("Council")


class OrganisationKind(TextChoices):
    """Organisations by what they do (lesson: "welke organisaties"). Never by what their people are."""

    CARE = "care", _("Care and welfare")
    EDUCATION = "education", _("Education")
    HOUSING = "housing", _("Housing")
    NEIGHBOURHOOD = "neighbourhood", _("Work in the neighbourhood")
    POLICE = "police", _("Police")
    SAFETY_HOUSE = "safety_house", _("Community safety partnership")
    SPORT = "sport", _("Sport and leisure")
    VOLUNTEERS = "volunteers", _("Organisations of volunteers")
    WORK = "work", _("Work and income")
    YOUTH = "youth", _("Youth work")
    OTHER = "other", _("Another organisation")


class VisionState(TextChoices):
    DRAFT = "draft", pgettext_lazy("vision", "Draft")
    ADOPTED = "adopted", _("Adopted")


class DecisionKind(TextChoices):
    MANDATE = "mandate", _("Decision on the approach")
    BUDGET = "budget", _("Decision on money")
    OTHER = "other", _("Another decision")


class DateKind(TextChoices):
    ELECTIONS = "elections", _("Elections of the council")
    PORTFOLIO = "portfolio", _("Another portfolio holder")


class PromiseState(TextChoices):
    OPEN = "open", pgettext_lazy("promise", "Open")
    KEPT = "kept", _("Kept")
    DROPPED = "dropped", _("Not done, with a reason")


class Standing(TextChoices):
    """How a lesson stands. Nothing is on course without evidence."""

    ON_COURSE = "on_course", _("On course")
    ATTENTION = "attention", _("Needs attention")
    NOT_STARTED = "not_started", _("Not started yet")
    TOO_FEW = "too_few", _("Too few data")


class ReportState(TextChoices):
    MAKING = "making", _("Being made")
    FAILED = "failed", _("Could not be made")
    DRAFT = "draft", pgettext_lazy("report", "Draft")
    OFFERED = "offered", _("Waits for a second person")
    ISSUED = "issued", _("Issued")
    DISCARDED = "discarded", _("Thrown away")


class FileKind(TextChoices):
    PDF = "pdf", "PDF"
    HTML = "html", "HTML"
    ODT = "odt", "ODT"
    ODS = "ods", "ODS"
