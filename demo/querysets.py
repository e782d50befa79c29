"""Questions about many mails."""

from typing import TYPE_CHECKING, Self
from uuid import UUID

from django.db import models
from django.db.models import Q

if TYPE_CHECKING:
    from demo.models import SentMail  # noqa: F401  the type checker needs it


class SentMailQuerySet(models.QuerySet["SentMail"]):
    def sent_to(self, address: str) -> Self:
        return self.filter(to__iexact=address)

    def for_list(self) -> Self:
        """Newest first, without how they look in a mail program."""
        return self.defer("html").order_by("-at", "-pk")

    def page_after(self, uuid: str, *, size: int) -> Self:
        """At most `size` mails older than the one with this public id; from the newest when there is no such mail."""
        last = self.model._default_manager.filter(uuid=uuid).first() if _is_uuid(uuid) else None  # noqa: SLF001  the documented model API
        if last is None:
            return self[:size]
        return self.filter(Q(at__lt=last.at) | Q(at=last.at, pk__lt=last.pk))[:size]


def _is_uuid(text: str) -> bool:
    try:
        UUID(text)
    except ValueError:
        return False
    return True
