"""Fields for text, days and rows: what is too long, or holds signs nobody can type, is refused with a sentence."""

import unicodedata
from collections.abc import Iterable
from datetime import date
from typing import Any, Protocol
from uuid import UUID

from django import forms
from django.core.exceptions import ValidationError
from django.core.validators import MaxLengthValidator
from django.utils.formats import date_format
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext_lazy

LINE_SIGNS = frozenset("\n\t")
# They turn the direction of what follows, so that a line reads as something else than it is.
TURNING_SIGNS = frozenset("\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")
TOO_LONG = ngettext_lazy(
    "This is too long: make it %(limit_value)d sign at most. Now there are %(show_value)d.",
    "This is too long: make it %(limit_value)d signs at most. Now there are %(show_value)d.",
    "limit_value",
)


def is_strange(sign: str, *, lines: bool) -> bool:
    """Signs that no keyboard types: control characters (a new line only where there are `lines`) and turning signs."""
    if lines and sign in LINE_SIGNS:
        return False
    return sign in TURNING_SIGNS or unicodedata.category(sign) in {"Cc", "Cs"}


class PlainTextField(forms.CharField):
    """Text as a person means it: one kind of new line, composed letters, no spaces around it.

    A browser counts a new line as one sign and sends two; it is made one before the length is checked.
    """

    lines = False
    mark = ""  # drawn beside the field: "fact" for what was perceived, "view" for an opinion

    def __init__(self, *, length: int, **kwargs: Any) -> None:  # noqa: ANN401  passed on
        super().__init__(max_length=length, **kwargs)
        self.validators = [each for each in self.validators if not isinstance(each, MaxLengthValidator)]
        self.validators.append(MaxLengthValidator(length, TOO_LONG))

    def to_python(self, value: Any) -> str:  # noqa: ANN401  Django's signature
        text = str(value or "").replace("\r\n", "\n").replace("\r", "\n")
        return unicodedata.normalize("NFC", text).strip()

    def validate(self, value: str) -> None:
        super().validate(value)
        if any(is_strange(sign, lines=self.lines) for sign in value):
            raise ValidationError(_("There is a sign in your text that we cannot keep. Type the text again, without pasting."), code="strange")


class LinesField(PlainTextField):
    """More than one line."""

    lines = True

    def __init__(self, *, length: int, rows: int = 4, **kwargs: Any) -> None:  # noqa: ANN401  passed on
        super().__init__(length=length, widget=forms.Textarea(attrs={"rows": rows, "autocomplete": "off"}), **kwargs)


class LineField(PlainTextField):
    """One line."""

    def __init__(self, *, length: int, **kwargs: Any) -> None:  # noqa: ANN401  passed on
        super().__init__(length=length, widget=forms.TextInput(attrs={"autocomplete": "off"}), **kwargs)


class PhoneField(forms.RegexField):
    """Empty, or digits with the usual signs between them."""

    def __init__(self, **kwargs: Any) -> None:  # noqa: ANN401  passed on
        super().__init__(
            r"^[0-9+() -]{8,20}$",
            error_messages={"invalid": _("Write a phone number with digits, for example 06 12 34 56 78.")},
            widget=forms.TextInput(attrs={"type": "tel", "autocomplete": "tel", "maxlength": 20}),
            **kwargs,
        )


class DayField(forms.DateField):
    """A day between two others, both inclusive; the bounds are told when they are known."""

    def __init__(self, **kwargs: Any) -> None:  # noqa: ANN401  passed on
        super().__init__(
            widget=forms.DateInput(format="%Y-%m-%d", attrs={"type": "date"}),
            error_messages={"invalid": _("Choose a day, for example 24-06-2026.")},
            **kwargs,
        )
        self.first: date | None = None
        self.last: date | None = None

    def between(self, first: date, last: date) -> None:
        self.first, self.last = first, last
        self.widget.attrs |= {"min": first.isoformat(), "max": last.isoformat()}

    def validate(self, value: date | None) -> None:
        super().validate(value)
        too_early = value is not None and self.first is not None and value < self.first
        too_late = value is not None and self.last is not None and value > self.last
        if too_early or too_late:
            with_year = self.first is not None and self.last is not None and self.first.year != self.last.year
            first, last = _in_words(self.first, with_year=with_year), _in_words(self.last, with_year=with_year)
            raise ValidationError(_("Choose a day from %(first)s until %(last)s."), code="bounds", params={"first": first, "last": last})


class Named(Protocol):
    """A row that can be chosen."""

    @property
    def uuid(self) -> UUID: ...

    @property
    def name(self) -> str: ...


class RowField(forms.ChoiceField):
    """One of some rows: chosen by its public id, shown by its name, cleaned to the row itself."""

    def __init__(self, **kwargs: Any) -> None:  # noqa: ANN401  passed on
        super().__init__(**kwargs)
        self._rows: dict[str, Named] = {}

    def offer(self, rows: Iterable[Named]) -> None:
        self._rows = {str(each.uuid): each for each in rows}
        self.choices = [(uuid, each.name) for uuid, each in self._rows.items()]

    def clean(self, value: Any) -> Any:  # noqa: ANN401  Django's signature
        return self._rows.get(super().clean(value))


class TimeField(forms.TimeField):
    """A time of the clock."""

    def __init__(self, **kwargs: Any) -> None:  # noqa: ANN401  passed on
        super().__init__(
            widget=forms.TimeInput(format="%H:%M", attrs={"type": "time"}),
            error_messages={"required": _("Choose a time."), "invalid": _("Choose a time, for example 19:30.")},
            **kwargs,
        )


def _in_words(day: date | None, *, with_year: bool) -> str:
    return date_format(day, "l j F Y" if with_year else "l j F") if day else ""
