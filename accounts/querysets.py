"""Questions about many members, absences and invitations."""

from datetime import date, datetime
from functools import reduce
from operator import or_
from typing import TYPE_CHECKING, Any, Self

from django.apps import apps
from django.db import models
from django.db.models import OuterRef, Q, Window
from django.db.models.functions import Lag

from accounts.prepared import Given
from accounts.roles import EXCLUDING, OF_KEY_FIGURES, roles_with

if TYPE_CHECKING:
    from accounts.models import Absence, Invitation, Membership, Municipality  # noqa: F401  the type checker needs them


class MembershipQuerySet(models.QuerySet["Membership"]):
    def active_on(self, day: date | Given | OuterRef) -> Self:
        """Members who have confirmed, started and not left on `day` (start inclusive, end exclusive)."""
        return self.filter(
            Q(end_date=None) | Q(end_date__gt=day),
            start_date__lte=day,
            user__is_active=True,
        )

    def of_municipality(self, municipality: "Municipality") -> Self:
        return self.filter(municipality=municipality)

    def with_role(self, role: str) -> Self:
        return self.filter(roles__contains=[role])

    def only_key_figures(self) -> Self:
        """Members who are a key figure or may become one, and do nothing else here."""
        return self.filter(roles__contained_by=[*OF_KEY_FIGURES])

    def with_permission(self, permission: str) -> Self:
        """Members who hold a role that may do this; one query, as `Membership.may` for many."""
        return self.filter(roles__overlap=roles_with(permission))

    def to_choose(self, permission: str, *, municipality: "Municipality", on: date) -> Self:
        """Whom a form offers: who works there on that day and may do this, by name."""
        here = self.of_municipality(municipality).active_on(on).with_permission(permission)
        return here.select_related("user", "municipality").order_by("user__name", "pk")

    def with_exception(self) -> Self:
        """Members who hold roles that exclude each other; the reason is on the row."""
        pairs = [Q(roles__contains=sorted(pair)) for pair in EXCLUDING]
        return self.filter(reduce(or_, pairs))

    def changes_of_rights(self) -> models.QuerySet[Any]:
        """The history of roles and periods (not of deputies) of these members, newest first, each with what it was before."""
        event: Any = apps.get_model("accounts", "MembershipEvent")  # made by pghistory beside the model
        before = Window(Lag("roles"), partition_by="pgh_obj_id", order_by="pgh_id")
        changes: models.QuerySet[Any] = event.objects.filter(pgh_obj__in=self.values("pk"))
        changes = changes.exclude(pgh_context__verb="choose_deputy")
        changes = changes.select_related("pgh_obj__user", "pgh_obj__municipality").annotate(roles_before=before)
        return changes.order_by("-pgh_id")

    def absent_on(self, day: date | Given) -> Self:
        """Members with an absence that covers `day` (first day inclusive, last day inclusive)."""
        return self.filter(absences__first_date__lte=day, absences__last_date__gte=day)

    def for_list(self) -> Self:
        return self.select_related("user", "municipality", "deputy__user").order_by("user__name", "pk")


class AbsenceQuerySet(models.QuerySet["Absence"]):
    def covering(self, day: date) -> Self:
        return self.filter(first_date__lte=day, last_date__gte=day)

    def not_over_on(self, day: date) -> Self:
        """Absences of now and later."""
        return self.filter(last_date__gte=day)

    def for_list(self) -> Self:
        return self.select_related("deputy__user").order_by("first_date", "pk")


class InvitationQuerySet(models.QuerySet["Invitation"]):
    def open_at(self, at: datetime) -> Self:
        return self.filter(accepted_at=None, expires_at__gt=at)

    def expired_at(self, at: datetime) -> Self:
        """Those whose 30 days are over, also when they were accepted: then the membership is the record."""
        return self.filter(expires_at__lte=at)

    def of_municipality(self, municipality: "Municipality") -> Self:
        return self.filter(municipality=municipality)

    def only_key_figures(self) -> Self:
        return self.filter(roles__contained_by=[*OF_KEY_FIGURES])

    def for_list(self) -> Self:
        return self.select_related("municipality", "invited_by__user").order_by("-invited_at", "-pk")
