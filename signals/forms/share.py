"""How a concern comes in: asking for a talk, writing it down in steps, and an official who writes for who calls."""

from datetime import date
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from accounts.forms import MemberField
from accounts.models import Membership
from signals.questions import NAME_MAY_BE_MENTIONED, About, HowOften, Phenomenon, Reach, Since, named, ordered
from ui.hints import HintsForm
from ui.inputs import LineField, LinesField, PhoneField


def _lines(name: str, *, rows: int, required: bool = False, help_text: Any = "") -> LinesField:  # noqa: ANN401  text or lazy text
    question = named(name)
    messages = {"required": _("Write down what you saw or heard. A few sentences are enough.")}
    field = LinesField(length=question.length, rows=rows, required=required, label=question.label, help_text=help_text, error_messages=messages)
    field.mark = question.mark
    return field


def _line(name: str, *, label: Any, help_text: Any = "") -> LineField:  # noqa: ANN401
    return LineField(length=named(name).length, required=False, label=label, help_text=help_text)


def _way(*ways: Reach, label: Any) -> forms.ChoiceField:  # noqa: ANN401  text or lazy text
    return _choice([(way.value, way.label) for way in ways], label=label, initial=Reach.PHONE, required=True)


def _choice(choices: Any, *, label: Any, initial: str, required: bool = False) -> forms.ChoiceField:  # noqa: ANN401  a class of choices
    messages = {"required": _("Choose one of these."), "invalid_choice": _("Choose one of these.")}
    return forms.ChoiceField(
        choices=choices, label=label, initial=initial, required=required, widget=forms.RadioSelect, error_messages=messages,
    )


class SawForm(HintsForm):
    hinted_fields: tuple[str, ...] = ("saw",)
    saw = _lines("saw", rows=7, required=True, help_text=_("What, where and when? Also when somebody told you. Then say so."))


class WorriesForm(HintsForm):
    hinted_fields: tuple[str, ...] = ("worries", "contradicts")
    worries = _lines("worries", rows=4, help_text=_("This is your opinion. We keep it apart from what you saw."))
    contradicts = _lines("contradicts", rows=3, help_text=_("For example: he did listen to the youth worker afterwards."))


class PhenomenonField(forms.MultipleChoiceField):
    """All forms side by side. Who ticks a form as well as "I do not know" knows a form."""

    def __init__(self, **kwargs: Any) -> None:  # noqa: ANN401  passed on
        super().__init__(choices=lambda: ordered(Phenomenon), widget=forms.CheckboxSelectMultiple, required=False, initial=["unknown"], **kwargs)

    def valid_value(self, value: Any) -> bool:  # noqa: ANN401  Django's signature
        """Without the order of the alphabet, which takes longer than all the rest of the check."""
        return value in Phenomenon

    def clean(self, value: Any) -> list[str]:  # noqa: ANN401  Django's signature
        chosen = [code for code in super().clean(value) if code != Phenomenon.UNKNOWN]
        return chosen or [Phenomenon.UNKNOWN.value]


class WhereForm(HintsForm):
    hinted_fields: tuple[str, ...] = ("where",)
    where = _line("where", label=_("Where was it?"), help_text=_("A neighbourhood or a place. No address and no house number."))
    since = _choice(Since.choices, label=_("Since when is this going on?"), initial=Since.UNKNOWN)
    how_often = _choice(HowOften.choices, label=_("How often did you see or hear it?"), initial=HowOften.UNKNOWN)
    about = _choice(About.choices, label=_("What is it about?"), initial="")
    phenomenon = PhenomenonField(label=_("Which form do you think of?"), help_text=_("You need not know this. We look at every form in the same way."))

    def clean_since(self) -> str:
        return self.cleaned_data["since"] or Since.UNKNOWN.value

    def clean_how_often(self) -> str:
        return self.cleaned_data["how_often"] or HowOften.UNKNOWN.value


class NameMayBeMentionedField(forms.TypedChoiceField):
    """No, unless she says yes."""

    def __init__(self, **kwargs: Any) -> None:  # noqa: ANN401  passed on
        choices = [("no", NAME_MAY_BE_MENTIONED[False]), ("yes", NAME_MAY_BE_MENTIONED[True])]
        super().__init__(
            choices=choices, coerce=lambda value: value == "yes", empty_value=False, required=False, initial="no", widget=forms.RadioSelect, **kwargs,  # type: ignore[arg-type]  # any value may stand for empty
        )


class ReachForm(HintsForm):
    """How she is reached. Who wants to be called says on which number."""

    reach_how = _way(Reach.PHONE, Reach.MESSAGE, label=_("How may we reach you?"))
    reach_phone = PhoneField(label=_("Your phone number"), required=False)
    reach_when = _line("reach_when", label=_("When can we reach you?"), help_text=_("For example: on workdays after 17.00."))

    def clean(self) -> dict[str, Any] | None:
        cleaned = super().clean() or self.cleaned_data
        by_phone = cleaned.get("reach_how") == Reach.PHONE
        if by_phone and not cleaned.get("reach_phone") and "reach_phone" not in self.errors:
            self.add_error("reach_phone", _("Write the number on which we can call you. Or choose a message."))
        return cleaned


class ContactForm(ReachForm):
    hinted_fields: tuple[str, ...] = ("spoke_with", "hopes", "reach_when")
    spoke_with = _line("spoke_with", label=_("With whom did you speak about this?"), help_text=_("For example: with the trainer. A name is not needed."))
    hopes = _lines("hopes", rows=3, help_text=_("For example: that somebody talks with the young people."))
    name_may_be_mentioned = NameMayBeMentionedField(label=_("May we mention your name to others?"))
    field_order: tuple[str, ...] = ("spoke_with", "hopes", "name_may_be_mentioned", "reach_how", "reach_phone", "reach_when")


class TalkForm(ReachForm):
    """Asking for a talk: nothing about anybody is written down."""

    hinted_fields: tuple[str, ...] = ("reach_when", "language")
    reach_how = _way(Reach.PHONE, Reach.VISIT, label=_("How do you like to talk?"))
    reach_when = _line("reach_when", label=_("When does it suit you?"), help_text=_("For example: on workdays after 17.00."))
    language = _line("language", label=_("In which language do you like to talk?"))
    submission = forms.UUIDField(widget=forms.HiddenInput)

    def clean(self) -> dict[str, Any] | None:
        cleaned = super().clean() or self.cleaned_data
        if cleaned.get("reach_how") == Reach.VISIT and not cleaned.get("reach_phone") and "reach_phone" not in self.errors:
            self.add_error("reach_phone", _("Write the number on which we can call you to choose a place."))
        return cleaned

    def answers(self) -> dict[str, Any]:
        return {name: value for name, value in super().answers().items() if name != "submission"}


class IntakeForm(ContactForm, WhereForm, WorriesForm, SawForm):
    """What a key figure tells by phone, written down by an official who reads it back to her."""

    hinted_fields: tuple[str, ...] = ("saw", "worries", "contradicts", "where", "spoke_with", "hopes", "reach_when")
    reach_how = _way(Reach.PHONE, Reach.MESSAGE, Reach.VISIT, label=_("How may we reach you?"))
    reporter = MemberField(label=_("Who is calling?"), empty_label=_("Choose a person"))
    submission = forms.UUIDField(widget=forms.HiddenInput)
    field_order: tuple[str, ...] = (
        "reporter", "saw", "worries", "contradicts", "where", "since", "how_often", "about", "phenomenon",
        "spoke_with", "hopes", "name_may_be_mentioned", "reach_how", "reach_phone", "reach_when",
    )
    about_the_concern = ("saw", "worries", "contradicts", "where", "since", "how_often", "about", "phenomenon", "spoke_with", "hopes")

    def __init__(self, *args: Any, official: Membership, on: date, **kwargs: Any) -> None:  # noqa: ANN401  passed on
        super().__init__(*args, **kwargs)
        reporters = Membership.objects.to_choose("signals.report", municipality=official.municipality, on=on)
        self.fields["reporter"].queryset = reporters.exclude(pk=official.pk)  # type: ignore[attr-defined]
        if not official.municipality.may_store_text:
            for name in self.about_the_concern:
                del self.fields[name]
            self.hinted_fields = ("reach_when",)

    def answers(self) -> dict[str, Any]:
        return {name: value for name, value in super().answers().items() if name not in {"submission", "reporter"}}
