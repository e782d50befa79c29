"""Which evaluation a promise is about, for the rows of who owes it: its title, never what is in it."""

from collections.abc import Collection, Mapping
from datetime import date
from uuid import UUID

from django.db.models import F

from evaluations.models.evaluation import Evaluation
from evaluations.models.improvement import Improvement
from evaluations.models.plan import PlanReading


def which_evaluation(subjects: Collection[UUID], _today: date) -> Mapping[UUID, str]:
    """For an evaluation, an improvement that follows from one, or somebody's reading of a plan. One statement."""
    evaluations = Evaluation.objects.filter(uuid__in=list(subjects)).order_by().values_list("uuid", "title")
    improvements = Improvement.objects.filter(uuid__in=list(subjects)).order_by().annotate(about=F("evaluation__title")).values_list("uuid", "about")
    readings = PlanReading.objects.filter(uuid__in=list(subjects)).order_by().annotate(about=F("evaluation__title")).values_list("uuid", "about")
    return dict(evaluations.union(improvements, readings, all=True))
