"""What is filled in around a report to the council."""

from collections.abc import Sequence
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from accounts.models import Membership
from approach.claims import SAYS_IT_FELL
from approach.models.report import Report, Section
from approach.report_template import FIRST_PAGE, LONG, SHORT
from approach.sentences import period_words
from indicators.quarters import Quarter
from keyfigures.forms.asking import CHOOSE
from keyfigures.forms.naming import NAMES_NOBODY
from keyfigures.forms.submissions import SubmissionField
from keyfigures.forms.versions import VersionedForm
from ui.hints import HintsForm
from ui.inputs import LineField, LinesField, RowField
from ui.phrases import upper_first

MOST_QUARTERS = 8
WRITE = {"required": _("Write a few words first.")}


class NewReportForm(forms.Form):
    """`quarters`: those that ended, newest first. By default the last four."""

    submission = SubmissionField()
    first = forms.ChoiceField(label=_("From"), error_messages=CHOOSE)
    last = forms.ChoiceField(label=_("Until and including"), error_messages=CHOOSE)

    def __init__(self, *args: Any, quarters: Sequence[Quarter], **kwargs: Any) -> None:  # noqa: ANN401  passed on
        self.quarters = {_code(each): each for each in quarters}
        initial = {"first": _code(quarters[min(3, len(quarters) - 1)]), "last": _code(quarters[0])}
        super().__init__(*args, **{"initial": initial, **kwargs})
        choices = [(code, upper_first(period_words(each.first, each.last))) for code, each in self.quarters.items()]
        for name in ("first", "last"):
            field: Any = self.fields[name]
            field.choices = choices

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or {}
        first, last = (self.quarters.get(cleaned.get(name, "")) for name in ("first", "last"))
        if first is None or last is None:
            return cleaned
        if last < first:
            self.add_error("last", _("Choose a quarter that is not before the first one."))
        elif sum(first <= each <= last for each in self.quarters.values()) > MOST_QUARTERS:
            self.add_error("last", _("Choose at most two years."))
        return cleaned

    def answers(self) -> dict[str, Any]:
        cleaned = self.cleaned_data
        return {"first": self.quarters[cleaned["first"]], "last": self.quarters[cleaned["last"]], "submission": cleaned["submission"]}


class AboutReportForm(HintsForm, VersionedForm):
    hinted_fields = ("title", "asks")
    more_hints = (SAYS_IT_FELL, NAMES_NOBODY)
    title = LineField(
        length=120, label=_("Title"), error_messages=WRITE,
        help_text=_("Say in one line what the council has to know, for example: we keep more promises, not all yet."),
    )
    asks = LinesField(
        length=SHORT, rows=4, label=_("What do you ask of the council?"), required=False,
        help_text=_("A decision, a talk, money. It stands in a frame on the first page. Leave it empty when you ask nothing."),
    )

    def __init__(self, *args: Any, row: Report, **kwargs: Any) -> None:  # noqa: ANN401  passed on
        super().__init__(*args, **{"initial": {"title": row.title, "asks": row.asks, "version": row.edits}, **kwargs})


class SectionForm(HintsForm, VersionedForm):
    """A section of the first page is short: it fits one A4 with the others."""

    hinted_fields = ("title", "text")
    more_hints = (SAYS_IT_FELL, NAMES_NOBODY)
    title = LineField(length=120, label=_("Heading"), error_messages=WRITE)
    text = LinesField(
        length=LONG, rows=8, label=_("Text"), required=False,
        help_text=_("Each line is a paragraph. A line that begins with a dash is an item of a list. Empty: the text is left out."),
    )

    def __init__(self, *args: Any, section: Section, **kwargs: Any) -> None:  # noqa: ANN401  passed on
        super().__init__(*args, **{"initial": {"title": section.title, "text": section.text, "version": section.edits}, **kwargs})
        self.most = max(SHORT, len(section.made)) if section.code in FIRST_PAGE else LONG

    def clean_text(self) -> str:
        text: str = self.cleaned_data["text"]
        if len(text) > self.most:
            told = {"most": self.most, "now": len(text)}
            raise ValidationError(_("The first page is one A4: make this %(most)d signs at most. Now there are %(now)d."), code="long", params=told)
        return text


class CommentForm(HintsForm):
    hinted_fields = ("text",)
    more_hints = (SAYS_IT_FELL, NAMES_NOBODY)
    submission = SubmissionField()
    section = forms.ChoiceField(label=_("About which part?"), required=False, error_messages=CHOOSE)
    text = LinesField(length=1000, rows=3, label=_("What would you change?"), error_messages=WRITE, help_text=_("It goes when the report is issued."))

    def __init__(self, *args: Any, sections: Sequence[Section], **kwargs: Any) -> None:  # noqa: ANN401  passed on
        super().__init__(*args, **kwargs)
        field: Any = self.fields["section"]
        field.choices = [("", _("The whole report")), *((each.code, each.title) for each in sections)]


class OfferForm(VersionedForm):
    reader = RowField(
        label=_("Who looks at it?"), error_messages=CHOOSE,
        help_text=_("She gets a promise on her page “Today”. She, or another colleague who issues reports, can issue it."),
    )

    def __init__(self, *args: Any, row: Report, readers: Sequence[Membership], **kwargs: Any) -> None:  # noqa: ANN401  passed on
        super().__init__(*args, **{"initial": {"version": row.edits}, **kwargs})
        field: Any = self.fields["reader"]
        field.offer(readers)


class IssueForm(VersionedForm):
    """No question: which version she saw."""

    def __init__(self, *args: Any, row: Report, **kwargs: Any) -> None:  # noqa: ANN401  passed on
        super().__init__(*args, **{"initial": {"version": row.edits}, **kwargs})


def _code(quarter: Quarter) -> str:
    return f"{quarter.year}-{quarter.number}"
