"""One question of a draft, the part in which it stands, and when it is asked."""

from collections.abc import Sequence
from typing import Any
from uuid import UUID, uuid4

from django import forms
from django.utils.translation import gettext as _

from evaluations.flow import Item
from evaluations.forms.drafts import DraftForm, WordsForm
from evaluations.kinds import QuestionKind
from evaluations.models.questionnaire import Question, Section, Version
from keyfigures.forms.asking import CHOOSE

MOST_CHOICES, EMPTY_CHOICES, FEWEST_CHOICES = 12, 3, 2
WITH_CHOICES = (QuestionKind.ONE, QuestionKind.SEVERAL)


class QuestionForm(WordsForm):
    """`kind` is chosen before: what it asks follows from it. `question`: the one that is changed. `was_asked`: answers to it exist, or may."""

    def __init__(self, *args: Any, version: Version, kind: str, question: Question | None = None, was_asked: bool = False, **kwargs: Any) -> None:  # noqa: ANN401
        super().__init__(*args, version=version, **kwargs)
        self.kind, self.question = kind, question
        self.ask(
            "words", label=_("What do you ask?"), now=question.words if question else {}, length=300, lines=2, required=True,
            help_text=_("Write a sentence to agree with or not.") if kind == QuestionKind.SCALE else "",
        )
        self.ask("help", label=_("What helps to answer?"), now=question.help if question else {}, length=300, help_text=_("Stands below the question."))
        self._ask_choices()
        self._ask(
            "is_required", _("This must be answered"), now=question is not None and question.is_required,
            help_text=_("Ask this only when you need it. Who does not want to answer stops otherwise."),
        )
        if kind == QuestionKind.SCALE:
            self._ask(
                "counts_for_trust", _("This counts for the trust index"), now=question is not None and question.counts_for_trust,
                help_text=_("The trust index is the mean of all questions with this tick."),
            )
        if was_asked:
            self._ask(
                "is_another", _("This asks something else than before"), now=False,
                help_text=_("Then it is not compared with earlier answers. Leave it empty when you only wrote it better."),
            )

    def clean(self) -> dict[str, Any]:
        values = super().clean() or self.cleaned_data
        for number in range(len(self.codes)):
            if not values.get(f"choice{number}_nl") and any(values.get(f"choice{number}_{language}") for language in self.languages):
                self.add_error(f"choice{number}_nl", _("Write this answer in Dutch too."))
        if self.codes and not self.errors and len(self._chosen()) < FEWEST_CHOICES:
            empty = next(number for number in range(len(self.codes)) if not values.get(f"choice{number}_nl"))
            self.add_error(f"choice{empty}_nl", _("Write at least two answers."))
        return values

    def answers(self) -> dict[str, Any]:
        values, now = self.cleaned_data, self.question
        ticks: dict[str, Any] = {name: values[name] for name in ("is_required", "counts_for_trust", "is_another") if name in values}
        words: dict[str, Any] = {"words": self.words("words", now.words if now else {}), "help": self.words("help", now.help if now else {})}
        return {"edits": values["edits"], **words, "choices": self._chosen(), **ticks}

    def _ask(self, name: str, label: str, *, now: bool, help_text: str) -> None:
        self.fields[name] = forms.BooleanField(label=label, required=False, initial=now, help_text=help_text)

    def _ask_choices(self) -> None:
        """Those that are there keep their code, so that what was answered stays what it was; some more are empty."""
        self._before: list[dict[str, Any]] = list(self.question.choices) if self.question else []
        self.codes: list[str] = []
        if self.kind not in WITH_CHOICES:
            return
        known = [each["code"] for each in self._before]
        self.codes = [*known, *[""] * max(EMPTY_CHOICES, FEWEST_CHOICES + 1 - len(known))][:MOST_CHOICES]
        for number in range(len(self.codes)):
            now = self._before[number]["words"] if number < len(known) else {}
            self.ask(f"choice{number}", label=_("Answer %(number)d") % {"number": number + 1}, now=now, length=120)
            self.fields[f"choice{number}_nl"].may_stay_empty = False  # type: ignore[attr-defined]  # how many there must be is said when there are too few

    def _chosen(self) -> list[dict[str, Any]]:
        found = []
        for number, code in enumerate(self.codes):
            before = self._before[number]["words"] if code else {}
            words = self.words(f"choice{number}", before) if f"choice{number}_nl" in self.cleaned_data else {}
            if words.get("nl"):
                found.append({"code": code or uuid4().hex[:8], "words": words})
        return found


class SectionForm(WordsForm):
    def __init__(self, *args: Any, version: Version, section: Section | None = None, **kwargs: Any) -> None:  # noqa: ANN401  passed on
        super().__init__(*args, version=version, **kwargs)
        self.section = section
        self.ask("title", label=_("What is this part about?"), now=section.title if section else {}, length=120, required=True)
        self.ask(
            "intro", label=_("What must somebody know first?"), now=section.intro if section else {}, length=500, lines=3,
            help_text=_("Stands above the questions of this part."),
        )

    def answers(self) -> dict[str, Any]:
        now = self.section
        return {
            "edits": self.cleaned_data["edits"], "title": self.words("title", now.title if now else {}), "intro": self.words("intro", now.intro if now else {}),
        }


class WhenForm(DraftForm):
    """With which answers to `earlier` this question is asked. Without an earlier question: always."""

    def __init__(self, *args: Any, version: Version, earlier: Item | None, choices: Sequence[tuple[str, str]], now: Sequence[str] = (), **kwargs: Any) -> None:  # noqa: ANN401
        super().__init__(*args, version=version, **kwargs)
        self.earlier = earlier
        if earlier is not None:
            self.fields["given"] = forms.MultipleChoiceField(
                label=earlier.words, choices=choices, widget=forms.CheckboxSelectMultiple, initial=list(now),
                error_messages={**CHOOSE, "required": _("Choose at least one answer.")}, help_text=_("The question is asked of who answered one of these."),
            )

    def answers(self) -> dict[str, Any]:
        found: UUID | None = self.earlier.identity if self.earlier else None
        return {"edits": self.cleaned_data["edits"], "shown_if": found, "answers": self.cleaned_data.get("given", [])}
