"""Input about people: forms check and clean, actions write."""

import unicodedata
from datetime import date
from typing import TYPE_CHECKING, Any

from django import forms
from django.contrib.auth import password_validation
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from accounts import deputies
from accounts.models import LANGUAGES, Invitation, Membership, Municipality, User
from accounts.roles import Role, excluded_pair, needs_second_factor
from ui.inputs import PhoneField


class NameField(forms.CharField):
    """What somebody wants to be called: one line, no control characters, any script."""

    def __init__(self, **kwargs: Any) -> None:  # noqa: ANN401  passed on
        super().__init__(max_length=200, **{"widget": forms.TextInput(attrs={"autocomplete": "name"}), **kwargs})

    def clean(self, value: Any) -> str:  # noqa: ANN401  Django's signature
        name = unicodedata.normalize("NFC", super().clean(value))
        if any(unicodedata.category(sign) in {"Cc", "Cf"} for sign in name):
            raise ValidationError(_("Write the name with letters only."), code="control")
        return " ".join(name.split())


class DateField(forms.DateField):
    def __init__(self, **kwargs: Any) -> None:  # noqa: ANN401  passed on
        super().__init__(widget=forms.DateInput(format="%Y-%m-%d", attrs={"type": "date"}), **{"error_messages": {"required": _("Choose a day.")}, **kwargs})


class MemberField(forms.ModelChoiceField):  # type: ignore[type-arg]  # Django takes no type there
    """Somebody of this municipality, by her name; the public id travels, never the row number."""

    def __init__(self, **kwargs: Any) -> None:  # noqa: ANN401  passed on
        super().__init__(
            Membership.objects.none(), to_field_name="uuid", error_messages={"invalid_choice": _("Choose somebody from the list.")}, **kwargs,
        )

    def label_from_instance(self, obj: Membership) -> str:
        return obj.name


class RoleField(forms.MultipleChoiceField):
    """Check boxes with the municipality's own words."""

    def __init__(self, *, municipality: Municipality, roles: list[Role], **kwargs: Any) -> None:  # noqa: ANN401  passed on
        choices = [(role.value, municipality.label_of(role)) for role in roles]
        super().__init__(choices=choices, widget=forms.CheckboxSelectMultiple, label=_("Roles"), **kwargs)


class ExceptionReasonMixin(forms.Form):
    """Roles that exclude each other are possible only with a reason."""

    def clean(self) -> dict[str, Any] | None:
        cleaned = super().clean() or self.cleaned_data
        if excluded_pair(cleaned.get("roles", [])) and not cleaned.get("exception_reason"):
            self.add_error("exception_reason", _("These roles exclude each other. Write down why this person has both."))
        return cleaned


class AccountForm(forms.Form):
    name = NameField(label=_("Your name, as others read it"))
    phone = PhoneField(label=_("Phone"), required=False)
    language = forms.ChoiceField(label=_("Language of your mails"), choices=LANGUAGES)

    def __init__(self, *args: Any, user: User, member: Membership | None, **kwargs: Any) -> None:  # noqa: ANN401  passed on
        initial = {"name": user.name, "language": user.language, "phone": member.phone if member else ""}
        super().__init__(*args, **{**kwargs, "initial": initial})
        if member is None:
            del self.fields["phone"]


class InvitationForm(ExceptionReasonMixin):
    email = forms.EmailField(label=_("Mail address"), widget=forms.EmailInput(attrs={"autocomplete": "off"}))
    name = NameField(label=_("Name"), required=False, help_text=_("The invited person can change it."))

    def __init__(self, *args: Any, member: Membership, **kwargs: Any) -> None:  # noqa: ANN401  passed on
        super().__init__(*args, **kwargs)
        if not member.may("accounts.invite"):
            self.only_roles: list[str] | None = [Role.CANDIDATE]
            return
        self.only_roles = None
        self.fields["roles"] = RoleField(municipality=member.municipality, roles=list(Role))
        self.fields["exception_reason"] = _reason_field()

    def clean(self) -> dict[str, Any] | None:
        cleaned = super().clean() or self.cleaned_data
        if self.only_roles is not None:
            cleaned["roles"] = self.only_roles
        return cleaned


class RolesForm(ExceptionReasonMixin):
    def __init__(self, *args: Any, member: Membership, **kwargs: Any) -> None:  # noqa: ANN401  passed on
        initial = {"roles": member.roles, "exception_reason": member.exception_reason}
        super().__init__(*args, **{**kwargs, "initial": initial})
        self.fields["roles"] = RoleField(municipality=member.municipality, roles=list(Role))
        self.fields["exception_reason"] = _reason_field()


class EndForm(forms.Form):
    on = DateField(label=_("First day on which this person does not work here any more"))


WAYS_IN = (
    ("passkey", _("With a passkey: fingerprint, face or PIN of my device")),
    ("password", _("With a password and an app")),
)


class AcceptForm(forms.Form):
    """Her confirmation. Officials choose a password, or a passkey in the next step."""

    name = NameField(label=_("Your name, as others read it"))

    def __init__(self, *args: Any, invitation: Invitation, person: User | None, **kwargs: Any) -> None:  # noqa: ANN401  passed on
        super().__init__(*args, **{**kwargs, "initial": {"name": invitation.name}})
        if person is not None:
            del self.fields["name"]
        self.asks_password = person is None and needs_second_factor(invitation.roles)
        if self.asks_password:
            self.fields["way_in"] = forms.ChoiceField(
                label=_("How do you want to log in?"),
                choices=WAYS_IN,
                widget=forms.RadioSelect,
                initial="passkey",
            )
            self.fields["password"] = forms.CharField(
                label=_("Password"),
                required=False,
                strip=False,
                help_text=_("Only if you choose a password. At least 12 characters; three words together are easy to remember."),
                widget=forms.PasswordInput(attrs={"autocomplete": "new-password"}),
            )

    def clean(self) -> dict[str, Any] | None:
        cleaned = super().clean() or self.cleaned_data
        if self.asks_password and cleaned.get("way_in") == "password":
            try:
                password_validation.validate_password(cleaned.get("password") or "")
            except ValidationError as problem:
                self.add_error("password", problem)
        return cleaned

    def chosen(self) -> dict[str, Any]:
        """What the action needs: a name and, where she chose one, a password."""
        wants_password = self.cleaned_data.get("way_in") == "password"
        return {"name": self.cleaned_data.get("name", ""), "password": self.cleaned_data["password"] if wants_password else None}


if TYPE_CHECKING:
    MemberChoiceField = forms.ModelChoiceField[Membership]
else:
    MemberChoiceField = forms.ModelChoiceField


class DeputyChoice(MemberChoiceField):
    def __init__(self, *, member: Membership, today: date, **kwargs: Any) -> None:  # noqa: ANN401  passed on
        fit = [other.pk for other in deputies.candidates(member, on=today)]
        colleagues = Membership.objects.filter(pk__in=fit).select_related("user").order_by("user__name", "pk")
        super().__init__(colleagues, to_field_name="uuid", error_messages={"required": _("Choose somebody from the list.")}, **kwargs)

    def label_from_instance(self, obj: Membership) -> str:
        return obj.name


class AbsenceForm(forms.Form):
    first_date = DateField(label=_("First day away"))
    last_date = DateField(label=_("Last day away"))

    def __init__(self, *args: Any, member: Membership, today: date, **kwargs: Any) -> None:  # noqa: ANN401  passed on
        super().__init__(*args, **kwargs)
        self.today = today
        self.fields["deputy"] = DeputyChoice(
            member=member,
            today=today,
            label=_("Who gets your new messages?"),
            empty_label=_("Choose a colleague"),
        )

    def clean(self) -> dict[str, Any] | None:
        cleaned = super().clean() or self.cleaned_data
        first, last = cleaned.get("first_date"), cleaned.get("last_date")
        if first and last and last < first:
            self.add_error("last_date", _("The last day comes before the first. Choose a later day."))
        if last and last < self.today:
            self.add_error("last_date", _("This day is over. Choose today or a later day."))
        return cleaned


class DeputyForm(forms.Form):
    def __init__(self, *args: Any, member: Membership, today: date, **kwargs: Any) -> None:  # noqa: ANN401  passed on
        initial = {"deputy": member.deputy.uuid if member.deputy else None}
        super().__init__(*args, **{"auto_id": "id_fixed_%s", **kwargs, "initial": initial})  # its page asks for the deputy of an absence too
        self.fields["deputy"] = DeputyChoice(
            member=member,
            today=today,
            required=False,
            label=_("Your fixed deputy"),
            empty_label=_("Nobody"),
        )


def _reason_field() -> forms.CharField:
    return forms.CharField(
        label=_("Reason for roles that exclude each other"),
        required=False,
        max_length=300,
        help_text=_("Only for coordinator and reporting point together. The privacy officer reads it."),
    )
