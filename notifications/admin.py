"""Outgoing messages and their failures, for administrators: when, whom, what kind. There is no content to show."""

from typing import Any

from django.contrib import admin, messages
from django.db.models import QuerySet
from django.http import HttpRequest
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext

from accounts.admin import OwnMunicipalityAdmin
from notifications.delivery import try_again
from notifications.models import Message


@admin.register(Message)
class MessageAdmin(OwnMunicipalityAdmin):
    list_display = ("queued_at", "kind", "whom", "state", "attempts", "last_error", "not_before", "sent_at")
    list_filter = ("state", "kind")
    date_hierarchy = "queued_at"
    list_select_related = ("recipient__user",)
    actions = ("send_again",)
    fields = ("municipality", "kind", "whom", "state", "queued_at", "not_before", "sent_at", "attempts", "last_error")
    readonly_fields = fields

    @admin.display(description=_("to"))
    def whom(self, message: Message) -> str:
        return message.recipient.user.email if message.recipient else message.address

    @admin.action(description=_("Send again what failed"))
    def send_again(self, request: HttpRequest, queryset: "QuerySet[Message]") -> None:
        number = try_again(queryset, at=timezone.now())
        text = ngettext("%(number)d message will be sent again.", "%(number)d messages will be sent again.", number) % {"number": number}
        self.message_user(request, text, messages.SUCCESS)

    def has_add_permission(self, request: HttpRequest) -> bool:  # noqa: ARG002
        return False

    def has_delete_permission(self, request: HttpRequest, obj: Any = None) -> bool:  # noqa: ARG002, ANN401  Django's signature
        return False
