"""What both sides agree: the municipality's text in versions, and each agreement with what both wrote and confirmed."""

import hashlib
import uuid
from functools import reduce
from operator import or_

import pgtrigger
from django.contrib.postgres.constraints import ExclusionConstraint
from django.contrib.postgres.fields import RangeOperators
from django.db import models
from django.db.models import F, Func, Q, Value
from django.utils.translation import gettext_lazy as _

from accounts.models import Membership, Municipality
from keyfigures.models.figure import REFUSE_ACTIVE_WITHOUT_AGREEMENT, KeyFigure
from keyfigures.querysets.agreement import AgreementQuerySet, AgreementTemplateQuerySet

# The parts of the municipality's text, in the order in which they are read.
PARTS = ("goal", "role", "expectations", "concerns", "stopping", "reconsideration")


def mark_of(*texts: str) -> str:
    """A short mark of these texts and nothing else."""
    return hashlib.sha256("\x1f".join(texts).encode()).hexdigest()[:16]


class AgreementTemplate(models.Model):
    """The municipality's part, in versions. A published version never changes; an agreement points at the one that held.

    `written_by` is empty for the text that comes with the application (keyfigures.first_text).
    """

    uuid = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    municipality = models.ForeignKey(Municipality, on_delete=models.PROTECT, related_name="+")
    version = models.PositiveSmallIntegerField(_("version"))
    goal = models.TextField(_("what we want to reach together"), max_length=2000)
    role = models.TextField(_("what a key figure does, and what not"), max_length=2000)
    expectations = models.TextField(_("what we may expect of each other"), max_length=2000)
    concerns = models.TextField(_("how a concern is shared, and what comes back"), max_length=2000)
    stopping = models.TextField(_("how either of us stops"), max_length=2000)
    reconsideration = models.TextField(_("what happens when one of us doubts the cooperation"), max_length=2000)
    written_by = models.ForeignKey(Membership, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    published_at = models.DateTimeField(_("published"), null=True, blank=True)

    objects = AgreementTemplateQuerySet.as_manager()

    class Meta:
        verbose_name = _("text of the agreement")
        verbose_name_plural = _("texts of the agreement")
        constraints = (
            models.UniqueConstraint(fields=["municipality", "version"], name="template_version_once"),
            models.UniqueConstraint(fields=["municipality"], condition=Q(published_at=None), name="one_template_in_preparation"),
            # Target of the composite foreign key by which an agreement has a text of its own municipality.
            models.UniqueConstraint(fields=["id", "municipality"], name="template_with_municipality"),
        )
        triggers = (
            pgtrigger.Protect(
                name="published_stays", operation=pgtrigger.Update | pgtrigger.Delete, condition=pgtrigger.Q(old__published_at__isnull=False),
            ),
        )

    def __str__(self) -> str:
        return f"template {self.pk}"

    @property
    def is_published(self) -> bool:
        return self.published_at is not None

    @property
    def texts(self) -> dict[str, str]:
        """Its parts, in the order in which they are read."""
        return {part: getattr(self, part) for part in PARTS}

    @property
    def mark(self) -> str:
        """Changes with every word: a page carries it, so that nobody agrees with what she did not read."""
        return mark_of(*self.texts.values())


# Any of these differs between the row as it was and as it would become.
_OF_THE_TEXT = reduce(
    or_, (pgtrigger.Q(**{f"old__{name}__df": pgtrigger.F(f"new__{name}")}) for name in ("template", "version", "her_words", "our_words", "holds_from")),
)


class Agreement(models.Model):
    """One agreement of a key figure and the municipality. It holds from the day on which the second of the two confirmed."""

    uuid = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    municipality = models.ForeignKey(Municipality, on_delete=models.PROTECT, related_name="+")
    key_figure = models.ForeignKey(KeyFigure, on_delete=models.PROTECT, related_name="agreements")
    template = models.ForeignKey(AgreementTemplate, on_delete=models.PROTECT, related_name="+")
    version = models.PositiveSmallIntegerField(_("version"))  # of this key figure's agreements
    her_words = models.TextField(_("what she expects"), max_length=2000, blank=True)
    our_words = models.TextField(_("what we expect"), max_length=2000, blank=True)
    begun_at = models.DateTimeField()
    begun_by = models.ForeignKey(Membership, on_delete=models.PROTECT, related_name="+")
    confirmed_by_her_at = models.DateTimeField(null=True, blank=True)
    confirmed_by_us_at = models.DateTimeField(null=True, blank=True)
    confirmed_by = models.ForeignKey(Membership, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    holds_from = models.DateField(null=True, blank=True)
    holds_until = models.DateField(null=True, blank=True)  # exclusive
    review_on = models.DateField(_("look at it together again on"), null=True, blank=True)
    replaced_at = models.DateTimeField(null=True, blank=True)  # not confirmed, and no longer wanted

    objects = AgreementQuerySet.as_manager()

    class Meta:
        verbose_name = _("agreement")
        verbose_name_plural = _("agreements")
        constraints = (
            models.UniqueConstraint(fields=["key_figure", "version"], name="agreement_version_once"),
            models.UniqueConstraint(
                fields=["key_figure"], condition=Q(holds_from=None, replaced_at=None), name="one_agreement_in_preparation",
            ),
            models.CheckConstraint(
                condition=Q(holds_from=None) | Q(confirmed_by_her_at__isnull=False, confirmed_by_us_at__isnull=False, confirmed_by__isnull=False),
                name="agreement_holds_after_two_confirmations",
            ),
            models.CheckConstraint(condition=Q(holds_until=None) | Q(holds_until__gte=F("holds_from")), name="agreement_ends_after_it_begins"),
            models.CheckConstraint(condition=Q(review_on=None) | Q(review_on__gte=F("holds_from")), name="review_after_agreement"),
            ExclusionConstraint(
                name="agreements_do_not_overlap",
                expressions=[
                    (Func(F("key_figure_id"), F("key_figure_id"), Value("[]"), function="int8range"), RangeOperators.EQUAL),
                    (Func(F("holds_from"), F("holds_until"), Value("[)"), function="daterange"), RangeOperators.OVERLAPS),
                ],
                condition=Q(holds_from__isnull=False),
            ),
        )
        triggers = (
            pgtrigger.Protect(
                name="what_both_confirmed_stays", operation=pgtrigger.Update, condition=pgtrigger.Q(old__holds_from__isnull=False) & _OF_THE_TEXT,
            ),
            pgtrigger.Trigger(
                name="active_keeps_an_agreement",
                operation=pgtrigger.Update | pgtrigger.Delete,
                when=pgtrigger.After,
                timing=pgtrigger.Deferred,
                func=REFUSE_ACTIVE_WITHOUT_AGREEMENT.format(key_figure="OLD.key_figure_id"),
            ),
        )

    def __str__(self) -> str:
        return f"agreement {self.uuid}"

    @property
    def mark(self) -> str:
        """Changes with every word and day that both confirm."""
        return mark_of(str(self.template_id), self.her_words, self.our_words, str(self.review_on or ""))

    @property
    def is_confirmed(self) -> bool:
        """Both confirmed: it holds, or it did."""
        return self.holds_from is not None

    @property
    def is_holding(self) -> bool:
        return self.holds_from is not None and self.holds_until is None

    @property
    def is_in_preparation(self) -> bool:
        return self.holds_from is None and self.replaced_at is None
