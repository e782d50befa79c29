"""Forms that say which version of a row somebody saw, so that nobody overwrites a colleague without knowing."""

from typing import Any, Protocol

from django import forms

from keyfigures.forms.submissions import SubmissionField


class Versioned(Protocol):
    version: int


class VersionField(forms.IntegerField):
    """Travels with the page; what is no number counts as a version that nobody has."""

    def __init__(self, **kwargs: Any) -> None:  # noqa: ANN401  passed on
        super().__init__(widget=forms.HiddenInput, required=False, **kwargs)

    def clean(self, value: Any) -> int:  # noqa: ANN401  Django's signature
        return int(value) if str(value).isdecimal() and len(str(value)) < 10 else 0  # noqa: PLR2004  fits the column


class CarriesVersion(forms.Form):
    """A form with a field `version`, of its own or added where there is something to change."""

    def carry(self, row: Versioned | None) -> None:
        """The version of the row that is changed; of one that is made a number of its own, so that sending twice makes one."""
        self.fields |= {"version": VersionField(initial=row.version)} if row is not None else {"submission": SubmissionField()}

    def bring_up_to(self, version: int) -> None:
        """She saw what a colleague changed: what she sends now is her choice."""
        data: Any = self.data.copy()  # type: ignore[attr-defined]  # posted fields are a QueryDict
        data["version"] = version
        self.data = data


class VersionedForm(CarriesVersion):
    version = VersionField()
