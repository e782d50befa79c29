"""Forms that carry what somebody saw when she began to type."""

from typing import Any

from django import forms

MARK = 16  # signs of a mark (approach.marks)


class SeenField(forms.CharField):
    """Travels with the page; what is no mark counts as one that nothing has."""

    def __init__(self) -> None:
        super().__init__(required=False, widget=forms.HiddenInput)

    def clean(self, value: Any) -> str:  # noqa: ANN401  Django's signature
        return str(value or "")[:MARK]


class SeenForm(forms.Form):
    seen = SeenField()

    def bring_up_to(self, seen: str) -> None:
        """She saw what a colleague changed: what she sends now is her choice."""
        data: Any = self.data.copy()  # type: ignore[attr-defined]  # posted fields are a QueryDict
        data[self.add_prefix("seen")] = seen
        self.data = data
