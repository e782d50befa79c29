"""What a functional administrator decides about initiatives: the questions of the community that they can answer. Ideas are never in the administration."""

from typing import TYPE_CHECKING, Any, ClassVar

from django import forms
from django.contrib import admin
from django.utils.translation import gettext_lazy as _

from initiatives.kinds import ShippedQuestion
from initiatives.models.question import CommunityQuestion, InitiativeSettings
from keyfigures.admin import OneSettingsAdmin, OwnWordAdmin, OwnWordForm

if TYPE_CHECKING:
    ModelForm = forms.ModelForm[Any]
else:
    ModelForm = forms.ModelForm


class SettingsForm(ModelForm):
    hidden_questions = forms.MultipleChoiceField(
        choices=ShippedQuestion.choices, label=_("Questions of ours that are not used here"), required=False, widget=forms.CheckboxSelectMultiple,
        help_text=_("An initiative that answers such a question keeps it."),
    )

    class Meta:
        model = InitiativeSettings
        exclude: ClassVar[list[str]] = []


class CommunityQuestionForm(OwnWordForm):
    shipped = ShippedQuestion

    class Meta:
        model = CommunityQuestion
        exclude: ClassVar[list[str]] = []


@admin.register(InitiativeSettings)
class InitiativeSettingsAdmin(OneSettingsAdmin):
    form = SettingsForm


@admin.register(CommunityQuestion)
class CommunityQuestionAdmin(OwnWordAdmin):
    form = CommunityQuestionForm
