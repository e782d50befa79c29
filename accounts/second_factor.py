"""Who needs a second factor, and whether this session had one. A passkey or the municipality's own sign-on counts."""

from allauth.account.authentication import get_authentication_records
from allauth.account.internal.flows.login import record_authentication  # no public name; versions are pinned by hash
from allauth.mfa.models import Authenticator
from django.utils import timezone

from accounts.http import UserRequest
from accounts.models import Membership, User

SESSION_KEY = "second_factor_of"
STRONG = frozenset({"mfa", "socialaccount"})


def is_required(request: UserRequest) -> bool:
    """True for whoever holds, in any municipality, a role beyond key figure, and for whoever opens the administration."""
    if request.user.is_staff or request.user.is_superuser:
        return True
    return any(member.needs_second_factor for member in request.memberships)


def needs_second_factor(user: User) -> bool:
    """The same before log-in, when there is no request of hers yet: one query."""
    memberships = Membership.objects.filter(user=user).active_on(timezone.localdate())
    return user.is_staff or user.is_superuser or any(member.needs_second_factor for member in memberships)


def is_satisfied(request: UserRequest) -> bool:
    if request.session.get(SESSION_KEY) == request.user.pk:
        return True
    return any(record["method"] in STRONG for record in get_authentication_records(request, request.user))


def confirm(request: UserRequest) -> None:
    """This session has shown a second factor by another way than log-in: it was set up just now."""
    request.session[SESSION_KEY] = request.user.pk


def remember_fresh(request: UserRequest, method: str) -> None:
    """She showed this a moment ago, so the next sensitive page need not ask for it again."""
    record_authentication(request, request.user, method, reauthenticated=True)


def devices_of(request: UserRequest) -> int:
    """How many passkeys and authenticator apps this person has."""
    kinds = [Authenticator.Type.TOTP, Authenticator.Type.WEBAUTHN]
    return int(Authenticator.objects.filter(user=request.user, type__in=kinds).count())
