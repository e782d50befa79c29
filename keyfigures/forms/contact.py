"""Writing down a contact: choices and days only. There is no field for a word about anybody."""

from collections.abc import Sequence
from datetime import date, timedelta
from typing import Any
from uuid import UUID

from django import forms
from django.utils.translation import gettext_lazy as _

from accounts.models import Membership
from keyfigures.actions.contact import LONGEST_AGO
from keyfigures.catalogue import Theme
from keyfigures.forms.submissions import SubmissionField
from keyfigures.models.contact import How, NextStep, Occasion, Topic
from ui.inputs import DayField

LONGEST_AHEAD = timedelta(days=365)


class ShortChoice(forms.ChoiceField):
    """A few choices beside each other, one of which is made beforehand: a tap less."""

    def __init__(self, *, choices: Sequence[tuple[str, Any]], **kwargs: Any) -> None:  # noqa: ANN401  passed on
        super().__init__(choices=choices, widget=forms.RadioSelect, **kwargs)
        self.is_short = True


class HeldContact(forms.Form):
    """What both sides can write down."""

    how = ShortChoice(label=_("How?"), choices=How.choices, initial=How.CALL)
    occasion = ShortChoice(label=_("Was something the matter?"), choices=Occasion.choices, initial=Occasion.QUIET)
    topic = ShortChoice(label=_("About what?"), choices=Topic.choices, initial=Topic.CATCHING_UP)
    on = DayField(label=_("On which day?"))
    submission = SubmissionField()

    def __init__(self, *args: Any, today: date, **kwargs: Any) -> None:  # noqa: ANN401  passed on
        super().__init__(*args, **{**kwargs, "initial": {"on": today, **kwargs.get("initial", {})}})
        on = self.fields["on"]
        if isinstance(on, DayField):
            on.between(today - LONGEST_AGO, today)


class ContactForm(HeldContact):
    """For an official: with what was agreed, and what was agreed before and is done now."""

    theme = forms.ChoiceField(label=_("Theme"), choices=Theme.choices, initial=Theme.NONE)
    next_step = forms.ChoiceField(label=_("What did you agree?"), choices=[("", _("Nothing special")), *NextStep.choices], required=False)
    next_on = DayField(label=_("By which day?"), required=False)

    def __init__(self, *args: Any, today: date, agreed: Sequence[tuple[UUID, str]] = (), **kwargs: Any) -> None:  # noqa: ANN401  passed on
        super().__init__(*args, today=today, **{**kwargs, "initial": {"next_on": today + timedelta(days=7), **kwargs.get("initial", {})}})
        self.fields["next_step"].may_stay_empty = self.fields["next_on"].may_stay_empty = False  # type: ignore[attr-defined]  # read by the template
        if agreed:
            choices = [(str(uuid), words) for uuid, words in agreed]
            self.fields["done"] = forms.MultipleChoiceField(
                label=_("What is done now?"), choices=choices, required=False, widget=forms.CheckboxSelectMultiple,
            )
        next_on = self.fields["next_on"]
        if isinstance(next_on, DayField):
            next_on.between(today, today + LONGEST_AHEAD)

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or self.cleaned_data
        if not cleaned.get("next_step"):
            cleaned["next_on"] = None
            self.errors.pop("next_on", None)  # a day without a step says nothing
        elif cleaned.get("next_on") is None and "next_on" not in self.errors:
            self.add_error("next_on", _("Choose by which day you do this."))
        cleaned["done"] = [UUID(value) for value in cleaned.get("done", [])]
        return cleaned


class OwnContactForm(HeldContact):
    """For the key figure: whom she spoke, and the same choices."""

    def __init__(self, *args: Any, today: date, officials: Sequence[Membership], **kwargs: Any) -> None:  # noqa: ANN401  passed on
        super().__init__(*args, today=today, **kwargs)
        self._officials = {str(official.uuid): official for official in officials}
        choices = [*((uuid, official.name) for uuid, official in self._officials.items()), ("", _("Somebody else of the municipality"))]
        self.fields["official"] = forms.ChoiceField(label=_("Whom did you speak?"), choices=choices, required=False, initial=choices[0][0])
        self.fields["official"].may_stay_empty = False  # type: ignore[attr-defined]  # read by the template
        self.order_fields(["official", "how", "occasion", "topic", "on"])

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or self.cleaned_data
        cleaned["official"] = self._officials.get(cleaned.get("official", ""))
        return cleaned
