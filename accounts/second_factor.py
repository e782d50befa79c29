"""Who needs a second factor, and whether this session had one. A passkey or the municipality's own sign-on counts."""

from allauth.account.authentication import get_authentication_records
from allauth.mfa.models import Authenticator

from accounts.http import UserRequest

SESSION_KEY = "second_factor_of"
STRONG = frozenset({"mfa", "socialaccount"})


def is_required(request: UserRequest) -> bool:
    """True for whoever holds, in any municipality, a role beyond key figure, and for whoever opens the administration."""
    if request.user.is_staff or request.user.is_superuser:
        return True
    return any(member.needs_second_factor for member in request.memberships)


def is_satisfied(request: UserRequest) -> bool:
    if request.session.get(SESSION_KEY) == request.user.pk:
        return True
    return any(record["method"] in STRONG for record in get_authentication_records(request, request.user))


def confirm(request: UserRequest) -> None:
    """This session has shown a second factor by another way than log-in: it was set up just now."""
    request.session[SESSION_KEY] = request.user.pk


def devices_of(request: UserRequest) -> int:
    """How many passkeys and authenticator apps this person has."""
    kinds = [Authenticator.Type.TOTP, Authenticator.Type.WEBAUTHN]
    return Authenticator.objects.filter(user=request.user, type__in=kinds).count()
