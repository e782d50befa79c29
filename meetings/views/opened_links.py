"""Links of a mail that this browser opened: remembered in its session, so that the signature leaves the address bar.

A link counts as long as the row still has the number that it was signed with: a newer link, or "this is not me", ends it.
"""

from dataclasses import dataclass
from typing import Protocol
from uuid import UUID

from django.http import HttpRequest

MOST = 20


class Linked(Protocol):
    uuid: UUID
    link_number: int


@dataclass(frozen=True)
class OpenedLinks:
    """Of one kind; `key` names it in the session. Of more than MOST the oldest is forgotten."""

    key: str

    def remember(self, request: HttpRequest, row: Linked) -> None:
        opened: dict[str, int] = request.session.get(self.key, {})
        opened.pop(str(row.uuid), None)
        request.session[self.key] = dict([*opened.items(), (str(row.uuid), row.link_number)][-MOST:])

    def filters(self, request: HttpRequest, uuid: UUID) -> dict[str, object] | None:
        """What finds the row whose link was opened, if that link still counts; None when it was not opened here."""
        number = request.session.get(self.key, {}).get(str(uuid))
        return None if number is None else {"uuid": uuid, "link_number": number, "link_stopped_at": None}
