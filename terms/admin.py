"""Terms and closing days, kept by the administrator."""

from django.contrib import admin

from accounts.admin import OwnMunicipalityAdmin
from terms.models import ClosingDay, Term


@admin.register(Term)
class TermAdmin(OwnMunicipalityAdmin):
    list_display = ("municipality", "kind", "working_days")
    list_filter = ("kind",)


@admin.register(ClosingDay)
class ClosingDayAdmin(OwnMunicipalityAdmin):
    list_display = ("date", "municipality", "reason")
    date_hierarchy = "date"
