"""The report on one screen: who was there, what was said and agreed per point, what came up, and who does what."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any
from uuid import UUID

from django import forms
from django.forms import BoundField
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from accounts.models import Membership
from keyfigures.forms.asking import CHOOSE
from keyfigures.forms.versions import VersionedForm
from meetings.actions.report import NewAction, NewPoint
from meetings.kinds import BroughtBy
from meetings.models.agenda import ActionPoint, AgendaItem
from meetings.models.attendance import Attendee, Seat
from meetings.models.meeting import Meeting
from meetings.reports import Written
from ui.hints import Hint, HintsForm
from ui.inputs import DayField, LineField, LinesField
from ui.names import called

FURTHEST = timedelta(days=365)
ACTIONS = (1, 2, 3)  # empty rows; saving gives new ones
SHORTEST_NAME = 3  # letters: less would be found in every text


@dataclass(frozen=True, kw_only=True)
class Group:
    """One point on the screen: its title, and its fields in the order of the page."""

    number: int
    title: str
    section_id: str
    fields: Sequence[BoundField]


@dataclass(frozen=True, kw_only=True)
class Table:
    """What is on the table of a meeting: everything that the form asks about."""

    meeting: Meeting
    items: Sequence[AgendaItem]
    attendees: Sequence[Attendee]
    actions: Sequence[ActionPoint]
    owners: Sequence[Membership]


def name_hint(people: Iterable[Membership]) -> Hint:
    """A report names nobody; who was invited is the name that slips in."""
    names = {word for each in people for word in (each.name, called(each.name)) if len(word) >= SHORTEST_NAME}
    found = re.compile(rf"\b(?:{'|'.join(re.escape(name) for name in sorted(names))})\b") if names else None
    return Hint(
        code="name",
        is_found=lambda text: bool(found and found.search(text)),
        question=gettext_lazy("Is there a name in this text?"),
        why=gettext_lazy("Everybody who was invited reads it. Write what was said, not who said it. You can also just go on."),
    )


class ReportForm(HintsForm, VersionedForm):
    """Nothing is required while it is a draft; what is missing is said before closing."""

    hints_seen = forms.CharField(required=False, widget=forms.HiddenInput, max_length=20000)
    present = forms.MultipleChoiceField(
        label=gettext_lazy("Who was there?"), required=False, widget=forms.CheckboxSelectMultiple, error_messages=CHOOSE,
        help_text=gettext_lazy("Only who organises or leads sees this. Others read a number."),
    )
    point_title = LineField(
        length=120, required=False, label=gettext_lazy("What was it about?"),
        help_text=gettext_lazy("Only if something came up that was not on the agenda."),
    )
    point_from = forms.ChoiceField(required=False, label=gettext_lazy("Who brought it in?"), error_messages=CHOOSE)
    point_said = LinesField(length=3000, rows=3, required=False, label=gettext_lazy("What was said?"))
    point_agreed = LinesField(length=1500, rows=2, required=False, label=gettext_lazy("What was agreed?"))

    def __init__(self, *args: Any, table: Table, today: date, **kwargs: Any) -> None:  # noqa: ANN401  passed on
        super().__init__(*args, initial={"version": table.meeting.version}, **kwargs)
        self.table = table
        self.more_hints = (name_hint(each.member for each in table.attendees),)
        self._ask_who_was_there()
        for item in table.items:
            self._ask_about(item)
        for number in ACTIONS:
            self._ask_action(number, today)
        for action in table.actions:
            self.fields[f"drop_{action.uuid.hex}"] = forms.BooleanField(required=False, label=_("Take away: %(text)s") % {"text": action.text})
        for field in self.fields.values():
            field.may_stay_empty = False  # type: ignore[attr-defined]  # a draft: what may not be empty is said before closing
        texts = [name for name in self.fields if name.startswith(("said_", "agreed_", "because_", "action_text_", "point_"))]
        self.hinted_fields = tuple(name for name in texts if name != "point_from")

    def fill_up(self) -> None:
        """A colleague wrote meanwhile: what she left empty takes that text, so that sending again does not erase what she never saw."""
        data: Any = self.data.copy()  # type: ignore[attr-defined]  # posted fields are a QueryDict
        for item in self.table.items:
            for name in ("said", "agreed"):
                field, theirs = f"{name}_{item.uuid.hex}", getattr(item, name)
                if theirs and not self.cleaned_data[field]:
                    data[field] = self.cleaned_data[field] = theirs
        self.data = data

    def groups(self) -> Iterator[Group]:
        """The points in their order, each with its fields."""
        for number, item in enumerate(self.table.items, start=1):
            names = [f"{name}_{item.uuid.hex}" for name in ("said", "agreed", "left", "because")]
            yield Group(number=number, title=item.title, section_id=f"punt-{number}", fields=[self[name] for name in names])

    def new_point(self) -> list[BoundField]:
        return [self[name] for name in ("point_title", "point_from", "point_said", "point_agreed")]

    def new_actions(self) -> list[list[BoundField]]:
        return [[self[f"action_{name}_{number}"] for name in ("text", "owner", "due")] for number in ACTIONS]

    def known_actions(self) -> list[BoundField]:
        return [self[f"drop_{action.uuid.hex}"] for action in self.table.actions]

    def clean(self) -> dict[str, Any]:
        values = super().clean() or self.cleaned_data
        if not values.get("point_title") and (values.get("point_said") or values.get("point_agreed")):
            self.add_error("point_title", _("Write what it was about."))
        for number in ACTIONS:
            self._check_action(values, number)
        return values

    def answers(self) -> dict[str, Any]:
        values = self.cleaned_data
        return {
            "version": values["version"],
            "present": {UUID(each) for each in values["present"]},
            "points": [self._written(item, values) for item in self.table.items],
            "new_points": [self._point(values)] if values["point_title"] else [],
            "new_actions": [self._action(values, number) for number in ACTIONS if values[f"action_text_{number}"]],
            "dropped": [action.uuid for action in self.table.actions if values[f"drop_{action.uuid.hex}"]],
        }

    def _ask_who_was_there(self) -> None:
        field: Any = self.fields["present"]
        field.choices = [(str(each.uuid), each.member.name) for each in self.table.attendees]
        field.initial = [str(each.uuid) for each in self.table.attendees if each.was_present or (each.was_present is None and each.seat == Seat.PLACE)]
        key_figures = [(str(each.member.uuid), each.member.name) for each in self.table.attendees if each.member.may("keyfigures.own")]
        of: Any = self.fields["point_from"]
        of.choices = [(each.value, each.label) for each in BroughtBy] + key_figures

    def _ask_about(self, item: AgendaItem) -> None:
        end = item.uuid.hex
        self.fields[f"said_{end}"] = LinesField(length=3000, rows=4, required=False, label=_("What was said?"), initial=item.said)
        self.fields[f"agreed_{end}"] = LinesField(length=1500, rows=2, required=False, label=_("What was agreed?"), initial=item.agreed)
        self.fields[f"left_{end}"] = forms.BooleanField(required=False, label=_("We did not get to this point"), initial=not item.was_taken)
        self.fields[f"because_{end}"] = LineField(length=200, required=False, label=_("Why not?"), initial=item.not_taken_because)
        self.fields[f"because_{end}"].help_text = _("Only when you did not get to it. Who brought it in reads this.")

    def _ask_action(self, number: int, today: date) -> None:
        owners = [("", _("Choose somebody")), *((str(each.uuid), each.name) for each in self.table.owners)]
        due = DayField(label=_("By when?"), required=False)
        due.between(today, today + FURTHEST)
        self.fields[f"action_text_{number}"] = LineField(length=200, required=False, label=_("What happens?"))
        self.fields[f"action_owner_{number}"] = forms.ChoiceField(
            choices=owners, required=False, label=_("Who does it?"), error_messages=CHOOSE, help_text=_("A key figure is asked first, and may say no."),
        )
        self.fields[f"action_due_{number}"] = due

    def _check_action(self, values: dict[str, Any], number: int) -> None:
        text, owner, due = (f"action_{name}_{number}" for name in ("text", "owner", "due"))
        if not values.get(text) and (values.get(owner) or values.get(due)):
            self.add_error(text, _("Write what happens."))
        if values.get(text):
            for name, sentence in ((owner, _("Choose who does it.")), (due, _("Choose a day."))):
                if not values.get(name) and name not in self.errors:
                    self.add_error(name, sentence)

    def _written(self, item: AgendaItem, values: dict[str, Any]) -> Written:
        end = item.uuid.hex
        return Written(
            uuid=item.uuid, was_taken=not values[f"left_{end}"], said=values[f"said_{end}"], agreed=values[f"agreed_{end}"],
            not_taken_because=values[f"because_{end}"],
        )

    def _point(self, values: dict[str, Any]) -> NewPoint:
        of = values["point_from"]
        person = next((each.member for each in self.table.attendees if str(each.member.uuid) == of), None)
        brought_by = BroughtBy.KEY_FIGURE if person else of or BroughtBy.MUNICIPALITY
        return NewPoint(title=values["point_title"], brought_by=brought_by, proposed_by=person, said=values["point_said"], agreed=values["point_agreed"])

    def _action(self, values: dict[str, Any], number: int) -> NewAction:
        owner = next(each for each in self.table.owners if str(each.uuid) == values[f"action_owner_{number}"])
        return NewAction(text=values[f"action_text_{number}"], owner=owner, due_on=values[f"action_due_{number}"])
