"""django-allauth's forms with our words, and our rules about who may use which way in."""

from typing import TYPE_CHECKING, Any, ClassVar

from allauth.account import forms as account_forms
from allauth.mfa.base import forms as second_step_forms
from allauth.mfa.totp import forms as totp_forms
from allauth.mfa.webauthn import forms as webauthn_forms
from django import forms
from django.utils.translation import gettext_lazy as _

from accounts.second_factor import needs_second_factor

if TYPE_CHECKING:
    from accounts.models import User

CODE = {"inputmode": "numeric", "autocomplete": "one-time-code"}


class OurWords(forms.Form):
    """Labels of ours instead of the library's, and no placeholders: they vanish when one types."""

    labels: ClassVar[dict[str, Any]] = {}

    def __init__(self, *args: Any, **kwargs: Any) -> None:  # noqa: ANN401  passed on
        super().__init__(*args, **kwargs)
        for name, label in self.labels.items():
            if name in self.fields:
                self.fields[name].label = label
        for name, field in self.fields.items():
            field.widget.attrs.pop("placeholder", None)
            if "password" in name:
                field.help_text = ""
            if name == "code":
                field.widget.attrs.update(CODE)


class LoginForm(OurWords, account_forms.LoginForm):  # type: ignore[misc]  # allauth has no types
    labels = {"login": _("Your mail address"), "password": _("Your password")}


class RequestLoginCodeForm(OurWords, account_forms.RequestLoginCodeForm):  # type: ignore[misc]  # allauth has no types
    """A code by mail is one factor: it is not for officials. They get a mail that says so, the page is the same."""

    labels = {"email": _("Your mail address")}
    _user: "User | None"

    def clean_email(self) -> str:
        email: str = super().clean_email()
        if self._user is not None and needs_second_factor(self._user):
            self._user = None
        return email


class ConfirmLoginCodeForm(OurWords, account_forms.ConfirmLoginCodeForm):  # type: ignore[misc]  # allauth has no types
    labels = {"code": _("Code from the mail")}


class ResetPasswordForm(OurWords, account_forms.ResetPasswordForm):  # type: ignore[misc]  # allauth has no types
    """Only who logs in with a password can get a new one: key figures have a passkey or a code."""

    labels = {"email": _("Your mail address")}
    users: "list[User]"

    def clean_email(self) -> str:
        email: str = super().clean_email()
        self.users = [user for user in self.users if needs_second_factor(user)]
        return email


class NewPasswordWords(OurWords):
    labels = {
        "oldpassword": _("Your password until now"),
        "password1": _("New password"),
        "password2": _("The new password once more"),
    }


class ResetPasswordKeyForm(NewPasswordWords, account_forms.ResetPasswordKeyForm):  # type: ignore[misc]  # allauth has no types
    pass


class ChangePasswordForm(NewPasswordWords, account_forms.ChangePasswordForm):  # type: ignore[misc]  # allauth has no types
    pass


class SetPasswordForm(NewPasswordWords, account_forms.SetPasswordForm):  # type: ignore[misc]  # allauth has no types
    pass


class ReauthenticateForm(OurWords, account_forms.ReauthenticateForm):  # type: ignore[misc]  # allauth has no types
    labels = {"password": _("Your password")}


class SecondStepForm(OurWords, second_step_forms.AuthenticateForm):  # type: ignore[misc]  # allauth has no types
    labels = {"code": _("Code")}


class SecondStepAgainForm(OurWords, second_step_forms.ReauthenticateForm):  # type: ignore[misc]  # allauth has no types
    labels = {"code": _("Code")}


class ActivateAppForm(OurWords, totp_forms.ActivateTOTPForm):  # type: ignore[misc]  # allauth has no types
    labels = {"code": _("Code from the app")}


class AddPasskeyForm(OurWords, webauthn_forms.AddWebAuthnForm):  # type: ignore[misc]  # allauth has no types
    """Always a real passkey: it works alone, behind fingerprint, face or PIN, and so it is two factors in one."""

    labels = {"name": _("Name of this passkey")}

    def __init__(self, *args: Any, **kwargs: Any) -> None:  # noqa: ANN401  passed on
        super().__init__(*args, **kwargs)
        self.fields["name"].help_text = _("So that you know later which device it is on.")
        self.fields["passwordless"].initial = True
        self.fields["passwordless"].widget = forms.CheckboxInput(attrs={"hidden": True})


class RenamePasskeyForm(OurWords, webauthn_forms.EditWebAuthnForm):  # type: ignore[misc]  # allauth has no types
    labels = {"name": _("Name of this passkey")}
