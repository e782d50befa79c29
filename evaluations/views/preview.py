"""A list of questions as respondents will see it, page by page. Nothing of what is filled in here is kept."""

from collections.abc import Sequence
from dataclasses import dataclass
from uuid import UUID

from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_http_methods

from accounts.http import MemberRequest
from evaluations.flow import Page, asked, of_asked
from evaluations.forms.answers import PageForm
from evaluations.forms.preview import PAGE, SO_FAR, answered_so_far, as_text
from evaluations.languages import DUTCH, LANGUAGES
from evaluations.models.questionnaire import Version
from evaluations.presentation.questionnaire import title_of
from evaluations.shipped import BY_CODE
from evaluations.versions import languages_of, pages_of, pages_of_shipped
from evaluations.views.drafts import MANAGE
from evaluations.views.spoken import chosen, links
from keyfigures.views.doors import found, network_page
from ui.navigation import NavItem

BACK = "terug"  # the button that goes to the page before


@dataclass(frozen=True, kw_only=True)
class Shown:
    title: str
    pages: Sequence[Page]
    language: str
    languages: Sequence[NavItem]
    back_url: str


@sensitive_post_parameters()
@require_http_methods(["GET", "POST"])
@network_page(MANAGE)
def version_preview(request: MemberRequest, uuid: UUID) -> HttpResponse:
    version = found(Version.objects.visible_to(request.member).with_questions(), uuid)
    spoken = languages_of(version)
    language, back = chosen(request, spoken), reverse("evaluations:version_detail", args=[uuid])
    pages = pages_of(version, language=language)
    shown = Shown(title=version.questionnaire.title, pages=pages, language=language, languages=links(spoken, language), back_url=back)
    return _preview(request, shown)


@sensitive_post_parameters()
@require_http_methods(["GET", "POST"])
@network_page(MANAGE)
def shipped_preview(request: MemberRequest, slug: str) -> HttpResponse:
    """Of a list of ours, before it is taken over."""
    if slug not in BY_CODE:
        raise Http404
    shipped = BY_CODE[slug]
    spoken = [DUTCH, *shipped.languages]
    language, back = chosen(request, spoken), reverse("evaluations:shipped_detail", args=[slug])
    pages = pages_of_shipped(shipped, language=language)
    return _preview(request, Shown(title=title_of(shipped), pages=pages, language=language, languages=links(spoken, language), back_url=back))


def _preview(request: MemberRequest, shown: Shown) -> HttpResponse:
    """One page with its questions; what is wrong is said as it will be said to who answers."""
    answers = answered_so_far(request.POST)
    here = next((page for page in asked(shown.pages, answers) if str(page.uuid) == request.POST.get(PAGE)), None)
    if here is None:
        return _show(request, shown, answers, place=0)
    form = PageForm(request.POST, page=here, language=shown.language)
    goes_back = BACK in request.POST
    if not form.is_valid() and not goes_back:
        return _show(request, shown, answers, place=_place(shown, answers, here), form=form)
    answers |= form.answers() if form.is_valid() else {}
    return _show(request, shown, answers, place=_place(shown, answers, here) + (-1 if goes_back else 1))


def _show(
    request: MemberRequest, shown: Shown, answers: dict[UUID, tuple[str, ...]], *, place: int, form: PageForm | None = None,
) -> HttpResponse:
    """`place`: of the page among those that are asked; after the last one it says so."""
    pages, kept = asked(shown.pages, answers), of_asked(shown.pages, answers)
    page = pages[max(place, 0)] if place < len(pages) else None
    if page is not None and form is None:
        form = PageForm(page=page, given=kept, language=shown.language)
    context = {
        "shown": shown, "page": page, "form": form, "number": max(place, 0) + 1, "count": len(pages), "so_far": as_text(kept), "so_far_name": SO_FAR,
        "page_name": PAGE, "back_name": BACK, "language": LANGUAGES[shown.language],
    }
    return render(request, "evaluations/questions_preview.html", context, status=400 if form is not None and form.errors else 200)


def _place(shown: Shown, answers: dict[UUID, tuple[str, ...]], here: Page) -> int:
    return [page.uuid for page in asked(shown.pages, answers)].index(here.uuid)
