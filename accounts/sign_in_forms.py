"""django-allauth's forms with our rules about who may use which way in."""

from allauth.account import forms as allauth_forms
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from accounts.models import Membership, User


def needs_second_factor(user: User) -> bool:
    """As second_factor.is_required, before log-in: one query."""
    memberships = Membership.objects.filter(user=user).active_on(timezone.localdate())
    return user.is_staff or user.is_superuser or any(member.needs_second_factor for member in memberships)


class RequestLoginCodeForm(allauth_forms.RequestLoginCodeForm):
    """A code by mail is one factor: it is not for officials. They get a mail that says so, the page is the same."""

    def __init__(self, *args: object, **kwargs: object) -> None:
        super().__init__(*args, **kwargs)
        self.fields["email"].label = _("Your mail address")

    def clean_email(self) -> str:
        email: str = super().clean_email()
        if self._user is not None and needs_second_factor(self._user):
            self._user = None
        return email


class ResetPasswordForm(allauth_forms.ResetPasswordForm):
    """Only who logs in with a password can get a new one: key figures have a passkey or a code."""

    def __init__(self, *args: object, **kwargs: object) -> None:
        super().__init__(*args, **kwargs)
        self.fields["email"].label = _("Your mail address")

    def clean_email(self) -> str:
        email: str = super().clean_email()
        self.users = [user for user in self.users if needs_second_factor(user)]
        return email


class LoginForm(allauth_forms.LoginForm):
    def __init__(self, *args: object, **kwargs: object) -> None:
        super().__init__(*args, **kwargs)
        self.fields["login"].label = _("Your mail address")
        self.fields["password"].help_text = ""
        for field in self.fields.values():
            field.widget.attrs.pop("placeholder", None)
