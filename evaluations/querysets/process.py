"""Questions about the steps of a process evaluation."""

from typing import TYPE_CHECKING, Self

from django.db import models

if TYPE_CHECKING:
    from evaluations.models.evaluation import Evaluation
    from evaluations.models.process import ProcessStep  # noqa: F401  the type checker needs it


class ProcessStepQuerySet(models.QuerySet["ProcessStep"]):
    def of_evaluation(self, evaluation: "Evaluation") -> Self:
        return self.filter(evaluation=evaluation)
