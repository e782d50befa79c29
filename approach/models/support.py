"""Register of support: who decided what, until when, with which money, and what college and council were told and promised."""

import uuid

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from accounts.models import Membership, Municipality
from approach.kinds import Body, DateKind, DecisionKind, PromiseState
from approach.querysets.support import (
    BudgetQuerySet,
    CouncilPromiseQuerySet,
    DecisionQuerySet,
    KnownDateQuerySet,
    MomentQuerySet,
    PortfolioHolderQuerySet,
)


class Decision(models.Model):
    """`until`: the last day on which it holds; None: until another decision."""

    uuid = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    municipality = models.ForeignKey(Municipality, on_delete=models.PROTECT, related_name="+", db_index=False)
    kind = models.CharField(_("kind"), max_length=7, choices=DecisionKind)
    title = models.CharField(_("what was decided"), max_length=200)
    body = models.CharField(_("by whom"), max_length=7, choices=Body)
    decided_on = models.DateField(_("on which day"))
    document_number = models.CharField(_("number of the document"), max_length=60, blank=True)
    until = models.DateField(_("holds until and including"), null=True, blank=True)
    written_by = models.ForeignKey(Membership, on_delete=models.PROTECT, related_name="+")
    submission = models.UUIDField(unique=True, editable=False)
    edits = models.PositiveIntegerField(default=1, editable=False)

    objects = DecisionQuerySet.as_manager()

    class Meta:
        verbose_name = _("decision")
        verbose_name_plural = _("decisions")
        constraints = (models.CheckConstraint(condition=Q(until=None) | Q(until__gte=F("decided_on")), name="decision_holds_after_it_was_taken"),)
        indexes = (models.Index("municipality", F("decided_on").desc(), F("id").desc(), name="decision_list"),)

    def __str__(self) -> str:
        return f"decision {self.uuid}"


class PortfolioHolder(models.Model):
    """Which office answers for the approach, by the name of the office. Who holds it stands on the municipality's own site."""

    uuid = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    municipality = models.ForeignKey(Municipality, on_delete=models.PROTECT, related_name="+", db_index=False)
    office = models.CharField(_("office, such as: mayor, alderman for welfare"), max_length=100)
    since = models.DateField(_("since"))
    until = models.DateField(_("until and including"), null=True, blank=True)
    edits = models.PositiveIntegerField(default=1, editable=False)

    objects = PortfolioHolderQuerySet.as_manager()

    class Meta:
        verbose_name = _("portfolio holder")
        verbose_name_plural = _("portfolio holders")
        constraints = (
            models.CheckConstraint(condition=Q(until=None) | Q(until__gte=F("since")), name="portfolio_ends_after_it_began"),
            models.UniqueConstraint(fields=["municipality"], condition=Q(until=None), name="one_portfolio_holder_at_a_time"),
        )

    def __str__(self) -> str:
        return f"portfolio holder {self.uuid}"


class Budget(models.Model):
    """Whole euros for one calendar year. `spent` is None as long as nobody filled it in."""

    uuid = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    municipality = models.ForeignKey(Municipality, on_delete=models.PROTECT, related_name="+", db_index=False)
    year = models.PositiveSmallIntegerField(_("year"))
    amount = models.PositiveIntegerField(_("money for the approach, in euro"))
    spent = models.PositiveIntegerField(_("spent, in euro"), null=True, blank=True)
    spent_until = models.DateField(_("spent up to and including"), null=True, blank=True)
    note = models.CharField(_("for what"), max_length=300, blank=True)
    edits = models.PositiveIntegerField(default=1, editable=False)

    objects = BudgetQuerySet.as_manager()

    class Meta:
        verbose_name = _("budget")
        verbose_name_plural = _("budgets")
        constraints = (
            models.UniqueConstraint(fields=["municipality", "year"], name="one_budget_per_year"),
            models.CheckConstraint(condition=Q(year__gte=2000) & Q(year__lte=2100), name="year_of_budget_is_sensible"),
            models.CheckConstraint(condition=Q(spent=None, spent_until=None) | Q(spent__isnull=False, spent_until__isnull=False), name="spent_until_a_day"),
        )

    def __str__(self) -> str:
        return f"budget {self.year}"


class Moment(models.Model):
    """A moment with college or council: planned, held, or cancelled."""

    uuid = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    municipality = models.ForeignKey(Municipality, on_delete=models.PROTECT, related_name="+", db_index=False)
    body = models.CharField(_("with whom"), max_length=7, choices=Body)
    title = models.CharField(_("what is it about?"), max_length=120)
    planned_on = models.DateField(_("day"))
    held_on = models.DateField(_("held on"), null=True, blank=True)
    asked = models.TextField(_("what was asked"), max_length=1500, blank=True)
    cancelled_at = models.DateTimeField(null=True, blank=True)
    owner = models.ForeignKey(Membership, on_delete=models.PROTECT, related_name="+")
    submission = models.UUIDField(unique=True, editable=False)
    edits = models.PositiveIntegerField(default=1, editable=False)

    objects = MomentQuerySet.as_manager()

    class Meta:
        verbose_name = _("moment with college or council")
        verbose_name_plural = _("moments with college or council")
        constraints = (
            models.UniqueConstraint(fields=["id", "municipality"], name="moment_with_municipality"),
            models.CheckConstraint(condition=Q(held_on=None) | Q(cancelled_at=None), name="moment_is_held_or_cancelled"),
        )
        indexes = (models.Index("municipality", F("planned_on").desc(), F("id").desc(), name="moment_list"),)

    def __str__(self) -> str:
        return f"moment {self.uuid}"


class CouncilPromise(models.Model):
    """What was promised at a moment, by which day: a promise (terms) of `owner`."""

    uuid = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    municipality = models.ForeignKey(Municipality, on_delete=models.PROTECT, related_name="+", db_index=False)
    moment = models.ForeignKey(Moment, on_delete=models.CASCADE, related_name="promises")
    what = models.CharField(_("what was promised"), max_length=300)
    owner = models.ForeignKey(Membership, on_delete=models.PROTECT, related_name="+", verbose_name=_("who does it"))
    due_on = models.DateField(_("by when"))
    state = models.CharField(max_length=7, choices=PromiseState, default=PromiseState.OPEN, editable=False)
    outcome = models.TextField(_("what became of it"), max_length=600, blank=True)
    ended_at = models.DateTimeField(null=True, blank=True)
    made_at = models.DateTimeField()
    submission = models.UUIDField(unique=True, editable=False)

    objects = CouncilPromiseQuerySet.as_manager()

    class Meta:
        verbose_name = _("promise to college or council")
        verbose_name_plural = _("promises to college or council")
        constraints = (
            models.CheckConstraint(
                condition=Q(state="open", ended_at=None) | ~Q(state="open") & Q(ended_at__isnull=False) & ~Q(outcome=""),
                name="ended_council_promise_says_what_became_of_it",
            ),
        )
        indexes = (models.Index(fields=["moment", "due_on", "id"], name="council_promise_list"),)

    def __str__(self) -> str:
        return f"promise to the council {self.uuid}"


class KnownDate(models.Model):
    """A date on which support can change: known long before, and it can move."""

    uuid = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    municipality = models.ForeignKey(Municipality, on_delete=models.PROTECT, related_name="+", db_index=False)
    kind = models.CharField(_("what"), max_length=9, choices=DateKind)
    on = models.DateField(_("day"))
    moved_from = models.DateField(null=True, blank=True)
    done_at = models.DateTimeField(null=True, blank=True)
    edits = models.PositiveIntegerField(default=1, editable=False)

    objects = KnownDateQuerySet.as_manager()

    class Meta:
        verbose_name = _("known date")
        verbose_name_plural = _("known dates")
        constraints = (models.UniqueConstraint(fields=["municipality", "kind", "on"], name="known_date_once"),)

    def __str__(self) -> str:
        return f"{self.kind} on {self.on.isoformat()}"
