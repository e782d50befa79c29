"""Input of a reconsideration. The form of the question helps to write a fact, and warns when it reads like a judgement."""

import re
from datetime import date
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from keyfigures.models.reconsideration import ReconsiderationOutcome
from ui.hints import Hint, HintsForm
from ui.inputs import DayField, LinesField

LENGTH = 1500
# Words that judge a person, or that somebody did not see herself.
JUDGEMENT = re.compile(
    r"\b(?:altijd|nooit|onbetrouwbaar\w*|lastig\w*|moeilijk mens|liegt|leugen\w*|lui|agressief|radica\w+|extremis\w+|gevaarlijk\w*|verdacht\w*|"
    r"(?:ik|wij) (?:vind|vinden|denk|denken)|volgens (?:mij|ons)|kennelijk|blijkbaar|iedereen zegt|men zegt|ik hoorde dat|"
    r"always|never|unreliable|difficult person|liar|aggressive|dangerous|suspicious|i think|apparently|people say)\b",
    re.IGNORECASE,
)
JUDGES = Hint(
    code="judgement",
    is_found=lambda text: bool(JUDGEMENT.search(text)),
    question=_("Does this text judge, or tell what others say?"),
    why=_("Write what you saw or heard yourself, and on which day. She reads this at once. You can also just go on."),
)


class QuestionForm(HintsForm):
    hinted_fields = ("fact",)
    more_hints = (JUDGES,)
    fact = LinesField(
        length=LENGTH, rows=6, label=_("What have you seen or heard yourself?"),
        help_text=_("A fact and its day, no judgement. She reads every word of it, at once."),
        error_messages={"required": _("Write what you saw or heard. Two sentences are enough.")},
    )


class ReadingForm(HintsForm):
    """Written by herself."""

    hinted_fields = ("text",)
    text = LinesField(
        length=LENGTH, rows=5, label=_("How do you see it?"), help_text=_("In your own words. Who decides reads this."),
        error_messages={"required": _("Write how you see it first.")},
    )


class TalkForm(HintsForm):
    hinted_fields = ("her_reading",)
    talk_on = DayField(label=_("On which day did you talk?"))
    her_reading = LinesField(
        length=LENGTH, rows=5, required=False, label=_("How does she see it, in her words?"),
        help_text=_("Read it to her before you save it. She sees it and can add to it. Leave it empty when she wrote it herself."),
    )

    def __init__(self, *args: Any, first: date, today: date, **kwargs: Any) -> None:  # noqa: ANN401  passed on
        super().__init__(*args, **{**kwargs, "initial": {"talk_on": today, **kwargs.get("initial", {})}})
        self.fields["talk_on"].between(first, today)  # type: ignore[attr-defined]  # a DayField


class ProposeForm(HintsForm):
    hinted_fields = ("reason",)
    outcome = forms.ChoiceField(
        label=_("What do you decide?"), choices=ReconsiderationOutcome, widget=forms.RadioSelect, error_messages={"required": _("Choose one of these.")},
    )
    reason = LinesField(
        length=LENGTH, rows=5, label=_("Why?"), help_text=_("She reads this at once, as a proposal. A colleague has to agree."),
        error_messages={"required": _("Write why. She has a right to know.")},
    )


class DisagreeForm(HintsForm):
    hinted_fields = ("reason",)
    reason = LinesField(
        length=LENGTH, rows=4, label=_("Why do you not agree?"), help_text=_("Your colleague and she read this."),
        error_messages={"required": _("Write why you do not agree.")},
    )
