"""Who a key figure is in the network: her stage, and what she tells about herself. She sees every field of it."""

import uuid

import pgtrigger
from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from accounts.models import LANGUAGES, Membership, Municipality
from keyfigures.catalogue import AgeBand, Channel, Formality, ProfileType
from keyfigures.models.settings import Area
from keyfigures.querysets.figure import KeyFigureQuerySet
from keyfigures.querysets.joining import InterestQuerySet
from keyfigures.stages import EndReason, Stage


class CameBy(models.TextChoices):
    """How she came. Never by whom: two key figures are nowhere linked to each other."""

    HERSELF = "herself", _("Showed interest herself")
    INVITED = "invited", _("Invited by the municipality")
    PROPOSED = "proposed", _("Invited by another key figure")


# At the end of a transaction. "Actief" needs an agreement that both confirmed and that holds (keyfigures.models.agreement).
REFUSE_ACTIVE_WITHOUT_AGREEMENT = """
    IF EXISTS (SELECT 1 FROM keyfigures_keyfigure WHERE id = {key_figure} AND stage = 'active') AND NOT EXISTS (
        SELECT 1 FROM keyfigures_agreement WHERE key_figure_id = {key_figure} AND holds_from IS NOT NULL AND holds_until IS NULL
    ) THEN
        RAISE EXCEPTION 'active_key_figure_has_an_agreement' USING ERRCODE = 'check_violation';
    END IF;
    RETURN NULL;
"""


class KeyFigure(models.Model):
    """A member in her part as key figure. Comes to be only by her own confirmation (AVG art. 14 never applies: R7)."""

    uuid = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    municipality = models.ForeignKey(Municipality, on_delete=models.PROTECT, related_name="+", db_index=False)
    # Empty only once she is anonymised, and no page shows such a row: elsewhere there is always a member.
    member: "models.OneToOneField[Membership, Membership]" = models.OneToOneField(  # type: ignore[misc]
        Membership, on_delete=models.PROTECT, null=True, related_name="key_figure",
    )
    contact_person = models.ForeignKey(Membership, on_delete=models.PROTECT, null=True, related_name="+")  # owes her the promises
    came_by = models.CharField(_("how she came"), max_length=10, choices=CameBy)

    stage = models.CharField(_("stage"), max_length=12, choices=Stage, default=Stage.INTERESTED, editable=False)
    stage_since = models.DateField(_("since"))
    joined_on = models.DateField(_("active since"), null=True, blank=True)
    paused_until = models.DateField(_("paused until"), null=True, blank=True)  # inclusive
    expected_end = models.DateField(_("expects to stop on"), null=True, blank=True)
    ended_on = models.DateField(_("ended on"), null=True, blank=True)
    end_reason = models.CharField(_("why it ended"), max_length=12, choices=EndReason, blank=True)
    had_exit_talk = models.BooleanField(_("an exit talk was held"), default=False)

    channel = models.CharField(_("how to reach her best"), max_length=5, choices=Channel, blank=True)
    good_times = models.CharField(_("good times"), max_length=120, blank=True)
    not_times = models.CharField(_("do not call during"), max_length=120, blank=True)
    areas = models.ManyToManyField(Area, verbose_name=_("areas"), related_name="+", blank=True)
    network_roles = ArrayField(models.CharField(max_length=30), verbose_name=_("roles"), default=list, blank=True)
    profile_types = ArrayField(models.CharField(max_length=20, choices=ProfileType), verbose_name=_("kinds"), default=list, blank=True)
    formality = models.CharField(_("formal or informal"), max_length=10, choices=Formality, blank=True)
    known_before = models.BooleanField(_("known to the municipality before"), null=True, blank=True)
    offered_languages = ArrayField(models.CharField(max_length=20), verbose_name=_("languages she offers to use"), default=list, blank=True)
    age_band = models.CharField(_("age"), max_length=10, choices=AgeBand, blank=True)
    own_words = models.TextField(_("about her networks, in her own words"), max_length=1000, blank=True)
    profile_changed_on = models.DateField(_("profile changed on"), null=True, blank=True)
    mix_changed_at = models.DateTimeField(_("told something else for the mix"), null=True, blank=True)
    notice_version = models.PositiveSmallIntegerField(_("version of the privacy text that she read"), null=True, blank=True)
    notice_read_on = models.DateField(_("read the privacy text on"), null=True, blank=True)

    contact_weeks = models.PositiveSmallIntegerField(_("weeks between two contacts"), null=True, blank=True)
    last_quiet_contact_on = models.DateField(_("last contact in quiet time"), null=True, blank=True)
    last_thanked_on = models.DateField(_("last personal thanks"), null=True, blank=True)
    knows_process_on = models.DateField(_("said that she knows how to share a concern"), null=True, blank=True)
    anonymised_at = models.DateTimeField(null=True, blank=True, editable=False)

    objects = KeyFigureQuerySet.as_manager()

    class Meta:
        verbose_name = _("key figure")
        verbose_name_plural = _("key figures")
        # A later migration adds composite foreign keys: member and contact person belong to `municipality`.
        constraints = (
            models.UniqueConstraint(fields=["id", "municipality"], name="key_figure_with_municipality"),
            models.CheckConstraint(condition=Q(stage__in=Stage.values), name="key_figure_stage_is_known"),
            models.CheckConstraint(
                condition=Q(stage="ended", ended_on__isnull=False) & ~Q(end_reason="") | ~Q(stage="ended") & Q(ended_on=None, end_reason=""),
                name="ended_key_figure_has_day_and_reason",
            ),
            models.CheckConstraint(
                condition=Q(anonymised_at=None, member__isnull=False)
                | Q(anonymised_at__isnull=False, stage="ended", member=None, contact_person=None, own_words="", good_times="", not_times=""),
                name="only_anonymised_has_no_member",
            ),
            models.CheckConstraint(condition=~Q(stage__in=["active", "paused"]) | Q(joined_on__isnull=False), name="active_key_figure_joined"),
            models.CheckConstraint(condition=Q(stage="paused") | Q(paused_until=None), name="only_paused_has_an_end_of_pause"),
            models.CheckConstraint(condition=Q(paused_until=None) | Q(paused_until__gte=F("stage_since")), name="pause_ends_after_it_begins"),
            models.CheckConstraint(condition=Q(ended_on=None) | Q(joined_on=None) | Q(ended_on__gte=F("joined_on")), name="key_figure_ends_after_start"),
            models.CheckConstraint(condition=Q(expected_end=None) | Q(joined_on=None) | Q(expected_end__gte=F("joined_on")), name="expected_end_after_start"),
            models.CheckConstraint(condition=Q(profile_types__contained_by=list(ProfileType.values)), name="profile_types_are_known"),
            models.CheckConstraint(
                condition=Q(notice_version=None, notice_read_on=None) | Q(notice_version__isnull=False, notice_read_on__isnull=False),
                name="notice_was_read_on_a_day",
            ),
            models.CheckConstraint(
                condition=Q(contact_weeks=None) | Q(contact_weeks__gte=1) & Q(contact_weeks__lte=52), name="own_rhythm_is_sensible",
            ),
        )
        indexes = (
            models.Index(fields=["municipality", "stage", "stage_since", "id"], name="key_figure_by_stage"),
            models.Index(fields=["ended_on", "id"], condition=Q(ended_on__isnull=False), name="key_figure_to_erase"),
        )
        triggers = (
            pgtrigger.Trigger(
                name="active_has_an_agreement",
                operation=pgtrigger.Insert | pgtrigger.UpdateOf("stage"),  # type: ignore[no-untyped-call]
                when=pgtrigger.After,
                timing=pgtrigger.Deferred,
                condition=pgtrigger.Q(new__stage="active"),
                func=REFUSE_ACTIVE_WITHOUT_AGREEMENT.format(key_figure="NEW.id"),
            ),
        )

    def __str__(self) -> str:
        return f"key figure {self.pk}"

    @property
    def name(self) -> str:
        return self.member.name

    @property
    def is_active(self) -> bool:
        return self.stage == Stage.ACTIVE


class StageStep(models.Model):
    """A step on her way, for good: when, by whom, from where to where. `by` is empty when she took it by leaving or a job did."""

    key_figure = models.ForeignKey(KeyFigure, on_delete=models.CASCADE, related_name="steps")
    from_stage = models.CharField(max_length=12, choices=Stage, blank=True)
    to_stage = models.CharField(max_length=12, choices=Stage)
    by = models.ForeignKey(Membership, on_delete=models.PROTECT, null=True, related_name="+", db_index=False)
    at = models.DateTimeField()

    class Meta:
        verbose_name = _("step of a key figure")
        verbose_name_plural = _("steps of key figures")
        indexes = (models.Index(fields=["at", "to_stage"], name="stage_step_at"),)
        triggers = (pgtrigger.Protect(name="append_only", operation=pgtrigger.Update),)

    def __str__(self) -> str:
        return f"{self.to_stage} {self.key_figure_id}"


class Interest(models.Model):
    """Three fields of somebody who wants to take part, until her own confirmation by mail; 30 days later it is gone.

    The link in the mail is this row's `uuid`, signed when the mail is sent (accounts.signed_links).
    """

    uuid = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    municipality = models.ForeignKey(Municipality, on_delete=models.CASCADE, related_name="+")
    name = models.CharField(_("name to use"), max_length=200)
    email = models.EmailField(_("mail address"))
    area = models.ForeignKey(Area, on_delete=models.SET_NULL, null=True, blank=True, related_name="+", verbose_name=_("where you are active"))
    language = models.CharField(max_length=5, choices=LANGUAGES, default="nl")
    was_proposed = models.BooleanField(default=False)  # came by the link of a key figure; which one is not kept
    at = models.DateTimeField()
    expires_at = models.DateTimeField()

    objects = InterestQuerySet.as_manager()

    class Meta:
        verbose_name = _("interest to take part")
        verbose_name_plural = _("interests to take part")
        constraints = (
            models.UniqueConstraint(fields=["municipality", "email"], name="one_interest_per_address"),
            models.CheckConstraint(condition=Q(expires_at__gt=F("at")), name="interest_expires_later"),
        )
        indexes = (models.Index(fields=["expires_at"], name="interest_expires"),)

    def __str__(self) -> str:
        return f"interest {self.pk}"
