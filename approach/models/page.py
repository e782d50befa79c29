"""What a municipality tells everybody about its approach. Only when it wants to."""

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from accounts.models import Municipality
from approach.querysets.page import PublicPageQuerySet


class PublicPage(models.Model):
    """One row per municipality; without a row there is no public page. `security_until`: the last day on which security.txt holds (RFC 9116)."""

    municipality = models.OneToOneField(Municipality, on_delete=models.CASCADE, primary_key=True, related_name="+")
    is_open = models.BooleanField(_("the public page is open"), default=False)
    about = models.TextField(_("what the approach is"), max_length=3000, blank=True)
    shows_vision = models.BooleanField(_("show the vision"), default=True)
    shows_initiatives = models.BooleanField(_("show initiatives that may be shown"), default=True)
    shows_reports = models.BooleanField(_("show reports that were issued"), default=True)
    privacy_email = models.EmailField(_("mail address for questions about privacy"), blank=True)
    accessibility_status = models.CharField(_("status of accessibility"), max_length=1, choices={"A": "A", "B": "B", "C": "C", "D": "D", "E": "E"}, blank=True)
    accessibility_tested_on = models.DateField(_("accessibility was tested on"), null=True, blank=True)
    accessibility_gaps = models.TextField(_("what is not accessible yet, and until when"), max_length=2000, blank=True)
    security_contact = models.CharField(_("where somebody reports a weak spot: a mail address or web address"), max_length=200, blank=True)
    security_policy = models.URLField(_("web address of the rules for reporting a weak spot"), blank=True)
    security_until = models.DateField(_("this holds until and including"), null=True, blank=True)
    edits = models.PositiveIntegerField(default=1, editable=False)

    objects = PublicPageQuerySet.as_manager()

    class Meta:
        verbose_name = _("public page")
        verbose_name_plural = _("public pages")
        constraints = (
            models.CheckConstraint(condition=Q(is_open=False) | ~Q(about=""), name="open_page_says_what_the_approach_is"),
            models.CheckConstraint(condition=Q(security_contact="") | Q(security_until__isnull=False), name="security_contact_has_an_end"),
        )

    def __str__(self) -> str:
        return f"public page of municipality {self.pk}"
