"""A neutral chair says each year that she is independent. Everybody who is invited can read it (lesson: a neutral chair from outside)."""

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from accounts.models import Membership, Municipality
from meetings.querysets.independence import IndependenceDeclarationQuerySet

# In her own words; who is invited reads them as said by somebody else (presentation/chair.py).
STATEMENTS = {
    "not_employed": _("I do not work for the municipality"),
    "not_paid_otherwise": _("The municipality does not pay me for anything else"),
    "no_seat": _("I have no seat in its council"),
}


class IndependenceDeclaration(models.Model):
    """Of one calendar year. It holds only when she says all three: a chair who cannot say them is not neutral here."""

    municipality = models.ForeignKey(Municipality, on_delete=models.PROTECT, related_name="+", db_index=False)
    chair = models.ForeignKey(Membership, on_delete=models.CASCADE, related_name="+")
    year = models.PositiveSmallIntegerField(_("year"))
    not_employed = models.BooleanField(STATEMENTS["not_employed"])
    not_paid_otherwise = models.BooleanField(STATEMENTS["not_paid_otherwise"])
    no_seat = models.BooleanField(STATEMENTS["no_seat"])
    own_words = models.TextField(_("in your own words"), max_length=500, blank=True)
    declared_at = models.DateTimeField()

    objects = IndependenceDeclarationQuerySet.as_manager()

    class Meta:
        verbose_name = _("declaration of independence")
        verbose_name_plural = _("declarations of independence")
        constraints = (
            models.UniqueConstraint(fields=["chair", "year"], name="one_declaration_per_year"),
            models.CheckConstraint(condition=Q(not_employed=True, not_paid_otherwise=True, no_seat=True), name="declaration_says_all_three"),
        )

    def __str__(self) -> str:
        return f"declaration {self.year}"
