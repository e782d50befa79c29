"""Terms and closing days, kept by the administrator."""

from typing import Any

from django import forms
from django.contrib import admin
from django.http import HttpRequest

from accounts.admin import OwnMunicipalityAdmin
from terms import promises
from terms.models import ClosingDay, Term


@admin.register(Term)
class TermAdmin(OwnMunicipalityAdmin):
    list_display = ("municipality", "kind", "working_days")
    list_filter = ("kind",)

    def formfield_for_dbfield(self, db_field: Any, request: HttpRequest, **kwargs: Any) -> Any:  # noqa: ANN401  Django's signature
        """The promises that exist, by their names, instead of a code to type."""
        if db_field.name == "kind":
            choices = [(each.kind, f"{each.label} ({each.working_days})") for each in promises.all_kinds() if each.set_by_term]
            return forms.ChoiceField(choices=choices, label=db_field.verbose_name)
        return super().formfield_for_dbfield(db_field, request, **kwargs)


@admin.register(ClosingDay)
class ClosingDayAdmin(OwnMunicipalityAdmin):
    list_display = ("date", "municipality", "reason")
    date_hierarchy = "date"
