"""Whom to ask or to invite: everybody who is active, a role, an area, or some by name. For a handful and for five hundred people, without JavaScript.

The ticks are the only truth. Buttons beside the one that sends tick or show other people, and show the form again as it was typed.
"""

from collections.abc import Iterable
from typing import Any

from django import forms
from django.utils.functional import cached_property
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from accounts.models import Membership, Municipality
from accounts.querysets import MembershipQuerySet
from keyfigures.models.settings import Area, NetworkRole
from meetings.querysets import invitable
from ui.inputs import LineField
from ui.names import bare

FEW = 30  # so many key figures stand in one list; of more only who is chosen, and who is looked for
SHOWN = 40  # of those who are found; the others come with a more precise question
PRESS, EVERYBODY, NOBODY, GROUP = "kies", "iedereen", "niemand", "groep"  # name and values of the buttons; any other value only looks
SEARCH = ("search_name", "search_role", "search_area")
NOT_ANSWERS = frozenset({"key_figures", "officials", *SEARCH, "searched"})


def _ticks(**words: Any) -> forms.MultipleChoiceField:  # noqa: ANN401  passed on
    return forms.MultipleChoiceField(required=False, widget=forms.CheckboxSelectMultiple, **words)


class PeopleForm(forms.Form):
    """`people`: who can be chosen now. `all_ticked`: every key figure of them, until something else is chosen."""

    nobody_like_this = gettext_lazy("Somebody of these cannot be invited any more. Choose again.")
    key_figures = _ticks(label=gettext_lazy("Key figures"))
    officials = _ticks(label=gettext_lazy("Municipality and chair"))
    search_name = LineField(length=200, label=gettext_lazy("Part of the name"), required=False)
    search_role = forms.ChoiceField(label=gettext_lazy("With a role in the network"), required=False)
    search_area = forms.ChoiceField(label=gettext_lazy("Active in"), required=False)
    searched = forms.CharField(widget=forms.HiddenInput, required=False, max_length=300)

    was_held_up = False  # something was looked for and nobody saw yet who was found: nothing is sent before that

    def __init__(self, *args: Any, people: MembershipQuerySet, municipality: Municipality, all_ticked: bool = False, **kwargs: Any) -> None:  # noqa: ANN401
        super().__init__(*args, **kwargs)
        self._people = people
        self.figures, self.others = ({str(each.uuid): each for each in part(people).for_list()} for part in (invitable.key_figures, invitable.officials))
        self.set_choices("key_figures", ((uuid, each.name) for uuid, each in self.figures.items()))
        self.set_choices("officials", ((uuid, f"{each.name}, {', '.join(each.role_names)}") for uuid, each in self.others.items()))
        self.set_choices("search_role", [("", _("Any role")), *NetworkRole.objects.names_of(municipality).items()])
        self.set_choices("search_area", [("", _("Any area")), *((str(area.uuid), area.name) for area in Area.objects.in_use_by(municipality))])
        for name in SEARCH:
            self.fields[name].may_stay_empty = False  # type: ignore[attr-defined]  # read by the template of a field
        for name in ("key_figures", "officials"):
            self.fields[name].error_messages["invalid_choice"] = str(self.nobody_like_this)
        if all_ticked:
            self.fields["key_figures"].initial = list(self.figures)
        self.draw_some()

    def clean(self) -> dict[str, Any]:
        values = super().clean() or self.cleaned_data
        if not self.errors.keys() & {"key_figures", "officials"} and not self.is_anybody_chosen(values):
            self.add_error("key_figures", _("Choose at least one person."))
        return values

    def is_anybody_chosen(self, values: dict[str, Any]) -> bool:
        return bool(values["key_figures"] or values["officials"])

    def members(self) -> list[Membership]:
        return [*(self.figures[uuid] for uuid in self.cleaned_data["key_figures"]), *(self.others[uuid] for uuid in self.cleaned_data["officials"])]

    def show_again(self, posted: Any) -> None:  # noqa: ANN401  a QueryDict
        """Unchecked, as it was typed, with what the pressed button ticks or looks for."""
        typed = {name: field.widget.value_from_datadict(posted, {}, self.add_prefix(name)) for name, field in self.fields.items()}
        self.initial = {**typed, "searched": _search_of(posted)}
        pressed = posted.get(PRESS)
        ticked = set(typed["key_figures"]) | (self.fitting if pressed == GROUP else set())
        ticked = {EVERYBODY: set(self.figures), NOBODY: set()}.get(pressed or "", ticked)
        self.initial["key_figures"] = [uuid for uuid in self.figures if uuid in ticked]
        self.was_held_up = pressed is None and looks_for_people(posted)
        self.draw_some()

    def draw_some(self) -> None:
        """Of many key figures only those are drawn who are chosen or found."""
        if self.is_many:
            field: Any = self.fields["key_figures"]
            field.shown = {*self.chosen, *self.found}

    @property
    def is_many(self) -> bool:
        return len(self.figures) > FEW

    @property
    def chosen(self) -> list[str]:
        ticked = set(self.now("key_figures") or ())
        return [uuid for uuid in self.figures if uuid in ticked]

    @property
    def found(self) -> list[str]:
        """Who fits what was looked for and is not chosen yet, in the order of their names; not more than fit on a page."""
        return self._not_chosen[:SHOWN]

    @property
    def not_shown(self) -> int:
        return max(0, len(self._not_chosen) - SHOWN)

    @property
    def is_searched(self) -> bool:
        return bool(str(self.now("searched") or "").strip("|"))

    @property
    def all_that_fit(self) -> int:
        """How many of who fit are not chosen yet."""
        return len(self._not_chosen)

    @property
    def _not_chosen(self) -> list[str]:
        if not self.is_searched:
            return []
        chosen = set(self.chosen)
        return [uuid for uuid in self.figures if uuid in self.fitting and uuid not in chosen]

    @cached_property
    def fitting(self) -> set[str]:
        """Who fits what is looked for; nobody when nothing is. One statement at most."""
        name, role, area = (str(self.now(each) or "") for each in SEARCH)
        roles, areas = ([value] if value and value in self._values(each) else [] for value, each in ((role, "search_role"), (area, "search_area")))
        words = bare(name).split()
        if not (words or roles or areas):
            return set()
        found = invitable.key_figures(self._people, roles=roles, areas=areas).values_list("uuid", flat=True) if roles or areas else self.figures
        return {str(uuid) for uuid in found if str(uuid) in self.figures and all(word in bare(self.figures[str(uuid)].name) for word in words)}

    def now(self, name: str) -> Any:  # noqa: ANN401  what stands in a field
        """What stands in the field, posted or beforehand."""
        field = self.fields[name]
        return field.widget.value_from_datadict(self.data, self.files, self.add_prefix(name)) if self.is_bound else self.get_initial_for_field(field, name)

    def set_choices(self, name: str, choices: Iterable[tuple[str, str]]) -> None:
        field: Any = self.fields[name]
        field.choices = list(choices)

    def _values(self, name: str) -> set[str]:
        field: Any = self.fields[name]
        return {str(value) for value, _label in field.choices}


class InviteForm(PeopleForm):
    def answers(self) -> dict[str, Any]:
        return {"members": self.members()}


def looks_for_people(posted: Any) -> bool:  # noqa: ANN401  a QueryDict
    """A button that ticks or looks was pressed; or the enter key after something to look for that nobody looked for yet: that sends nothing."""
    return PRESS in posted or _search_of(posted) not in {posted.get("searched", ""), "||"}


def _search_of(posted: Any) -> str:  # noqa: ANN401  a QueryDict
    return "|".join(" ".join(posted.get(name, "").replace("\x00", "").split())[:80] for name in SEARCH)
