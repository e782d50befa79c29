"""What administrators keep: each functional administrator her own municipality, a superuser all. Never concern reports."""

from typing import TYPE_CHECKING, Any

from django.contrib import admin
from django.db import models
from django.http import HttpRequest

from accounts.models import Municipality

if TYPE_CHECKING:
    ModelAdmin = admin.ModelAdmin[models.Model]
else:
    ModelAdmin = admin.ModelAdmin


class OwnMunicipalityAdmin(ModelAdmin):
    """Rows of the municipality where she works now; `municipality_path` leads from a row to its municipality.

    The permission is `accounts.administer` of the role table; Django's own model permissions are not used.
    """

    municipality_path = "municipality"

    def may(self, request: HttpRequest) -> bool:
        member = getattr(request, "member", None)
        return bool(getattr(request.user, "is_superuser", False)) or (member is not None and member.may("accounts.administer"))

    def is_hers(self, request: HttpRequest, row: models.Model | None) -> bool:
        """A row of another municipality, or of all municipalities, is not hers to change."""
        return row is None or request.user.is_superuser or self.get_queryset(request).filter(pk=row.pk).exists()

    def get_queryset(self, request: HttpRequest) -> models.QuerySet[models.Model]:
        rows = super().get_queryset(request)
        if request.user.is_superuser:
            return rows
        return rows.filter(**{self.municipality_path: getattr(request, "municipality", None)})

    def formfield_for_foreignkey(self, db_field: Any, request: HttpRequest, **kwargs: Any) -> Any:  # noqa: ANN401  Django's own types
        """Somebody of one municipality chooses only that one, and must choose it."""
        field = super().formfield_for_foreignkey(db_field, request, **kwargs)
        if field is not None and db_field.related_model is Municipality and not request.user.is_superuser:
            field.queryset = Municipality.objects.filter(pk=request.municipality.pk)
            field.required, field.empty_label = True, None
        return field

    def has_module_permission(self, request: HttpRequest) -> bool:
        return self.may(request)

    def has_view_permission(self, request: HttpRequest, obj: models.Model | None = None) -> bool:
        return self.may(request) and self.is_hers(request, obj)

    has_change_permission = has_view_permission
    has_delete_permission = has_view_permission

    def has_add_permission(self, request: HttpRequest) -> bool:
        return self.may(request)
