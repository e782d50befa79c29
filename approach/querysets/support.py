"""Questions about the register of support."""

from typing import TYPE_CHECKING

from django.db import models

if TYPE_CHECKING:
    from approach.models.support import Budget, CouncilPromise, Decision, KnownDate, Moment, PortfolioHolder  # noqa: F401  the type checker needs it


class DecisionQuerySet(models.QuerySet["Decision"]):
    """Questions about many."""


class PortfolioHolderQuerySet(models.QuerySet["PortfolioHolder"]):
    """Questions about many."""


class BudgetQuerySet(models.QuerySet["Budget"]):
    """Questions about many."""


class MomentQuerySet(models.QuerySet["Moment"]):
    """Questions about many."""


class CouncilPromiseQuerySet(models.QuerySet["CouncilPromise"]):
    """Questions about many."""


class KnownDateQuerySet(models.QuerySet["KnownDate"]):
    """Questions about many."""
