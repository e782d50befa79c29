"""What a functional administrator decides about the network: settings, areas and roles. Key figures are never in the administration."""

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any, ClassVar

from django import forms
from django.contrib import admin
from django.db import models
from django.http import HttpRequest
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from accounts.admin import OwnMunicipalityAdmin
from keyfigures.actions import settings as actions
from keyfigures.catalogue import ShippedRole
from keyfigures.models.allowance import AllowanceMaximum
from keyfigures.models.settings import Area, NetworkRole, NetworkSettings

if TYPE_CHECKING:
    ModelForm = forms.ModelForm[Any]
else:
    ModelForm = forms.ModelForm


class SettingsForm(ModelForm):
    """Terms can be set shorter than the law and the sources allow, never longer."""

    hidden_roles = forms.MultipleChoiceField(
        choices=ShippedRole.choices, label=_("Roles of ours that are not used here"), required=False, widget=forms.CheckboxSelectMultiple,
        help_text=_("Who chose such a role keeps it until she takes it out herself."),
    )

    class Meta:
        model = NetworkSettings
        exclude: ClassVar[list[str]] = []

    def __init__(self, *args: Any, **kwargs: Any) -> None:  # noqa: ANN401  passed on
        super().__init__(*args, **kwargs)
        for term in (each for each in NetworkSettings._meta.concrete_fields if each.name.startswith("keep_")):  # noqa: SLF001  the documented model API
            field, most = self.fields[term.name], int(term.get_default())
            field.widget.attrs["max"] = most
            field.help_text = _("At most %(days)d. It can only be made shorter.") % {"days": most}
            field.validators = [*field.validators, _at_most(most)]

    def clean_contact_weeks(self) -> int:
        weeks: int = self.cleaned_data["contact_weeks"]
        if not 1 <= weeks <= 52:  # noqa: PLR2004  weeks of a year
            raise forms.ValidationError(_("Choose 1 to 52 weeks."), code="weeks")
        return weeks


def _at_most(most: int) -> Any:  # noqa: ANN401  a validator of Django
    def check(value: int) -> None:
        if value > most:
            raise forms.ValidationError(_("This term can only be made shorter: %(days)d days at most."), code="term", params={"days": most})

    return check


class OwnWordForm(ModelForm):
    """`shipped`: our own words, whose short names are taken."""

    shipped: ClassVar[type[models.TextChoices]]

    def clean_code(self) -> str:
        code: str = self.cleaned_data["code"]
        if code in self.shipped.values:
            raise forms.ValidationError(_("One that comes with the application has this short name. Choose another."), code="taken")
        return code


class NetworkRoleForm(OwnWordForm):
    shipped = ShippedRole

    class Meta:
        model = NetworkRole
        exclude: ClassVar[list[str]] = []


class NetworkAdmin(OwnMunicipalityAdmin):
    permission = "keyfigures.settings"


class OneSettingsAdmin(NetworkAdmin):
    """One row per municipality, that stays hers; without it the defaults hold."""

    list_display: tuple[str, ...] = ("municipality",)
    list_select_related = ("municipality",)

    def get_readonly_fields(self, request: HttpRequest, obj: models.Model | None = None) -> tuple[str, ...]:  # noqa: ARG002  Django's signature
        return ("municipality",) if obj else ()

    def has_delete_permission(self, request: HttpRequest, obj: models.Model | None = None) -> bool:  # noqa: ARG002  Django's signature
        return False


@admin.register(NetworkSettings)
class NetworkSettingsAdmin(OneSettingsAdmin):
    form = SettingsForm
    list_display = ("municipality", "join_page_is_open", "contact_weeks")

    def save_model(self, request: HttpRequest, obj: Any, form: Any, change: bool) -> None:  # noqa: ANN401, ARG002, FBT001  Django's signature
        actions.change(obj, at=timezone.now())


@admin.register(AllowanceMaximum)
class AllowanceMaximumAdmin(NetworkAdmin):
    """The law's maxima are the same everywhere: every administrator can fill in a year that is missing; a year that is there stays."""

    list_display = ("year", "per_hour", "per_month", "per_year", "source")
    ordering = ("-year",)

    def is_hers(self, request: HttpRequest, row: models.Model | None) -> bool:  # noqa: ARG002  Django's signature
        return True

    def get_queryset(self, request: HttpRequest) -> models.QuerySet[models.Model]:  # noqa: ARG002  the same for all municipalities
        return AllowanceMaximum.objects.order_by("-year")

    def has_change_permission(self, request: HttpRequest, obj: models.Model | None = None) -> bool:  # noqa: ARG002  Django's signature
        """One municipality must not change the maxima of all others."""
        return bool(request.user.is_superuser)

    def has_delete_permission(self, request: HttpRequest, obj: models.Model | None = None) -> bool:  # noqa: ARG002  Django's signature
        return bool(request.user.is_superuser)


@admin.register(Area)
class AreaAdmin(NetworkAdmin):
    list_display = ("name", "municipality", "is_active")
    list_select_related = ("municipality",)
    list_filter = ("is_active",)
    fields = ("municipality", "name", "is_active")


class OwnWordAdmin(NetworkAdmin):
    """A word that somebody chose stays readable: it is put out of use, not deleted."""

    list_display = ("name", "municipality", "is_active")
    list_select_related = ("municipality",)
    list_filter = ("is_active",)
    prepopulated_fields: ClassVar[dict[str, Sequence[str]]] = {"code": ("name",)}

    def get_readonly_fields(self, request: HttpRequest, obj: models.Model | None = None) -> tuple[str, ...]:  # noqa: ARG002  Django's signature
        return ("code",) if obj else ()

    def get_prepopulated_fields(self, request: HttpRequest, obj: models.Model | None = None) -> dict[str, Sequence[str]]:
        return {} if obj else super().get_prepopulated_fields(request, obj)

    def has_delete_permission(self, request: HttpRequest, obj: models.Model | None = None) -> bool:  # noqa: ARG002  Django's signature
        return False


@admin.register(NetworkRole)
class NetworkRoleAdmin(OwnWordAdmin):
    form = NetworkRoleForm
