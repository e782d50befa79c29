"""What a municipality decides about its network: its own words, areas, roles and limits."""

import uuid

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from accounts.models import Municipality
from keyfigures.catalogue import ShippedRole
from keyfigures.querysets.settings import AreaQuerySet, NetworkRoleQuerySet, NetworkSettingsQuerySet


class NetworkSettings(models.Model):
    """One row per municipality; without a row the defaults hold: ask `NetworkSettings.objects.of(municipality)`."""

    municipality = models.OneToOneField(Municipality, on_delete=models.CASCADE, primary_key=True, related_name="+")
    join_page_is_open = models.BooleanField(_("the public page about taking part is open"), default=False)
    join_text = models.TextField(_("own words on that page"), max_length=2000, blank=True)
    contact_weeks = models.PositiveSmallIntegerField(_("weeks between two contacts in quiet time"), default=8)
    hidden_roles = models.JSONField(_("roles of ours that are not used here"), default=list, blank=True)
    legal_basis = models.CharField(_("legal basis of the network"), max_length=300, blank=True)
    complaint_name = models.CharField(_("who outside takes complaints about treatment"), max_length=100, blank=True)
    complaint_phone = models.CharField(_("phone of that person"), max_length=20, blank=True)
    complaint_email = models.EmailField(_("mail address of that person"), blank=True)
    pays_allowance = models.BooleanField(_("key figures can get an allowance"), default=False)
    # Terms in days; the default is the longest (domain R17): a municipality can only make them shorter (domain R17).
    keep_profile_days = models.PositiveSmallIntegerField(_("days that a profile is kept after the end"), default=365)
    keep_contact_days = models.PositiveSmallIntegerField(_("days that contacts are kept"), default=730)
    keep_help_days = models.PositiveSmallIntegerField(_("days that help, requests and thanks are kept after they were closed"), default=730)
    keep_request_days = models.PositiveSmallIntegerField(_("days that complaints, ties and requests about data are kept after the end"), default=365)
    keep_agreement_days = models.PositiveSmallIntegerField(_("days that an agreement is kept after the end"), default=1825)

    objects = NetworkSettingsQuerySet.as_manager()

    class Meta:
        verbose_name = _("settings of the network")
        verbose_name_plural = _("settings of the network")
        constraints = (
            models.CheckConstraint(condition=Q(contact_weeks__gte=1) & Q(contact_weeks__lte=52), name="contact_rhythm_is_sensible"),
            models.CheckConstraint(
                condition=Q(
                    keep_profile_days__lte=365, keep_contact_days__lte=730, keep_help_days__lte=730, keep_request_days__lte=365, keep_agreement_days__lte=1825,
                ),
                name="terms_only_downwards",
            ),
        )

    def __str__(self) -> str:
        return f"network settings of municipality {self.pk}"


class Area(models.Model):
    """A part of the municipality in which key figures are active: never an address, never a place on a map."""

    uuid = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    municipality = models.ForeignKey(Municipality, on_delete=models.CASCADE, related_name="+")
    name = models.CharField(_("name"), max_length=60)
    is_active = models.BooleanField(_("in use"), default=True)

    objects = AreaQuerySet.as_manager()

    class Meta:
        verbose_name = _("area")
        verbose_name_plural = _("areas")
        constraints = (models.UniqueConstraint(fields=["municipality", "name"], name="area_once"),)

    def __str__(self) -> str:
        return self.name


class NetworkRole(models.Model):
    """A role of the municipality's own, beside the four that come with the application (keyfigures.catalogue)."""

    municipality = models.ForeignKey(Municipality, on_delete=models.CASCADE, related_name="+")
    code = models.SlugField(_("short name"), max_length=30)
    name = models.CharField(_("name"), max_length=80)
    is_active = models.BooleanField(_("in use"), default=True)

    objects = NetworkRoleQuerySet.as_manager()

    class Meta:
        verbose_name = _("own role")
        verbose_name_plural = _("own roles")
        constraints = (
            models.UniqueConstraint(fields=["municipality", "code"], name="own_role_once"),
            models.CheckConstraint(condition=~Q(code__in=ShippedRole.values), name="own_role_is_not_one_of_ours"),
        )

    def __str__(self) -> str:
        return self.name
