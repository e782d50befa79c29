"""The lists that an evaluation chooses from: its kind, its state, who answers, how a question is asked."""

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy


class Kind(TextChoices):
    """Types of evaluation (domain 3.1, toolkit). The pulse after a meeting is not here: `meetings` asks it by itself."""

    SURVEY = "survey", _("Questions to the network")
    PROCESS = "process", _("Process evaluation")
    PLAN = "plan", _("Evaluation of the plan")
    EFFECT = "effect", _("Effect evaluation")


class State(TextChoices):
    PLANNED = "planned", _("Planned")
    OPEN = "open", pgettext_lazy("evaluation", "Open")
    CLOSED = "closed", pgettext_lazy("evaluation", "Closed")
    SHARED = "shared", _("Shared back")
    CANCELLED = "cancelled", pgettext_lazy("evaluation", "Cancelled")


class Group(TextChoices):
    """Who answers. The same questions to both make a mirror."""

    KEY_FIGURES = "key_figures", _("Key figures")
    OFFICIALS = "officials", _("Officials")


class Use(TextChoices):
    """What a list of questions is for."""

    SURVEY = "survey", _("Questions to key figures")
    MIRROR = "mirror", _("The same questions to officials")
    PLAN = "plan", _("Checklist for a plan")
    INTERVIEW = "interview", _("Guide for a talk, on paper")


class QuestionKind(TextChoices):
    SCALE = "scale", _("Agree or not, 1 to 5")
    TEN = "ten", _("A number from 0 to 10")
    ONE = "one", _("One answer of a list")
    SEVERAL = "several", _("Several answers of a list")
    OPEN = "open", _("In own words")


class Part(TextChoices):
    """What somebody from outside does in one evaluation."""

    EVALUATOR = "evaluator", _("Evaluates")
    PAPER = "paper", _("Types in answers that came on paper")
    INTERVIEWER = "interviewer", _("Holds talks, and writes down themes")


class ActionState(TextChoices):
    OPEN = "open", pgettext_lazy("improvement", "Open")
    DONE = "done", pgettext_lazy("improvement", "Done")
    DROPPED = "dropped", _("Not done, with a reason")


SCORES = {QuestionKind.SCALE: range(1, 6), QuestionKind.TEN: range(11)}
DO_NOT_KNOW = "x"  # the answer "I do not know, or it does not apply"; it is counted, never part of a mean
