"""What administrators keep: each functional administrator her own municipality, a superuser all. Never concern reports."""

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any, ClassVar, cast

from django.contrib import admin, messages
from django.db import models, transaction
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from accounts import actions, logos
from accounts.admin_forms import COLOURS, LABELS, AbsenceForm, MembershipForm, MunicipalityForm, UserForm
from accounts.models import Absence, Invitation, Membership, Municipality, User

if TYPE_CHECKING:
    ModelAdmin = admin.ModelAdmin[models.Model]
else:
    ModelAdmin = admin.ModelAdmin


class OwnMunicipalityAdmin(ModelAdmin):
    """Rows of the municipality where she works now; `municipality_path` leads from a row to its municipality.

    The permission is one of the role table; Django's own model permissions are not used.
    """

    municipality_path = "municipality"
    permission = "accounts.administer"

    def may(self, request: HttpRequest) -> bool:
        member = getattr(request, "member", None)
        return bool(getattr(request.user, "is_superuser", False)) or (member is not None and member.may(self.permission))

    def is_hers(self, request: HttpRequest, row: models.Model | None) -> bool:
        """A row of another municipality, or of all municipalities, is not hers to change."""
        return row is None or request.user.is_superuser or self.get_queryset(request).filter(pk=row.pk).exists()

    def get_queryset(self, request: HttpRequest) -> models.QuerySet[models.Model]:
        rows = super().get_queryset(request)
        if request.user.is_superuser:
            return rows
        municipality = getattr(request, "municipality", None)
        return rows.filter(**{self.municipality_path: municipality.pk}) if municipality else rows.none()

    def formfield_for_foreignkey(self, db_field: Any, request: HttpRequest, **kwargs: Any) -> Any:  # noqa: ANN401  Django's own types
        """Somebody of one municipality chooses only that one and its members, and must choose it."""
        field = super().formfield_for_foreignkey(db_field, request, **kwargs)
        if field is None or request.user.is_superuser:
            return field
        if db_field.related_model is Municipality:
            field.queryset = Municipality.objects.filter(pk=_member(request).municipality_id)
            field.required, field.empty_label = True, None
        if db_field.related_model is Membership:
            field.queryset = Membership.objects.of_municipality(_member(request).municipality).select_related("user")
        return field

    def has_module_permission(self, request: HttpRequest) -> bool:
        return self.may(request)

    def has_view_permission(self, request: HttpRequest, obj: models.Model | None = None) -> bool:
        return self.may(request) and self.is_hers(request, obj)

    def has_change_permission(self, request: HttpRequest, obj: models.Model | None = None) -> bool:
        return self.has_view_permission(request, obj)

    def has_delete_permission(self, request: HttpRequest, obj: models.Model | None = None) -> bool:
        return self.has_view_permission(request, obj)

    def has_add_permission(self, request: HttpRequest) -> bool:
        return self.may(request)


def _member(request: HttpRequest) -> Membership:
    """Who is neither technical administrator nor member does not come this far."""
    member = getattr(request, "member", None)
    assert isinstance(member, Membership)  # noqa: S101  `may` has seen to it
    return member


def authority(request: HttpRequest) -> actions.Authority:
    return actions.Authority(member=getattr(request, "member", None), person=cast("User", request.user))


@admin.register(Municipality)
class MunicipalityAdmin(OwnMunicipalityAdmin):
    municipality_path = "pk"
    form = MunicipalityForm
    list_display = ("name", "slug", "dpia_date", "fg_advice")
    search_fields = ("name",)
    fieldsets = (
        (None, {"fields": ("name", "slug", "key_figure_label", "key_figure_label_plural")}),
        (_("Own words for roles"), {"fields": tuple(LABELS)}),
        (
            _("Phone numbers and addresses"),
            {"fields": ("contact_phone", "contact_email", "emergency_number", "police_number", "anonymous_number")},
        ),
        (_("Opening hours"), {"fields": ("opens_at", "closes_at")}),
        (
            _("Privacy"),
            {"fields": ("dpia_date", "fg_advice", "fg_advice_date", "second_reader", "sealed_text_days")},
        ),
        (_("Limits"), {"fields": ("reports_per_hour", "reports_per_day")}),
        (_("Look"), {"fields": ("new_logo", "remove_logo", *COLOURS)}),
    )
    prepopulated_fields: ClassVar[dict[str, Sequence[str]]] = {"slug": ("name",)}

    def get_prepopulated_fields(self, request: HttpRequest, obj: models.Model | None = None) -> dict[str, Sequence[str]]:
        return {} if obj else super().get_prepopulated_fields(request, obj)

    def get_readonly_fields(self, request: HttpRequest, obj: models.Model | None = None) -> tuple[str, ...]:  # noqa: ARG002  Django's signature
        """Addresses of logos hold the slug; it is chosen once, by who makes the municipality."""
        return ("slug",) if obj else ()

    def has_add_permission(self, request: HttpRequest) -> bool:
        return bool(request.user.is_superuser)

    def has_delete_permission(self, request: HttpRequest, obj: models.Model | None = None) -> bool:  # noqa: ARG002  Django's signature
        """A municipality that leaves is emptied by the operator, not by a button."""
        return False

    def save_model(self, request: HttpRequest, obj: Any, form: Any, change: bool) -> None:  # noqa: ANN401, FBT001  Django's signature
        with authority(request).history(verb="change_municipality"):
            super().save_model(request, obj, form, change)
            if form.cleaned_data.get("remove_logo") or form.cleaned_data.get("new_logo"):
                logos.replace_logo(obj, form.cleaned_data.get("new_logo"))


@admin.register(Membership)
class MembershipAdmin(OwnMunicipalityAdmin):
    """Roles of who works here. New people come by invitation only; see /mensen/."""

    form = MembershipForm
    list_display = ("person", "municipality", "roles_in_words", "start_date", "end_date")
    list_filter = ("end_date",)
    list_select_related = ("user", "municipality")
    search_fields = ("user__name", "user__email")
    fields = ("person", "municipality", "start_date", "roles", "exception_reason", "end_date")
    readonly_fields = ("person", "municipality", "start_date")

    @admin.display(description=_("person"), ordering="user__name")
    def person(self, row: Membership) -> str:
        return f"{row.user.name} ({row.user.email})"

    @admin.display(description=_("roles"))
    def roles_in_words(self, row: Membership) -> str:
        return ", ".join(row.role_names)

    def has_add_permission(self, request: HttpRequest) -> bool:  # noqa: ARG002  Django's signature
        return False

    def has_delete_permission(self, request: HttpRequest, obj: models.Model | None = None) -> bool:  # noqa: ARG002  Django's signature
        return False

    def has_change_permission(self, request: HttpRequest, obj: models.Model | None = None) -> bool:
        own = isinstance(obj, Membership) and obj.user_id == request.user.pk and not request.user.is_superuser
        return not own and super().has_change_permission(request, obj)

    def get_form(self, request: HttpRequest, obj: Any = None, change: bool = False, **kwargs: Any) -> Any:  # noqa: ANN401, FBT001, FBT002  Django's signature
        form: Any = super().get_form(request, obj, change, **kwargs)
        form.today = timezone.localdate()
        return form

    def save_model(self, request: HttpRequest, obj: Any, form: Any, change: bool) -> None:  # noqa: ANN401, ARG002, FBT001  Django's signature
        by, chosen, at = authority(request), form.cleaned_data, timezone.now()
        try:
            with transaction.atomic():
                actions.change_roles(obj, by=by, roles=chosen["roles"], exception_reason=chosen["exception_reason"], at=at)
                if "end_date" in form.changed_data:
                    actions.end_membership(obj, by=by, on=chosen["end_date"], at=at)
        except actions.NotPossible as problem:
            obj.refused = str(problem)

    def response_change(self, request: HttpRequest, obj: Any) -> HttpResponse:  # noqa: ANN401  Django's signature
        """What was refused stands on the page again, as it is."""
        refused = getattr(obj, "refused", "")
        if not refused:
            return super().response_change(request, obj)
        self.message_user(request, refused, messages.ERROR)
        return HttpResponseRedirect(request.get_full_path())


@admin.register(Invitation)
class InvitationAdmin(OwnMunicipalityAdmin):
    """To read, and to withdraw by deleting. The invitation itself is between the application and who is invited."""

    view_on_site = False
    list_display = ("email", "municipality", "invited_at", "expires_at", "accepted_at")
    list_select_related = ("municipality",)
    fields = ("email", "name", "municipality", "roles", "exception_reason", "invited_at", "expires_at", "accepted_at")
    readonly_fields = fields

    def has_add_permission(self, request: HttpRequest) -> bool:  # noqa: ARG002  Django's signature
        return False

    def has_change_permission(self, request: HttpRequest, obj: models.Model | None = None) -> bool:  # noqa: ARG002  Django's signature
        return False


@admin.register(Absence)
class AbsenceAdmin(OwnMunicipalityAdmin):
    """Somebody who is ill cannot write down herself that she is away."""

    form = AbsenceForm
    list_display = ("who", "municipality", "first_date", "last_date")
    list_select_related = ("member__user", "municipality")
    fields = ("member", "first_date", "last_date", "deputy")

    @admin.display(description=_("person"))
    def who(self, row: Absence) -> str:
        return row.member.name

    def save_model(self, request: HttpRequest, obj: Any, form: Any, change: bool) -> None:  # noqa: ANN401, FBT001  Django's signature
        obj.municipality_id = obj.member.municipality_id
        super().save_model(request, obj, form, change)


@admin.register(User)
class UserAdmin(OwnMunicipalityAdmin):
    """A person may belong to other municipalities as well: only the technical administrator changes her."""

    municipality_path = "memberships__municipality"
    form = UserForm
    list_display = ("name", "email", "is_active", "is_staff", "last_login")
    search_fields = ("name", "email")
    fields = ("name", "email", "language", "is_active", "is_superuser", "is_staff", "last_login", "joined_at")
    readonly_fields = ("is_staff", "last_login", "joined_at")
    actions = ("forget_second_factors",)

    def has_add_permission(self, request: HttpRequest) -> bool:  # noqa: ARG002  Django's signature
        return False

    def has_delete_permission(self, request: HttpRequest, obj: models.Model | None = None) -> bool:  # noqa: ARG002  Django's signature
        return False

    def has_change_permission(self, request: HttpRequest, obj: models.Model | None = None) -> bool:  # noqa: ARG002  Django's signature
        return bool(request.user.is_superuser)

    def save_model(self, request: HttpRequest, obj: Any, form: Any, change: bool) -> None:  # noqa: ANN401, FBT001  Django's signature
        with authority(request).history(verb="change_person"):
            super().save_model(request, obj, form, change)
        if "email" in form.changed_data:
            actions.change_address(obj, by=authority(request), email=form.cleaned_data["email"])

    @admin.action(description=_("Forget passkeys and apps (lost telephone)"), permissions=["change"])
    def forget_second_factors(self, request: HttpRequest, people: models.QuerySet[User]) -> None:
        for person in people:
            actions.forget_second_factors(person, by=authority(request))
        self.message_user(request, _("They set up a new passkey or app at their next log-in."))
