"""Changes of rights, put into words for the privacy officer, from the history that Postgres keeps."""

from dataclasses import dataclass
from datetime import date, datetime

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from accounts.models import Membership, Municipality, User
from accounts.roles import Role

WORDS: dict[str, str | Promise] = {
    "accept_invitation": _("confirmed the invitation"),
    "change_roles": _("roles changed"),
    "end_membership": _("membership ended"),
}
SHOWN = 200


@dataclass(frozen=True, kw_only=True)
class RightChange:
    """`by` is empty when it was done outside the application, in the database itself."""

    at: datetime
    whose: str
    what: str | Promise
    before: list[str]
    after: list[str]
    end_date: date | None
    reason: str
    by: str


def changes_in(municipality: Municipality) -> list[RightChange]:
    """The newest 200; two statements, whatever their number."""
    events = list(Membership.objects.of_municipality(municipality).changes_of_rights()[:SHOWN])
    people = User.objects.in_bulk({person for event in events if (person := (event.pgh_context or {}).get("person"))})
    return [
        RightChange(
            at=event.pgh_created_at,
            whose=event.pgh_obj.name,
            what=WORDS.get(str((event.pgh_context or {}).get("verb")), _("changed")),
            before=_names(municipality, event.roles_before),
            after=_names(municipality, event.roles),
            end_date=event.end_date,
            reason=event.exception_reason,
            by=people[person].name if (person := (event.pgh_context or {}).get("person")) in people else "",
        )
        for event in events
    ]


def _names(municipality: Municipality, roles: list[str] | None) -> list[str]:
    return [municipality.label_of(role) for role in Role if role in (roles or [])]
