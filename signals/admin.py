"""Only the fixed sentences: reports and everything about them are never in the administration."""

from django.contrib import admin

from accounts.admin import OwnMunicipalityAdmin
from signals.models import FixedSentence


@admin.register(FixedSentence)
class FixedSentenceAdmin(OwnMunicipalityAdmin):
    list_display = ("code", "municipality", "text_nl", "order", "is_active")
    list_filter = ("is_active",)
