"""Giving to a colleague what somebody owes."""

from collections.abc import Iterable
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from accounts.models import Membership
from keyfigures.forms.asking import CHOOSE
from ui.inputs import RowField


class GiveForm(forms.Form):
    owner = RowField(label=_("Who does it from now on?"), error_messages=CHOOSE)

    def __init__(self, *args: Any, owners: Iterable[Membership], **kwargs: Any) -> None:  # noqa: ANN401  passed on
        super().__init__(*args, **{"auto_id": "id_give_%s", **kwargs})
        field: Any = self.fields["owner"]
        field.offer(owners)
