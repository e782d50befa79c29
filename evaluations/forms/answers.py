"""The questions of one page as somebody answers them: the same form in the preview and when it counts."""

from typing import Any
from uuid import UUID

from django import forms
from django.utils.html import escape
from django.utils.translation import gettext as _

from evaluations.flow import Answers, Item, Page, answers_in_words
from evaluations.kinds import QuestionKind
from evaluations.languages import DUTCH, Language, known
from evaluations.sheets import LONGEST
from ui.inputs import LinesField


class PageForm(forms.Form):
    """`page` holds only what is asked (evaluations.flow.asked). `given`: what was answered before, also to questions of other pages."""

    def __init__(self, *args: Any, page: Page, given: Answers | None = None, language: str = DUTCH, **kwargs: Any) -> None:  # noqa: ANN401  passed on
        super().__init__(*args, **kwargs)
        self.names = {name_of(item.identity): item for item in page.items}
        spoken = known(language)
        for name, item in self.names.items():
            self.fields[name] = _field(item, spoken)
            self.initial[name] = _initial(item, (given or {}).get(item.identity, ()))

    def answers(self) -> dict[UUID, tuple[str, ...]]:
        """Of this page; what was left empty is an empty answer, so that it takes the place of one that was given before."""
        return {item.identity: _answer(self.cleaned_data.get(name)) for name, item in self.names.items()}


def name_of(identity: UUID) -> str:
    """Of the field of a question."""
    return f"vraag_{identity.hex}"


def _field(item: Item, spoken: Language) -> forms.Field:
    # Hints are drawn as they are, and these words were typed by somebody.
    said: dict[str, Any] = {"label": item.words, "help_text": escape(item.help), "required": item.is_required}
    if item.kind == QuestionKind.OPEN:
        return LinesField(length=LONGEST, rows=4, error_messages={"required": _("Write an answer.")}, **said)
    wrong = {"required": _("Choose an answer."), "invalid_choice": _("Choose an answer of the list.")}
    if item.kind == QuestionKind.SEVERAL:
        return forms.MultipleChoiceField(choices=_choices(item, spoken), widget=forms.CheckboxSelectMultiple, error_messages=wrong, **said)
    field = forms.ChoiceField(choices=_choices(item, spoken), widget=forms.RadioSelect, error_messages=wrong, **said)
    field.is_short = item.kind == QuestionKind.TEN  # type: ignore[attr-defined]  # read by the template
    field.may_stay_empty = False  # type: ignore[attr-defined]  # a choice says it
    return field


def _choices(item: Item, spoken: Language) -> list[tuple[str, str]]:
    """A choice that was made cannot be taken back: so an answer that may stay empty has a choice for it. On the scale that is "I do not know"."""
    needs_none = not item.is_required and item.kind in {QuestionKind.TEN, QuestionKind.ONE}
    return [*answers_in_words(item, spoken).items(), *([("", spoken.no_answer)] if needs_none else [])]


def _initial(item: Item, given: Any) -> Any:  # noqa: ANN401  as the field wants it
    if item.kind == QuestionKind.SEVERAL:
        return list(given)
    return given[0] if given else None


def _answer(value: Any) -> tuple[str, ...]:  # noqa: ANN401  a text or a list
    return tuple(value) if isinstance(value, list) else (value,) if value else ()
