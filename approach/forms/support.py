"""What is filled in around the register of support."""

from collections.abc import Sequence
from datetime import date, timedelta
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from accounts.models import Membership
from approach.kinds import Body, DateKind, DecisionKind
from approach.models.support import Budget, Decision, KnownDate, Moment, PortfolioHolder
from keyfigures.forms.asking import CHOOSE, WRITE
from keyfigures.forms.naming import NAMES_NOBODY
from keyfigures.forms.submissions import SubmissionField
from keyfigures.forms.versions import VersionedForm
from ui.hints import HintsForm
from ui.inputs import DayField, LineField, LinesField, RowField
from ui.money import EuroField

BACK, FURTHEST = timedelta(days=3652), timedelta(days=3652)  # ten years
YEARS_BACK, YEARS_AHEAD = 3, 5
DAY = _("Choose a day.")


class _Form(HintsForm):
    more_hints = (NAMES_NOBODY,)

    def _asked(self, name: str) -> Any:  # noqa: ANN401  the kinds of fields differ
        return self.fields[name]

    def _between(self, name: str, first: date, last: date) -> None:
        field = self._asked(name)
        field.error_messages["required"] = DAY
        field.between(first, last)


class DecisionForm(_Form):
    hinted_fields = ("title",)
    kind = forms.ChoiceField(label=_("What kind of decision is it?"), choices=DecisionKind, widget=forms.RadioSelect, error_messages=CHOOSE)
    title = LineField(length=200, label=_("What was decided?"), error_messages=WRITE, help_text=_("In one sentence, without names of people."))
    body = forms.ChoiceField(label=_("Who decided it?"), choices=Body, widget=forms.RadioSelect, error_messages=CHOOSE)
    decided_on = DayField(label=_("On which day?"))
    document_number = LineField(length=60, label=_("Number of the document"), required=False, help_text=_("So that a newcomer finds it."))
    until = DayField(label=_("Until which day does it hold?"), required=False, help_text=_("Leave it empty when it holds until another decision."))

    def __init__(self, *args: Any, today: date, **kwargs: Any) -> None:  # noqa: ANN401  passed on
        super().__init__(*args, **kwargs)
        self._between("decided_on", today - BACK, today)
        self._between("until", today - BACK, today + FURTHEST)

    def clean_until(self) -> date | None:
        until, decided_on = self.cleaned_data.get("until"), self.cleaned_data.get("decided_on")
        if until is not None and decided_on is not None and until < decided_on:
            raise ValidationError(_("Choose a day on or after the day of the decision."))
        return until


class NewDecisionForm(DecisionForm):
    submission = SubmissionField()


class ChangeDecisionForm(DecisionForm, VersionedForm):
    def __init__(self, *args: Any, row: Decision, **kwargs: Any) -> None:  # noqa: ANN401  passed on
        names = ("kind", "title", "body", "decided_on", "document_number", "until")
        super().__init__(*args, **{"initial": _initial(row, names), **kwargs})


class EndDecisionForm(VersionedForm):
    until = DayField(label=_("What is its last day?"))

    def __init__(self, *args: Any, row: Decision, today: date, **kwargs: Any) -> None:  # noqa: ANN401  passed on
        super().__init__(*args, **{"initial": {"until": today, "version": row.edits}, **kwargs})
        field: Any = self.fields["until"]
        field.error_messages["required"] = DAY
        field.between(row.decided_on, today + FURTHEST)


class PortfolioForm(_Form):
    hinted_fields = ("office",)
    office = LineField(
        length=100, label=_("Which office?"), error_messages=WRITE,
        help_text=_("The office, not the name of who holds it. For example: mayor, or alderman for welfare."),
    )
    since = DayField(label=_("Since which day?"))

    def __init__(self, *args: Any, today: date, **kwargs: Any) -> None:  # noqa: ANN401  passed on
        super().__init__(*args, **kwargs)
        self._between("since", today - BACK, today + FURTHEST)


class CorrectPortfolioForm(PortfolioForm, VersionedForm):
    def __init__(self, *args: Any, row: PortfolioHolder, **kwargs: Any) -> None:  # noqa: ANN401  passed on
        super().__init__(*args, **{"initial": _initial(row, ("office", "since")), **kwargs})


class BudgetForm(_Form):
    hinted_fields = ("note",)
    amount = EuroField(label=_("How much money is there, in euro?"))
    spent = EuroField(label=_("How much of it was spent, in euro?"), required=False, help_text=_("Leave it empty as long as you do not know."))
    spent_until = DayField(label=_("Spent up to and including which day?"), required=False)
    note = LineField(length=300, label=_("What is it for?"), required=False)

    def __init__(self, *args: Any, today: date, **kwargs: Any) -> None:  # noqa: ANN401  passed on
        super().__init__(*args, **kwargs)
        self._between("spent_until", today - BACK, today)

    def clean(self) -> dict[str, Any]:
        given = super().clean() or self.cleaned_data
        spent, until = given.get("spent"), given.get("spent_until")
        if spent is not None and until is None and "spent_until" not in self.errors:
            self.add_error("spent_until", _("Choose the day until which this was spent."))
        if spent is None and until is not None and "spent" not in self.errors:
            self.add_error("spent", _("Write how much was spent until that day."))
        return given


class NewBudgetForm(BudgetForm):
    year = forms.TypedChoiceField(label=_("Which year?"), coerce=int, error_messages=CHOOSE)
    field_order = ("year", "amount", "spent", "spent_until", "note")

    def __init__(self, *args: Any, today: date, **kwargs: Any) -> None:  # noqa: ANN401  passed on
        super().__init__(*args, today=today, **kwargs)
        self._asked("year").choices = [(year, str(year)) for year in range(today.year - YEARS_BACK, today.year + YEARS_AHEAD + 1)]


class ChangeBudgetForm(BudgetForm, VersionedForm):
    def __init__(self, *args: Any, row: Budget, **kwargs: Any) -> None:  # noqa: ANN401  passed on
        super().__init__(*args, **{"initial": _initial(row, ("amount", "spent", "spent_until", "note")), **kwargs})


class MomentForm(_Form):
    hinted_fields = ("title",)
    body = forms.ChoiceField(label=_("With whom?"), choices=Body, widget=forms.RadioSelect, error_messages=CHOOSE)
    title = LineField(length=120, label=_("What is it about?"), error_messages=WRITE, help_text=_("For example: how the first year went."))
    planned_on = DayField(label=_("On which day?"))
    owner = RowField(label=_("Who prepares it?"), error_messages=CHOOSE)

    def __init__(self, *args: Any, owners: Sequence[Membership], today: date, **kwargs: Any) -> None:  # noqa: ANN401  passed on
        super().__init__(*args, **kwargs)
        self._between("planned_on", today - BACK, today + FURTHEST)
        self._asked("owner").offer(owners)


class NewMomentForm(MomentForm):
    submission = SubmissionField()


class ChangeMomentForm(MomentForm, VersionedForm):
    def __init__(self, *args: Any, row: Moment, **kwargs: Any) -> None:  # noqa: ANN401  passed on
        initial = {**_initial(row, ("body", "title", "planned_on")), "owner": str(row.owner.uuid)}
        super().__init__(*args, **{"initial": initial, **kwargs})


class HoldForm(_Form, VersionedForm):
    hinted_fields: tuple[str, ...] = ("asked",)
    held_on = DayField(label=_("On which day was it?"))
    asked = LinesField(
        length=1500, rows=4, required=False, label=_("What was asked?"), help_text=_("What college or council wanted to know. Not who asked it."),
    )

    def __init__(self, *args: Any, row: Moment, today: date, **kwargs: Any) -> None:  # noqa: ANN401  passed on
        super().__init__(*args, **{"initial": {"held_on": min(row.planned_on, today), "version": row.edits}, **kwargs})
        self._between("held_on", today - BACK, today)


class CorrectMomentForm(HoldForm):
    hinted_fields = ("title", "asked")
    title = LineField(length=120, label=_("What was it about?"), error_messages=WRITE)
    field_order = ("title", "held_on", "asked")

    def __init__(self, *args: Any, row: Moment, **kwargs: Any) -> None:  # noqa: ANN401  passed on
        super().__init__(*args, row=row, **{"initial": _initial(row, ("title", "held_on", "asked")), **kwargs})


class NewPromiseForm(_Form):
    hinted_fields = ("what",)
    submission = SubmissionField()
    what = LineField(length=300, label=_("What was promised?"), error_messages=WRITE, help_text=_("One thing, in words that who was there recognises."))
    owner = RowField(label=_("Who does it?"), error_messages=CHOOSE)
    due_on = DayField(label=_("By which day?"), help_text=_("The day that was promised. It does not move afterwards."))
    field_order = ("what", "owner", "due_on")

    def __init__(self, *args: Any, owners: Sequence[Membership], today: date, **kwargs: Any) -> None:  # noqa: ANN401  passed on
        super().__init__(*args, **kwargs)
        self._between("due_on", today, today + FURTHEST)
        self._asked("owner").offer(owners)


class KeepForm(_Form):
    hinted_fields = ("outcome",)
    outcome = LinesField(
        length=600, rows=3, label=_("What became of it?"), error_messages=WRITE, help_text=_("As you tell it to college or council. No names."),
    )


class DropPromiseForm(_Form):
    hinted_fields = ("outcome",)
    outcome = LinesField(
        length=600, rows=3, label=_("Why is it not done?"), error_messages={"required": _("Write a few words, so that it is clear why.")},
        help_text=_("As you tell it to college or council. No names."),
    )


class DateForm(_Form):
    kind = forms.ChoiceField(label=_("What is it?"), choices=DateKind, widget=forms.RadioSelect, error_messages=CHOOSE)
    on = DayField(label=_("On which day?"), help_text=_("As it was announced. It can move later."))

    def __init__(self, *args: Any, today: date, **kwargs: Any) -> None:  # noqa: ANN401  passed on
        super().__init__(*args, **kwargs)
        self._between("on", today, today + FURTHEST)


class MoveDateForm(_Form, VersionedForm):
    on = DayField(label=_("To which day does it move?"))

    def __init__(self, *args: Any, row: KnownDate, today: date, **kwargs: Any) -> None:  # noqa: ANN401  passed on
        super().__init__(*args, **{"initial": _initial(row, ("on",)), **kwargs})
        self._between("on", min(row.on, today), today + FURTHEST)


def _initial(row: Decision | PortfolioHolder | Budget | Moment | KnownDate, names: Sequence[str]) -> dict[str, Any]:
    return {**{name: getattr(row, name) for name in names}, "version": row.edits}
