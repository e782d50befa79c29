"""Municipalities, the people who log in, and what each may do where."""

import uuid
from collections.abc import Callable, Sequence
from datetime import date, datetime, time
from functools import cache
from typing import Any, TypeVar

import pghistory
from django.contrib.auth.base_user import AbstractBaseUser, BaseUserManager
from django.contrib.auth.models import PermissionsMixin
from django.contrib.postgres.constraints import ExclusionConstraint
from django.contrib.postgres.fields import ArrayField, RangeOperators
from django.db import models
from django.db.models import F, Func, Q, Value
from django.db.models.functions import Lower
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from accounts import colours
from accounts.querysets import AbsenceQuerySet, InvitationQuerySet, MembershipQuerySet
from accounts.roles import Role, needs_second_factor, permissions_of

LANGUAGES = (("nl", "Nederlands"), ("en", "English"))
COLOUR = r"^#[0-9a-f]{6}$"
Tracked = TypeVar("Tracked", bound=models.Model)


def tracked(**which: Any) -> Callable[[type[Tracked]], type[Tracked]]:  # noqa: ANN401  pghistory's own arguments
    """Keep each change of a right or a setting, by a Postgres trigger, so that a bulk update is seen as well.

    The context says which member or person did it; see accounts.history.
    """
    track: Callable[[type[Tracked]], type[Tracked]] = pghistory.track(
        pghistory.InsertEvent(),
        pghistory.UpdateEvent(),
        pghistory.DeleteEvent(),
        context_field=pghistory.ContextJSONField(),
        context_id_field=None,  # type: ignore[arg-type]  # documented: no id where the context is a column
        obj_field=pghistory.ObjForeignKey(related_name="history", db_constraint=False),
        append_only=True,
        **which,
    )
    return track


class FgAdvice(models.TextChoices):
    NONE = "", _("No advice yet")
    POSITIVE = "positive", _("Positive")
    CONDITIONS = "conditions", _("Positive, with conditions")
    NEGATIVE = "negative", _("Negative")


@tracked()
class Municipality(models.Model):
    """A tenant: every row of a municipality carries its key."""

    name = models.CharField(_("name"), max_length=100)
    slug = models.SlugField(_("short name in addresses"), unique=True)

    key_figure_label = models.CharField(_("word for key figure"), max_length=40, default="sleutelfiguur")
    key_figure_label_plural = models.CharField(_("plural"), max_length=40, default="sleutelfiguren")
    role_labels = models.JSONField(_("own names of roles"), default=dict, blank=True)

    emergency_number = models.CharField(_("emergency number"), max_length=20, default="112")
    police_number = models.CharField(_("police, no emergency"), max_length=20, default="0900-8844")
    anonymous_number = models.CharField(_("anonymous tip line"), max_length=20, default="0800-7000")
    contact_phone = models.CharField(_("phone of the reporting point"), max_length=20, blank=True)
    contact_email = models.EmailField(_("mail address of the reporting point"), blank=True)

    opens_at = models.TimeField(_("office opens"), default=time(9))
    closes_at = models.TimeField(_("office closes"), default=time(17))

    dpia_date = models.DateField(_("date of the DPIA"), null=True, blank=True)
    fg_advice = models.CharField(_("advice of the privacy officer"), max_length=20, choices=FgAdvice, blank=True, default="")
    fg_advice_date = models.DateField(_("date of that advice"), null=True, blank=True)
    second_reader = models.BooleanField(_("a colleague reads free feedback first"), default=True)
    sealed_text_days = models.PositiveSmallIntegerField(_("days that sealed text is kept"), default=28)
    reports_per_hour = models.PositiveSmallIntegerField(_("reports per person per hour"), default=5)
    reports_per_day = models.PositiveSmallIntegerField(_("reports per person per day"), default=20)

    brand = models.CharField(_("main colour"), max_length=7, default="#0d5c69")
    brand_dark = models.CharField(_("main colour, dark"), max_length=7, default="#083f49")
    mist = models.CharField(_("pale colour"), max_length=7, default="#eef4f3")
    mist_strong = models.CharField(_("pale colour, stronger"), max_length=7, default="#d9e8e7")
    honey = models.CharField(_("accent colour"), max_length=7, default="#f2b632")
    logo_digest = models.CharField(max_length=16, blank=True, default="", editable=False)  # names the picture

    class Meta:
        verbose_name = _("municipality")
        verbose_name_plural = _("municipalities")
        constraints = (
            models.CheckConstraint(
                condition=Q(sealed_text_days__gte=1) & Q(sealed_text_days__lte=28),
                name="sealed_text_at_most_28_days",
            ),
            models.CheckConstraint(condition=Q(opens_at__lt=F("closes_at")), name="office_opens_before_it_closes"),
            models.CheckConstraint(
                condition=Q(reports_per_hour__gte=1) & Q(reports_per_day__gte=F("reports_per_hour")),
                name="limits_let_something_through",
            ),
            models.CheckConstraint(
                condition=Q(
                    brand__regex=COLOUR,
                    brand_dark__regex=COLOUR,
                    mist__regex=COLOUR,
                    mist_strong__regex=COLOUR,
                    honey__regex=COLOUR,
                ),
                name="colours_are_hexadecimal",
            ),
        )

    def __str__(self) -> str:
        return self.name

    @property
    def may_store_text(self) -> bool:
        """Concerns may be written down only after a DPIA and an advice of the FG that is not negative."""
        advised = self.fg_advice in {FgAdvice.POSITIVE, FgAdvice.CONDITIONS}
        return self.dpia_date is not None and self.fg_advice_date is not None and advised

    def label_of(self, role: str) -> str:
        """The municipality's own name of a role, or ours."""
        return str(self.role_labels.get(role) or Role(role).label)

    @property
    def logo_url(self) -> str:
        """Address of the logo, or empty. The digest in it changes with the picture, so browsers may keep it for ever."""
        if not self.logo_digest:
            return ""
        return reverse("accounts:logo", kwargs={"slug": self.slug, "digest": self.logo_digest})


    @property
    def colours(self) -> dict[str, str]:
        return {name: getattr(self, name) for name in colours.OF_MUNICIPALITY}

    @property
    def theme_url(self) -> str:
        """Address of its own colours, or empty when it has ours. The digest in it changes with them."""
        if self.colours == _own_colours():
            return ""
        return reverse("accounts:theme", kwargs={"slug": self.slug, "digest": colours.digest(self.colours)})


@cache
def _own_colours() -> dict[str, str]:
    """Those of an installation, which no municipality chose."""
    return Municipality().colours


class Logo(models.Model):
    """The picture itself: a table of its own, so that no page loads it together with the municipality."""

    municipality = models.OneToOneField(Municipality, on_delete=models.CASCADE, primary_key=True, related_name="+")
    png = models.BinaryField()

    class Meta:
        verbose_name = _("logo")
        verbose_name_plural = _("logos")

    def __str__(self) -> str:
        return f"logo {self.pk}"


class UserManager(BaseUserManager["User"]):
    def create_user(self, email: str, password: str | None = None, **fields: object) -> "User":
        user = self.model(email=self.normalize_email(email).lower(), **fields)
        user.set_password(password)
        user.save(using=self._db)
        return user

    def create_superuser(self, email: str, password: str | None = None, **fields: object) -> "User":
        return self.create_user(email, password, is_staff=True, is_superuser=True, **fields)

    def get_by_natural_key(self, username: str | None) -> "User":
        return self.get(email=(username or "").lower())


@tracked(model_name="UserRightsEvent", fields=["is_active", "is_staff", "is_superuser"])
class User(AbstractBaseUser, PermissionsMixin):
    """A person who logs in with an e-mail address. What she may do is on her memberships."""

    email = models.EmailField(_("mail address"), unique=True)
    name = models.CharField(_("name to use"), max_length=200, blank=True)
    language = models.CharField(_("language"), max_length=5, default="nl", choices=LANGUAGES)
    is_active = models.BooleanField(_("may log in"), default=True)
    is_staff = models.BooleanField(_("may open the administration"), default=False)
    joined_at = models.DateTimeField(_("joined"), auto_now_add=True)

    objects = UserManager()
    memberships_today: "Sequence[Membership]" = ()  # known of who comes out of a session

    USERNAME_FIELD = "email"
    EMAIL_FIELD = "email"

    class Meta:
        verbose_name = _("person")
        verbose_name_plural = _("people")
        # Small letters only, so that the plain unique index makes one person per address.
        constraints = (models.CheckConstraint(condition=Q(email=Lower("email")), name="mail_address_in_small_letters"),)

    def __str__(self) -> str:
        return f"person {self.pk}"

    def get_short_name(self) -> str:
        return self.name


@tracked(exclude=["phone"])
class Membership(models.Model):
    """A person in a municipality, with roles, from `start_date` until (not including) `end_date`.

    This is the actor of every action: it holds who, where and what may be done in one value.
    """

    uuid = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    user = models.ForeignKey(User, on_delete=models.PROTECT, related_name="memberships")
    municipality = models.ForeignKey(Municipality, on_delete=models.PROTECT, related_name="memberships")
    roles = ArrayField(models.CharField(max_length=30, choices=Role), verbose_name=_("roles"))
    exception_reason = models.CharField(_("reason for roles that exclude each other"), max_length=300, blank=True)
    start_date = models.DateField(_("from"))
    end_date = models.DateField(_("until"), null=True, blank=True)
    deputy = models.ForeignKey("self", on_delete=models.SET_NULL, null=True, blank=True, related_name="+")
    phone = models.CharField(_("phone"), max_length=20, blank=True)

    objects = MembershipQuerySet.as_manager()

    class Meta:
        verbose_name = _("member")
        verbose_name_plural = _("members")
        # The migration adds a composite foreign key: the deputy belongs to the same municipality.
        constraints = (
            models.UniqueConstraint(fields=["user", "municipality"], name="one_membership_per_municipality"),
            # Target of the composite foreign keys by which rows of other apps stay in one municipality.
            models.UniqueConstraint(fields=["id", "municipality"], name="membership_with_municipality"),
            models.CheckConstraint(
                condition=~Q(roles__contains=[Role.COORDINATOR, Role.REPORT_OFFICIAL]) | ~Q(exception_reason=""),
                name="excluding_roles_need_a_reason",
            ),
            models.CheckConstraint(condition=~Q(roles=[]), name="member_has_a_role"),
            models.CheckConstraint(condition=Q(roles__contained_by=list(Role.values)), name="member_roles_are_known"),
            models.CheckConstraint(
                condition=Q(end_date=None) | Q(end_date__gte=F("start_date")),
                name="membership_ends_after_start",
            ),
            models.CheckConstraint(condition=Q(deputy=None) | ~Q(deputy=F("id")), name="deputy_is_another_person"),
        )

    def __str__(self) -> str:
        return f"member {self.pk}"

    @property
    def name(self) -> str:
        return self.user.name

    @property
    def permissions(self) -> frozenset[str]:
        return permissions_of(self.roles)

    def may(self, permission: str) -> bool:
        return permission in self.permissions

    @property
    def needs_second_factor(self) -> bool:
        return needs_second_factor(self.roles)

    @property
    def role_names(self) -> list[str]:
        """Her roles in the municipality's own words, in the order of the table."""
        return [self.municipality.label_of(role) for role in Role if role in self.roles]

    def is_active_on(self, day: date) -> bool:
        left = self.end_date is not None and self.end_date <= day
        return self.user.is_active and self.start_date <= day and not left


class Absence(models.Model):
    """Days, both inclusive, on which new notices for a member go to the deputy."""

    uuid = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    municipality = models.ForeignKey(Municipality, on_delete=models.PROTECT, related_name="+")
    member = models.ForeignKey(Membership, on_delete=models.CASCADE, related_name="absences")
    first_date = models.DateField(_("first day"))
    last_date = models.DateField(_("last day"))
    deputy = models.ForeignKey(Membership, on_delete=models.PROTECT, related_name="+", verbose_name=_("deputy"))

    objects = AbsenceQuerySet.as_manager()

    class Meta:
        verbose_name = _("absence")
        verbose_name_plural = _("absences")
        # The migration adds composite foreign keys: member and deputy belong to `municipality`.
        constraints = (
            models.CheckConstraint(condition=Q(last_date__gte=F("first_date")), name="absence_ends_after_start"),
            models.CheckConstraint(condition=~Q(deputy=F("member")), name="absence_deputy_is_another"),
            # Two int8 ranges of one number each: this way it needs no extension.
            ExclusionConstraint(
                name="absences_do_not_overlap",
                expressions=[
                    (Func(F("member_id"), F("member_id"), Value("[]"), function="int8range"), RangeOperators.EQUAL),
                    (Func(F("first_date"), F("last_date"), Value("[]"), function="daterange"), RangeOperators.OVERLAPS),
                ],
            ),
        )

    def __str__(self) -> str:
        return f"absence {self.pk}"


class Invitation(models.Model):
    """An offer of a membership; it becomes one only by the person's own confirmation, within 30 calendar days.

    The link in the mail is this row's `uuid`, signed when the mail is sent (accounts.outbound): a copy of the
    database is not enough to accept one.
    """

    uuid = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    municipality = models.ForeignKey(Municipality, on_delete=models.CASCADE, related_name="invitations")
    email = models.EmailField(_("mail address"))
    name = models.CharField(_("name to use"), max_length=200, blank=True)
    roles = ArrayField(models.CharField(max_length=30, choices=Role), verbose_name=_("roles"))
    exception_reason = models.CharField(_("reason for roles that exclude each other"), max_length=300, blank=True)
    invited_by = models.ForeignKey(Membership, on_delete=models.SET_NULL, null=True, related_name="+")
    invited_at = models.DateTimeField(_("invited"))
    expires_at = models.DateTimeField(_("valid until"))
    accepted_at = models.DateTimeField(_("confirmed"), null=True, blank=True, editable=False)

    objects = InvitationQuerySet.as_manager()

    class Meta:
        verbose_name = _("invitation")
        verbose_name_plural = _("invitations")
        # The migration adds a composite foreign key: who invites belongs to the municipality.
        constraints = (
            models.UniqueConstraint(
                "municipality",
                Lower("email"),
                condition=Q(accepted_at=None),
                name="one_open_invitation_per_address",
            ),
            models.CheckConstraint(condition=~Q(roles=[]), name="invitation_has_a_role"),
            models.CheckConstraint(condition=Q(roles__contained_by=list(Role.values)), name="invitation_roles_are_known"),
            models.CheckConstraint(condition=Q(expires_at__gt=F("invited_at")), name="invitation_expires_later"),
        )
        indexes = (models.Index(fields=["expires_at"], name="invitation_expires"),)

    def __str__(self) -> str:
        return f"invitation {self.pk}"

    def get_absolute_url(self) -> str:
        """Where the mail leads; without the signature that is added at sending it opens nothing."""
        return reverse("accounts:invitation", kwargs={"uuid": self.uuid})

    @property
    def role_names(self) -> list[str]:
        return [self.municipality.label_of(role) for role in Role if role in self.roles]

    def is_open_at(self, at: datetime) -> bool:
        return self.accepted_at is None and at < self.expires_at
