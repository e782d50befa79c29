"""One file per noun; imported by full path (`from evaluations.models.evaluation import Evaluation`). Here only so that Django finds them."""

from evaluations.models import evaluation, improvement, interview, plan, process, questionnaire, request, sheet

__all__ = ["evaluation", "improvement", "interview", "plan", "process", "questionnaire", "request", "sheet"]
