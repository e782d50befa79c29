"""Who is logged in, and what she is where: one prepared question, because every page begins with it."""

from allauth.account.auth_backends import AuthenticationBackend
from django.utils import timezone

from accounts.models import Membership, User
from accounts.prepared import Given, Prepared

_with_key: Prepared[User] = Prepared(lambda: User.objects.filter(pk=Given("key")))
_memberships_of: Prepared[Membership] = Prepared(
    lambda: Membership.objects.filter(user_id=Given("key")).active_on(Given("day")).select_related("user", "municipality").order_by("municipality__name", "pk"),
)


class Backend(AuthenticationBackend):  # type: ignore[misc]  # allauth has no types
    """allauth's, by address and password; people come out of the session together with their memberships of today."""

    def get_user(self, user_id: int | str) -> User | None:
        members = _memberships_of(key=int(user_id), day=timezone.localdate())
        if not members:
            user = next(iter(_with_key(key=int(user_id))), None)
            return user if user is not None and self.user_can_authenticate(user) else None
        person = members[0].user
        for member in members:
            member.user = person
        person.memberships_today = members
        return person if self.user_can_authenticate(person) else None
