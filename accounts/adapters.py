"""Our rules inside django-allauth: nobody signs up, officials need a second factor, secrets are stored encrypted."""

import logging
from typing import TYPE_CHECKING, Any, ClassVar

from allauth.account.adapter import DefaultAccountAdapter
from allauth.account.authentication import get_authentication_records
from allauth.core.exceptions import ImmediateHttpResponse
from allauth.mfa.adapter import DefaultMFAAdapter
from allauth.mfa.models import Authenticator
from allauth.mfa.stages import AuthenticateStage
from allauth.socialaccount.adapter import DefaultSocialAccountAdapter
from django.conf import settings
from django.contrib import messages
from django.http import HttpRequest
from django.shortcuts import redirect, resolve_url
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from accounts import keys
from accounts.second_factor import needs_second_factor

if TYPE_CHECKING:
    from allauth.socialaccount.models import SocialLogin

logger = logging.getLogger(__name__)


class AccountAdapter(DefaultAccountAdapter):  # type: ignore[misc]  # allauth has no types
    error_messages: ClassVar[dict[str, Any]] = {
        **DefaultAccountAdapter.error_messages,
        "email_password_mismatch": gettext_lazy("This mail address and password do not belong together. Try again."),
        "too_many_login_attempts": gettext_lazy("Too many attempts. Wait five minutes and try again."),
        "incorrect_code": gettext_lazy("This code is not right. Look again, or ask for a new code."),
        "incorrect_password": gettext_lazy("This password is not right. Try again."),
    }

    def is_open_for_signup(self, request: HttpRequest) -> bool:  # noqa: ARG002  allauth's signature
        """Only an invitation makes an account."""
        return False

    def get_login_stages(self) -> list[str]:
        ours = "accounts.adapters.SecondFactorStage"
        return [ours if stage == "allauth.mfa.stages.AuthenticateStage" else stage for stage in super().get_login_stages()]

    def get_password_change_redirect_url(self, request: HttpRequest) -> str:  # noqa: ARG002  allauth's signature
        return resolve_url("accounts:account")

    def send_mail(self, template_prefix: str, email: str, context: dict[str, Any]) -> None:
        """At once and not through the outbox: a code is worth nothing later. Who asks can simply ask again."""
        try:
            super().send_mail(template_prefix, email, context)
        except OSError as problem:  # smtplib's errors are OSErrors as well
            # Without a trace of the exception: its text may hold the address.
            logger.error("mail_at_once_failed", extra={"template": template_prefix, "problem": type(problem).__name__})  # noqa: TRY400
            messages.error(self.request, _("The mail could not be sent. Try again in a few minutes."))


class SecondFactorStage(AuthenticateStage):  # type: ignore[misc]  # allauth has no types
    def handle(self) -> tuple[Any, bool]:
        """Not for who came by the municipality's own sign-on, and not for a key figure who left her passkey at home."""
        user = self.login.user
        records = get_authentication_records(self.request, user)
        by_sign_on = bool(records) and records[-1]["method"] == "socialaccount"
        has_app = Authenticator.objects.filter(user=user, type=Authenticator.Type.TOTP).exists()
        if by_sign_on or not (has_app or needs_second_factor(user)):
            return None, True
        response, go_on = super().handle()
        return response, go_on


class SecondFactorAdapter(DefaultMFAAdapter):  # type: ignore[misc]  # allauth has no types
    def encrypt(self, text: str) -> str:
        return keys.encrypt(text)

    def decrypt(self, encrypted_text: str) -> str:
        return keys.decrypt(encrypted_text)

    def get_public_key_credential_rp_entity(self) -> dict[str, str]:
        return {**super().get_public_key_credential_rp_entity(), "name": settings.MFA_TOTP_ISSUER}

    def get_public_key_credential_user_entity(self, user: Any) -> dict[str, Any]:  # noqa: ANN401  allauth's type is the base class
        return {**super().get_public_key_credential_user_entity(user), "display_name": user.name or user.email}

    def generate_authenticator_name(self, user: Any, type: Authenticator.Type) -> str:  # noqa: A002, ANN401  allauth's names
        number = user.authenticator_set.filter(type=type).count()
        return _("Passkey %(number)s") % {"number": number + 1} if number else _("My passkey")


class OfficialSignOnAdapter(DefaultSocialAccountAdapter):  # type: ignore[misc]  # allauth has no types
    """OpenID Connect of the municipality: for people who work here already, and never for making somebody."""

    def is_open_for_signup(self, request: HttpRequest, sociallogin: "SocialLogin") -> bool:  # noqa: ARG002  allauth's signature
        return False

    def populate_user(self, request: HttpRequest, sociallogin: "SocialLogin", data: dict[str, Any]) -> Any:  # noqa: ANN401  allauth's type
        """Keep only who it is: what else the provider tells about her is not ours to store."""
        sociallogin.account.extra_data = {}
        return super().populate_user(request, sociallogin, data)

    def pre_social_login(self, request: HttpRequest, sociallogin: "SocialLogin") -> None:
        if sociallogin.is_existing and needs_second_factor(sociallogin.user):
            return
        messages.error(request, _("With this account you cannot log in here. Ask your administrator for an invitation."))
        raise ImmediateHttpResponse(redirect("account_login"))
