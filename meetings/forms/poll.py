"""What is filled in to make or change a date poll: the questions, and a row for each date. Rows come and go without JavaScript."""

from collections.abc import Collection, Iterable, Mapping
from datetime import datetime
from typing import Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from keyfigures.forms.versions import CarriesVersion
from keyfigures.models.contact import Occasion
from meetings.actions.poll import Asked
from meetings.forms.people import NOT_ANSWERS, PeopleForm
from meetings.forms.period import PeriodForm
from meetings.forms.planning import CHOOSE, LinkField
from meetings.kinds import Availability, Kind
from meetings.models.poll import DatePoll, PollInvitee, PollOption
from terms.days import local_date
from ui.hints import HintsForm
from ui.inputs import DayField, LineField
from ui.phrases import Words
from ui.words import AMSTERDAM

FEWEST, MOST, EMPTY_ROWS = 2, 20, 3
MORE, LESS = "meer", "weg"  # names of the buttons: one more row, and take this row away


class PollForm(HintsForm, CarriesVersion, PeopleForm):
    """`answers()` is what the action wants, without the dates."""

    hinted_fields = ("title",)
    field_order = ("title", "last_day", "chair", "key_figures", "officials", "required", "kind", "occasion", "place", "answers_are_open")
    nobody_like_this = gettext_lazy("Somebody of these cannot be asked any more. Choose again.")
    title = LineField(
        length=120, label=gettext_lazy("What is it called?"), error_messages={"required": gettext_lazy("Write a few words first.")},
        help_text=gettext_lazy("Everybody who is asked reads this. No names."),
    )
    kind = forms.ChoiceField(label=gettext_lazy("What kind of meeting?"), choices=Kind, widget=forms.RadioSelect, initial=Kind.NETWORK, error_messages=CHOOSE)
    occasion = forms.ChoiceField(
        label=gettext_lazy("Why do you meet?"), choices=Occasion, widget=forms.RadioSelect, initial=Occasion.QUIET, error_messages=CHOOSE,
        help_text=gettext_lazy("Who is asked does not read this."),
    )
    place = LineField(length=200, label=gettext_lazy("Where?"), required=False, help_text=gettext_lazy("You can still choose it together with the date."))
    chair = forms.ChoiceField(
        label=gettext_lazy("Who leads it?"), required=False, error_messages=CHOOSE,
        help_text=gettext_lazy("The chair is asked too. Dates on which the chair can come stand on top."),
    )
    last_day = DayField(label=gettext_lazy("What is the last day to answer?"))
    required = forms.MultipleChoiceField(
        label=gettext_lazy("Who must be able to come?"), required=False, widget=forms.CheckboxSelectMultiple,
        help_text=gettext_lazy("Who you tick here is asked too."),
    )
    answers_are_open = forms.BooleanField(
        label=gettext_lazy("Everybody sees how many people can come on each date"), required=False,
        help_text=gettext_lazy("Only numbers, never names. Without this tick nobody but you sees answers of others."),
    )

    def __init__(self, *args: Any, at: datetime, poll: DatePoll | None = None, **kwargs: Any) -> None:  # noqa: ANN401  passed on
        self.at, before = at, list(poll.invitees.for_list()) if poll else []
        super().__init__(*args, initial=_values_of(poll, before) if poll else {}, all_ticked=poll is None, **kwargs)
        self.people = self.figures | self.others
        # Who paused since she was asked does not stand in the lists: nobody takes her off by changing something else.
        self._kept = [each for each in before if str(each.member.uuid) not in self.people]
        chairs = [(uuid, each.name) for uuid, each in self.others.items() if each.may("meetings.chair")]
        self.set_choices("chair", [("", _("Somebody of the municipality")), *chairs])
        self.fields["key_figures"].label, self.fields["officials"].label = _("Which key figures do you ask?"), _("Who else do you ask?")
        self.set_choices("required", [*self._choices("officials"), *self._choices("key_figures")])
        self.fields["required"].error_messages["invalid_choice"] = str(self.nobody_like_this)
        self.carry(poll)
        last_day: Any = self.fields["last_day"]
        last_day.error_messages["required"] = _("Choose a day.")

    def clean(self) -> dict[str, Any]:
        values = super().clean() or self.cleaned_data
        if values.get("last_day") and values["last_day"] < local_date(self.at):
            self.add_error("last_day", _("This day is over already."))
        return values

    def is_anybody_chosen(self, values: dict[str, Any]) -> bool:
        return super().is_anybody_chosen(values) or bool(self.now("required"))

    def answers(self) -> dict[str, Any]:
        left_out = {*NOT_ANSWERS, "hints_seen", "chair", "required"}
        values = {name: value for name, value in self.cleaned_data.items() if name not in left_out}
        required = [*(self.people[uuid] for uuid in self.cleaned_data["required"]), *(each.member for each in self._kept if each.is_required)]
        asked = Asked(members=[*self.members(), *(each.member for each in self._kept)], required=required)
        return {**values, "chair": self.people.get(self.cleaned_data["chair"]), "asked": asked}

    def draw_some(self) -> None:
        """Of many key figures only those stand among who must be able to come who are found, or must already."""
        super().draw_some()
        if self.is_many:
            field: Any = self.fields["required"]
            field.shown = {*self.others, *self.found, *(self.now("required") or ())}

    def _choices(self, name: str) -> list[tuple[str, str]]:
        field: Any = self.fields[name]
        return list(field.choices)


class BaseDates(forms.BaseFormSet):  # type: ignore[type-arg]  # Django takes no type there
    """A row that stays empty counts as none."""

    def initial_form_count(self) -> int:
        return 0

    def clean(self) -> None:
        if any(self.errors):
            return
        periods = self.periods()
        if len(periods) < FEWEST:
            raise forms.ValidationError(_("Fill in at least two dates."))
        if len(set(periods)) < len(periods):
            raise forms.ValidationError(_("One date stands here twice."))

    def periods(self) -> list[tuple[datetime, datetime]]:
        return [(each.cleaned_data["starts_at"], each.cleaned_data["ends_at"]) for each in self.forms if each.cleaned_data.get("starts_at")]


def dates(data: Mapping[str, Any] | None = None, *, at: datetime, rows: Collection[Mapping[str, Any]] = ()) -> BaseDates:
    """What was posted, or `rows` with what stands in them."""
    filled = list(rows) or [{}] * EMPTY_ROWS
    made: Any = forms.formset_factory(PeriodForm, formset=BaseDates, extra=len(filled), max_num=MOST, absolute_max=MOST)
    rows_now: BaseDates = made(data, prefix="datum", initial=None if data is not None else filled, form_kwargs={"at": at})
    return rows_now


def rows_of(poll: DatePoll) -> list[dict[str, Any]]:
    return [
        {"day": local_date(each.starts_at), "begins": each.starts_at.astimezone(AMSTERDAM).time(), "ends": each.ends_at.astimezone(AMSTERDAM).time()}
        for each in poll.options.all()
    ]


def rows_typed(posted: Any) -> list[dict[str, Any]]:  # noqa: ANN401  a QueryDict
    number = min(int(posted.get("datum-TOTAL_FORMS")), MOST) if str(posted.get("datum-TOTAL_FORMS", "")).isdecimal() else 0
    return [{name: posted.get(f"datum-{row}-{name}", "") for name in ("day", "begins", "ends")} for row in range(number)]


def rows_pressed(posted: Any) -> list[dict[str, Any]] | None:  # noqa: ANN401  a QueryDict
    """The rows as typed, with one more or one less, when one of those buttons was pressed; else None."""
    if MORE not in posted and LESS not in posted:
        return None
    rows = rows_typed(posted)
    if MORE in posted:
        return [*rows, {}][:MOST]
    return [each for row, each in enumerate(rows) if str(row) != posted[LESS]]


class AnswerForm(forms.Form):
    """One question per date, with three answers. `given`: what she answered before, by date."""

    def __init__(self, *args: Any, options: Iterable[PollOption], given: Mapping[int, str], words: Words, **kwargs: Any) -> None:  # noqa: ANN401
        super().__init__(*args, **kwargs)
        self.options = {f"datum_{each.uuid}": each for each in options}
        for name, option in self.options.items():
            self.fields[name] = self._field(words.full_period(option.starts_at, option.ends_at), given.get(option.pk, ""))

    def answers(self) -> dict[str, Any]:
        return {"answers": {option: self.cleaned_data[name] for name, option in self.options.items()}}

    @staticmethod
    def _field(label: str, given: str) -> forms.ChoiceField:
        wrong = _("Choose an answer for %(day)s.") % {"day": label}  # with its date, because it stands in the list of what is wrong too
        return forms.ChoiceField(
            label=label[:1].upper() + label[1:], choices=Availability.choices, widget=forms.RadioSelect, initial=given or None,
            error_messages={"required": wrong, "invalid_choice": wrong},
        )


class ChooseForm(forms.Form):
    """Where the meeting is, once its date is chosen."""

    place = LineField(length=200, label=gettext_lazy("Where?"), required=False)
    link = LinkField(label=gettext_lazy("Link to take part online"), required=False)

    def clean(self) -> dict[str, Any]:
        values = super().clean() or self.cleaned_data
        if not self.errors and not values.get("place") and not values.get("link"):
            self.add_error("place", _("Fill in where it is, or a link to take part online."))
        return values


def _values_of(poll: DatePoll, invitees: Iterable[PollInvitee]) -> dict[str, Any]:
    kept = {name: getattr(poll, name) for name in ("kind", "title", "occasion", "place", "last_day", "answers_are_open")}
    people = {str(each.member.uuid): each.is_required for each in invitees}
    return {
        **kept, "chair": str(poll.chair.uuid) if poll.chair else "", "key_figures": list(people), "officials": list(people),
        "required": [uuid for uuid, is_required in people.items() if is_required],
    }
