"""Answers that came on paper, as a neutral person types them in: the code, and all questions on one page."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Any
from uuid import UUID

from django import forms
from django.utils.translation import gettext_lazy as _

from evaluations.flow import Page
from evaluations.forms.answers import PageForm
from evaluations.forms.code import CodeField


class PaperCodeForm(forms.Form):
    code = CodeField()

    def __init__(self, *args: Any, **kwargs: Any) -> None:  # noqa: ANN401  passed on
        super().__init__(*args, **kwargs)
        self.fields["code"].help_text = _("It says who answered, and is not kept with the answers.")


def page_forms(pages: Sequence[Page], data: Any = None) -> list[tuple[Page, PageForm]]:  # noqa: ANN401  posted fields, or None
    """A form for each page. On paper everything may be left empty, also what must be answered on a screen."""
    free = [replace(page, items=tuple(replace(item, is_required=False) for item in page.items)) for page in pages]
    return [(page, PageForm(*([data] if data is not None else []), page=page)) for page in free]


def answers_of(forms_of_pages: Sequence[tuple[Page, PageForm]]) -> dict[UUID, tuple[str, ...]]:
    return {identity: answer for _page, form in forms_of_pages for identity, answer in form.answers().items()}
