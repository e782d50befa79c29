"""The number of a form: sent twice, it is one thing."""

from typing import Any
from uuid import UUID, uuid4

from django import forms


class SubmissionField(forms.CharField):
    """Made with the empty form and sent along. What is no number counts as a form of its own."""

    def __init__(self) -> None:
        super().__init__(required=False, widget=forms.HiddenInput, max_length=36, initial=lambda: str(uuid4()))

    def clean(self, value: Any) -> UUID:  # noqa: ANN401  Django's signature
        try:
            return UUID(str(value))
        except ValueError:
            return uuid4()
