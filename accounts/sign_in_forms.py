"""django-allauth's forms with our rules about who may use which way in."""

from typing import TYPE_CHECKING

from allauth.account import forms as allauth_forms
from allauth.mfa.webauthn import forms as webauthn_forms
from django import forms
from django.utils.translation import gettext_lazy as _

from accounts.second_factor import needs_second_factor

if TYPE_CHECKING:
    from accounts.models import User


class RequestLoginCodeForm(allauth_forms.RequestLoginCodeForm):  # type: ignore[misc]  # allauth has no types
    """A code by mail is one factor: it is not for officials. They get a mail that says so, the page is the same."""

    _user: "User | None"

    def __init__(self, *args: object, **kwargs: object) -> None:
        super().__init__(*args, **kwargs)
        self.fields["email"].label = _("Your mail address")

    def clean_email(self) -> str:
        email: str = super().clean_email()
        if self._user is not None and needs_second_factor(self._user):
            self._user = None
        return email


class ResetPasswordForm(allauth_forms.ResetPasswordForm):  # type: ignore[misc]  # allauth has no types
    """Only who logs in with a password can get a new one: key figures have a passkey or a code."""

    users: "list[User]"

    def __init__(self, *args: object, **kwargs: object) -> None:
        super().__init__(*args, **kwargs)
        self.fields["email"].label = _("Your mail address")

    def clean_email(self) -> str:
        email: str = super().clean_email()
        self.users = [user for user in self.users if needs_second_factor(user)]
        return email


class LoginForm(allauth_forms.LoginForm):  # type: ignore[misc]  # allauth has no types
    def __init__(self, *args: object, **kwargs: object) -> None:
        super().__init__(*args, **kwargs)
        self.fields["login"].label = _("Your mail address")
        self.fields["password"].help_text = ""
        for field in self.fields.values():
            field.widget.attrs.pop("placeholder", None)


class AddPasskeyForm(webauthn_forms.AddWebAuthnForm):  # type: ignore[misc]  # allauth has no types
    """Always a real passkey: it works alone, behind fingerprint, face or PIN, and so it is two factors in one."""

    def __init__(self, *args: object, **kwargs: object) -> None:
        super().__init__(*args, **kwargs)
        self.fields["name"].label = _("Name of this passkey")
        self.fields["name"].help_text = _("So that you know later which device it is on.")
        self.fields["passwordless"].initial = True
        self.fields["passwordless"].widget = forms.CheckboxInput(attrs={"hidden": True})
