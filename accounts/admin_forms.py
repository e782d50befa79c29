"""Input in the administration."""

import re
from datetime import date
from typing import TYPE_CHECKING, Any, ClassVar

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from accounts import colours, deputies, logos
from accounts.models import COLOUR, Absence, Membership, Municipality, User
from accounts.roles import Role, excluded_pair

if TYPE_CHECKING:
    ModelForm = forms.ModelForm[Any]
else:
    ModelForm = forms.ModelForm

COLOURS = ("brand", "brand_dark", "mist", "mist_strong", "honey")


# One field per role, for the municipality's own word. Declared, because the administration shows declared fields only.
LABELS = {f"label_{role.value}": role for role in Role}
RoleLabels: Any = type(
    "RoleLabels",
    (forms.Form,),
    {name: forms.CharField(label=role.label, required=False, max_length=60) for name, role in LABELS.items()},
)


class MunicipalityForm(RoleLabels, ModelForm):  # type: ignore[misc]  # made above, one field per role
    """A municipality's words, numbers, hours and colours. Colours in which text cannot be read are refused."""

    new_logo = forms.FileField(
        label=_("New logo"),
        required=False,
        help_text=_("A PNG picture of at most 500 KB. It is made smaller."),
        widget=forms.FileInput(attrs={"accept": "image/png"}),
    )
    remove_logo = forms.BooleanField(label=_("Remove the logo"), required=False)

    class Meta:
        model = Municipality
        exclude = ("role_labels", "logo_digest")
        widgets: ClassVar[dict[str, forms.Widget]] = {name: forms.TextInput(attrs={"size": 9}) for name in COLOURS}

    def __init__(self, *args: Any, **kwargs: Any) -> None:  # noqa: ANN401  passed on
        super().__init__(*args, **kwargs)
        for name, role in LABELS.items():
            self.initial[name] = self.instance.role_labels.get(role.value, "")

    def clean_new_logo(self) -> bytes | None:
        upload = self.cleaned_data.get("new_logo")
        if upload is None:
            return None
        try:
            return logos.png_of(upload, upload.size)
        except logos.NotALogo as problem:
            raise ValidationError(str(problem), code="logo") from problem

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or self.cleaned_data
        self._check_colours(cleaned)
        self.instance.role_labels = {role.value: label for name, role in LABELS.items() if (label := cleaned.get(name))}
        return cleaned

    def _check_colours(self, cleaned: dict[str, Any]) -> None:
        chosen = {name: str(cleaned.get(name, "")).lower() for name in COLOURS}
        cleaned.update(chosen)
        wrong = [name for name, colour in chosen.items() if not re.match(COLOUR, colour)]
        for name in wrong:
            self.add_error(name, _("Write a colour as # and six digits or letters, for example #0d5c69."))
        for name, problem in ({} if wrong else colours.unreadable(chosen)).items():
            self.add_error(name, str(problem))


class MembershipForm(ModelForm):
    today: date
    roles = forms.MultipleChoiceField(label=_("Roles"), choices=Role.choices, widget=forms.CheckboxSelectMultiple)

    class Meta:
        model = Membership
        fields = ("roles", "exception_reason", "end_date")

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or self.cleaned_data
        if excluded_pair(cleaned.get("roles", [])) and not cleaned.get("exception_reason"):
            self.add_error("exception_reason", _("These roles exclude each other. Write down why this person has both."))
        was = self.initial.get("end_date")
        if was and was <= self.today and cleaned.get("end_date") != was:
            self.add_error("end_date", _("This membership is over. Invite this person again."))
        return cleaned


class AbsenceForm(ModelForm):
    class Meta:
        model = Absence
        fields = ("member", "first_date", "last_date", "deputy")

    def __init__(self, *args: Any, **kwargs: Any) -> None:  # noqa: ANN401  passed on
        super().__init__(*args, **kwargs)
        for name in ("member", "deputy"):
            if name in self.fields:
                self.fields[name].label_from_instance = lambda member: f"{member.name}, {member.municipality.name}"  # type: ignore[attr-defined]
                self.fields[name].queryset = self.fields[name].queryset.select_related("user", "municipality")  # type: ignore[attr-defined]

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or self.cleaned_data
        member, deputy, first, last = (cleaned.get(name) for name in ("member", "deputy", "first_date", "last_date"))
        if not (member and deputy and first and last):
            return cleaned
        if last < first:
            self.add_error("last_date", _("The last day comes before the first. Choose a later day."))
        elif deputy not in deputies.candidates(member, on=first):
            self.add_error("deputy", _("This colleague cannot stand in: she may do less, or does not work here then."))
        elif member.absences.exclude(pk=self.instance.pk).filter(first_date__lte=last, last_date__gte=first).exists():
            self.add_error("first_date", _("One of these days is in another absence already."))
        return cleaned


class UserForm(ModelForm):
    class Meta:
        model = User
        fields = ("name", "email", "language", "is_active", "is_superuser")

    def clean_email(self) -> str:
        email: str = self.cleaned_data["email"].lower()
        if User.objects.filter(email=email).exclude(pk=self.instance.pk).exists():
            raise ValidationError(_("Somebody else has this mail address."), code="taken")
        return email
