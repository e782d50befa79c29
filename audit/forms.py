from datetime import datetime, time, timedelta
from typing import Any

from django import forms
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from accounts.forms import DateField
from audit import verbs
from audit.querysets import EntryQuerySet


class EntryFilter(forms.Form):
    """Narrows the log; days are Dutch days, both included. What makes no sense narrows nothing."""

    wat = forms.ChoiceField(label=_("What happened"), required=False)
    van = DateField(label=_("From"), required=False)
    tot = DateField(label=_("Up to and including"), required=False)
    wie = forms.UUIDField(required=False, widget=forms.HiddenInput)

    def __init__(self, *args: Any, **kwargs: Any) -> None:  # noqa: ANN401  passed on
        super().__init__(*args, **kwargs)
        what = self.fields["wat"]
        assert isinstance(what, forms.ChoiceField)  # noqa: S101  tells the type checker
        what.choices = [("", _("Everything")), *((verb.code, verb.label) for verb in verbs.all_verbs())]

    def narrow(self, entries: EntryQuerySet) -> EntryQuerySet:
        wanted = self.cleaned_data if self.is_valid() else {}
        if wanted.get("wat"):
            entries = entries.filter(verb=wanted["wat"])
        if wanted.get("van"):
            entries = entries.filter(at__gte=_start_of(wanted["van"]))
        if wanted.get("tot"):
            entries = entries.filter(at__lt=_start_of(wanted["tot"] + timedelta(days=1)))
        if wanted.get("wie"):
            entries = entries.filter(actor__uuid=wanted["wie"])
        return entries

    def query(self) -> dict[str, str]:
        """The filter as it stands in the address, for the link to the next page."""
        return {name: value for name in self.fields if (value := self.data.get(name))}


def _start_of(day: Any) -> datetime:  # noqa: ANN401  a date
    return timezone.make_aware(datetime.combine(day, time.min))
