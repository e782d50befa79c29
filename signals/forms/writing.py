"""Writing a concern down, as a list of short pages. The order of the list is the order of the pages."""

from collections.abc import Mapping
from copy import copy
from dataclasses import dataclass
from functools import cache, cached_property
from typing import Any

from django.http import QueryDict
from django.urls import reverse
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from signals.forms.share import ContactForm, SawForm, WhereForm, WorriesForm
from signals.questions import Answer
from ui.hints import HintsForm

KEPT_SIGNS = 20_000  # of one answer in a draft: also what is too long stays on the page
NOT_AN_ANSWER = "hints_seen"


@dataclass(frozen=True, kw_only=True)
class Page:
    """`name` stands in the address; `title` is the question on top of the page."""

    name: str
    title: str | Promise
    lead: str | Promise
    form: type[HintsForm]

    @cached_property
    def url(self) -> str:
        return reverse("signals:share_write", args=[self.name])

    @property
    def answer_names(self) -> list[str]:
        return [name for name in self.form.base_fields if name != NOT_AN_ANSWER]

    @cached_property
    def _empty(self) -> HintsForm:
        return self.form()

    def filled_in(self, answers: Mapping[str, Any]) -> HintsForm:
        """The form with these answers, to clean them and no more: it shares its fields with others, where a form to show has copies of them."""
        form = copy(self._empty)
        form.data, form.is_bound, form._bound_fields_cache = answers, True, {}  # type: ignore[attr-defined]  # noqa: SLF001  else both share what one binds
        return form

    def typed(self, posted: QueryDict) -> dict[str, Any]:
        """What stands on this page as it was typed, right or not, so that nothing is lost."""
        many = {name for name, field in self.form.base_fields.items() if getattr(field.widget, "allow_multiple_selected", False)}
        return {
            name: [value[:KEPT_SIGNS] for value in posted.getlist(name)] if name in many else posted.get(name, "")[:KEPT_SIGNS]
            for name in self.answer_names
        }


PAGES = (
    Page(
        name="gezien",
        title=_("What did you see or hear yourself?"),
        lead=_("First write what happened. What you think of it comes next. That way we understand you well."),
        form=SawForm,
    ),
    Page(
        name="zorg",
        title=_("What worries you about it?"),
        lead=_("This is about what you think. Also write what speaks against your concern. That helps to look fairly."),
        form=WorriesForm,
    ),
    Page(
        name="waar",
        title=_("Where, and how often?"),
        lead=_("Do you not know it? Then leave it open."),
        form=WhereForm,
    ),
    Page(
        name="contact",
        title=_("How do we reach you?"),
        lead=_("These last questions are about you. We call you ourselves."),
        form=ContactForm,
    ),
)
COUNT = len(PAGES) + 1  # with the page on which all is checked


def named(name: str) -> Page | None:
    return next((page for page in PAGES if page.name == name), None)


def number(page: Page) -> int:
    return PAGES.index(page) + 1


def url_before(page: Page) -> str:
    """The page before this one; before the first stands the choice between talking and writing."""
    place = PAGES.index(page)
    return PAGES[place - 1].url if place else reverse("signals:share")


def url_after(page: Page) -> str:
    place = PAGES.index(page) + 1
    return PAGES[place].url if place < len(PAGES) else reverse("signals:share_check")


@cache
def change_url(answer: str) -> str:
    """Where this question stands, for who comes from the page with all answers and goes back to it."""
    page = next(page for page in PAGES if answer in page.form.base_fields)
    return f"{page.url}?wijzig#{page.form()[answer].auto_id}"


@dataclass(frozen=True, kw_only=True)
class Checked:
    """All answers cleaned; the first page on which something is not right yet (None when all is right).

    `hints`: some text still looks like something that we do not need; only known when all is right.
    """

    answers: dict[str, Answer]
    wrong: Page | None
    hints: bool = False


def checked(answers: Mapping[str, Any]) -> Checked:
    clean: dict[str, Answer] = {}
    hints = False
    for page in PAGES:
        form = page.filled_in({name: answers[name] for name in page.answer_names if name in answers})
        if not form.is_valid():
            return Checked(answers=clean, wrong=page)
        clean |= form.answers()
        hints = hints or bool(form.hints())
    return Checked(answers=clean, wrong=None, hints=hints)
