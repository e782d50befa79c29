"""What a key figure tells about herself: every question may stay empty."""

from datetime import date, timedelta
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from keyfigures.catalogue import AgeBand, Channel, Formality, KnownBefore, ProfileType
from keyfigures.models.figure import KeyFigure
from keyfigures.models.settings import Area, NetworkRole, NetworkSettings
from ui.hints import HintsForm
from ui.inputs import DayField, LineField, LinesField

LANGUAGES = 6  # at the most; a list of everything she speaks is not needed
SKIP = _("I would rather not say")
CHOOSE = {"invalid_choice": _("Choose one of the list.")}


def _one(choices: Any, label: Any, **more: Any) -> forms.ChoiceField:  # noqa: ANN401  choices and words of Django
    return forms.ChoiceField(choices=[*choices, ("", SKIP)], label=label, required=False, widget=forms.RadioSelect, error_messages=CHOOSE, **more)


def _some(choices: Any, label: Any, **more: Any) -> forms.MultipleChoiceField:  # noqa: ANN401  choices and words of Django
    return forms.MultipleChoiceField(choices=choices, label=label, required=False, widget=forms.CheckboxSelectMultiple, error_messages=CHOOSE, **more)


class ProfileForm(HintsForm):
    """In the order of the page: reaching her, what she wants to do, what helps to see who is still missing, her own words."""

    hinted_fields = ("good_times", "not_times", "offered_languages", "own_words")

    channel = _one(Channel.choices, _("How do we reach you best?"))
    good_times = LineField(length=120, required=False, label=_("When is a good time?"), help_text=_("For example: on working days after 18.00."))
    not_times = LineField(length=120, required=False, label=_("When should we not call?"), help_text=_("For example: on Wednesday. You need not say why."))
    network_roles = _some((), _("What do you want to do?"), help_text=_("You choose. No role is fine too. What you leave out has no consequence for you."))
    areas = forms.ModelMultipleChoiceField(
        Area.objects.none(), to_field_name="uuid", label=_("Where are you active?"), help_text=_("A part of the municipality. Never an address."),
        required=False, widget=forms.CheckboxSelectMultiple, error_messages=CHOOSE,
    )
    profile_types = _some(ProfileType.choices, _("What kind of person are you in the network?"), help_text=_("More than one is possible."))
    formality = _one(Formality.choices, _("Do you have a function in your circle?"))
    known_before = _one(KnownBefore.choices, _("Did the municipality know you already?"))
    age_band = _one(AgeBand.choices, _("How old are you?"))
    offered_languages = LineField(
        length=120, required=False, label=_("In which languages do you offer to help?"),
        help_text=_("With commas between them. They stand on your own page only."),
    )
    own_words = LinesField(
        length=1000, rows=5, required=False, label=_("Do you want to tell something about your networks?"),
        help_text=_("In your own words, about places and activities. Do not write about other people. You can erase it with one click."),
    )

    def __init__(self, *args: Any, figure: KeyFigure, **kwargs: Any) -> None:  # noqa: ANN401  passed on
        super().__init__(*args, **{**kwargs, "initial": told_by(figure)})
        names = NetworkRole.objects.names_of(figure.municipality)
        hidden = NetworkSettings.objects.of(figure.municipality).hidden_roles
        closed = NetworkRole.objects.closed_in(figure.municipality, hidden=hidden) - set(figure.network_roles)
        roles, areas = self.fields["network_roles"], self.fields["areas"]
        roles.choices = [(code, name) for code, name in names.items() if code not in closed]  # type: ignore[attr-defined]  # a field with choices
        for field in self.fields.values():
            field.may_stay_empty = False  # type: ignore[attr-defined]  # the page says it once, of all of them
        # What she chose earlier stays hers to keep or to take out, also when nobody can newly choose it.
        areas.queryset = (Area.objects.in_use_by(figure.municipality) | figure.areas.all()).distinct()  # type: ignore[attr-defined]

    def clean_known_before(self) -> bool | None:
        value = self.cleaned_data["known_before"]
        return None if not value else value == KnownBefore.KNOWN

    def clean_offered_languages(self) -> list[str]:
        names = [" ".join(name.split()) for name in self.cleaned_data["offered_languages"].split(",")]
        languages = list(dict.fromkeys(name for name in names if name))
        if len(languages) > LANGUAGES or any(len(name) > 20 for name in languages):  # noqa: PLR2004  as the column
            raise ValidationError(_("Write at most six languages, with commas between them."), code="languages")
        return languages


def told_by(figure: KeyFigure) -> dict[str, Any]:
    """What she told before, as the form shows it."""
    known = {True: KnownBefore.KNOWN.value, False: KnownBefore.NEW.value, None: ""}[figure.known_before]
    as_kept = ("channel", "good_times", "not_times", "network_roles", "profile_types", "formality", "age_band", "own_words")
    told = {name: getattr(figure, name) for name in as_kept}
    areas = [str(uuid) for uuid in figure.areas.values_list("uuid", flat=True)]
    return {**told, "known_before": known, "areas": areas, "offered_languages": ", ".join(figure.offered_languages)}


class PlanForm(forms.Form):
    """The two things that the coordinator fills in."""

    expected_end = DayField(label=_("When does she expect to stop?"), required=False)
    contact_weeks = forms.IntegerField(
        label=_("How many weeks between two contacts?"), required=False, min_value=1, max_value=52, widget=forms.NumberInput(attrs={"inputmode": "numeric"}),
        error_messages={"invalid": _("Write a number of weeks, for example 6.")},
    )

    def __init__(self, *args: Any, figure: KeyFigure, today: date, **kwargs: Any) -> None:  # noqa: ANN401  passed on
        super().__init__(*args, **{**kwargs, "initial": {"expected_end": figure.expected_end, "contact_weeks": figure.contact_weeks}})
        weeks = NetworkSettings.objects.of(figure.municipality).contact_weeks
        self.fields["contact_weeks"].help_text = _("Empty means: every %(weeks)d weeks, as for everybody.") % {"weeks": weeks}
        day: Any = self.fields["expected_end"]
        # A day that was written down and has passed may stay while something else is changed.
        first = min(figure.joined_on or today, today)
        day.between(first, today + timedelta(days=3653))
