"""The request behind log-in: its user and its member are real."""

from collections.abc import Sequence

from django.http import HttpRequest

from accounts.models import Membership, Municipality, User


class UserRequest(HttpRequest):
    """A request of somebody who logged in; `member` is None where she works in no municipality (any more)."""

    user: User
    memberships: Sequence[Membership]
    member: Membership | None
    municipality: Municipality | None


class MemberRequest(UserRequest):
    """A request of somebody who works in a municipality: views decorated with `member_required` get this."""

    member: Membership
    municipality: Municipality
